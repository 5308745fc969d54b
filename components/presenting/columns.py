"""Texts side by side: each with where it parts from the one before it, and its measures."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.quality import bits_per_character, distinct_trigrams, word_share
from components.language_model.sample import Sample
from components.presenting.glyphs import written
from components.presenting.texts import LEVELS, Text, text
from components.words.en import Words


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
    mean_surprisal, word_share, distinct_trigrams : float or None
        The measures below the text; None where the text is too short to say.
    """

    sample: Sample
    parts_at: int | None
    left: float | None
    mean_surprisal: float
    word_share: float | None
    distinct_trigrams: float | None


def columns(samples: Sequence[Sample], known: frozenset[str]) -> list[Column]:
    """Set samples side by side, the coolest first.

    Parameters
    ----------
    samples : sequence of Sample
        Texts of at least one character, in any order.
    known : frozenset of str
        The words of the training text, in lower case.
    """
    ordered = sorted(samples, key=lambda sample: sample.temperature)
    before: list[Sample | None] = [None, *ordered[:-1]]
    return [
        Column(
            sample=sample,
            parts_at=None if left is None else parting(left.text, sample.text),
            left=None if left is None else left.temperature,
            mean_surprisal=bits_per_character(sample.base_log_probabilities),
            word_share=word_share(sample.text, known),
            distinct_trigrams=distinct_trigrams(sample.text),
        )
        for left, sample in zip(before, ordered, strict=True)
    ]


def parting(*texts: str) -> int | None:
    """Give the first place at which not all texts agree, or None if they do as far as the shortest goes.

    Examples
    --------
    >>> parting("hear me speak", "hear me sing")
    9
    """
    for place, characters in enumerate(zip(*texts, strict=False)):
        if len(set(characters)) > 1:
            return place
    return None


def texts(shown: Sequence[Column], words: Words) -> list[Text]:
    """Give columns as they are shown."""
    return [
        text(
            column.sample,
            words,
            ["parting" if place == column.parts_at else "" for place in range(len(column.sample.text))],
            sign=written,
            note="" if column.left is None else _note(column, words),
            measures=_measures(column, words),
        )
        for column in shown
    ]


def legend(words: Words) -> str:
    """Give the legend of the tints."""
    swatches = "".join(
        f'<span class="s{level}">{words.legend_last.format(level=level) if level == LEVELS else level}</span>'
        for level in range(LEVELS + 1)
    )
    return f'<p class="legend">{html.escape(words.legend)} {swatches}</p>'


def _note(column: Column, words: Words) -> str:
    if column.parts_at is None:
        return words.same_as.format(temperature=column.left)
    return words.differs_from.format(temperature=column.left, position=column.parts_at + 1)


def _measures(column: Column, words: Words) -> tuple[tuple[str, str], ...]:
    return (
        (words.mean_surprisal, words.bits_per_character.format(value=column.mean_surprisal)),
        (words.word_share, share(column.word_share, words)),
        (words.distinct_trigrams, share(column.distinct_trigrams, words)),
    )


def share(value: float | None, words: Words) -> str:
    """Give a share in words, also where there is none."""
    return words.nothing if value is None else words.share.format(value=value)
