"""Keras's own `predict`, called for every character: on a window, and on a stateful network."""

from collections.abc import Sequence

import keras
import numpy as np
from numpy.typing import NDArray

from components.language_model.network import copy_weights
from components.temperature import apply_temperature
from tests.benchmarks.contenders.contract import SEED, Weights, shipped_network

WINDOW = 40  # of the Keras example


def _drawn(logits: NDArray[np.float32], temperature: float, random: np.random.Generator) -> int:
    """Draw one character, as the Keras example's `sample` does, in float64 so that multinomial takes it."""
    if temperature == 0:
        return int(logits.argmax())
    return int(random.multinomial(1, apply_temperature(logits, temperature)).argmax())


class KerasExample:
    """`model.predict` on the last 40 characters, for every character."""

    name = "Keras example: predict on a window"
    source = "https://keras.io/examples/generative/lstm_character_level_text_generation/"
    one_at_a_time = True
    longest = WINDOW
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.network, self.vocabulary = shipped_network(), weights.vocabulary

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Predict, sample, shift the window."""
        return [self._write_one(prompt, temperature, length) for temperature in temperatures]

    def _write_one(self, prompt: str, temperature: float, length: int) -> str:
        random, codes = np.random.default_rng(SEED), list(self.vocabulary.encode(prompt))
        for _ in range(length):
            logits = self.network.predict(np.array([codes[-WINDOW:]]), verbose=0)[0, -1]
            codes.append(_drawn(logits, temperature, random))
        return self.vocabulary.decode(codes[len(prompt) :])


class StatefulPredict:
    """A stateful network of batch 1 and length 1; `predict` for every character."""

    name = "stateful predict, one character a call"
    source = "https://stackoverflow.com/questions/37246030"
    one_at_a_time = True
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.vocabulary, trained = weights.vocabulary, shipped_network()
        stateful = [
            type(layer).from_config(layer.get_config() | ({"stateful": True} if hasattr(layer, "cell") else {}))
            for layer in trained.layers
        ]
        self.network = keras.Sequential([keras.Input(batch_shape=(1, 1), dtype="int32"), *stateful])
        copy_weights(trained, self.network)

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Feed one character after another."""
        return [self._write_one(prompt, temperature, length) for temperature in temperatures]

    def _write_one(self, prompt: str, temperature: float, length: int) -> str:
        random, codes = np.random.default_rng(SEED), list(self.vocabulary.encode(prompt))
        for layer in self.network.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()
        for code in codes[:-1]:
            self.network.predict(np.array([[code]]), verbose=0)
        for _ in range(length):
            logits = self.network.predict(np.array([[codes[-1]]]), verbose=0)[0, -1]
            codes.append(_drawn(logits, temperature, random))
        return self.vocabulary.decode(codes[len(prompt) :])
