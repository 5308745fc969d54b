"""What a first scene is to show, and how far a scene is from it. Needs no Keras."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from components.temperature import apply_temperature

TOP = (0.4, 0.6)  # of the most likely character at T = 1: neither settled nor open
LIKELY, LEAST_LIKELY = 0.03, 6  # at least so many characters at T = 1 are more likely than this
COLD, LEAST_COLD = 0.2, 0.95  # at this temperature the most likely character is more likely than this
PARTING = range(15, 61)  # characters that neighbouring columns share before they part
APART = 3  # characters at least between two places of parting: seen as two
WIDTH, LEAST_LINES = 35, 16  # of a column where five stand side by side on a screen of 1920 × 1080

SEEDS = 128  # tried on every prompt in a round

# A lecture hall's first screen is without them, whatever the training text holds.
_UNFIT = re.compile(r"(?i)\b(arse|bastard|bitch|damn|fuck|nigg|piss|rape|shit|slut|strumpet|whore)")
_CHUNKS = re.compile(r"\s+|[^\s-]*-+|[^\s-]+")  # a line is broken after a space or a hyphen


@dataclass(frozen=True)
class Effort:
    """How long a search goes on at most; it ends with the first scene that meets all criteria.

    Attributes
    ----------
    prompts : int
        How many prompts are tried, the best first; at least 1.
    rounds : int
        How many times `SEEDS` seeds are tried on each of them, 0 or more.

    Raises
    ------
    ValueError
        If one of them is less.

    Examples
    --------
    >>> list(Effort(rounds=2).seeds())
    [range(1, 129), range(129, 257)]
    """

    prompts: int = 32
    rounds: int = 16

    def __post_init__(self) -> None:
        if self.prompts < 1 or self.rounds < 0:
            raise ValueError(
                f"at least 1 prompt and 0 rounds are needed, got {self.prompts} prompts and {self.rounds} rounds"
            )

    def seeds(self) -> Iterator[range]:
        """Return the seeds of each round."""
        for at in range(self.rounds):
            yield range(1 + SEEDS * at, 1 + SEEDS * (at + 1))


FULL = Effort()


@dataclass(frozen=True)
class Criterion:
    """One thing that a first scene is to show.

    Attributes
    ----------
    name : str
        What it is, for a terminal.
    shortfall : float
        0 where it is met, at most 1.
    value : str
        What was found.
    """

    name: str
    shortfall: float
    value: str


@dataclass(frozen=True)
class Findings:
    """What a prompt and the texts after it show.

    Attributes
    ----------
    top : float
        Probability of the most likely character at T = 1.
    likely : int
        How many characters are more likely than `LIKELY` at T = 1.
    cold_top : float
        Probability of the most likely character at T = `COLD`.
    partings : tuple of int or None
        For each column but the first, how many characters it shares with the one before it; None where they
        never part.
    lines : int
        Lines of the shortest column, at `WIDTH` characters a line.
    bare : int
        Columns whose first line has no letter and no digit.
    unfit : int
        Words in all texts that are not fit for a lecture hall.
    """

    top: float
    likely: int
    cold_top: float
    partings: tuple[int | None, ...] = ()
    lines: int = 0
    bare: int = 0
    unfit: int = 0

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return all criteria, the most important first: the last gives way first."""
        partings = ", ".join("never" if place is None else str(place) for place in self.partings)
        return (
            Criterion("no unfit word", min(1.0, self.unfit / 4), str(self.unfit)),
            Criterion("first lines with a letter or a digit", min(1.0, self.bare / 4), f"{self.bare} without"),
            Criterion(
                f"neighbouring columns part after {PARTING[0]} to {PARTING[-1]} characters, each pair at another place",
                parting_shortfall(self.partings),
                partings,
            ),
            Criterion(
                f"most likely character at T = 1 between {TOP[0]:.0%} and {TOP[1]:.0%}",
                max(0.0, TOP[0] - self.top, self.top - TOP[1]),
                f"{self.top:.1%}",
            ),
            Criterion(
                f"most likely character at T = {COLD:g} above {LEAST_COLD:.0%}",
                max(0.0, LEAST_COLD - self.cold_top),
                f"{self.cold_top:.1%}",
            ),
            Criterion(
                f"at least {LEAST_LIKELY} characters above {LIKELY:.0%} at T = 1",
                max(0.0, 1 - self.likely / LEAST_LIKELY),
                str(self.likely),
            ),
            Criterion(
                f"at least {LEAST_LINES} lines in every column",
                max(0.0, 1 - self.lines / LEAST_LINES),
                str(self.lines),
            ),
        )

    @property
    def shortfall(self) -> float:
        """Return one number for all criteria: 0 where all are met.

        A criterion that is wholly missed weighs more than all that are less important together.
        """
        criteria = self.criteria
        return sum(2.0**-place * criterion.shortfall for place, criterion in enumerate(criteria))

    def report(self) -> Iterator[str]:
        """Return a line per criterion for a terminal: whether it is met, and the number."""
        for criterion in self.criteria:
            yield f"{'met    ' if criterion.shortfall == 0 else 'not met'}  {criterion.name}: {criterion.value}"


