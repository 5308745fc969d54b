"""Texts side by side: the slider's own first, then one for each fixed temperature."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from components.analysis.quality import bits_per_character, distinct_trigrams, word_share
from components.language_model.lexicon import Lexicon
from components.language_model.sample import Sample
from components.presenting.glyphs import written
from components.presenting.numbers import share, unbroken
from components.presenting.texts import LEVELS, Text, text
from components.words import Words

_ENDING = 14  # characters

Measures = tuple[tuple[str, str], ...]  # names and values


@dataclass(frozen=True)
class Column:
    """A sample with all that stands around it.

    Attributes
    ----------
    sample : Sample
        The text.
    parts_at : int or None
        Where the text first differs from the column before it.
    left : float or None
        The temperature of the column before it.
    mean_surprisal : float
        Bits per character, at T = 1.
    word_share, distinct_trigrams : float or None
        The measures below the text; None where it cannot be said: the text is too short, or no words are known.
    """

    sample: Sample
    parts_at: int | None
    left: float | None
    mean_surprisal: float
    word_share: float | None
    distinct_trigrams: float | None


def columns(samples: Sequence[Sample], lexicon: Lexicon) -> list[Column]:
    """Return samples side by side, the coolest first.

    Parameters
    ----------
    samples : sequence of Sample
        Texts of at least one character, in any order.
    lexicon : Lexicon
        What is counted in a text, and what of it is known.
    """
    ordered = sorted(samples, key=lambda sample: sample.temperature)
    before: list[Sample | None] = [None, *ordered][: len(ordered)]
    return [column(sample, lexicon, left) for left, sample in zip(before, ordered, strict=True)]


def column(sample: Sample, lexicon: Lexicon, left: Sample | None = None) -> Column:
    """Return a sample of any temperature or schedule as a column; `left` is that of one temperature before it."""
    return Column(
        sample=sample,
        parts_at=None if left is None else parting(left.text, sample.text),
        left=None if left is None else left.temperature,
        mean_surprisal=bits_per_character(sample.base_log_probabilities),
        word_share=word_share(sample.text, lexicon),
        distinct_trigrams=distinct_trigrams(sample.text, lexicon.unit),
    )


def parting(*texts: str) -> int | None:
    """Return the first position at which not all texts agree, or None if they do as far as the shortest goes.

    Examples
    --------
    >>> parting("hear me speak", "hear me sing")
    9
    """
    for position, characters in enumerate(zip(*texts, strict=False)):
        if len(set(characters)) > 1:
            return position
    return None


def texts(shown: Sequence[Column], words: Words) -> list[Text]:
    """Return columns as they are shown: what a text shares with its neighbour, and where it parts from it."""
    return [
        text(
            column.sample,
            words,
            _states(column),
            sign=written,
            note=_note(column, words),
            measures=measures(column, words),
        )
        for column in shown
    ]


def ending(prompt: str) -> str:
    r"""Return the end of a prompt, to stand before a text that may go on within a word.

    Examples
    --------
    >>> ending("All:\nAgainst him first: he's a very dog to the c")
    '…dog to the c'
    >>> ending("Speak.\n")
    ''
    """
    line = prompt.rsplit("\n", 1)[-1]
    if len(line) <= _ENDING:
        return line
    words = line[-_ENDING:].split(" ", 1)  # whole words, where there are any
    return "…" + words[-1]


@lru_cache(maxsize=8)
def legend(words: Words) -> str:
    """Return the legend of the tints, as HTML."""
    swatches = "".join(
        f'<span class="s{level}">{words.explore.legend_last.format(level=level) if level == LEVELS else level}</span>'
        for level in range(LEVELS + 1)
    )
    luck, tint = (html.escape(unbroken(line)) for line in (words.explore.legend_luck, words.explore.legend_tint))
    return f'<p class="legend"><span>{luck}</span></p><p class="legend tints"><span>{tint}</span> {swatches}</p>'


def _states(column: Column) -> list[str]:
    length = len(column.sample.text)
    if column.left is None:
        return [""] * length
    return ["shared"] * length if column.parts_at is None else marks(column.parts_at, length)


def marks(parts_at: int, length: int) -> list[str]:
    """Return the states of the characters of a text that parts from another at a position."""
    return ["shared"] * parts_at + ["parting"] + [""] * (length - parts_at - 1)


def _note(column: Column, words: Words) -> str:
    if column.left is None:
        return words.explore.lowest
    if column.parts_at is None:
        return words.explore.same_as.format(temperature=column.left)
    if column.parts_at == 0:
        return words.explore.differs_at_once.format(temperature=column.left)
    return words.explore.shares_with.format(temperature=column.left, count=column.parts_at)


def measures(column: Column, words: Words) -> Measures:
    """Return the names and values that stand below a column."""
    return (
        (words.explore.mean_surprisal, words.explore.bits_per_character.format(value=column.mean_surprisal)),
        (words.explore.word_share, share(column.word_share, words)),
        (words.explore.distinct_trigrams, share(column.distinct_trigrams, words)),
    )
