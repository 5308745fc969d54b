"""The scores of all characters over T as rays: straight lines that count from one temperature on."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Rays:
    """The rays of a step.

    Attributes
    ----------
    intercepts, slopes : ndarray of float64, shape (n,)
        Logits in nats, and Gumbel noise.
    enters : ndarray of float64, shape (n,)
        The temperature from which on each counts: 0 always, inf never.
    """

    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]
    enters: NDArray[np.float64]

    @classmethod
    def of(cls, logits: ArrayLike, noise: ArrayLike, enters: ArrayLike | None = None) -> "Rays":
        """Return the rays of logits and noise, shape (n,) each; without `enters` all count from 0 on."""
        scores = np.asarray(logits, np.float64)
        starts = np.zeros_like(scores) if enters is None else np.asarray(enters, np.float64)
        return cls(scores, np.asarray(noise, np.float64), starts)

    @property
    def uncut(self) -> "Rays":
        """The same where all count from 0 on."""
        return replace(self, enters=np.zeros_like(self.enters))

    def at(self, index: int, temperature: float) -> float:
        """Return the height of one, wherever it counts."""
        return float(self.intercepts[index] + temperature * self.slopes[index])

    def counting(self, temperature: float) -> NDArray[np.float64]:
        """Return the intercepts, shape (n,), with -inf for those that do not count at a temperature."""
        return np.where(self.enters <= temperature, self.intercepts, -np.inf)

    def heights(self, temperature: float) -> NDArray[np.float64]:
        """Return the heights at a temperature, shape (n,); -inf for those that do not count there."""
        return np.asarray(self.counting(temperature) + temperature * self.slopes)

    def piece(self, index: int, start: float, end: float) -> dict[str, Any]:
        """Return a piece of one, as columns."""
        return {
            "start": start,
            "end": end,
            "from": self.at(index, start),
            "to": self.at(index, end),
            "logit": float(self.intercepts[index]),
            "luck": float(self.slopes[index]),
        }

    def pieces(self, index: int, lowest: float, last: float) -> list[dict[str, Any]]:
        """Return what is drawn of one: up to two pieces, before it counts and from there on.

        Parameters
        ----------
        index : int
            The character.
        lowest : float
            The lowest height that is shown, in nats.
        last : float
            The highest temperature that is shown.

        Returns
        -------
        list of dict
            Columns of `piece`, with `kept`, whether it counts, and `entered`, whether it begins to count there.
        """
        start, end = self._above(index, lowest, last)
        entry = float(min(max(self.enters[index], start), end))
        both = ((start, entry, False, False), (entry, end, True, start < entry))
        return [
            {"kept": kept, "entered": entered, **self.piece(index, left, right)}
            for left, right, kept, entered in both
            if left < right
        ]

    def _above(self, index: int, lowest: float, last: float) -> tuple[float, float]:
        """Return the temperatures, from 0 to `last`, between which one is above a height."""
        intercept, slope = self.intercepts[index], self.slopes[index]
        start, end = 0.0, last
        if slope > 0:
            start = max(start, float((lowest - intercept) / slope))
        elif slope < 0:
            end = min(end, float((lowest - intercept) / slope))
        elif intercept < lowest:
            end = 0.0
        return start, max(start, end)
