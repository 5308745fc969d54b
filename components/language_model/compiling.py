"""Compiling a piece of the loop with XLA; where TensorFlow was built without it, the same piece runs as a graph."""

import logging
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import tensorflow as tf

_LOG = logging.getLogger(__name__)


def compiled(chunk: Callable[..., Any]) -> Any:
    """Return a function that runs a piece of the loop, compiled once for every shape of its arguments.

    Parameters
    ----------
    chunk : callable
        Takes and returns tensors.

    Returns
    -------
    tf.function
        One of its own: TensorFlow counts compilations by function.

    Examples
    --------
    >>> double = compiled(lambda x: 2 * x)
    >>> float(double(tf.constant(1.5)))
    3.0
    """
    return tf.function(partial(chunk), jit_compile=_xla_is_there(), autograph=False)


@cache
def _xla_is_there() -> bool:
    try:
        tf.function(lambda x: x + 1, jit_compile=True, autograph=False)(tf.constant(1))
    except tf.errors.UnimplementedError as error:  # “Could not find compiler for platform Host”
        _LOG.warning("texts are written uncompiled, which is slower: this TensorFlow has no XLA (%s)", error.message)
        return False
    return True
