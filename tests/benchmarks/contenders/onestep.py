"""The TensorFlow tutorial's way: a compiled step, called for every character."""

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from tests.benchmarks.contenders.contract import Weights, shipped_network


def _returning_state(layer: Any) -> Any:
    """Return a recurrent layer's twin that also returns its state, with the same weights; others as they are."""
    if not hasattr(layer, "cell"):
        return layer
    twin = type(layer).from_config(layer.get_config() | {"return_state": True, "name": None})
    twin.build((None, None, layer.cell.kernel.shape[0]))
    twin.set_weights(layer.get_weights())
    return twin


class OneStep:
    """The TensorFlow tutorial's `OneStep`: a `tf.function` for every character, states passed."""

    name = "TensorFlow tutorial's OneStep"
    source = "https://www.tensorflow.org/text/tutorials/text_generation"
    one_at_a_time = False
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.layers = [_returning_state(layer) for layer in shipped_network().layers]
        characters = list(weights.vocabulary.characters)
        self.ids_from_chars = keras.layers.StringLookup(vocabulary=characters, num_oov_indices=0)
        self.chars_from_ids = keras.layers.StringLookup(vocabulary=characters, num_oov_indices=0, invert=True)
        self.greedy = tf.function(lambda inputs, states, t: self._one_step(inputs, states, t, self._most_likely))
        self.random = tf.function(lambda inputs, states, t: self._one_step(inputs, states, t, self._categorical))

    @staticmethod
    def _most_likely(logits: Any, temperatures: Any) -> Any:
        return tf.argmax(logits, axis=-1)

    @staticmethod
    def _categorical(logits: Any, temperatures: Any) -> Any:
        return tf.squeeze(tf.random.categorical(logits / temperatures, num_samples=1), axis=-1)

    def _one_step(self, inputs: Any, states: Any, temperatures: Any, pick: Callable[[Any, Any], Any]) -> Any:
        values = self.ids_from_chars(tf.strings.unicode_split(inputs, "UTF-8")).to_tensor()
        before, after = iter(states or []), []
        for layer in self.layers:
            if hasattr(layer, "cell"):
                values, *state = layer(values, initial_state=next(before, None))
                after.append(state)
            else:
                values = layer(values)
        ids = pick(values[:, -1, :], temperatures)
        return self.chars_from_ids(ids), after

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Call the step for every character, with all temperatures as one batch."""
        step = self.greedy if not any(temperatures) else self.random
        column = tf.constant(np.array(temperatures, np.float32)[:, None])
        next_char, states = tf.constant([prompt] * len(temperatures)), None
        result = []
        for _ in range(length):
            next_char, states = step(next_char, states, column)
            result.append(next_char)
        return [text.decode() for text in tf.strings.join(result).numpy()]