def of_prediction(logits: NDArray[np.float32]) -> Findings:
    """Return what the prediction after a prompt shows, before any text is written.

    Examples
    --------
    >>> of_prediction(np.log([0.5, 0.25, 0.25])).likely
    3
    """
    warm = apply_temperature(logits)
    return Findings(float(warm.max()), int((warm > LIKELY).sum()), float(apply_temperature(logits, COLD).max()))


def partings(columns: Sequence[str]) -> tuple[int | None, ...]:
    """Return how many characters each column but the first shares with the one before it.

    Examples
    --------
    >>> partings(["hear me speak", "hear me sing", "hear me sing"])
    (9, None)
    """
    return tuple(_shared(before, text) for before, text in pairwise(columns))


def _shared(one: str, other: str) -> int | None:
    pairs = enumerate(zip(one, other, strict=True))
    return next((place for place, (ours, theirs) in pairs if ours != theirs), None)


def parting_shortfall(places: Sequence[int | None]) -> float:
    """Return how far the places of parting are from what is wanted: 0 where they are, at most 1.

    Examples
    --------
    >>> parting_shortfall([20, 40, 30]), parting_shortfall([20, 20, None])
    (0.0, 0.6666666666666666)
    """
    missed = [_missed(place, places[:before]) for before, place in enumerate(places)]
    return sum(missed) / len(missed) if missed else 1.0


def _missed(place: int | None, earlier: Sequence[int | None]) -> float:
    if place is None or any(other is not None and abs(place - other) < APART for other in earlier):
        return 1.0
    return min(1.0, max(0, PARTING[0] - place, place - PARTING[-1]) / PARTING[0])


def lines(text: str, width: int = WIDTH) -> int:
    r"""Return how many lines a text takes, as a browser wraps it with `white-space: pre-wrap`.

    Lines are broken after spaces and hyphens, a word only where it is longer than a line. Spaces at the end
    of a line take no room, signs of East Asian scripts take twice the room and can be broken anywhere.

    Examples
    --------
    >>> lines("Speak, speak.\n\nAll:", 40), lines("Speak, speak.", 8), lines("Speak" * 4, 8)
    (3, 2, 3)
    """
    return sum(_lines_of(paragraph, width) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, width: int) -> int:
    count, column = 1, 0
    for chunk in _CHUNKS.findall(paragraph):
        for part in chunk if any(room(character) > 1 for character in chunk) else [chunk]:
            needed = sum(map(room, part))
            if part.isspace():
                column += needed
                continue
            if column and column + needed > width:
                count, column = count + 1, 0
            count += (needed - 1) // width
            column += needed if needed <= width else (needed - 1) % width + 1
    return count


def room(character: str) -> int:
    """Return the room that a character takes on a line: signs of East Asian scripts take twice that of others.

    Examples
    --------
    >>> room("a"), room("明"), room("，")
    (1, 2, 2)
    """
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def bare(text: str) -> bool:
    r"""Return whether the first line of a text has no letter and no digit.

    Examples
    --------
    >>> bare("!\nSpeak"), bare("peak.")
    (True, False)
    """
    return not any(map(str.isalnum, text.split("\n")[0]))


def unfit_words(text: str) -> int:
    """Return how many words of a text are not fit for a lecture hall.

    Examples
    --------
    >>> unfit_words("Thou bastard! Scrape the grass.")
    1
    """
    return len(_UNFIT.findall(text))
