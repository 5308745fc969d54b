"""Sampling by Gumbel noise: one draw of noise serves every temperature.

The Gumbel-max identity: with g_i independent standard Gumbel noise, argmax_i (z_i + T g_i) is an exact
draw from softmax(z / T) (Gumbel, "Statistical Theory of Extreme Values", 1954; Maddison, Tarlow and
Minka, "A* Sampling", NeurIPS 2014). With the same noise at every temperature, two samples differ by
temperature and by nothing else.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature.checks import Floats, checked_logits, checked_temperature

# Standard Gumbel noise from 53-bit numbers stays within -4 and 37. Numbers so large that a sum with it
# could overflow are divided by a power of two first, which keeps the order.
_ROOM = 128.0
_LARGEST = np.finfo(np.float64).max / _ROOM


def gumbel_noise(seed: int, steps: range, characters: int) -> Floats:
    """Return the noise of some steps, which depends on seed and step and on nothing else.

    Parameters
    ----------
    seed : int
        0 or more.
    steps : range
        The steps of the text; each has its own stream, whatever was drawn before.
    characters : int
        The size of the vocabulary; a smaller vocabulary gets a prefix of the same stream.

    Returns
    -------
    ndarray of float64, shape (len(steps), characters)
        Independent standard Gumbel noise.

    Raises
    ------
    ValueError
        If the seed or a step is negative.

    Notes
    -----
    NumPy's Philox generator is a function of a key (the seed) and a counter (the step), so that step
    900 is computed without drawing the 899 before it (Salmon et al., "Parallel random numbers: as easy as
    1, 2, 3", 2011, https://doi.org/10.1145/2063384.2063405).

    Examples
    --------
    >>> early, late = gumbel_noise(7, range(0, 4), 65), gumbel_noise(7, range(2, 6), 65)
    >>> bool((early[2:] == late[:2]).all())
    True
    """
    if seed < 0 or (steps and min(steps) < 0):
        raise ValueError(f"seed and steps must be 0 or more, got seed {seed} and {steps}")
    noise = np.empty((len(steps), characters))
    stream = np.random.Philox(key=seed)
    generator, state = np.random.Generator(stream), stream.state
    for row, step in zip(noise, steps, strict=True):
        # The step is a high word of the counter: streams never run into each other.
        state["state"]["counter"][:] = 0, step, 0, 0
        stream.state = state
        row[:] = generator.gumbel(size=characters)
    return noise


def pick(logits: ArrayLike, temperature: ArrayLike, noise: ArrayLike) -> NDArray[np.intp]:
    """Return the index of a character drawn from softmax(logits / temperature), without a division.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Scores in nats: finite, or -inf beside a finite one for what is not picked.
    temperature : array_like
        Finite, 0 or more. At 0 the pick is the argmax, with no special case.
    noise : array_like, shape (..., n)
        Standard Gumbel noise, as from `gumbel_noise`.

    Returns
    -------
    ndarray of int, shape (...)
        Indices along the last axis; of equal scores the first.

    Raises
    ------
    ValueError
        If a temperature is negative, NaN or infinite, or a logit is neither finite nor -inf beside a finite one.

    References
    ----------
    Maddison, Tarlow, Minka, "A* Sampling", NeurIPS 2014, https://arxiv.org/abs/1411.0030.

    Examples
    --------
    >>> int(pick([2.0, 1.0, 0.0], temperature=0, noise=[0.1, 5.0, 0.3]))
    0
    >>> int(pick([2.0, 1.0, 0.0], temperature=1, noise=[0.1, 5.0, 0.3]))
    1
    """
    scores, scale = checked_logits(logits, impossible=True), checked_temperature(temperature, finite=True)
    shifts = np.asarray(noise, dtype=np.float64)
    sizes = np.abs(np.where(scores == -np.inf, 0.0, scores))
    if max(sizes.max(initial=0.0), scale.max(initial=0.0)) > _LARGEST:
        scores, scale = scores / _ROOM, scale / _ROOM
    # Shifted as in apply_temperature: beside a large logit the noise would be lost to rounding.
    gaps = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray((gaps + scale * shifts).argmax(axis=-1))
