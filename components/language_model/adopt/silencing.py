"""Taking codes out of a network that stand for no character, so that it can neither read nor write them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from components.language_model.archive.arrays import Floats
from components.language_model.archive.chain import Chain


def without(chain: Chain, arrays: Sequence[Floats], codes: Sequence[int]) -> tuple[Chain, list[Floats]]:
    """Return a network without some of its codes.

    A code that is never read has no use for its row of the first layer's array, and one whose chance is 0 none for its
    column of the last: what is left predicts what the whole predicts with these codes' logits at -inf.

    Parameters
    ----------
    chain : Chain
        The network.
    arrays : sequence of ndarray
        Those of all layers, in Keras's order.
    codes : sequence of int
        Those to take out.

    Returns
    -------
    chain, arrays
        Of the network that is left.
    """
    kept = np.setdiff1d(np.arange(chain.characters), codes)
    *before, last = chain.layers
    layers = (*before, replace(last, units=len(kept)))
    skips_zero = chain.skips_zero and 0 in kept
    smaller = replace(chain, characters=len(kept), layers=layers, skips_zero=skips_zero)
    first, *others = arrays
    changed = [first[kept], *others]
    head = len(arrays) - len(chain.shapes[-1])  # where the last layer's arrays begin
    changed[head:] = [array[..., kept] for array in changed[head:]]
    return smaller, changed
