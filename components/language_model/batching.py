"""Rows of a batch: what each is to be written with, and the shards they are cut into. Needs no Keras."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.temperature import Decoding, gumbel_noise, kept
from components.temperature.schedule import Temperature, starts_word, temperature_at

BATCH, LARGEST_BATCH = 64, 256  # rows: more are hardly faster, and their logits need more memory
HIGHEST_TEMPERATURE = 1e30  # times any noise it is still a float32
Stream = tuple[int, int]  # a seed, and the first step
Floats = NDArray[np.float32]

# Rows of a shard. Its sums are taken in the same order at all of these sizes, so that a row is the same, bit for
# bit, whatever stands beside it. They are not at 1 row (a product of a vector), nor at 64.
SHARDS = (2, 4, 8, 16)
READING_COST = 1.5  # rows: what reading the weights adds to a step, where it was not measured
_TOGETHER = 2**18  # random numbers that are held in float64
_OF_OTHERS = 0.5  # how much a second of the machine weighs beside a second of waiting


class Row(NamedTuple):
    """What one row of a batch is written with: how characters are picked, and the stream of its noise.

    Attributes
    ----------
    decoding : Decoding
        A temperature, or a schedule, and what is cut beside it; a schedule's first step is that of noise 0.
    seed : int
        The key of the noise, 0 or more.
    noise_start : int
        The step whose noise picks the first character, 0 or more: how many characters of this stream
        were taken before.
    """

    decoding: Decoding
    seed: int
    noise_start: int = 0

    @classmethod
    def at(cls, decoding: Decoding | Temperature, seed: int, noise_start: int = 0) -> "Row":
        """Return a row that may be given by its temperature alone.

        Examples
        --------
        >>> Row.at(0.5, seed=7) == Row(Decoding(0.5), seed=7)
        True
        """
        return cls(Decoding.of(decoding), seed, noise_start)

    @property
    def stream(self) -> Stream:
        """Return what the noise of the row is keyed by."""
        return self.seed, self.noise_start


def check_batch(size: int) -> None:
    """Validate the number of rows that are to be held at once.

    Raises
    ------
    ValueError
        If it is less than 1 or more than `LARGEST_BATCH`.

    Examples
    --------
    >>> check_batch(257)
    Traceback (most recent call last):
    ValueError: a batch has from 1 to 256 rows, got 257
    """
    if not 1 <= size <= LARGEST_BATCH:
        raise ValueError(f"a batch has from 1 to {LARGEST_BATCH} rows, got {size}")


def shards(rows: int, workers: int, reading_cost: float = READING_COST) -> tuple[int, ...]:
    """Return the sizes of the shards that some rows are cut into, for so many workers side by side.

    Of the ways to cut rows into shards of one size and a rest, it is the one that is through first, unless
    another is hardly slower and takes much less of the machine: each shard reads all weights for itself. The
    last shard may have room to spare.

    Parameters
    ----------
    rows : int
        1 or more.
    workers : int
        How many shards run at once, 1 or more.
    reading_cost : float, optional
        How many rows would cost as much as reading the weights, which every step of a shard does once. Where
        they do not fit into the cache of a core it is more.

    Returns
    -------
    tuple of int
        Each one of `SHARDS`.

    Examples
    --------
    >>> shards(4, workers=1), shards(4, workers=2), shards(61, workers=2)
    ((4,), (2, 2), (16, 16, 16, 16))
    >>> shards(4, workers=2, reading_cost=9.0)
    (4,)
    """

    def cost(sizes: Sequence[int]) -> tuple[float, int]:
        costs = [size + reading_cost for size in sizes]
        return _duration(costs, workers) + _OF_OTHERS * sum(costs) / workers, len(sizes)

    return min((_cut(rows, size) for size in SHARDS), key=cost)


def _cut(rows: int, size: int) -> tuple[int, ...]:
    whole, rest = divmod(rows, size)
    return (size,) * whole + tuple(next((least,) for least in SHARDS if least >= rest) if rest else ())


def _duration(costs: Sequence[float], workers: int) -> float:
    """Return how long shards take together, if each worker takes the next one when it is through."""
    busy = [0.0] * workers
    for cost in costs:
        busy[busy.index(min(busy))] += cost
    return max(busy)


def check_rows(rows: Sequence[Row], length: int) -> None:
    """Validate the rows to write, and how long they are to be.

    Raises
    ------
    ValueError
        If a temperature is above `HIGHEST_TEMPERATURE`, or a seed, a noise start or the length negative.

    Examples
    --------
    >>> check_rows([Row.at(1.0, seed=7)], length=-1)
    Traceback (most recent call last):
    ValueError: length must be 0 or more, got -1
    """
    highest = max((row.decoding.highest_temperature for row in rows), default=0.0)
    if highest > HIGHEST_TEMPERATURE:
        raise ValueError(
            f"temperature must be at most {HIGHEST_TEMPERATURE:g} here, got {highest}: "
            "far below that all characters are equally likely already"
        )
    if length < 0:
        raise ValueError(f"length must be 0 or more, got {length}")
    lowest = min((row.seed for row in rows), default=0)
    if lowest < 0:
        raise ValueError(f"seeds must be 0 or more, got seed {lowest}")
    first = min((row.noise_start for row in rows), default=0)
    if first < 0:
        raise ValueError(f"noise_start must be 0 or more, got {first}")


def noise_by_stream(
    rows: Sequence[Row], length: int, characters: int, earlier: Mapping[Stream, Floats]
) -> dict[Stream, Floats]:
    """Return the noise of every stream among some rows; what an earlier batch had is used again.

    Parameters
    ----------
    rows : sequence of Row
        Rows of one seed and noise start share their noise, whatever their decodings.
    length, characters : int
        The shape of a text's noise.
    earlier : mapping of (seed, noise start) to ndarray
        Noise of the same shape, such as that of the batch before.

    Returns
    -------
    dict of (seed, noise start) to ndarray of float32, shape (length, characters)

    Examples
    --------
    >>> noise = noise_by_stream([Row.at(0.5, seed=7), Row.at(1.0, seed=7), Row.at(1.0, 7, noise_start=2)], 3, 65, {})
    >>> {stream: of_stream.shape for stream, of_stream in noise.items()}
    {(7, 0): (3, 65), (7, 2): (3, 65)}
    >>> bool((noise[7, 0][2] == noise[7, 2][0]).all())
    True
    """
    streams = dict.fromkeys(row.stream for row in rows)
    return {
        (seed, start): earlier[seed, start] if (seed, start) in earlier else _noise(seed, start, length, characters)
        for seed, start in streams
    }


def take(logits: Floats, decoding: Decoding | Temperature, seed: int, step: int, *, before: str = "") -> int:
    """Return the index of the one character that the loop would take from a prediction.

    A page can take character by character with it, without Keras: the n-th, with the logits after
    the prompt and the n characters before it and with ``step=n``, is the n-th of the text that
    `Sampler.sample` writes with this decoding and seed. With a cut, what lies within rounding of its border
    may fall to the other side.

    Parameters
    ----------
    logits : ndarray of float32, shape (characters,)
        Scores in nats.
    decoding : Decoding, float, Ramp or WordPlace
        The temperature is taken in float32, as the loop does; at 0 the most likely character is taken.
    seed, step : int
        What the noise is keyed by, 0 or more each; the step is the noise start of a scene.
    before : str, optional
        The text before; only its last character matters.

    Raises
    ------
    ValueError
        As `check_rows`.

    Examples
    --------
    >>> take(np.array([2.0, 1.0, 0.0], np.float32), 0.0, seed=7, step=0)
    0
    """
    row = Row.at(decoding, seed, step)
    check_rows([row], 1)
    noise = _noise(seed, step, 1, len(logits))[0]
    temperature = temperature_at(row.decoding.temperature, step, word_start=starts_word(before[-1:]))
    scores = np.asarray(logits, np.float32) + np.float32(temperature) * noise
    return int(np.where(kept(logits, row.decoding, temperature), scores, -np.inf).argmax())


def _noise(seed: int, start: int, length: int, characters: int) -> Floats:
    noise, together = np.empty((length, characters), np.float32), max(1, _TOGETHER // characters)
    for first in range(0, length, together):
        part = noise[first : first + together]
        part[:] = gumbel_noise(seed, range(start + first, start + first + len(part)), characters)
    return noise
