"""Texts from one network: read, and written a row per temperature, on all cores.

The network's own weights are run by a compiled loop (see `loop`). States are arguments and results, never kept in
the network, so one network serves everybody at once. Characters are picked by noise that is the same at every
temperature (see `components.temperature.noise`), keyed by seed and step.

Rows are cut into shards of a few fixed sizes, which run side by side on as many threads as there are cores, one
thread each: threads inside of a small product make it hardly faster.
"""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

import keras
import numpy as np
from numpy.typing import NDArray

from components.language_model.batching import (
    BATCH,
    READING_COST,
    SHARDS,
    Row,
    Stream,
    check_batch,
    check_rows,
    noise_by_stream,
    shards,
)
from components.language_model.gathering import Gathering
from components.language_model.layers import window
from components.language_model.loop import Loop
from components.language_model.reasons import Reason
from components.language_model.sample import Drawn
from components.language_model.stepping import Floats
from components.language_model.text import Reading, Text, steering
from components.language_model.vocabulary import Vocabulary
from components.language_model.workers import Workers, workers
from components.temperature import Decoding
from components.temperature.schedule import Temperature, starts_word, temperature_at

_HELD = 2**23  # logits of a batch


class SizeError(ValueError):
    """A network and a vocabulary do not belong together."""

    def __init__(self, outputs: int, characters: int) -> None:
        self.reason = Reason("sizes", {"outputs": str(outputs), "characters": str(characters)})
        super().__init__(
            f"the network has {outputs} outputs and the vocabulary {characters} characters: "
            "give the vocabulary that the network was trained with"
        )


