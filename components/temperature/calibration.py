"""Calibration: loss and reliability of predictions at many temperatures.

A prediction is a row of logits and its target, the index of the observed character. Only sums over the predictions are
kept, so a long text needs no more memory than a short one.

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

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Reliability:
    """Predictions at one temperature, sorted by their largest probability into bins of equal width.

    Attributes
    ----------
    count : ndarray of int, shape (BINS,)
        Predictions whose largest probability is in the bin: above its lower edge, up to its upper one.
    confidence : ndarray of float64, shape (BINS,)
        The mean of their largest probabilities; NaN in an empty bin.
    accuracy : ndarray of float64, shape (BINS,)
        The share of them whose target was the most likely character; NaN in an empty bin.
    """

    count: NDArray[np.int64]
    confidence: Floats
    accuracy: Floats

    @property
    def error(self) -> float:
        """The expected calibration error, from 0 to 1.

        The gaps between accuracy and confidence, weighted by the number of predictions in each bin.
        """
        gaps = np.nan_to_num(np.abs(self.accuracy - self.confidence))
        return float(gaps @ self.count / self.count.sum())


class Tally:
    """Sums over predictions at several temperatures.

    The most likely character does not depend on the temperature; of several the first is taken.

    Parameters
    ----------
    temperatures : array_like, shape (n,)
        Finite and above 0.

    Attributes
    ----------
    temperatures : ndarray of float64, shape (n,)
        The same, as an array.

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
    >>> round(tally.reliabilities()[0].error, 3)  # predicts 9 of 10, and 3 of 4 were right
    0.15
    """

    def __init__(self, temperatures: ArrayLike) -> None:
        self.temperatures = _checked_divisors(temperatures)
        shape = len(self.temperatures), BINS
        self._losses = np.zeros(shape[0])
        self._right = 0
        self._count, self._confidence, self._hits = np.zeros(shape, np.int64), np.zeros(shape), np.zeros(shape)

    def add(self, logits: ArrayLike, targets: ArrayLike) -> None:
        """Add predictions.

        Parameters
        ----------
        logits : array_like, shape (predictions, characters)
            Finite scores in nats.
        targets : array_like of int, shape (predictions,)
            Indices of the observed characters.

        Raises
        ------
        ValueError
            If there is not one target for each row, or one is no index of a character.
        """
        for gaps, part in pieces(logits, targets):  # (piece, characters) and (piece,)
            right = part == gaps.argmax(axis=-1)
            # exp(0) = 1 is the weight of the most likely one, so its probability is 1 over the sum of all.
            totals = np.stack([np.exp(gaps / divisor).sum(axis=-1) for divisor in self.temperatures])  # (n, piece)
            self._losses += (np.log(totals) - at_targets(gaps, part) / self.temperatures[:, None]).sum(axis=-1)
            self._right += int(right.sum())
            self._sort(1 / totals, right)

    def _sort(self, confidence: Floats, right: NDArray[np.bool_]) -> None:
        """Add largest probabilities, shape (n, piece), to the bins of their temperatures."""
        bins = np.clip(np.ceil(confidence * BINS).astype(np.int64) - 1, 0, BINS - 1)
        # One bincount for all temperatures: each has its own range of BINS numbers.
        numbers = (bins + BINS * np.arange(len(confidence))[:, None]).ravel()
        for sums, weights in (
            (self._count, None),
            (self._confidence, confidence.ravel()),
            (self._hits, np.tile(right, len(confidence)).astype(float)),
        ):
            sums += np.bincount(numbers, weights, sums.size).reshape(sums.shape).astype(sums.dtype)

    @property
    def predictions(self) -> int:
        """The number of predictions."""
        return int(self._count[0].sum())

    @property
    def accuracy(self) -> float:
        """The share of predictions whose target was the most likely character: the same at every temperature."""
        return self._right / self._at_least_one()

    def losses(self) -> Floats:
        """Return the mean negative log-likelihood at each temperature, in nats per character."""
        return self._losses / self._at_least_one()

    def reliabilities(self) -> list[Reliability]:
        """Return the bins of each temperature."""
        self._at_least_one()
        with np.errstate(invalid="ignore"):
            confidence, accuracy = self._confidence / self._count, self._hits / self._count
        return [Reliability(*bins) for bins in zip(self._count.copy(), confidence, accuracy, strict=True)]

    def _at_least_one(self) -> int:
        if not self.predictions:
            raise ValueError("a mean needs at least one prediction: add some first")
        return self.predictions


def pieces(logits: ArrayLike, targets: ArrayLike) -> Iterator[tuple[Floats, Indices]]:
    """Yield predictions in pieces of `PIECE`: each logit minus the largest of its row, and the targets.

    Raises
    ------
    ValueError
        If there is not one target for each row of logits, or one is no index of a character.
    """
    scores, indices = np.asarray(logits), np.asarray(targets)
    if scores.ndim != 2 or indices.shape != scores.shape[:1]:
        raise ValueError(
            f"one target is needed for each row of logits, got shapes {scores.shape} and {indices.shape}: "
            "give logits as (predictions, characters) and targets as (predictions,)"
        )
    wrong = (indices < 0) | (indices >= scores.shape[1])
    if wrong.any():
        raise ValueError(f"a target must be an index from 0 to {scores.shape[1] - 1}, got {indices[wrong][0]}")
    for start in range(0, len(scores), PIECE):
        part = checked_logits(scores[start : start + PIECE])  # (piece, characters)
        yield part - part.max(axis=-1, keepdims=True), indices[start : start + PIECE].astype(np.int64)


def _checked_divisors(temperatures: ArrayLike) -> Floats:
    divisors = np.atleast_1d(np.asarray(temperatures, np.float64))
    wrong = ~((divisors > 0) & np.isfinite(divisors))
    if not divisors.size or wrong.any():
        got = f"got {divisors[wrong][0]}" if divisors.size else "got none"
        raise ValueError(f"a temperature must be finite and above 0, {got}: at T = 0 a character is certain or out")
    return divisors
