"""A text that a model wrote at one temperature, and how likely each character was. Needs no Keras."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Sample:
    """What a model wrote at one temperature.

    Attributes
    ----------
    text : str
        The characters, without the prompt.
    temperature : float
        The temperature they were picked at.
    base_log_probabilities : ndarray of float64, shape (length,)
        For each character, its log-probability at T = 1, in nats.
    tempered_log_probabilities : ndarray of float64, shape (length,)
        For each character, its log-probability at the sample's own temperature, in nats.
    """

    text: str
    temperature: float
    base_log_probabilities: NDArray[np.float64]
    tempered_log_probabilities: NDArray[np.float64]
