"""Rows of a batch: what each is to be written with, and the few sizes that they are padded to. Needs no Keras."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.temperature import gumbel_noise
from components.temperature.checks import checked_temperature

BATCH = 64  # rows: more are hardly faster, and their logits need more memory
HIGHEST_TEMPERATURE = 1e30  # times any noise it is still a float32
ROW_SIZES = (1, 4, 8, 16, 32, 64, 128, 256)


class Row(NamedTuple):
    """What one row of a batch is written with: a temperature, and the seed of its noise."""

    temperature: float
    seed: int


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
    """Say what is wrong with rows that are to be written, or with how long they are to be.

    Raises
    ------
    ValueError
        If a temperature is negative, NaN or above `HIGHEST_TEMPERATURE`, or a seed or the length negative.

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


def noise_by_seed(
    rows: Sequence[Row], length: int, characters: int, made: Mapping[int, NDArray[np.float32]]
) -> dict[int, NDArray[np.float32]]:
    """Give the noise of every seed among some rows; what was made before is used again.

    Parameters
    ----------
    rows : sequence of Row
        Rows of one seed share their noise, whatever their temperatures.
    length, characters : int
        The shape of a text's noise.
    made : mapping of int to ndarray
        Noise of the same shape by seed, such as that of the batch before.

    Returns
    -------
    dict of int to ndarray of float32, shape (length, characters)
        One a seed.

    Examples
    --------
    >>> noise = noise_by_seed([Row(0.5, seed=7), Row(1.0, seed=7)], 3, 65, {})
    >>> {seed: of_seed.shape for seed, of_seed in noise.items()}
    {7: (3, 65)}
    """
    return {
        seed: made[seed] if seed in made else gumbel_noise(seed, range(length), characters).astype(np.float32)
        for seed in {row.seed for row in rows}
    }
