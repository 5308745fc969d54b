"""A text that a model wrote, with what was predicted of each character. Needs no Keras."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.temperature import Decoding, at_targets, kept, log_probabilities


@dataclass(frozen=True)
class Sample:
    """What a model wrote.

    Attributes
    ----------
    text : str
        The characters, without the prompt.
    decoding : Decoding
        How they were picked.
    base_log_probabilities : ndarray of float64, shape (length,)
        For each character, its log-probability at T = 1 with nothing cut, in nats.
    tempered_log_probabilities : ndarray of float64, shape (length,)
        For each character, the log-probability with which it was picked, among what was kept, in nats.
    """

    text: str
    decoding: Decoding
    base_log_probabilities: NDArray[np.float64]
    tempered_log_probabilities: NDArray[np.float64]

    @property
    def temperature(self) -> float:
        """The temperature at which all characters were picked: a ValueError where it is a schedule."""
        return self.decoding.fixed_temperature

    def first(self, length: int) -> "Sample":
        """Return the first characters of the text, with their log-probabilities."""
        if length >= len(self.text):
            return self
        base, tempered = self.base_log_probabilities[:length], self.tempered_log_probabilities[:length]
        return Sample(self.text[:length], self.decoding, base, tempered)


@dataclass(frozen=True)
class Drawn:
    """A text that a model wrote, with the logits and the noise of every character.

    Attributes
    ----------
    text : str
        The characters, without the prompt.
    decoding : Decoding
        How they were picked.
    codes : ndarray of int32, shape (length,)
        The characters' indices into the vocabulary.
    logits : ndarray of float32, shape (length, characters)
        For each character, the scores that it was picked from, in nats.
    noise : ndarray of float32, shape (length, characters)
        For each character, the noise that it was picked by: the same at every temperature.
    temperatures : ndarray of float64, shape (length,)
        For each character, the temperature that it was picked at.
    """

    text: str
    decoding: Decoding
    codes: NDArray[np.int32]
    logits: NDArray[np.float32]
    noise: NDArray[np.float32]
    temperatures: NDArray[np.float64]

    @property
    def temperature(self) -> float:
        """The temperature at which all characters were picked: a ValueError where it is a schedule."""
        return self.decoding.fixed_temperature

    def scored(self) -> Sample:
        """Return the text with the log-probabilities of its characters, in place of all logits.

        Returns
        -------
        Sample
            With log-probabilities at T = 1, and as the characters were picked.
        """
        left = kept(self.logits, self.decoding, self.temperatures)
        # float32 kept what was picked, also where float64 puts it a rounding below the border.
        np.put_along_axis(left, self.codes[:, None], True, axis=-1)
        base = log_probabilities(self.logits)
        tempered = log_probabilities(np.where(left, self.logits, -np.inf), self.temperatures)
        return Sample(self.text, self.decoding, at_targets(base, self.codes), at_targets(tempered, self.codes))
