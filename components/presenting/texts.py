"""A text as it is shown, character by character, with how surprising each was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.analysis.quality import surprisals
from components.language_model.sample import Sample
from components.words.en import Words

LEVELS = 9  # tints: one a bit; the last is for all that is above


@dataclass(frozen=True)
class Text:
    """A text as it is shown, character by character.

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
        What each is among the other texts: "parting" where they part; see `ledger.states`.
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
    """Give a sample as it is shown; `sign` gives what stands for a character."""
    bits = surprisals(sample.base_log_probabilities)
    return Text(
        title=words.column_title.format(temperature=sample.temperature),
        characters=[sign(character) for character in sample.text],
        bits=bits.round(2).tolist(),
        levels="".join(str(min(int(surprise), LEVELS)) for surprise in bits),
        states=list(states),
        note=note,
        measures=measures,
    )
