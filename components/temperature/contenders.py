"""Which characters show why one of them was picked: the picked one and those that it had to beat."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.envelope import checked_lines


def contenders(
    logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int, elsewhere: Sequence[int] = ()
) -> tuple[int, ...]:
    """Return the characters among which a pick was decided.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        Scores in nats, and Gumbel noise.
    temperature : float
        0 or more.
    picked : int
        The index of the picked character.
    elsewhere : sequence of int, optional
        Those that are picked at other temperatures.

    Returns
    -------
    tuple of int
        Indices into the vocabulary, each once: the picked character, the one that came nearest to it, those picked
        elsewhere, and the most likely one. A character that is alone has no contender.

    Raises
    ------
    ValueError
        If a logit or noise is not finite, or their shapes differ.

    Examples
    --------
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=0.5, picked=1)
    (1, 0)
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=1.0, picked=2)
    (2, 1, 0)
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=0.5, picked=1, elsewhere=[2])
    (1, 0, 2)
    """
    scores, slopes = checked_lines(logits, noise)
    others = scores + temperature * slopes
    others[picked] = -np.inf  # it came first, whatever rounding makes of its sum
    return tuple(dict.fromkeys([picked, int(others.argmax()), *elsewhere, int(scores.argmax())]))
