"""Prompts from a network's own text: where they begin and end, what comes after them, and a few to try."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.language_model.batching import BATCH, SHARDS
from components.language_model.sampling import Sampler
from components.language_model.scene import Example, ExampleKind
from components.language_model.scene_criteria import room
from components.temperature import apply_temperature, entropy

EXCERPT = 5_000  # characters of a text that prompts are cut from
LENGTHS = range(30, 71)  # of a prompt, in the room of a narrow character: a page's field shows it whole
OWN_TEMPERATURE, OWN_SEED = 0.5, 1  # of the network's own writing, where no text is given

_HELD = 2**23  # logits that are held at once
_LEAST_STARTS = 8  # of paragraphs; with fewer of them prompts begin at every line


class Beginning(NamedTuple):
    """A prompt that a text begins with at some place.

    Attributes
    ----------
    prompt : str
        From there on.
    logits : ndarray of float32, shape (characters,)
        Scores of the character that comes after it.
    """

    prompt: str
    logits: NDArray[np.float32]


class _Outlook(NamedTuple):
    """How open it is what comes after a prompt: the entropy in bits, and the second-largest probability."""

    prompt: str
    uncertainty: float
    second: float

    @classmethod
    def of(cls, beginning: Beginning) -> "_Outlook":
        chances = apply_temperature(beginning.logits)  # (characters,)
        return cls(beginning.prompt, float(entropy(chances)), float(np.sort(chances)[-2:][0]))


def excerpt_of(sampler: Sampler, text: str | None) -> str:
    """Return the beginning of a text, as far as a network knows it; or what it writes itself at T = 0.5.

    Parameters
    ----------
    sampler : Sampler
        The network.
    text : str or None
        Without one, or with one that is too short, it is the network's own writing.
    """
    excerpt = sampler.vocabulary.split_known((text or "")[:EXCERPT])[0]
    if len(excerpt) > LENGTHS[-1]:
        return excerpt
    begin = sampler.vocabulary.first_of("\n")
    return sampler.sample(begin, [OWN_TEMPERATURE], EXCERPT, OWN_SEED)[0].text


def beginnings(sampler: Sampler, excerpt: str) -> Iterator[Beginning]:
    """Yield the prompts of an excerpt that end inside a word; where there are none, those of every length."""
    places = starts(excerpt)
    inside = [(start, end) for start in places for end in ends(excerpt, start)]
    wanted = inside or [(start, end) for start in places for end in _fitting(excerpt, start)]
    yield from _read(sampler, excerpt, wanted)


def examples(sampler: Sampler, text: str | None) -> tuple[Example, ...]:
    """Return prompts to try, from a text or from what the network writes itself.

    They end where the next character is nearly certain, where two are about as likely, where most are possible, and,
    where the network knows line breaks, where a line ends.
    """
    excerpt = excerpt_of(sampler, text)
    places = [(start, end) for start in starts(excerpt) for end in _fitting(excerpt, start)]
    found = [_Outlook.of(beginning) for beginning in _read(sampler, excerpt, places)]
    chosen = {
        ExampleKind.SURE: min(found, key=lambda one: one.uncertainty),
        ExampleKind.TWO: max(found, key=lambda one: one.second),
        ExampleKind.OPEN: max(found, key=lambda one: one.uncertainty),
        ExampleKind.LINE: next((one for one in found if one.prompt.endswith("\n")), None),
    }
    return tuple(Example(kind, one.prompt) for kind, one in chosen.items() if one is not None)


def starts(excerpt: str) -> list[int]:
    """Return where prompts can begin: at a paragraph, or where there are few of them at a line."""
    last = len(excerpt) - LENGTHS[-1]

    def after(mark: str) -> list[int]:
        return [0, *(at + len(mark) for at in range(last) if excerpt.startswith(mark, at) and at + len(mark) < last)]

    paragraphs = after("\n\n")
    return paragraphs if len(paragraphs) >= _LEAST_STARTS else after("\n")


def ends(excerpt: str, start: int) -> list[int]:
    """Return where a prompt can end: inside a word."""
    return [end for end in _fitting(excerpt, start) if end < len(excerpt) and excerpt[end - 1 : end + 1].isalpha()]


def _fitting(excerpt: str, start: int) -> list[int]:
    """Return where a prompt can end, so that a page's field shows it whole."""
    rooms = np.cumsum([room(character) for character in excerpt[start : start + LENGTHS[-1]]])
    return [start + length for length, taken in enumerate(rooms, 1) if LENGTHS[0] <= taken <= LENGTHS[-1]]


def _read(sampler: Sampler, excerpt: str, wanted: Sequence[tuple[int, int]]) -> Iterator[Beginning]:
    """Read all prompts that begin at one place together: a longer one is read on the way."""
    places = list(dict.fromkeys(start for start, _ in wanted))
    together = max(SHARDS[-1], min(BATCH, _HELD // (LENGTHS[-1] * len(sampler.vocabulary))))
    for block in (places[at : at + together] for at in range(0, len(places), together)):
        stretches = [sampler.vocabulary.encode(excerpt[start : start + LENGTHS[-1] + 1]) for start in block]
        columns = np.array(stretches).T  # (longest + 1, starts)
        # The logits after each character: (longest, starts, characters).
        seen = np.concatenate([logits for logits, _ in sampler.predictions(columns)])
        for start, end in wanted:
            if start in block:
                yield Beginning(excerpt[start:end], seen[end - start - 1, block.index(start)])
