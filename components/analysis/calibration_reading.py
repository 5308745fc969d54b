"""Measuring how well a model predicts a text, in pieces so short that nobody else waits. Needs no Keras itself."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from components.analysis.calibration_result import TEMPERATURES, Calibration
from components.language_model.vocabulary import Vocabulary
from components.temperature.best import search, slopes, standard_error
from components.temperature.calibration import Tally

if TYPE_CHECKING:
    from components.language_model.sampling import Sampler

LEAST, MOST = 2_000, 200_000  # characters of a text that a visitor gives

Codes = NDArray[np.int32]
Piece = tuple[NDArray[np.float32], Codes]
Measuring = Generator["Progress", None, Calibration]


class TextLengthError(ValueError):
    """A text is too short or too long to be measured.

    Attributes
    ----------
    characters : int
        How many it has: known ones where there are too few, all where there are too many.
    too_short : bool
        Whether there are too few.
    """

    def __init__(self, characters: int) -> None:
        self.characters, self.too_short = characters, characters < LEAST
        limit = (
            f"at least {LEAST:,} that the model knows are needed" if self.too_short else f"at most {MOST:,} are read"
        )
        super().__init__(f"the text has {characters:,} characters: {limit}")


@dataclass(frozen=True)
class Given:
    """A text that a visitor gave, as far as the model knows its characters.

    Attributes
    ----------
    codes : ndarray of int32, shape (characters,)
        What is read.
    left_out : int
        How many characters are not.
    unknown : tuple of str
        Those, each once.
    """

    codes: Codes
    left_out: int
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Progress:
    """How far measuring has come.

    Attributes
    ----------
    done, total : int
        Predictions made, and to be made.
    """

    done: int
    total: int


def given(vocabulary: Vocabulary, text: str) -> Given:
    """Take a visitor's text, without the characters that the model does not know.

    Raises
    ------
    TextLengthError
        If it has more than `MOST` characters, or fewer than `LEAST` known ones.

    Examples
    --------
    >>> taken = given(Vocabulary.of("ab"), "a-b-" * 1000)
    >>> len(taken.codes), taken.left_out, taken.unknown
    (2000, 2000, ('-',))
    """
    if len(text) > MOST:
        raise TextLengthError(len(text))
    known, unknown = vocabulary.split_known(text)
    if len(known) < LEAST:
        raise TextLengthError(len(known))
    return Given(vocabulary.encode(known), len(text) - len(known), unknown)


def measuring(sampler: "Sampler", codes: Codes, temperatures: Sequence[float] = TEMPERATURES) -> Measuring:
    """Measure how well a model predicts a text, its state carried from the first character to the last.

    Close the generator to stop; nothing is lost but its own work.

    Parameters
    ----------
    sampler : Sampler
        The model.
    codes : ndarray of int32, shape (characters,)
        The text, of two characters or more.
    temperatures : sequence of float, optional
        Where to measure; by default at the slider's.

    Yields
    ------
    Progress
        After every piece of a few milliseconds. The search for T*, at the end, is a small part of the work,
        and all predictions are made by then.

    Returns
    -------
    Calibration
        The figures, as `finished` gives them.

    Raises
    ------
    ValueError
        If the text has fewer than two characters, or as `Tally`.
    """
    total = len(codes) - 1
    if total < 1:
        raise ValueError(f"a text of {len(codes)} characters predicts nothing: give at least two")
    tally, pieces = Tally([*temperatures, 1.0]), list[Piece]()
    for piece in sampler.predictions(codes):
        tally.add(*piece)
        pieces.append(piece)
        yield Progress(tally.predictions, total)
    return (yield from _at_best(pieces, tally))


def _at_best(pieces: Sequence[Piece], tally: Tally) -> Measuring:
    asked = search()
    inverse = next(asked)
    done = Progress(tally.predictions, tally.predictions)
    try:
        while True:
            slope, curvature = yield from _slopes(pieces, inverse, done)
            inverse = asked.send((float(slope.mean()), float(curvature.mean())))
    except StopIteration as found:
        best = float(found.value)
    slope, curvature = yield from _slopes(pieces, 1 / best, done)
    at_best = Tally([best])
    for piece in pieces:
        at_best.add(*piece)
        yield done
    return Calibration.of(tally, at_best, standard_error(slope, curvature, best))


def _slopes(
    pieces: Sequence[Piece], inverse: float, done: Progress
) -> Generator[Progress, None, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    found = []
    for piece in pieces:
        found.append(slopes(*piece, inverse))
        yield done
    slope, curvature = zip(*found, strict=True)
    return np.concatenate(slope), np.concatenate(curvature)


def finished(measuring: Measuring) -> Calibration:
    """Run a measuring to its end, in one go."""
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