class Sampler:
    """Reads and writes text with one network, for any number of callers at once.

    Parameters
    ----------
    network : keras.Model
        A chain of layers as `components.language_model.layers` describes it; any batch shape,
        stateful or not.
    vocabulary : Vocabulary
        As many characters as the network has outputs.

    Attributes
    ----------
    window : int or None
        How many characters are read anew for each that is written; None where the state is carried on.

    Raises
    ------
    ValueError
        If the network holds a layer that the loop cannot run, or has another number of outputs
        than the vocabulary has characters.
    """

    def __init__(self, network: keras.Model, vocabulary: Vocabulary) -> None:
        self.vocabulary, self.window = vocabulary, window(network)
        word_starts = [starts_word(character) for character in vocabulary.characters]
        self._loop, self._reading_cost = Loop(network, word_starts), READING_COST
        self._gatherings: dict[Workers, Gathering[Text, Drawn]] = {}
        outputs = int(network.output_shape[-1])
        if outputs != len(vocabulary):
            raise SizeError(outputs, len(vocabulary))

    @property
    def compilations(self) -> int:
        """How many shapes have been compiled so far."""
        return self._loop.compilations

    def warm_up(self) -> None:
        """Compile all that reading a prompt and writing from it can need, so that nobody waits for it later.

        Writing with a cut or a schedule is compiled when it is first wanted.
        What a step costs is measured on the way: it decides how rows are cut into shards, and no text.
        """
        seconds = {size: self._seconds(size) for size in SHARDS}
        per_row = (seconds[SHARDS[-1]] - seconds[SHARDS[0]]) / (SHARDS[-1] - SHARDS[0])
        if per_row > 0:
            self._reading_cost = max(0.0, seconds[SHARDS[0]] / per_row - SHARDS[0])

    def _seconds(self, size: int) -> float:
        """Return the processor time in which a shard writes a few characters, compiled before."""
        reading, noise = self.read(self.vocabulary.characters[0]), np.zeros((64, len(self.vocabulary)), np.float32)

        def write() -> float:
            began = time.thread_time()
            self._write([Text(reading, Row.at(1.0, 0), noise)] * size)
            return time.thread_time() - began

        write()
        return min(write() for _ in range(3))

    def predictions(self, codes: NDArray[np.int32]) -> Iterator[tuple[Floats, NDArray[np.int32]]]:
        """Read texts from a zero state and predict each of their characters from all those before it.

        Parameters
        ----------
        codes : ndarray of int32, shape (length,) or (length, rows)
            One text, or one per column.

        Yields
        ------
        logits : ndarray of float32, shape (steps, characters) or (steps, rows, characters)
            Scores in nats, in pieces of at most `Loop.chunk` steps: length - 1 in all.
        targets : ndarray of int32, shape (steps,) or (steps, rows)
            The characters that follow: what the logits predict.
        """
        columns, team = codes[:, None] if codes.ndim == 1 else codes, workers()  # (length, rows)
        sizes = shards(columns.shape[1], team.free, self._reading_cost)
        parts = np.split(columns[:-1], _ends(sizes), axis=1)
        walks = [self._loop.read(part, size) for part, size in zip(parts, sizes, strict=True)]
        for start in range(1, len(codes), self._loop.chunk):
            pieces = team.run([partial(next, walk) for walk in walks])
            logits = np.concatenate([logits for logits, _, _ in pieces], axis=1)  # (steps, rows, characters)
            yield logits[:, 0] if codes.ndim == 1 else logits, codes[start : start + self._loop.chunk]

    def read(self, prompt: str, *, after: Reading | None = None) -> Reading:
        """Read a prompt, from a zero state or after what was read before.

        A text that was written and is read again, behind its prompt, has the logits it was written with, whether it is
        read in one piece or in several.

        Raises
        ------
        UnknownCharacterError
            If the prompt holds a character that the vocabulary lacks.
        ValueError
            If the prompt is empty.
        """
        if not prompt:
            raise ValueError("the prompt is empty: begin with a line break")
        codes, before = self.vocabulary.encode(prompt)[:, None], None if after is None else after.states
        for logits, features, states in self._loop.read(codes, SHARDS[0], before):  # noqa: B007
            pass
        return Reading(states, logits[-1, 0], features[0], prompt[-1])

    def sample(
        self,
        prompt: str | Reading,
        decodings: Sequence[Decoding | Temperature],
        length: int,
        seed: int,
        *,
        noise_start: int = 0,
        alone: bool = False,
    ) -> list[Drawn]:
        """Go on from a prompt, once per decoding, with the same noise for all of them.

        Parameters
        ----------
        prompt : str or Reading
            Known characters, at least one; or what `read` made of them.
        decodings : sequence of Decoding, float, Ramp or WordPlace
            From 1 to `LARGEST_BATCH` of them; a temperature stands for itself with nothing cut. At T = 0 the most
            likely character is always picked.
        length : int
            How many characters to write, 0 or more. A longer sample begins with the shorter one.
        seed : int
            0 or more.
        noise_start : int, optional
            The step whose noise picks the first character, 0 or more. After n characters of a text were
            added to its prompt, ``noise_start=n`` goes on with the noise that the text went on with.
        alone : bool, optional
            Write a single text with products of one row, which is a little faster. Their sums are
            taken in another order: logits differ by about 1e-6, and a near-tie can fall the other way.

        Returns
        -------
        list of Drawn
            One per decoding, in the order given. But for `alone`, a text is the same bit for bit
            whatever is written beside it and on however many cores.

        Raises
        ------
        ValueError
            If a temperature is negative, NaN or above `HIGHEST_TEMPERATURE`, the length, seed or noise start
            negative, the prompt empty or with unknown characters, or there are too few or too many
            decodings.
        """
        rows = [Row.at(decoding, seed, noise_start) for decoding in decodings]
        if alone and len(rows) > 1:
            raise ValueError(f"one text can be sampled alone, got {len(rows)}")
        batches = self._checked_batches(prompt, rows, length, len(rows), alone=alone)
        return [drawn for batch in batches for drawn in batch]

    def sample_rows(
        self, prompt: str | Reading, rows: Sequence[Row], length: int, *, size: int = BATCH
    ) -> Iterator[list[Drawn]]:
        """Go on from a prompt, once per row, each with a decoding and a seed of its own.

        What is wrong is said at once. Text is written as it is asked for, so that one batch is held, not all.

        Parameters
        ----------
        prompt, length
            As for `sample`.
        rows : sequence of Row
            Decodings, seeds and noise starts; rows of one seed and start have the same noise.
        size : int, optional
            Rows of a batch, from 1 to `LARGEST_BATCH`; where their logits would take more than 32 MB, fewer. A row is
            what `sample` gives, bit for bit.

        Returns
        -------
        iterator of list of Drawn
            Batch by batch, in the order given.

        Raises
        ------
        ValueError
            As `sample`.
        """
        check_batch(size)
        fitting = max(SHARDS[0], _HELD // (max(length, 1) * len(self.vocabulary)))
        return self._checked_batches(prompt, rows, length, min(size, fitting), alone=False)

    def _checked_batches(
        self, prompt: str | Reading, rows: Sequence[Row], length: int, size: int, *, alone: bool
    ) -> Iterator[list[Drawn]]:
        check_rows(rows, length)
        check_batch(size)
        reading = self.read(prompt) if isinstance(prompt, str) else prompt
        return self._batches(reading, rows, length, size, alone=alone)

    def _batches(
        self, reading: Reading, rows: Sequence[Row], length: int, size: int, *, alone: bool
    ) -> Iterator[list[Drawn]]:
        noise: dict[Stream, Floats] = {}
        for start in range(0, len(rows), size):
            batch = rows[start : start + size]
            noise = noise_by_stream(batch, length, len(self.vocabulary), noise)
            yield self._write_batch([Text(reading, row, noise[row.stream]) for row in batch], alone=alone)

    def _write_batch(self, texts: Sequence[Text], *, alone: bool) -> list[Drawn]:
        if alone:
            return self._write(texts, alone=True)
        # What has no cut costs no more for what has one beside it.
        is_plain = [text.is_plain for text in texts]
        plain, steered = ([at for at, of_text in enumerate(is_plain) if of_text is kind] for kind in (True, False))
        team = workers()
        gathering = self._gathering(team)
        pieces = [
            partial(gathering.ask, [texts[at] for at in shard], kind=(len(texts[0].noise), group is plain))
            for group in (plain, steered)
            for shard in self._cut(group, team.free)
        ]
        written = [drawn for shard in team.run(pieces) for drawn in shard]
        return [drawn for _, drawn in sorted(zip(plain + steered, written, strict=True), key=lambda pair: pair[0])]

    def _cut(self, indices: Sequence[int], free: int) -> list[Sequence[int]]:
        """Return indices of texts shard by shard."""
        sizes = shards(len(indices), free, self._reading_cost) if indices else ()
        return [indices[start : start + size] for start, size in zip((0, *_ends(sizes)), sizes, strict=False)]

    def _gathering(self, team: Workers) -> Gathering[Text, Drawn]:
        """Return what gathers the texts of all who write with a team's priority."""
        return self._gatherings.setdefault(team, Gathering(self._write, SHARDS[-1], team.cores))

    def _write(self, texts: Sequence[Text], *, alone: bool = False) -> list[Drawn]:
        """Write texts of one length in one shard, all plain or none."""
        size = 1 if alone else next(size for size in SHARDS if size >= len(texts))
        logits = np.stack([text.reading.logits for text in texts])  # (rows, characters)
        states = [np.concatenate(of_rows) for of_rows in zip(*(text.reading.states for text in texts), strict=True)]
        noise = [text.noise for text in texts]
        if texts[0].is_plain:
            temperatures = [temperature_at(text.row.decoding.temperature, 0, word_start=False) for text in texts]
            codes, scores = self._loop.write(logits, states, temperatures, noise, size)
        else:
            codes, scores = self._loop.write_cut(logits, states, steering(texts), noise, size)
        return [text.drawn(self.vocabulary, codes[:, at], scores[:, at]) for at, text in enumerate(texts)]


def _ends(sizes: Sequence[int]) -> list[int]:
    """Return where every shard but the last ends."""
    return list(accumulate(sizes[:-1]))
