"""How well chances keep what they promise: loss and reliability of predictions at many temperatures.

A prediction is a row of logits and the place of the character that came. Predictions are taken in pieces,
and sums are all that is kept of them: a long text needs no more room than a short one.

References
----------
Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
https://arxiv.org/abs/1706.04599.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature.checks import Floats, checked_logits
from components.temperature.distribution import at_targets

BINS = 15  # as in Guo et al. 2017
PIECE = 128  # predictions at a time: few enough to stay in a processor's cache

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Reliability:
    """Predictions at one temperature, sorted by their largest chance into bins of equal width.

    Attributes
    ----------
    count : ndarray of int, shape (BINS,)
        Predictions whose largest chance is in the bin: above its lower edge, up to its upper one.
    confidence : ndarray of float64, shape (BINS,)
        The mean of their largest chances; NaN in an empty bin.
    accuracy : ndarray of float64, shape (BINS,)
        The share of them whose most likely character came; NaN in an empty bin.
    """

    count: NDArray[np.int64]
    confidence: Floats
    accuracy: Floats

    @property
    def error(self) -> float:
        """The expected calibration error: how far accuracy is from confidence, over all predictions.

        From 0 to 1; the gaps of the bins, weighted by how many predictions are in each.
        """
        gaps = np.nan_to_num(np.abs(self.accuracy - self.confidence))
        return float(gaps @ self.count / self.count.sum())


class Tally:
    """What predictions add up to at several temperatures.

    Which character is the most likely does not depend on the temperature. Where several are, the first of
    them is taken for it, at every temperature.

    Parameters
    ----------
    temperatures : array_like, shape (n,)
        Finite and above 0.

    Attributes
    ----------
    temperatures : ndarray of float64, shape (n,)
        Those.

    Raises
    ------
    ValueError
        If there is no temperature, or one is not finite and above 0.

    Examples
    --------
    >>> tally = Tally([1.0])
    >>> tally.add(np.log([[0.9, 0.1]] * 4), [0, 0, 0, 1])
    >>> tally.predictions, tally.accuracy, tally.losses().round(3)
    (4, 0.75, array([0.655]))
    >>> round(tally.reliabilities()[0].error, 3)  # says nine of ten, and three of four came
    0.15
    """

    def __init__(self, temperatures: ArrayLike) -> None:
        self.temperatures = _checked_divisors(temperatures)
        shape = len(self.temperatures), BINS
        self._losses = np.zeros(shape[0])
        self._right = 0
        self._count, self._sure, self._came = np.zeros(shape, np.int64), np.zeros(shape), np.zeros(shape)

    def add(self, logits: ArrayLike, targets: ArrayLike) -> None:
        """Add predictions.

        Parameters
        ----------
        logits : array_like, shape (predictions, characters)
            Finite scores in nats.
        targets : array_like of int, shape (predictions,)
            The places of the characters that came.

        Raises
        ------
        ValueError
            If there is not one target for each row, or one is no character's place.
        """
        for gaps, wanted in pieces(logits, targets):
            right = wanted == gaps.argmax(axis=-1)
            # exp(0) = 1 is the most likely one's weight, so its chance is one over the sum of all.
            totals = np.stack([np.exp(gaps / divisor).sum(axis=-1) for divisor in self.temperatures])
            self._losses += (np.log(totals) - at_targets(gaps, wanted) / self.temperatures[:, None]).sum(axis=-1)
            self._right += int(right.sum())
            self._sort(1 / totals, right)

    def _sort(self, sure: Floats, right: NDArray[np.bool_]) -> None:
        bins = np.clip(np.ceil(sure * BINS).astype(np.int64) - 1, 0, BINS - 1)
        places = (bins + BINS * np.arange(len(sure))[:, None]).ravel()
        for kept, what in (
            (self._count, None),
            (self._sure, sure.ravel()),
            (self._came, np.tile(right, len(sure)).astype(float)),
        ):
            kept += np.bincount(places, what, kept.size).reshape(kept.shape).astype(kept.dtype)

    @property
    def predictions(self) -> int:
        """How many were added."""
        return int(self._count[0].sum())

    @property
    def accuracy(self) -> float:
        """The share of predictions whose most likely character came: the same at every temperature."""
        return self._right / self._at_least_one()

    def losses(self) -> Floats:
        """Give the mean negative log-likelihood at each temperature, in nats per character."""
        return self._losses / self._at_least_one()

    def reliabilities(self) -> list[Reliability]:
        """Give the bins of each temperature."""
        self._at_least_one()
        with np.errstate(invalid="ignore"):
            confidence, accuracy = self._sure / self._count, self._came / self._count
        return [Reliability(*of_one) for of_one in zip(self._count.copy(), confidence, accuracy, strict=True)]

    def _at_least_one(self) -> int:
        if not self.predictions:
            raise ValueError("a mean needs at least one prediction: add some first")
        return self.predictions


def negative_log_likelihood(logits: ArrayLike, targets: ArrayLike, temperature: float = 1.0) -> float:
    """Give the mean loss of predictions at a temperature, in nats per character.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        Finite scores in nats.
    targets : array_like of int, shape (predictions,)
        The places of the characters that came.
    temperature : float, optional
        Finite and above 0.

    Raises
    ------
    ValueError
        If there is no prediction, the temperature is not finite and above 0, or as `Tally.add`.

    Examples
    --------
    >>> round(negative_log_likelihood(np.log([[0.5, 0.5]]), [0]), 4)
    0.6931
    """
    tally = Tally([temperature])
    tally.add(logits, targets)
    return float(tally.losses()[0])


def pieces(logits: ArrayLike, targets: ArrayLike) -> Iterator[tuple[Floats, Places]]:
    """Cut predictions into small pieces: how far each score is below the largest, and the targets.

    Raises
    ------
    ValueError
        If there is not one target for each row of logits, or one is no character's place.
    """
    scores, wanted = np.asarray(logits), np.asarray(targets)
    if scores.ndim != 2 or wanted.shape != scores.shape[:1]:
        raise ValueError(
            f"one target is needed for each row of logits, got shapes {scores.shape} and {wanted.shape}: "
            "give logits as (predictions, characters) and targets as (predictions,)"
        )
    wrong = (wanted < 0) | (wanted >= scores.shape[1])
    if wrong.any():
        raise ValueError(f"a target must be a place from 0 to {scores.shape[1] - 1}, got {wanted[wrong][0]}")
    for start in range(0, len(scores), PIECE):
        part = checked_logits(scores[start : start + PIECE])
        yield part - part.max(axis=-1, keepdims=True), wanted[start : start + PIECE].astype(np.int64)


def _checked_divisors(temperatures: ArrayLike) -> Floats:
    given = np.atleast_1d(np.asarray(temperatures, np.float64))
    wrong = ~((given > 0) & np.isfinite(given))
    if not given.size or wrong.any():
        found = f"got {given[wrong][0]}" if given.size else "got none"
        raise ValueError(f"a temperature must be finite and above 0, {found}: at T = 0 a character is certain or out")
    return given
