"""What a network predicts and writes while it is trained, with the weights that it has at the moment.

A `Sampler` takes a network's weights once and compiles a loop for them, which is fast and lasts. Here the weights
change every few seconds, so that they are read anew by every call: Keras's own layers, a step at a time.
"""

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from components.language_model.batching import Row, noise_by_stream
from components.language_model.compiling import compiled
from components.language_model.lanes import Codes
from components.language_model.vocabulary import Vocabulary

Floats = NDArray[np.float32]


class Live:
    """Reads and writes with a network whose weights change.

    Parameters
    ----------
    network : keras.Sequential
        As `network` builds it: an embedding, LSTM layers, a dense layer that returns logits.
    vocabulary : Vocabulary
        Its characters.
    """

    def __init__(self, network: keras.Sequential, vocabulary: Vocabulary) -> None:
        self._embedding, *self._recurrent, self._head = network.layers
        self._vocabulary = vocabulary
        self._read = tf.function(network, reduce_retracing=True)
        self._write = compiled(self._written)

    def predictions(self, codes: Codes) -> tuple[Floats, Codes]:
        """Predict each character of some texts from those before it, from a zero state.

        Parameters
        ----------
        codes : ndarray of int32, shape (texts, length)
            Texts of one length.

        Returns
        -------
        logits : ndarray of float32, shape (texts * (length - 1), characters)
            Scores in nats, one text after the other.
        targets : ndarray of int32, shape (texts * (length - 1),)
            What they predict.
        """
        logits = self._read(tf.constant(codes[:, :-1])).numpy()  # (texts, length - 1, characters)
        return logits.reshape(-1, logits.shape[-1]), codes[:, 1:].ravel()

    def write(self, prompt: str, temperatures: Sequence[float], length: int, seed: int) -> list[str]:
        """Go on from a prompt once per temperature, with the noise that `Sampler.sample` has for this seed."""
        rows = [Row.at(temperature, seed) for temperature in temperatures]
        noise = noise_by_stream(rows, length, len(self._vocabulary), {})[rows[0].stream]  # (length, characters)
        given = self._vocabulary.encode(prompt)
        codes = self._write(
            tf.constant(given), tf.constant(noise), tf.constant(np.array(temperatures, np.float32)[:, None])
        ).numpy()
        return [self._vocabulary.decode(text) for text in codes.T]

    def _step(self, codes: Any, states: Sequence[Any]) -> tuple[Any, list[Any]]:
        """Read one character a row; return logits (rows, characters) and the states after it."""
        values, after = self._embedding(codes), list[Any]()
        for layer, state in zip(self._recurrent, states, strict=True):
            values, new = layer.cell(values, state, training=False)
            after.append(new)
        return self._head(values), after

    def _written(self, given: Any, noise: Any, temperatures: Any) -> Any:
        """Return codes (length, rows), from a prompt (steps,), noise (length, characters), temperatures (rows, 1)."""
        rows, prompt, length = temperatures.shape[0], given.shape[0], noise.shape[0]
        picked = tf.TensorArray(tf.int32, size=length)
        states = [layer.get_initial_state(batch_size=rows) for layer in self._recurrent]

        def body(t: Any, codes: Any, picked: Any, states: Any) -> Any:
            logits, after = self._step(codes, states)
            at = tf.maximum(t - prompt + 1, 0)  # of the noise
            scores = logits + temperatures * noise[at]
            own = tf.argmax(scores, axis=-1, output_type=tf.int32)  # (rows,)
            following = tf.where(t + 1 < prompt, tf.fill([rows], given[tf.minimum(t + 1, prompt - 1)]), own)
            return t + 1, following, picked.write(at, own), after

        steps = prompt + length - 1
        _, _, picked, _ = tf.while_loop(
            lambda t, *_: t < steps, body, (0, tf.fill([rows], given[0]), picked, states), maximum_iterations=steps
        )
        return picked.stack()
