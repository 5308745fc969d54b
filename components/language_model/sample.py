"""A text that a model wrote at one temperature, with what was predicted of each character. Needs no Keras."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.temperature import at_targets, log_probabilities


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

    def first(self, length: int) -> "Sample":
        """Return the first characters of the text, with their log-probabilities."""
        if length >= len(self.text):
            return self
        base, tempered = self.base_log_probabilities[:length], self.tempered_log_probabilities[:length]
        return Sample(self.text[:length], self.temperature, base, tempered)


@dataclass(frozen=True)
class Drawn:
    """A text that a model wrote at one temperature, with the logits and the noise of every character.

    Attributes
    ----------
    text : str
        The characters, without the prompt.
    temperature : float
        The temperature they were picked at.
    codes : ndarray of int32, shape (length,)
        The characters' indices into the vocabulary.
    logits : ndarray of float32, shape (length, characters)
        For each character, the scores that it was picked from, in nats.
    noise : ndarray of float32, shape (length, characters)
        For each character, the noise that it was picked by: the same at every temperature.
    """

    text: str
    temperature: float
    codes: NDArray[np.int32]
    logits: NDArray[np.float32]
    noise: NDArray[np.float32]

    def scored(self) -> Sample:
        """Return the text with the log-probabilities of its characters, in place of all logits.

        Returns
        -------
        Sample
            With log-probabilities at T = 1 and at the temperature of the text.
        """
        return Sample(self.text, self.temperature, self._of_the_picked(1.0), self._of_the_picked(self.temperature))

    def _of_the_picked(self, temperature: float) -> NDArray[np.float64]:
        return at_targets(log_probabilities(self.logits, temperature), self.codes)
