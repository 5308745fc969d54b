"""Which characters show why one of them was picked: the picked one and those that it had to beat."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.envelope import checked_lines


def second(logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int) -> int | None:
    """Return the index of the character that came nearest to the picked one; None where that is alone.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        Scores in nats, -inf for what is cut; and Gumbel noise.
    temperature : float
        0 or more.
    picked : int
        The index of the picked character.

    Raises
    ------
    ValueError
        If a logit or noise is not valid, or their shapes differ.

    Examples
    --------
    >>> second([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=1.0, picked=2)
    1
    >>> second([2.0, -np.inf], [0.5, 3.0], temperature=1.0, picked=0) is None
    True
    """
    scores, slopes = checked_lines(logits, noise)
    others = scores + temperature * slopes
    others[picked] = -np.inf  # it came first, whatever rounding makes of its sum
    nearest = int(others.argmax())
    return nearest if np.isfinite(others[nearest]) else None


def contenders(
    logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int, elsewhere: Sequence[int] = ()
) -> tuple[int, ...]:
    """Return the characters among which a pick was decided.

    Parameters
    ----------
    logits, noise, temperature, picked
        As for `second`.
    elsewhere : sequence of int, optional
        Those that are picked at other temperatures, or would be without a cut.

    Returns
    -------
    tuple of int
        Indices into the vocabulary, each once: the picked character, the second, those picked elsewhere, and the
        most likely one. A character that is alone has no contender.

    Raises
    ------
    ValueError
        If a logit or noise is not valid, or their shapes differ.

    Examples
    --------
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=0.5, picked=1)
    (1, 0)
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=1.0, picked=2)
    (2, 1, 0)
    >>> contenders([2.0, 1.0, 0.0], [0.5, 3.0, 4.5], temperature=0.5, picked=1, elsewhere=[2])
    (1, 0, 2)
    """
    nearest = second(logits, noise, temperature, picked)
    first = [picked] if nearest is None else [picked, nearest]
    return tuple(dict.fromkeys([*first, *elsewhere, int(np.asarray(logits).argmax())]))
