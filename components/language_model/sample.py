"""A text that a model wrote, with what was predicted of each character. Needs no Keras."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from components.temperature import Decoding, at_targets, kept, log_probabilities

_TOGETHER = 2**16  # logits that are worked on at once: what is made of them stays in a cache


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

    def stretches(self) -> list[slice]:
        """Return stretches of the text, at least one, whose logits are few enough to be worked on at once."""
        length = max(1, _TOGETHER // self.logits.shape[1])
        return [slice(start, start + length) for start in range(0, max(1, len(self.codes)), length)]

    def scored(self) -> Sample:
        """Return the text with the log-probabilities of its characters, in place of all logits.

        Returns
        -------
        Sample
            With log-probabilities at T = 1, and as the characters were picked.
        """
        return self._scored

    @cached_property
    def _scored(self) -> Sample:
        parts = [self._scores(part) for part in self.stretches()]
        base, tempered = (np.concatenate(of_parts) for of_parts in zip(*parts, strict=True))
        return Sample(self.text, self.decoding, base, tempered)

    def _scores(self, part: slice) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the log-probabilities of a part's characters, at T = 1 and as they were picked."""
        logits, codes, temperatures = self.logits[part], self.codes[part], self.temperatures[part]
        tempered = log_probabilities(self._left(part), temperatures)
        return at_targets(log_probabilities(logits), codes), at_targets(tempered, codes)

    def _left(self, part: slice) -> NDArray[np.floating]:
        """Return the logits of what is not cut in a part, -inf for the rest."""
        logits, codes = self.logits[part], self.codes[part]
        if not self.decoding.has_cut:
            return logits
        left = kept(logits, self.decoding, self.temperatures[part])
        # float32 kept what was picked, also where float64 puts it a rounding below the border.
        np.put_along_axis(left, codes[:, None], True, axis=-1)
        return np.where(left, logits, -np.inf)
