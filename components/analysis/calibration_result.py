"""Calibration as it is shown, and as it is stored beside the weights. Needs no Keras."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components.analysis import stored
from components.analysis.stored import Stored
from components.language_model.content import parse
from components.temperature import best, scale
from components.temperature.calibration import BINS, Reliability, Tally

TEMPERATURES = tuple(
    temperature for temperature in scale.TEMPERATURES if temperature > 0
)  # of the slider; at 0 a loss has no bound

_DIGITS = 6


@dataclass(frozen=True)
class AtTemperature:
    """The calibration of a text's predictions at one temperature.

    Attributes
    ----------
    temperature : float
        Above 0.
    loss : float
        Mean negative log-likelihood, in nats per character.
    error : float
        Expected calibration error, from 0 to 1.
    count : tuple of int
        Predictions in each bin of the largest probability; the bins are of equal width, from 0 to 1.
    confidence : tuple of float or None
        The mean of their largest probabilities; None in an empty bin.
    accuracy : tuple of float or None
        The share of them whose target was the most likely character; None in an empty bin.
    """

    temperature: float
    loss: float
    error: float
    count: tuple[int, ...]
    confidence: tuple[float | None, ...]
    accuracy: tuple[float | None, ...]

    def __post_init__(self) -> None:
        if {*map(len, (self.count, self.confidence, self.accuracy))} != {BINS}:
            raise ValueError(f"a reliability has {BINS} bins, got {len(self.count)} counts at T = {self.temperature:g}")
        if min(self.count) < 0 or sum(self.count) == 0:
            raise ValueError(f"the counts of bins are 0 or more, and not all 0, got {self.count}")
        for mean, accuracy, count in zip(self.confidence, self.accuracy, self.count, strict=True):
            if (mean is None, accuracy is None) != (count == 0,) * 2:
                raise ValueError(f"a bin of {count} predictions has a confidence of {mean}, an accuracy of {accuracy}")
        shares = [share for share in (self.error, *self.confidence, *self.accuracy) if share is not None]
        if min(shares) < 0 or max(shares) > 1:
            raise ValueError(f"shares are from 0 to 1, got {min(shares)} and {max(shares)} at T = {self.temperature:g}")
        if self.temperature <= 0 or self.loss < 0:
            raise ValueError(f"T is above 0 and a loss 0 or more, got T = {self.temperature} and {self.loss}")

    @property
    def mean_confidence(self) -> float:
        """The mean of the largest probabilities of all predictions."""
        filled = zip(self.count, self.confidence, strict=True)
        return sum(count * (mean or 0.0) for count, mean in filled) / sum(self.count)

    @classmethod
    def of(cls, temperature: float, loss: float, reliability: Reliability) -> "AtTemperature":
        """Return the figures of one temperature, rounded."""
        return cls(
            float(temperature),
            round(float(loss), _DIGITS),
            round(reliability.error, _DIGITS),
            tuple(reliability.count.tolist()),
            _blanks(reliability.confidence.tolist()),
            _blanks(reliability.accuracy.tolist()),
        )


@dataclass(frozen=True)
class Calibration:
    """The calibration of a text's predictions at many temperatures, and its best temperature.

    Attributes
    ----------
    predictions : int
        The number of predictions: one for each character of the text but the first.
    accuracy : float
        The share of them whose target was the most likely character: the same at every temperature.
    slider : tuple of AtTemperature
        At the slider's temperatures, in ascending order.
    one : AtTemperature
        At T = 1.
    best : AtTemperature
        At T*, where the loss is lowest.
    standard_error : float or None
        Of T*, as from `components.temperature.best.standard_error`; None at a bound, and for a text that is
        too short to be cut into parts.
    """

    predictions: int
    accuracy: float
    slider: tuple[AtTemperature, ...]
    one: AtTemperature
    best: AtTemperature
    standard_error: float | None

    def __post_init__(self) -> None:
        if self.predictions < 1 or not 0 <= self.accuracy <= 1:
            raise ValueError(f"{self.predictions} predictions cannot have an accuracy of {self.accuracy}")
        if self.standard_error is not None and self.standard_error < 0:
            raise ValueError(f"a standard error is 0 or more, got {self.standard_error}")

    @property
    def at_bound(self) -> bool:
        """Whether the loss still falls at the end of the range in which T* was searched."""
        return self.best.temperature in (best.LOWEST, best.HIGHEST)

    @classmethod
    def of(cls, tally: Tally, at_best: Tally, standard_error: float | None) -> "Calibration":
        """Return the figures of a text.

        Parameters
        ----------
        tally : Tally
            At the slider's temperatures, and at 1 after them.
        at_best : Tally
            At T* alone.
        standard_error : float or None
            Of T*.
        """
        (*slider, one), (at,) = _figures(tally), _figures(at_best)
        bound = at.temperature in (best.LOWEST, best.HIGHEST)
        rounded = None if bound or standard_error is None else round(standard_error, _DIGITS)
        return cls(tally.predictions, round(tally.accuracy, _DIGITS), tuple(slider), one, at, rounded)


def _figures(tally: Tally) -> list[AtTemperature]:
    return [
        AtTemperature.of(*figures)
        for figures in zip(tally.temperatures, tally.losses(), tally.reliabilities(), strict=True)
    ]


def _blanks(values: Sequence[float]) -> tuple[float | None, ...]:
    """Return rounded values, with None for NaN, which JSON lacks."""
    return tuple(None if math.isnan(value) else round(value, _DIGITS) for value in values)


@dataclass(frozen=True)
class Passage:
    """A passage of the model's corpus, and its calibration.

    Attributes
    ----------
    start : int
        Where it begins in the corpus, in characters.
    characters : int
        Its length.
    trained_temperature : float
        T* as found by training the `Temperature` layer.
    calibration : Calibration
        T* as found by minimising, and everything else.
    """

    start: int
    characters: int
    trained_temperature: float
    calibration: Calibration

    def __post_init__(self) -> None:
        if self.start < 0 or self.characters < 1 or self.trained_temperature <= 0:
            raise ValueError(f"a passage of {self.characters} characters cannot begin at {self.start}")


@dataclass(frozen=True)
class Passages:
    """The two passages whose calibration is stored beside the weights.

    Attributes
    ----------
    held_out : Passage
        The text that the model has not seen.
    training : Passage
        As long a passage of the text that it was trained on: the one right before the held-out text.
    """

    held_out: Passage
    training: Passage


def load(model: Path) -> Stored[Passages]:
    """Read the calibration that is stored beside a model's weights.

    Raises
    ------
    ModelError
        If a file is missing or damaged.
    """
    return stored.load(model, stored.CALIBRATION, _from_content)


def _from_content(content: Any) -> Passages:
    passages = parse(Passages, content)
    for passage in (passages.held_out, passages.training):
        measured = tuple(at.temperature for at in passage.calibration.slider)
        one, found = passage.calibration.one, passage.calibration.best
        if one.temperature != 1 or not best.LOWEST <= found.temperature <= best.HIGHEST:
            raise ValueError(f"T = 1 and T* cannot be {one.temperature} and {found.temperature}")
        if measured != TEMPERATURES:
            raise ValueError(f"a calibration is stored at {len(TEMPERATURES)} temperatures, got {len(measured)}")
    return passages
