"""What tests of predictions share: their loss and their best temperature, in one go."""

from numpy.typing import ArrayLike

from components.temperature.best import HIGHEST, LOWEST, search, slopes
from components.temperature.calibration import Tally


def negative_log_likelihood(logits: ArrayLike, targets: ArrayLike, temperature: float = 1.0) -> float:
    """Return the mean loss of predictions at a temperature, in nats per character."""
    tally = Tally([temperature])
    tally.add(logits, targets)
    return float(tally.losses()[0])


def best_temperature(
    logits: ArrayLike, targets: ArrayLike, *, lowest: float = LOWEST, highest: float = HIGHEST
) -> float:
    """Return the temperature at which logits predict their targets best."""

    def derivatives(inverse: float) -> tuple[float, float]:
        slope, curvature = slopes(logits, targets, inverse)
        return float(slope.mean()), float(curvature.mean())

    return search(derivatives, lowest, highest)
