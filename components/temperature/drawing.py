"""Drawing a character from probabilities with NumPy's own generators.

Is `multinomial` with an argmax the same as `choice`? The distribution is; the draws of one seed are
not, since each uses its random numbers in its own way. For drawing without a division, with noise that is
the same at every temperature, see `components.temperature.noise.pick`.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature.noise import pick

_HELD = 2**20  # random numbers at once: the draws from thousands of characters would take half a gigabyte

Array = NDArray[np.floating]
Random = np.random.RandomState | np.random.Generator  # the first is what `np.random.multinomial` calls


def by_multinomial(probabilities: Array, random: Random, count: int = 1) -> NDArray[np.intp]:
    """Return the indices of characters drawn by a multinomial of one trial and its argmax.

    Parameters
    ----------
    probabilities : ndarray, shape (n,)
        With a sum of 1. In float32 the sum of all but the last is often rounded to above 1, the more often
        the sharper the prediction, and `np.random.multinomial` refuses it: pass float64.
    random : numpy.random.RandomState or numpy.random.Generator
        The source of randomness.
    count : int, optional
        The number of draws.

    Returns
    -------
    ndarray of int, shape (count,)
        Indices into the vocabulary.

    Raises
    ------
    ValueError
        By NumPy, if the probabilities do not sum to 1, or are NaN.

    References
    ----------
    The helper ``sample`` of Keras's example "Character-level text generation with LSTM",
    https://keras.io/examples/generative/lstm_character_level_text_generation/.

    Examples
    --------
    >>> by_multinomial(np.array([0.0, 1.0]), np.random.default_rng(1), 3)
    array([1, 1, 1])
    """
    pieces = _pieces(count, len(probabilities))
    return np.concatenate([random.multinomial(1, probabilities, size=size).argmax(axis=-1) for size in pieces])


def by_choice(probabilities: Array, generator: np.random.Generator, count: int = 1) -> NDArray[np.intp]:
    """Return the indices of characters drawn by `Generator.choice`.

    Parameters
    ----------
    probabilities : ndarray, shape (n,)
        With a sum of 1, to about the eighth digit.
    generator : numpy.random.Generator
        The source of randomness.
    count : int, optional
        The number of draws.

    Returns
    -------
    ndarray of int, shape (count,)
        Indices into the vocabulary.

    Raises
    ------
    ValueError
        By NumPy, if the probabilities do not sum to 1, or are NaN.

    Examples
    --------
    >>> by_choice(np.array([0.0, 1.0]), np.random.default_rng(1), 3)
    array([1, 1, 1])
    """
    return np.asarray(generator.choice(len(probabilities), size=count, p=probabilities))


def by_noise(logits: ArrayLike, temperature: float, generator: np.random.Generator, count: int = 1) -> NDArray[np.intp]:
    """Return the indices of characters drawn by Gumbel noise on their scores (`components.temperature.noise.pick`).

    Parameters
    ----------
    logits : array_like, shape (n,)
        Scores in nats.
    temperature : float
        Finite, 0 or more.
    generator : numpy.random.Generator
        The source of randomness.
    count : int, optional
        The number of draws.

    Returns
    -------
    ndarray of int, shape (count,)
        Indices into the vocabulary.

    Examples
    --------
    >>> by_noise([0.0, 1e9], 1.0, np.random.default_rng(1), 3)
    array([1, 1, 1])
    """
    characters = len(np.asarray(logits))
    noise = (generator.gumbel(size=(size, characters)) for size in _pieces(count, characters))
    return np.concatenate([pick(logits, temperature, piece) for piece in noise])


def _pieces(count: int, characters: int) -> Iterator[int]:
    """Yield numbers of draws that are made together; one of a stream goes on where the one before ended."""
    together = max(1, _HELD // characters)
    for start in range(0, max(count, 1), together):
        yield min(together, count - start)


def accepted_by_multinomial(probabilities: Array) -> bool:
    """Return whether `np.random.multinomial` accepts these probabilities as they are.

    Examples
    --------
    >>> accepted_by_multinomial(np.array([0.5, 0.5])), accepted_by_multinomial(np.array([np.nan, 0.5]))
    (True, False)
    """
    try:
        by_multinomial(probabilities, np.random.RandomState(0))
    except ValueError:
        return False
    return True
