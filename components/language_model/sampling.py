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
from itertools import cycle, islice
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops
from numpy.typing import NDArray

from components.language_model.batching import BATCH, Row, Stream, check_rows, noise_by_stream, padded
from components.language_model.layers import chain
from components.language_model.sample import Drawn
from components.language_model.stepping import Floats, States, Stepper
from components.language_model.vocabulary import Vocabulary

CHUNK = 128


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

    def predictions(self, codes: NDArray[np.int32]) -> Iterator[tuple[Floats, NDArray[np.int32]]]:
        """Read texts from a zero state and predict each of their characters from all those before it.

        Parameters
        ----------
        codes : ndarray of int32, shape (length,) or (length, rows)
            One text, or one per column.

        Yields
        ------
        logits : ndarray of float32, shape (steps, characters) or (steps, rows, characters)
            Scores in nats, in pieces of at most `CHUNK` steps: length - 1 in all.
        targets : ndarray of int32, shape (steps,) or (steps, rows)
            The characters that follow: what the logits predict.
        """
        columns, start = codes[:, None] if codes.ndim == 1 else codes, 1  # (length, rows)
        for seen, _, _ in self._read_codes(columns[:-1]):
            targets = codes[start : start + len(seen)]
            yield seen[:, 0] if codes.ndim == 1 else seen, targets
            start += len(seen)

    def _read_codes(self, codes: NDArray[np.int32]) -> Iterator[tuple[Floats, Floats, States]]:
        """Read rows of codes (length, rows) chunk by chunk: their logits, the last features, the states after."""
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
        for seen, features, states in self._read_codes(self.vocabulary.encode(prompt)[:, None]):  # noqa: B007
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
        noise_start: int = 0,
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
        noise_start : int, optional
            The step whose noise picks the first character, 0 or more. After n characters of a text were
            added to its prompt, ``noise_start=n`` goes on with the noise that the text went on with.

        Returns
        -------
        list of Drawn
            One a temperature, in the order given.

        Raises
        ------
        ValueError
            If a temperature is negative, NaN or above `HIGHEST_TEMPERATURE`, the length, seed or noise start
            negative, or the prompt empty or with unknown characters.
        """
        asked = [Row(temperature, seed, noise_start) for temperature in temperatures]
        batches = self.sample_rows(prompt, asked, length, size=rows or len(asked))
        return [drawn for batch in batches for drawn in batch]

    def sample_rows(
        self, prompt: str | Reading, rows: Sequence[Row], length: int, *, size: int = BATCH
    ) -> Iterator[list[Drawn]]:
        """Go on from a prompt, once per row, each at a temperature and a seed of its own.

        What is wrong is said at once. Text is written as it is asked for, so that one batch is held, not all.

        Parameters
        ----------
        prompt, length
            As for `sample`.
        rows : sequence of Row
            Temperatures, seeds and noise starts; rows of one seed and start have the same noise.
        size : int, optional
            Rows of a batch (padded). A row is what `sample` gives with ``rows=size``, bit for bit.

        Returns
        -------
        iterator of list of Drawn
            Batch by batch, in the order given.

        Raises
        ------
        ValueError
            As `sample`.
        """
        check_rows(rows, length)
        reading = self.read(prompt) if isinstance(prompt, str) else prompt
        return self._batches(reading, rows, length, padded(size))

    def _batches(self, reading: Reading, rows: Sequence[Row], length: int, size: int) -> Iterator[list[Drawn]]:
        noise: dict[Stream, Floats] = {}
        for start in range(0, len(rows), size):
            batch = rows[start : start + size]
            noise = noise_by_stream(batch, length, len(self.vocabulary), noise)
            yield self._write_batch(reading, batch, [noise[row.stream] for row in batch], size)

    def _write_batch(self, reading: Reading, rows: Sequence[Row], noise: Sequence[Floats], size: int) -> list[Drawn]:
        length, characters = noise[0].shape
        column = tf.constant(np.resize(np.array([row.temperature for row in rows], np.float32), (size, 1)))
        luck = list(islice(cycle(noise), size))
        logits, *states = (
            tf.broadcast_to(tensor, (size, tensor.shape[-1])) for tensor in (reading.logits, *reading.states)
        )
        codes = np.empty((length, size), np.int32)
        scores = np.empty((length, size, characters), np.float32)
        for start in range(0, length, CHUNK):
            count = min(CHUNK, length - start)
            chunk = np.zeros((CHUNK, size, characters), np.float32)
            np.stack([row[start : start + count] for row in luck], axis=1, out=chunk[:count])
            picked, seen, logits, states = self._write(tf.constant(chunk), column, tf.constant(count), logits, states)
            codes[start : start + count] = picked.numpy()[:count]
            scores[start : start + count] = seen.numpy()[:count]
        return [
            Drawn(self.vocabulary.decode(codes[:, at]), float(row.temperature), codes[:, at], scores[:, at], noise[at])
            for at, row in enumerate(rows)
        ]
