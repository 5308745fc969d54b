"""A network of a visitor's own, in words: what was found in a text, how its training goes, why something is refused."""

from collections import Counter

from components.own.progress import LEAST_PREDICTIONS, Progress
from components.own.refusal import RefusedError, UnfitError
from components.own.wish import Wish
from components.presenting import file_error
from components.presenting.glyphs import glyph, plain
from components.words import Words

_MINUTE = 60.0  # seconds
_SEEN = 0.005  # an error with two decimals
_SHOWN = 12  # of the most frequent characters


def found(text: str, words: Words) -> str:
    """Return what was found in a text, in Markdown.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> found("ab" * 1500, ENGLISH)[:37]
    '**3,000 characters of 2 kinds.** The '
    """
    return words.own.found.format(characters=f"{len(text):,}", kinds=f"{len(set(text)):,}")


def most_frequent(text: str, words: Words) -> str:
    """Return the characters that a text has most often, in Markdown.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> most_frequent("a b a", ENGLISH)
    'The most frequent: a ␣ b'
    """
    kinds = [character for character, _ in Counter(text).most_common(_SHOWN)]
    return words.own.found_kinds.format(kinds=" ".join(plain(glyph(character)) for character in kinds))


def expected(text: str, wish: Wish, speed: float | None, words: Words) -> str:
    """Return how often a text is read in the time that is asked for, from the characters a second that are known.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> expected("a" * 60_000, Wish(minutes=1), 10_000, ENGLISH)
    'In that time it reads your text about 11 times, at 10,000 characters a second.'
    """
    if speed is None:
        return words.own.speed_unknown
    return words.own.passes.format(
        passes=_passes(wish.minutes * _MINUTE * speed / (0.9 * len(text))), speed=_whole(speed)
    )


def page_text(words: Words) -> str:
    """Return all that the pages say in a language: a text for a visitor who has none at hand."""
    pages = (page for page in vars(words).values() if hasattr(page, "__dataclass_fields__") and page is not words)
    sentences = (sentence for page in pages for sentence in vars(page).values() if isinstance(sentence, str))
    # Those with blanks or formulas are no text to learn from.
    return "\n".join(sentence.replace("**", "") for sentence in sentences if sentence and not set(sentence) & set("{$"))


def standing(progress: Progress, words: Words) -> str:
    """Return how a training goes, in one line.

    Examples
    --------
    >>> from components.own.progress import Point
    >>> from components.words.en import ENGLISH
    >>> standing(Progress("training", 65, 180, [Point(65, 4.2, 2.1, 2.3)], characters_per_second=20_123), ENGLISH)
    '1:05 of 3:00 min · read 4.2 times · 20,000 characters a second'
    """
    before = {
        "waiting": words.own.waiting_elsewhere,
        "beginning": words.own.beginning,
        "finishing": words.own.finishing,
    }
    if progress.phase == "beginning" and progress.points:
        return words.own.resuming.format(done=_clock(progress.seconds))
    if progress.phase in before:
        return before[progress.phase]
    done = min(progress.seconds, progress.of_seconds)  # a last look goes beyond
    passes = _passes(progress.points[-1].passes if progress.points else 0.0)
    running = words.own.running.format(done=_clock(done), of=_clock(progress.of_seconds), passes=passes)
    speed = progress.characters_per_second
    return running if speed is None else words.own.speed.format(running=running, speed=_whole(speed))


def losses(progress: Progress, words: Words) -> str:
    """Return the newest losses as a sentence; empty before there are any."""
    if not progress.points:
        return ""
    last = progress.points[-1]
    return words.own.losses.format(learned=f"{last.training:.2f}", held_out=f"{last.held_out:.2f}")


def kept(progress: Progress, words: Words) -> str:
    """Return when the network predicted new text best, where that was before the end: that one stays.

    Examples
    --------
    >>> from components.own.progress import Point
    >>> from components.words.en import ENGLISH
    >>> points = [Point(15, 1, 2.1, 2.3), Point(90, 9, 1.1, 2.6)]
    >>> kept(Progress("done", 90, 90, points), ENGLISH)[:40]
    'The ring: after 0:15 min it predicted te'
    >>> kept(Progress("done", 90, 90, points[:1]), ENGLISH)
    ''
    """
    if not progress.points:
        return ""
    lowest = min(progress.points, key=lambda point: point.held_out)
    if lowest == progress.points[-1]:
        return ""
    return words.own.kept.format(time=_clock(lowest.seconds), loss=f"{lowest.held_out:.2f}")


def best(progress: Progress, words: Words) -> str:
    """Return T*, or why it is not there; nothing where it could not be found in the end."""
    if 0 < progress.predictions < LEAST_PREDICTIONS:
        return words.own.best_short.format(least=f"{LEAST_PREDICTIONS:,}")
    if progress.best is None:
        return "" if progress.over else words.own.best_to_come
    digits = 2 if progress.best.error >= _SEEN else 3
    temperature, error = (f"{value:.{digits}f}" for value in (progress.best.temperature, progress.best.error))
    return words.own.best.format(temperature=temperature, error=error)


def wait(before: int, seconds: float, words: Words) -> str:
    """Return how long a training waits for its turn.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> wait(2, 400, ENGLISH)
    'Waiting for a turn; before this one: 2, which take about 7 min.'
    """
    return words.own.waiting.format(before=before, minutes=max(1, round(seconds / _MINUTE)))


def refusal(name: str, values: dict[str, str], words: Words) -> str:
    """Return why a text or a file is refused, or a training failed: see `components.own.refusal`.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> refusal("short", {"characters": "3", "least": "2,000"}, ENGLISH)
    'The text has 3 characters, too few to learn from: give at least 2,000.'
    """
    form = {
        "empty": words.own.empty,
        "short": words.own.short,
        "long": words.own.long,
        "utf_16": words.own.utf_16,
        "cp1252": words.own.cp1252,
        "gb18030": words.own.gb18030,
        "not_text": words.own.not_text,
        "nul": words.own.nul,
        "one_kind": words.own.one_kind,
        "many_kinds": words.own.many_kinds,
        "memory": words.own.memory,
        "room": words.own.room,
        "diverged": words.own.diverged,
        "stopped": words.own.stopped,
        "killed": words.own.killed,
        "two_at_once": words.own.two_at_once,
        "full": words.own.full,
        "large_file": words.own.large_file,
        "no_zip": words.own.no_zip,
        "zip_members": words.own.zip_members,
        "no_file": words.own.no_file,
        "no_characters": words.own.no_characters,
        "network": words.own.network,
        "otherwise": words.own.network_otherwise,
    }[name]
    return form.format(**values)


def refused(error: RefusedError, words: Words) -> str:
    """Return why a text or a file is refused, with the reader's own reason where it has one."""
    said = refusal(error.name, error.values, words)
    if not isinstance(error, UnfitError):
        return said
    return words.files.because.format(wrong=said, why=file_error.why(error.reason, words))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), round(_MINUTE))
    return f"{minutes}:{rest:02d}"


def _passes(times: float) -> str:
    if times < 1:
        return f"{times:.2f}"
    return f"{times:.1f}" if times < 10 else f"{times:,.0f}"


def _whole(speed: float) -> str:
    return f"{float(f'{speed:.2g}'):,.0f}"
