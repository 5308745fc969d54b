"""Texts at several temperatures in lock step: what they share, where they part, where they meet again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from components.analysis.quality import surprisals
from components.language_model.sample import Sample
from components.pages.columns import LEVELS, parting
from components.pages.glyphs import glyph, name
from components.words.en import Words

State = Literal["shared", "parting", "apart", "met"]


@dataclass(frozen=True)
class Row:
    """One text of the ledger, character by character."""

    title: str
    characters: list[str]
    names: list[str]
    levels: str  # bits of surprise at T = 1, a digit each
    states: list[State]


def states(texts: Sequence[str]) -> list[State]:
    """Say of every position whether all texts agree there.

    Parameters
    ----------
    texts : sequence of str
        At least one, all of the same length.

    Returns
    -------
    list of str
        "shared" up to the first position at which not all agree, which is "parting"; after it "met"
        where all agree again, and "apart" where they do not.

    Examples
    --------
    >>> states(["abcd", "abxd"])
    ['shared', 'shared', 'parting', 'met']
    """
    agree = [len(set(characters)) == 1 for characters in zip(*texts, strict=True)]
    first = parting(*texts)
    after: list[State] = ["met" if same else "apart" for same in agree[len(agree) if first is None else first + 1 :]]
    if first is None:
        return ["shared"] * len(agree)
    return [*["shared"] * first, "parting", *after]  # type: ignore[list-item]


def rows(samples: Sequence[Sample], words: Words) -> list[Row]:
    """Lay out texts one under another, the coolest first.

    Parameters
    ----------
    samples : sequence of Sample
        Texts of the same length, written with the same noise.
    words : Words
        The reader's language.
    """
    kinds = states([sample.text for sample in samples])
    return [
        Row(
            title=words.column_title.format(temperature=sample.temperature),
            characters=[glyph(character) for character in sample.text],
            names=[
                words.character_hint.format(character=name(character, words), bits=bits)
                for character, bits in zip(sample.text, surprisals(sample.base_log_probabilities), strict=True)
            ],
            levels="".join(str(min(int(bits), LEVELS)) for bits in surprisals(sample.base_log_probabilities)),
            states=kinds,
        )
        for sample in samples
    ]
