"""The subject itself: what temperature does to a distribution."""

from components.temperature.cutting import enters_at, kept, kept_log_probabilities, kept_logits, kept_mass
from components.temperature.decoding import NO_CUT, Decoding
from components.temperature.distribution import (
    apply_temperature,
    at_targets,
    effective_choices,
    entropy,
    log_probabilities,
)
from components.temperature.noise import gumbel_noise, pick
from components.temperature.reweighting import reweight, reweight_by_power

__all__ = [
    "NO_CUT",
    "Decoding",
    "apply_temperature",
    "at_targets",
    "effective_choices",
    "enters_at",
    "entropy",
    "gumbel_noise",
    "kept",
    "kept_log_probabilities",
    "kept_logits",
    "kept_mass",
    "log_probabilities",
    "pick",
    "reweight",
    "reweight_by_power",
]
