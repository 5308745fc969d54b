"""Texts without the cut, below those with it: the same luck, so that what the cut did is where they part."""

from collections.abc import Sequence
from dataclasses import replace

from components.presenting.columns import Column, marks, measures, parting
from components.presenting.glyphs import written
from components.presenting.texts import Text, text
from components.words import Words


def twins(cut: Sequence[Column], uncut: Sequence[Column], words: Words) -> list[Text]:
    """Return the texts without the cut as they are shown.

    Parameters
    ----------
    cut, uncut : sequence of Column
        The same texts with the cut and without it, in one order.
    words : Words
        The reader's language.
    """
    return [_twin(one, other, words) for one, other in zip(cut, uncut, strict=True)]


def _twin(cut: Column, uncut: Column, words: Words) -> Text:
    at, length = parting(cut.sample.text, uncut.sample.text), len(uncut.sample.text)
    shown = text(
        uncut.sample,
        words,
        [""] * length if at is None else marks(at, length),
        sign=written,
        note=_note(at, words),
        measures=measures(uncut, words),
    )
    return replace(shown, title=words.explore.twin_title.format(title=shown.title))


def _note(at: int | None, words: Words) -> str:
    if at is None:
        return words.explore.twin_same
    return words.explore.twin_shares.format(count=at) if at else words.explore.twin_at_once
