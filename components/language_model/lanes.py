"""Batches of a training text: parallel lanes, each continued from batch to batch. Needs no Keras."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from components.language_model.recipe import Recipe

Codes = NDArray[np.int32]
Batch = tuple[Codes, Codes]


def lanes(codes: Codes, recipe: Recipe, offset: int = 0) -> Iterator[Batch]:
    """Yield the batches of a text that is cut into parallel lanes, in reading order.

    Parameters
    ----------
    codes : ndarray of int32, shape (length,)
        The text, read as a ring.
    recipe : Recipe
        With the number of lanes, and of steps of a batch.
    offset : int
        Where in the ring the first lane begins.

    Yields
    ------
    inputs, targets : ndarray of int32, shape (lanes, steps)
        Each lane continues that of the batch before; targets are one character ahead.

    Examples
    --------
    >>> first, second = lanes(np.arange(9, dtype=np.int32), Recipe(lanes=2, steps=2))
    >>> first[0].tolist(), second[0].tolist()
    ([[0, 1], [4, 5]], [[2, 3], [6, 7]])
    """
    ring = np.roll(codes, -offset)
    batches = batch_count(len(codes), recipe)
    span = batches * recipe.steps
    starts = np.arange(recipe.lanes)[:, None] * span + np.arange(recipe.steps)
    for batch in range(batches):
        here = starts + batch * recipe.steps
        yield ring[here], ring[here + 1]


def batch_count(length: int, recipe: Recipe) -> int:
    """Return the number of batches in a text of `length` characters.

    Examples
    --------
    >>> batch_count(1_003_854, Recipe())
    245
    """
    return (length - 1) // (recipe.lanes * recipe.steps)


def epochs(codes: Codes, recipe: Recipe, first: int) -> Iterator[Batch]:
    """Yield the batches of all epochs from `first` on, each cut at a random offset of its own."""
    for number in range(first, recipe.epochs):
        yield from epoch(codes, recipe, number)


def epoch(codes: Codes, recipe: Recipe, number: int) -> Iterator[Batch]:
    """Yield the batches of one epoch, cut at a random offset that its number decides."""
    offset = np.random.default_rng((recipe.seed, 0, number)).integers(len(codes))
    yield from lanes(codes, recipe, int(offset))
