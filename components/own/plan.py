"""What is trained for a wish: sizes that fit the text, and how often it is looked at."""

from dataclasses import replace

from components.language_model.recipe import Recipe
from components.own.wish import Wish

_SIZES = {"small": Recipe(embedding=32, units=128, layers=1), "medium": Recipe(embedding=64, units=272, layers=2)}
_BATCHES = 32  # of a pass at least, where the text is long enough for it
_LANES, _STEPS = (4, 32), (32, 64)
_FEW, _OFTEN, _SELDOM = 30, 5.0, 30.0  # looks of a run, and seconds between two of them


def recipe(wish: Wish, characters: int) -> Recipe:
    """Return the recipe for a wish, on a text of so many characters.

    Examples
    --------
    >>> for characters in (2_000, 20_000, 2_000_000):
    ...     found = recipe(Wish(), characters)
    ...     print(found.lanes, found.steps)
    4 32
    19 32
    32 64
    """
    steps = _STEPS[characters >= 100_000]
    lanes = min(_LANES[1], max(_LANES[0], characters // (_BATCHES * steps)))
    return replace(_SIZES[wish.size], lanes=lanes, steps=steps, seed=wish.seed)


def pause(of_seconds: float, cost: float) -> float:
    """Return the seconds between two looks at a run: 5 to 30, and so that looking takes a tenth of the time at most.

    Parameters
    ----------
    of_seconds : float
        Of the whole run.
    cost : float
        Seconds that the last look took.

    Examples
    --------
    >>> pause(60, 0.2), pause(600, 0.2), pause(1200, 0.2), pause(60, 1.5)
    (5.0, 20.0, 30.0, 15.0)
    """
    return min(_SELDOM, max(_OFTEN, of_seconds / _FEW, 10 * cost))
