"""The subject itself: what temperature does to a distribution. NumPy only."""

from components.temperature.distribution import (
    apply_temperature,
    at_targets,
    effective_choices,
    entropy,
    log_probabilities,
    surprisal,
)
from components.temperature.noise import gumbel_noise, pick
from components.temperature.reweighting import reweight, reweight_by_power

__all__ = [
    "apply_temperature",
    "at_targets",
    "effective_choices",
    "entropy",
    "gumbel_noise",
    "log_probabilities",
    "pick",
    "reweight",
    "reweight_by_power",
    "surprisal",
]
