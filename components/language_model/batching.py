"""Rows of a batch: what each is to be written with, and the few sizes that they are padded to. Needs no Keras."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.temperature import gumbel_noise
from components.temperature.checks import checked_temperature

BATCH = 64  # rows: more are hardly faster, and their logits need more memory
HIGHEST_TEMPERATURE = 1e30  # times any noise it is still a float32
Stream = tuple[int, int]  # a seed, and the first step
Floats = NDArray[np.float32]

ROW_SIZES = (1, 4, 8, 16, 32, 64, 128, 256)


class Row(NamedTuple):
    """What one row of a batch is written with: a temperature, and the stream of its noise.

    Attributes
    ----------
    temperature : float
        Finite, 0 or more.
    seed : int
        The key of the noise, 0 or more.
    noise_start : int
        The step whose noise picks the first character, 0 or more: how many characters of this stream
        were taken before.
    """

    temperature: float
    seed: int
    noise_start: int = 0

    @property
    def stream(self) -> Stream:
        """Return what the noise of the row is keyed by."""
        return self.seed, self.noise_start


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


def check_rows(rows: Sequence[Row], length: int) -> None:
    """Validate the rows to write, and how long they are to be.

    Raises
    ------
    ValueError
        If a temperature is negative, NaN or above `HIGHEST_TEMPERATURE`, or a seed, a noise start or the
        length negative.

    Examples
    --------
    >>> check_rows([Row(1.0, seed=7)], length=-1)
    Traceback (most recent call last):
    ValueError: length must be 0 or more, got -1
    """
    temperatures = [row.temperature for row in rows]
    checked_temperature(temperatures, finite=True)
    if max(temperatures, default=0.0) > HIGHEST_TEMPERATURE:
        raise ValueError(
            f"temperature must be at most {HIGHEST_TEMPERATURE:g} here, got {max(temperatures)}: "
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
        Rows of one seed and noise start share their noise, whatever their temperatures.
    length, characters : int
        The shape of a text's noise.
    earlier : mapping of (seed, noise start) to ndarray
        Noise of the same shape, such as that of the batch before.

    Returns
    -------
    dict of (seed, noise start) to ndarray of float32, shape (length, characters)

    Examples
    --------
    >>> noise = noise_by_stream([Row(0.5, seed=7), Row(1.0, seed=7), Row(1.0, 7, noise_start=2)], 3, 65, {})
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


def take(logits: Floats, temperature: float, seed: int, step: int) -> int:
    """Return the index of the one character that the loop would take from a prediction.

    A page can take character by character with it, without Keras: the n-th, with the logits after
    the prompt and the n characters before it and with ``step=n``, is the n-th of the text that
    `Sampler.sample` writes at this temperature and seed. (A prompt that is read again has logits that
    differ by about 1e-6 from those that the loop carried on, which can decide a near-tie.)

    Parameters
    ----------
    logits : ndarray of float32, shape (characters,)
        Scores in nats.
    temperature : float
        0 or more, in float32 as the loop takes it; at 0 the most likely character is taken.
    seed, step : int
        What the noise is keyed by, 0 or more each; the step is the noise start of a scene.

    Raises
    ------
    ValueError
        As `check_rows`.

    Examples
    --------
    >>> take(np.array([2.0, 1.0, 0.0], np.float32), 0.0, seed=7, step=0)
    0
    """
    check_rows([Row(temperature, seed, step)], 1)
    noise = _noise(seed, step, 1, len(logits))[0]
    return int((np.asarray(logits, np.float32) + np.float32(temperature) * noise).argmax())


def _noise(seed: int, start: int, length: int, characters: int) -> Floats:
    return gumbel_noise(seed, range(start, start + length), characters).astype(np.float32)
