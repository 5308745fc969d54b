"""What is kept of logits beside a temperature, as the compiled loop decides it.

The numbers of a cut are arguments, a row of them for each text, so that another k, P, m, n or order compiles nothing.
Top-k and top-p keep all from some lowest logit on. It is found by halving, which costs a sum of all characters each
time, where sorting 5,000 of them would cost as much as many steps of a network. Definitions stand at
`components.temperature.Decoding`.
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from components.temperature import Decoding

NUMBERS = 5  # of a cut
_LEAST = 1e-30  # so that 0 times infinity is not asked for
_BITS = 32


class Steering(NamedTuple):
    """How the characters of some texts are picked, where something is cut or the temperature changes.

    Attributes
    ----------
    cuts : ndarray of float32, shape (rows, NUMBERS)
        As from `cut_numbers`.
    temperatures : ndarray of float32, shape (length, rows, 2)
        Of each step, inside a word and at the start of one.
    word_starts : ndarray of bool, shape (rows,)
        Whether a text begins with the start of a word.
    """

    cuts: NDArray[np.float32]
    temperatures: NDArray[np.float32]
    word_starts: NDArray[np.bool_]


def cut_numbers(decodings: Sequence[Decoding], characters: int) -> NDArray[np.float32]:
    """Return what `keeps` needs to know of the cuts of some texts.

    Parameters
    ----------
    decodings : sequence of Decoding
        One per text.
    characters : int
        The size of the vocabulary.

    Returns
    -------
    ndarray of float32, shape (rows, NUMBERS)
        How many characters top-k cuts; the share 1 - P that top-p cuts, at most; the logarithm of 1 / m; n; and 1
        where the cut is made before the temperature. What cuts nothing is -1 or infinite.

    Examples
    --------
    >>> cut_numbers([Decoding(0.5, top_k=10, top_p=0.75, cut_first=True)], 65)[:, [0, 1, 4]]
    array([[55.  ,  0.25,  1.  ]], dtype=float32)
    """
    rows = [
        (
            -1.0 if each.top_k is None else characters - each.top_k,
            -1.0 if each.top_p is None else 1 - each.top_p,
            math.inf if each.min_p is None else -math.log(each.min_p),
            math.inf if each.top_nsigma is None else each.top_nsigma,
            float(each.cut_first),
        )
        for each in (decoding.canonical(characters) for decoding in decodings)
    ]
    with np.errstate(over="ignore"):
        return np.array(rows, np.float64).astype(np.float32).reshape(-1, NUMBERS)


def keeps(logits: Any, numbers: Any, temperatures: Any) -> Any:
    """Return which characters are kept.

    Parameters
    ----------
    logits : tensor of float32, shape (rows, characters)
        Finite scores in nats.
    numbers : tensor of float32, shape (rows, NUMBERS)
        As from `cut_numbers`.
    temperatures : tensor of float32, shape (rows, 1)
        0 or more.

    Returns
    -------
    tensor of bool, shape (rows, characters)
        As `components.temperature.kept` says it, but for what float32 rounds across a border.
    """
    below, tail, log_share, width, first = tf.split(numbers, NUMBERS, axis=1)  # (rows, 1) each
    temperatures = tf.maximum(tf.where(first > 0, 1.0, temperatures), _LEAST)
    gaps = tf.reduce_max(logits, axis=1, keepdims=True) - logits
    keys = _keys(logits)
    in_top_k = keys >= _lowest(keys, tf.ones_like(logits), below)
    weights = tf.where(in_top_k, tf.exp(-gaps / temperatures), 0.0)
    in_top_p = keys >= _lowest(keys, weights, tail * tf.reduce_sum(weights, axis=1, keepdims=True))
    sigma = tf.maximum(tf.math.reduce_std(logits, axis=1, keepdims=True), _LEAST)
    return in_top_k & in_top_p & (gaps <= temperatures * log_share) & (gaps <= width * sigma)


def _keys(logits: Any) -> Any:
    """Return integers in the order of floats: their bits, but for the sign reversed in negative ones."""
    bits = tf.bitcast(tf.where(logits == 0, 0.0, logits), tf.int32)  # minus zero is zero
    return tf.bitwise.bitwise_xor(bits, tf.bitwise.bitwise_and(tf.bitwise.right_shift(bits, 31), 2**31 - 1))


def _lowest(keys: Any, weights: Any, limit: Any) -> Any:
    """Return the lowest key up to which weights sum to more than a limit, or the highest of all, (rows, 1)."""
    low, high = tf.reduce_min(keys, axis=1, keepdims=True), tf.reduce_max(keys, axis=1, keepdims=True)

    def halve(low: Any, high: Any) -> Any:
        # Half of the sum, which itself would not fit into 32 bits.
        middle = tf.bitwise.bitwise_and(low, high) + tf.bitwise.right_shift(tf.bitwise.bitwise_xor(low, high), 1)
        enough = tf.reduce_sum(tf.where(keys <= middle, weights, 0.0), axis=1, keepdims=True) > limit
        return tf.where(enough, low, middle + 1), tf.where(enough, middle, high)

    # Where nothing is cut, nothing needs to be found.
    start = low, tf.where(limit < 0, low, high)
    _, lowest = tf.while_loop(lambda low, high: tf.reduce_any(low < high), halve, start, maximum_iterations=_BITS)
    return lowest
