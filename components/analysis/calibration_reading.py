"""Calibration of a model on a text, in pieces so short that nobody else waits. Needs no Keras itself."""

from collections.abc import Callable, Iterator, Sequence
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

LEAST, MOST = 2_000, 200_000  # characters of a visitor's text

_HELD = 13_000_000  # logits that are held, for the search for T* goes over them several times

Codes = NDArray[np.int32]
Piece = tuple[NDArray[np.float32], Codes]
Report = Callable[[int, int], None]  # predictions that are made, and all of them


class TextLengthError(ValueError):
    """A text is too short or too long to be measured.

    Attributes
    ----------
    characters : int
        How many it has: known ones where there are too few, all where there are too many.
    too_short : bool
        Whether there are too few.
    """

    def __init__(self, characters: int, most: int) -> None:
        self.characters, self.too_short = characters, characters < LEAST
        limit = (
            f"at least {LEAST:,} that the model knows are needed" if self.too_short else f"at most {most:,} are read"
        )
        super().__init__(f"the text has {characters:,} characters: {limit}")


@dataclass(frozen=True)
class KnownText:
    """A text, as far as a model knows its characters.

    Attributes
    ----------
    codes : ndarray of int32, shape (characters,)
        The known characters.
    left_out : int
        The number of unknown ones.
    unknown : tuple of str
        Those, each once.
    """

    codes: Codes
    left_out: int
    unknown: tuple[str, ...]


def most(kinds: int) -> int:
    """Return how many characters of a text are read at most by a model that knows so many kinds of them.

    Examples
    --------
    >>> most(65), most(2_000), most(8_000)
    (200000, 6500, 2000)
    """
    return max(LEAST, min(MOST, _HELD // kinds))


def known_text(vocabulary: Vocabulary, text: str) -> KnownText:
    """Return a text without the characters that the model does not know.

    Raises
    ------
    TextLengthError
        If it has more than `most` characters, or fewer than `LEAST` known ones.

    Examples
    --------
    >>> text = known_text(Vocabulary.of("ab"), "a-b-" * 1000)
    >>> len(text.codes), text.left_out, text.unknown
    (2000, 2000, ('-',))
    """
    longest = most(len(vocabulary))
    if len(text) > longest:
        raise TextLengthError(len(text), longest)
    known, unknown = vocabulary.split_known(text)
    if len(known) < LEAST:
        raise TextLengthError(len(known), longest)
    return KnownText(vocabulary.encode(known), len(text) - len(known), unknown)


def measure(
    sampler: "Sampler",
    codes: Codes,
    temperatures: Sequence[float] = TEMPERATURES,
    *,
    report: Report = lambda *_: None,
) -> Calibration:
    """Return the calibration of a model on a text, its state carried from the first character to the last.

    Parameters
    ----------
    sampler : Sampler
        The model.
    codes : ndarray of int32, shape (characters,)
        The text, of two characters or more.
    temperatures : sequence of float, optional
        By default the slider's.
    report : callable, optional
        Called after every piece of a few milliseconds; what it raises ends the work. The search for T*, at the end,
        is a small part of it, and all predictions are made by then.

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
        report(tally.predictions, total)

    def reported() -> Iterator[Piece]:
        for piece in pieces:
            yield piece
            report(total, total)

    def derivatives(inverse: float) -> tuple[float, float]:
        slope, curvature = _slopes(reported(), inverse)
        return float(slope.mean()), float(curvature.mean())

    best = search(derivatives)
    at_best = Tally([best])
    for piece in reported():
        at_best.add(*piece)
    return Calibration.of(tally, at_best, standard_error(*_slopes(reported(), 1 / best), best))


def _slopes(pieces: Iterator[Piece], inverse: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    slope, curvature = zip(*(slopes(*piece, inverse) for piece in pieces), strict=True)
    return np.concatenate(slope), np.concatenate(curvature)
