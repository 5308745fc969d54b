"""Texts as they are shown, character by character, with how surprising each was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.analysis.quality import surprisals
from components.language_model.sample import Sample
from components.presenting.schedule import title
from components.words import Words

LEVELS = 9  # tints: one a bit; the last is for all that is above


@dataclass(frozen=True)
class Text:
    """A text as it is shown.

    Attributes
    ----------
    title : str
        What stands beside or above it.
    characters : list of str
        What stands for each character.
    bits : list of float
        How surprising each was at T = 1, in bits.
    levels : str
        The strength of each one's tint, a digit each.
    states : list of str
        What each is among the other texts: "shared" before they part, "parting" where they do; see `ledger.states`.
    note : str, optional
        What is said under the title.
    measures : tuple of (str, str), optional
        Names and values that stand below.
    """

    title: str
    characters: list[str]
    bits: list[float]
    levels: str
    states: list[str]
    note: str = ""
    measures: tuple[tuple[str, str], ...] = ()


def text(
    sample: Sample,
    words: Words,
    states: Sequence[str],
    *,
    sign: Callable[[str], str],
    note: str = "",
    measures: tuple[tuple[str, str], ...] = (),
) -> Text:
    """Return a sample as it is shown; `sign` gives what stands for a character."""
    bits = surprisals(sample.base_log_probabilities)
    return Text(
        title=title(sample.decoding.temperature, words),
        characters=[sign(character) for character in sample.text],
        bits=bits.round(2).tolist(),
        levels=levels(bits),
        states=list(states),
        note=note,
        measures=measures,
    )


def levels(bits: NDArray[np.float64]) -> str:
    """Return the strength of each character's tint as a digit: its whole bits of surprise, up to `LEVELS`.

    Examples
    --------
    >>> levels(np.array([0.2, 3.9, 25.0]))
    '039'
    """
    return "".join(str(min(int(surprise), LEVELS)) for surprise in bits)
