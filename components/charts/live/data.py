"""The rows of the live figure: the likeliest characters, and the sums over all of them at each temperature."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from components.temperature import apply_temperature, entropy
from components.temperature.scale import TEMPERATURES

DATA, SUMS = "characters", "temperatures"  # the data sets
MOST_DRAWN = 512  # characters; the rest are always among the others


def rows(glyphs: Sequence[str], names: Sequence[str], logits: ArrayLike) -> dict[str, list[Any]]:
    """Return the figure's rows: one row a character, the most likely first, `MOST_DRAWN` at most.

    Parameters
    ----------
    glyphs : sequence of str
        What stands under each bar.
    names : sequence of str
        What a screen reader says for it.
    logits : array_like, shape (n,)
        The scores, in the same order.

    Returns
    -------
    dict of list
        Columns `rank` (from 1), `index` (into the vocabulary), `glyph`, `name`, `logit` (nats), `gap` (nats
        below the largest logit, 0 or less), `base` (probability at T = 1).

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.0, 1.0])["glyph"]
    ['b', 'a']
    """
    scores = np.asarray(logits, dtype=np.float64)
    order = np.argsort(-scores, kind="stable")[:MOST_DRAWN]
    base = apply_temperature(scores)
    return {
        "rank": list(range(1, len(order) + 1)),
        "index": order.tolist(),
        "glyph": [glyphs[index] for index in order],
        "name": [names[index] for index in order],
        "logit": scores[order].tolist(),
        "gap": (scores[order] - scores.max()).tolist(),
        "base": base[order].tolist(),
    }


def sums(logits: ArrayLike) -> dict[str, list[Any]]:
    """Return what the figure needs to know of all characters, one row for each temperature of the slider.

    Parameters
    ----------
    logits : array_like, shape (n,)
        The scores of the whole vocabulary.

    Returns
    -------
    dict of list
        Columns `step` (of the slider, from 0), `log_z` (logarithm, in nats, of the sum of exp(gap / T); at T = 0
        that of the number of ties), `bits` (entropy), `choices` (equally likely characters with that entropy).

    Examples
    --------
    >>> two = sums([0.0, 0.0])
    >>> [round(two[name][0], 3) for name in ("log_z", "bits", "choices")]
    [0.693, 1.0, 2.0]
    """
    probabilities = apply_temperature(np.asarray(logits, np.float64), TEMPERATURES)  # (temperatures, n)
    bits = entropy(probabilities)
    return {
        "step": list(range(len(TEMPERATURES))),
        # The most likely character has gap 0, so its probability is 1 / Z.
        "log_z": (-np.log(probabilities.max(axis=-1))).tolist(),
        "bits": bits.tolist(),
        "choices": np.exp2(bits).tolist(),
    }
