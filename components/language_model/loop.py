"""The compiled loop over a network's step: it reads and writes a shard of rows, on one thread.

XLA compiles a loop anew for every shape. So texts are read and written in chunks of one size, with a trip count
that is an argument: only another number of rows compiles anything.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice, repeat
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops
from numpy.typing import NDArray

from components.language_model.batching import SHARDS
from components.language_model.compiling import compiled
from components.language_model.cut import Steering, keeps
from components.language_model.stepping import Floats, States, stepper

CHUNK = 128  # characters, where their logits are few
_HELD, _LEAST = 2**21, 16  # logits of a chunk in the largest shard at most; characters of a chunk at least


def chunk(characters: int) -> int:
    """Return how many characters are read or written in one call: a power of two.

    Examples
    --------
    >>> chunk(65), chunk(2_000), chunk(8_000)
    (128, 64, 16)
    """
    fitting = max(_LEAST, _HELD // (SHARDS[-1] * characters))
    return min(CHUNK, 2 ** (fitting.bit_length() - 1))


class Loop:
    """Reads and writes rows of text with one network; states are arguments and results.

    Parameters
    ----------
    network : keras.Model
        As `Sampler` takes it.
    word_starts : sequence of bool
        For each character of the vocabulary, whether a word begins after it.

    Attributes
    ----------
    chunk : int
        How many characters are read or written in one call: fewer, where the vocabulary is large.

    Raises
    ------
    ValueError
        If the network holds a layer that the loop cannot run.
    """

    def __init__(self, network: keras.Model, word_starts: Sequence[bool]) -> None:
        self._step, self._characters = stepper(network), int(network.output_shape[-1])
        self.chunk = chunk(self._characters)
        sizes = (1, *SHARDS)
        # One function per size: TensorFlow warns of a function that is traced for one shape after another.
        self._read = {size: compiled(self._read_chunk) for size in sizes}
        self._zeros = {size: (tf.zeros((size, self._step.units)), *self._step.initial_states(size)) for size in sizes}
        self._write = {size: compiled(self._write_chunk) for size in sizes}
        self._write_cut = {size: compiled(self._write_cut_chunk) for size in sizes}
        self._word_starts = tf.constant(np.array(word_starts, np.bool_))

    @property
    def compilations(self) -> int:
        """How many shapes have been compiled so far."""
        functions = (*self._read.values(), *self._write.values(), *self._write_cut.values())
        return sum(function.experimental_get_tracing_count() for function in functions)

    def read(
        self, codes: NDArray[np.int32], size: int, states: States | None = None
    ) -> Iterator[tuple[Floats, Floats, States]]:
        """Read texts chunk by chunk.

        Parameters
        ----------
        codes : ndarray of int32, shape (length, rows)
            One text per column.
        size : int
            Rows of the loop: 1 or one of `SHARDS`, as many as there are texts or more.
        states : list of ndarray, optional
            The network's state before the texts, with one row per text; by default the zero state.

        Yields
        ------
        logits : ndarray of float32, shape (steps, rows, characters)
            The scores that follow each character of the chunk, in nats.
        features : ndarray of float32, shape (rows, units)
            What the last layer makes the last of them of.
        states : list of ndarray
            The network's state after the chunk, with one row per text.
        """
        length, rows = codes.shape
        codes = np.resize(codes.T, (size, length)).T  # (length, size): repeated where there is room to spare
        features, *zeros = self._zeros[size]
        states = zeros if states is None else _padded(states, size)
        for start in range(0, length, self.chunk):
            part = codes[start : start + self.chunk]
            padding = np.zeros((self.chunk - len(part), size), np.int32)
            logits, features, states = self._read[size](
                tf.constant(np.concatenate([part, padding])), tf.constant(len(part)), features, states
            )
            yield (
                logits.numpy()[: len(part), :rows],
                features.numpy()[:rows],
                [state.numpy()[:rows] for state in states],
            )

    def write(
        self, logits: Floats, states: States, temperatures: Sequence[float], noise: Sequence[Floats], size: int
    ) -> tuple[NDArray[np.int32], Floats]:
        """Write texts, each going on from a prediction.

        Parameters
        ----------
        logits : ndarray of float32, shape (rows, characters)
            The predictions, one per text.
        states : list of ndarray
            The network's state at each of them, with one row per text.
        temperatures : sequence of float
            One per text.
        noise : sequence of ndarray of float32, shape (length, characters)
            One per text.
        size : int
            Rows of the loop: 1 or one of `SHARDS`, as many as there are texts or more.

        Returns
        -------
        codes : ndarray of int32, shape (length, rows)
            What was picked.
        scores : ndarray of float32, shape (length, rows, characters)
            What it was picked from.
        """
        column = tf.constant(np.resize(np.array(temperatures, np.float32), (size, 1)))
        return self._by_chunks(self._write[size], repeat((column,)), logits, states, noise, size)

    def write_cut(
        self, logits: Floats, states: States, steering: Steering, noise: Sequence[Floats], size: int
    ) -> tuple[NDArray[np.int32], Floats]:
        """Write texts with cuts and schedules, each going on from a prediction.

        It is compiled for a size when it is first called with it, whatever the cuts and schedules are.

        Parameters
        ----------
        logits, states, noise, size
            As for `write`.
        steering : Steering
            How characters are picked.

        Returns
        -------
        codes, scores
            As `write`; the scores are those of before the cut.
        """
        rows = np.arange(size) % len(logits)  # repeated where there is room to spare
        cuts, temperatures = tf.constant(steering.cuts[rows]), steering.temperatures[:, rows]

        def arguments() -> Iterator[tuple[Any, Any]]:
            for start in range(0, len(temperatures), self.chunk):
                part = temperatures[start : start + self.chunk]
                yield tf.constant(np.concatenate([part, np.zeros((self.chunk - len(part), size, 2), np.float32)])), cuts

        states = [steering.word_starts[:, None], *states]
        return self._by_chunks(self._write_cut[size], arguments(), logits, states, noise, size)

    def _by_chunks(
        self,
        write: Callable[..., Any],
        arguments: Iterator[tuple[Any, ...]],
        logits: Floats,
        states: States,
        noise: Sequence[Floats],
        size: int,
    ) -> tuple[NDArray[np.int32], Floats]:
        rows, length = len(logits), len(noise[0])
        padded = list(islice(cycle(noise), size))  # repeated where there is room to spare
        logits, *states = _padded([logits, *states], size)
        codes = np.empty((length, size), np.int32)
        scores = np.empty((length, size, self._characters), np.float32)
        for start, of_chunk in zip(range(0, length, self.chunk), arguments, strict=False):
            count = min(self.chunk, length - start)
            of_steps = np.zeros((self.chunk, size, self._characters), np.float32)
            np.stack([of_row[start : start + count] for of_row in padded], axis=1, out=of_steps[:count])
            picked, seen, logits, states = write(tf.constant(of_steps), *of_chunk, tf.constant(count), logits, states)
            codes[start : start + count] = picked.numpy()[:count]
            scores[start : start + count] = seen.numpy()[:count]
        return codes[:, :rows], scores[:, :rows]

    def _read_chunk(self, codes: Any, count: Any, features: Any, states: States) -> Any:
        """Read `count` of the codes (chunk, rows); return the logits after each, (chunk, rows, characters)."""
        inputs = tf.TensorArray(tf.int32, size=self.chunk).unstack(codes)
        seen = tf.TensorArray(tf.float32, size=self.chunk, element_shape=(codes.shape[1], self._characters))

        def body(t: Any, features: Any, seen: Any, *states: Any) -> Any:
            features, after = self._step.features(inputs.read(t), list(states))
            return t + 1, features, seen.write(t, self._step.logits(features)), *after

        _, features, seen, *states = tf.while_loop(
            lambda t, *_: t < count, body, (0, features, seen, *states), maximum_iterations=self.chunk
        )
        return seen.stack(), features, states

    def _write_chunk(self, noise: Any, temperatures: Any, count: Any, logits: Any, states: States) -> Any:
        """Write `count` characters per row; noise (chunk, rows, characters), temperatures (rows, 1)."""
        noise_of_steps = tf.TensorArray(tf.float32, size=self.chunk).unstack(noise)

        def step(t: Any, logits: Any, states: States) -> Any:
            codes = ops.argmax(logits + temperatures * noise_of_steps.read(t), axis=-1)  # (rows,)
            return codes, *self._step(codes, states)

        return self._walk(step, count, logits, states)

    def _write_cut_chunk(
        self, noise: Any, temperatures: Any, cuts: Any, count: Any, logits: Any, states: States
    ) -> Any:
        """Write as `_write_chunk`, with temperatures (chunk, rows, 2); the first state is whether a word begins."""
        noise_of_steps = tf.TensorArray(tf.float32, size=self.chunk).unstack(noise)
        temperatures_of_steps = tf.TensorArray(tf.float32, size=self.chunk).unstack(temperatures)

        def step(t: Any, logits: Any, states: States) -> Any:
            word_starts, *before = states
            inside, first = tf.split(temperatures_of_steps.read(t), 2, axis=1)
            temperature = tf.where(word_starts, first, inside)  # (rows, 1)
            scores = logits + temperature * noise_of_steps.read(t)
            left = keeps(logits, cuts, temperature)
            codes = ops.argmax(tf.where(left, scores, scores.dtype.min), axis=-1)  # (rows,)
            logits, after = self._step(codes, before)
            return codes, logits, [tf.gather(self._word_starts, codes)[:, None], *after]

        return self._walk(step, count, logits, states)

    def _walk(self, step: Callable[..., Any], count: Any, logits: Any, states: States) -> Any:
        """Take `count` steps; return what was picked and seen at each, and what the next one goes on from."""
        picked = tf.TensorArray(tf.int32, size=self.chunk, element_shape=logits.shape[:1])
        seen = tf.TensorArray(tf.float32, size=self.chunk, element_shape=logits.shape)

        def body(t: Any, logits: Any, picked: Any, seen: Any, *states: Any) -> Any:
            codes, following, after = step(t, logits, list(states))
            return t + 1, following, picked.write(t, codes), seen.write(t, logits), *after

        _, logits, picked, seen, *states = tf.while_loop(
            lambda t, *_: t < count, body, (0, logits, picked, seen, *states), maximum_iterations=self.chunk
        )
        return picked.stack(), seen.stack(), logits, states


def _padded(values: Sequence[Floats], size: int) -> list[Any]:
    """Return values with one row per text as tensors of so many rows, repeated where there is room to spare."""
    return [tf.constant(np.resize(of_rows, (size, of_rows.shape[-1]))) for of_rows in values]
