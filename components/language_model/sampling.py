"""One compiled loop that writes text: a row per temperature, from one network.

The loop runs over the loaded network's own weights. States are arguments and results, never kept in
the network, so one network serves everybody at once. Characters are picked by noise that is the same
at every temperature (see `components.temperature.noise`), keyed by seed and step.

XLA compiles a loop anew for every shape. So rows are padded to a few fixed sizes, and texts are read
and written in chunks of one size with a trip count that is an argument: neither another number of
temperatures, nor another length, nor another prompt compiles anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops
from numpy.typing import NDArray

from components.language_model.layers import chain
from components.language_model.sample import Sample
from components.language_model.stepping import Floats, States, Stepper
from components.language_model.vocabulary import Vocabulary
from components.temperature import gumbel_noise, log_probabilities
from components.temperature.checks import checked_temperature

CHUNK = 128
HIGHEST_TEMPERATURE = 1e30  # times any noise it is still a float32
ROW_SIZES = (1, 4, 8, 16, 32, 64, 128, 256)


@dataclass(frozen=True)
class Reading:
    """What a network makes of a prompt: its state, and the logits of the next character.

    Attributes
    ----------
    states : list of tensor
        The network's state after the prompt, for one row.
    logits : ndarray of float32, shape (characters,)
        Scores of the next character.
    features : ndarray of float32, shape (units,)
        What the last layer makes the logits of.
    """

    states: States
    logits: Floats
    features: Floats


@dataclass(frozen=True)
class Drawn:
    """A text that was written at one temperature, with all that its picks were made of.

    Attributes
    ----------
    text : str
        The characters, without the prompt.
    temperature : float
        The temperature they were picked at.
    codes : ndarray of int32, shape (length,)
        The picked characters.
    logits : ndarray of float32, shape (length, characters)
        For each character, the scores that it was picked from.
    noise : ndarray of float32, shape (length, characters)
        For each character, the noise that it was picked by: the same at every temperature.
    """

    text: str
    temperature: float
    codes: NDArray[np.int32]
    logits: Floats
    noise: Floats

    def scored(self) -> Sample:
        """Give the text with how likely each of its characters was, in place of all scores.

        Returns
        -------
        Sample
            With log-probabilities at T = 1 and at the temperature of the text.
        """
        return Sample(self.text, self.temperature, self._of_the_picked(1.0), self._of_the_picked(self.temperature))

    def _of_the_picked(self, temperature: float) -> NDArray[np.float64]:
        every = log_probabilities(self.logits, temperature)
        return np.asarray(np.take_along_axis(every, self.codes[:, None], axis=-1)[:, 0])


def padded(rows: int) -> int:
    """Give the smallest of the fixed sizes that holds so many rows.

    Raises
    ------
    ValueError
        If there is no row, or more than the largest size holds.

    Examples
    --------
    >>> padded(5)
    8
    """
    for size in ROW_SIZES:
        if 1 <= rows <= size:
            return size
    raise ValueError(f"from 1 to {ROW_SIZES[-1]} temperatures can be sampled at once, got {rows}")


class Sampler:
    """Reads and writes text with one network, for any number of callers at once.

    Parameters
    ----------
    network : keras.Model
        A chain of layers as `components.language_model.layers` describes it; any batch shape,
        stateful or not.
    vocabulary : Vocabulary
        As many characters as the network has outputs.

    Raises
    ------
    ValueError
        If the network holds a layer that the loop cannot run, or has another number of outputs
        than the vocabulary has characters.
    """

    def __init__(self, network: keras.Model, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._step = Stepper(chain(network))
        outputs = int(network.output_shape[-1])
        if outputs != len(vocabulary):
            raise ValueError(
                f"the network has {outputs} outputs and the vocabulary {len(vocabulary)} characters: "
                "give the vocabulary that the network was trained with"
            )
        self._read = tf.function(self._read_chunk, jit_compile=True, autograph=False)
        self._write = tf.function(self._write_chunk, jit_compile=True, autograph=False)

    @property
    def compilations(self) -> int:
        """How many shapes have been compiled so far."""
        return self._read.experimental_get_tracing_count() + self._write.experimental_get_tracing_count()

    def _read_chunk(self, codes: Any, count: Any, features: Any, states: States) -> Any:
        """Read `count` of the given codes (chunk, rows); logits that follow each of them, the last features."""
        given = tf.TensorArray(tf.int32, size=CHUNK).unstack(codes)
        seen = tf.TensorArray(tf.float32, size=CHUNK, element_shape=(codes.shape[1], len(self.vocabulary)))

        def body(t: Any, features: Any, seen: Any, *states: Any) -> Any:
            features, after = self._step.features(given.read(t), list(states))
            return t + 1, features, seen.write(t, self._step.logits(features)), *after

        _, features, seen, *states = tf.while_loop(
            lambda t, *_: t < count, body, (0, features, seen, *states), maximum_iterations=CHUNK
        )
        return seen.stack(), features, states

    def _write_chunk(self, noise: Any, temperatures: Any, count: Any, logits: Any, states: States) -> Any:
        """Write `count` characters a row; the noise is (chunk, rows, characters)."""
        luck = tf.TensorArray(tf.float32, size=CHUNK).unstack(noise)
        picked = tf.TensorArray(tf.int32, size=CHUNK, element_shape=logits.shape[:1])
        seen = tf.TensorArray(tf.float32, size=CHUNK, element_shape=logits.shape)

        def body(t: Any, logits: Any, picked: Any, seen: Any, *states: Any) -> Any:
            codes = ops.argmax(logits + temperatures * luck.read(t), axis=-1)
            picked, seen = picked.write(t, codes), seen.write(t, logits)
            logits, after = self._step(codes, list(states))
            return t + 1, logits, picked, seen, *after

        _, logits, picked, seen, *states = tf.while_loop(
            lambda t, *_: t < count, body, (0, logits, picked, seen, *states), maximum_iterations=CHUNK
        )
        return picked.stack(), seen.stack(), logits, states

    def read_codes(self, codes: NDArray[np.int32]) -> Iterator[tuple[Floats, Floats, States]]:
        """Read rows of codes from a zero state, chunk by chunk.

        Parameters
        ----------
        codes : ndarray of int32, shape (length, rows)
            One text a column.

        Yields
        ------
        seen : ndarray of float32, shape (steps, rows, characters)
            The logits that follow each character of the chunk.
        features : ndarray of float32, shape (rows, units)
            What the last layer makes the last of them of.
        states : list
            The network's state after the chunk.
        """
        length, rows = codes.shape
        states = self._step.initial_states(rows)
        features = tf.zeros((rows, self._step.units))
        for start in range(0, length, CHUNK):
            part = codes[start : start + CHUNK]
            padding = np.zeros((CHUNK - len(part), rows), np.int32)
            seen, features, states = self._read(
                tf.constant(np.concatenate([part, padding])), tf.constant(len(part)), features, states
            )
            yield seen.numpy()[: len(part)], features.numpy(), states

    def read(self, prompt: str) -> Reading:
        """Read a prompt from a zero state.

        Raises
        ------
        UnknownCharacterError
            If the prompt holds a character that the vocabulary lacks.
        ValueError
            If the prompt is empty.
        """
        if not prompt:
            raise ValueError("the prompt is empty: begin with a line break")
        for seen, features, states in self.read_codes(self.vocabulary.encode(prompt)[:, None]):  # noqa: B007
            pass
        return Reading(states, seen[-1, 0], features[0])

    def sample(
        self,
        prompt: str | Reading,
        temperatures: Sequence[float],
        length: int,
        seed: int,
        *,
        rows: int | None = None,
    ) -> list[Drawn]:
        """Go on from a prompt, once per temperature, with the same noise for all of them.

        Parameters
        ----------
        prompt : str or Reading
            Known characters, at least one; or what `read` made of them.
        temperatures : sequence of float
            Finite, 0 or more each; at 0 the most likely character is always picked.
        length : int
            How many characters to write, 0 or more. A longer sample begins with the shorter one.
        seed : int
            0 or more.
        rows : int, optional
            Write in batches of this size (padded), however many temperatures there are; by default
            all in one. Within one padded size, a row's text does not depend on its neighbours, bit for
            bit; between sizes, sums of float32 are taken in another order and a near-tie can fall the
            other way.

        Returns
        -------
        list of Drawn
            One a temperature, in the order given.

        Raises
        ------
        ValueError
            If a temperature is negative, NaN or above `HIGHEST_TEMPERATURE`, the length or seed negative, or the
            prompt empty or with unknown characters.
        """
        checked_temperature(temperatures, finite=True)
        if max(temperatures, default=0.0) > HIGHEST_TEMPERATURE:
            raise ValueError(
                f"temperature must be at most {HIGHEST_TEMPERATURE:g} here, got {max(temperatures)}: "
                "far below that all characters are equally likely already"
            )
        if length < 0:
            raise ValueError(f"length must be 0 or more, got {length}")
        reading = self.read(prompt) if isinstance(prompt, str) else prompt
        size = padded(rows or len(temperatures))
        noise = gumbel_noise(seed, range(length), len(self.vocabulary)).astype(np.float32)
        batches = [
            self._write_batch(reading, np.array(temperatures[start : start + size], np.float32), size, noise)
            for start in range(0, len(temperatures), size)
        ]
        codes, logits = (np.concatenate(parts, axis=1) for parts in zip(*batches, strict=True))
        return [
            Drawn(self.vocabulary.decode(codes[:, row]), float(temperature), codes[:, row], logits[:, row], noise)
            for row, temperature in enumerate(temperatures)
        ]

    def _write_batch(
        self, reading: Reading, temperatures: Floats, size: int, noise: Floats
    ) -> tuple[NDArray[np.int32], Floats]:
        length, characters = noise.shape
        column = tf.constant(np.resize(temperatures, (size, 1)))
        logits, *states = (
            tf.broadcast_to(tensor, (size, tensor.shape[-1])) for tensor in (reading.logits, *reading.states)
        )
        texts = [np.empty((0, size), np.int32)]
        scores = [np.empty((0, size, characters), np.float32)]
        for start in range(0, length, CHUNK):
            part = noise[start : start + CHUNK]
            chunk = np.zeros((CHUNK, size, characters), np.float32)
            chunk[: len(part)] = part[:, None]
            picked, seen, logits, states = self._write(
                tf.constant(chunk), column, tf.constant(len(part)), logits, states
            )
            texts.append(picked.numpy()[: len(part)])
            scores.append(seen.numpy()[: len(part)])
        return np.concatenate(texts), np.concatenate(scores)
