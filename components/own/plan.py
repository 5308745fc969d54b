"""What is trained for a wish: sizes that fit the text, and how often it is looked at."""

from dataclasses import asdict, replace
from shlex import join

from components.language_model import corpus
from components.language_model.evaluation import WINDOW
from components.language_model.origin import TRAINING, settings
from components.language_model.recipe import Recipe
from components.own.wish import Wish

_SIZES = {"small": Recipe(embedding=32, units=128, layers=1), "medium": Recipe(embedding=64, units=272, layers=2)}
_BATCHES = 32  # of a pass at least, where the text is long enough for it
_LANES, _STEPS = (4, 32), (32, 64)
_AT_LENGTH, _EPOCHS = 40_000_000, range(8, 201)  # characters that are read at length, and in how many passes
_PROMPT = 40  # characters at most
_FEW, _OFTEN, _SELDOM = 30, 3.0, 30.0  # looks of a run, and seconds between two of them


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


def prompt(text: str) -> str:
    r"""Return what the texts that are watched go on from: the first lines of the held-out part that are whole.

    Behind the entries of a list, or behind verses, a new one begins. A long line is cut.

    Examples
    --------
    >>> prompt("Ann Lee\nBob Ray\nCleo Fay\n" * 100)
    'Bob Ray\nCleo Fay\nAnn Lee\nBob Ray\n'
    >>> prompt("It is a truth universally acknowledged, that a man must be in want.\n" * 50)
    'It is a truth universally acknowledged, '
    """
    held_out = corpus.split(text).validation
    _, _, behind = held_out.partition("\n")
    first = (behind.lstrip("\n") or held_out)[:_PROMPT]
    whole, line_break, _ = first.rpartition("\n")
    return whole + line_break or first


def pause(of_seconds: float, seconds: float, cost: float) -> float:
    """Return the seconds until the next look at a run.

    They are 3 at first and 30 at most, some 20 to 50 looks in all; and looking takes about a tenth of the time at most.

    Parameters
    ----------
    of_seconds, seconds : float
        Of the whole run, and of what is done of it.
    cost : float
        Seconds that the last look took.

    Examples
    --------
    >>> pause(60, 30, 0.2), pause(1200, 0, 0.2), pause(1200, 20, 0.2), pause(1200, 600, 0.2), pause(60, 3, 1.5)
    (3.0, 3.0, 10.0, 30.0, 15.0)
    """
    at_first = max(_OFTEN, seconds / 2)
    return min(_SELDOM, max(min(at_first, of_seconds / _FEW), _OFTEN, 10 * cost))


def command(wish: Wish, characters: int, text: str = "my.txt", output: str = "model_weights/mine") -> str | None:
    """Return the command that trains the same network at length, on one's own machine.

    Parameters
    ----------
    wish : Wish
        What was asked for.
    characters : int
        Of the text.
    text, output : str, optional
        The text's file, and the folder of the network.

    Returns
    -------
    str or None
        None where the text is too short for the windows in which its held-out tenth is measured there.

    Examples
    --------
    >>> command(Wish(), 30_000)
    ... # doctest: +NORMALIZE_WHITESPACE
    'python -m components.language_model.training --corpus my.txt --embedding 32 --units 128 --layers 1 --lanes 29
    --steps 32 --epochs 200 --output model_weights/mine'
    >>> command(Wish(), 2_000)
    """
    shortened, held_out = recipe(wish, characters), characters - int(characters * corpus.TRAINING_SHARE) - 1
    if held_out < WINDOW:
        return None
    at_length = replace(
        shortened,
        lanes=min(shortened.lanes, held_out // shortened.steps),
        epochs=min(_EPOCHS[-1], max(_EPOCHS[0], _AT_LENGTH // characters)),
    )
    return f"{TRAINING} {join(['--corpus', text, *settings(asdict(at_length)), '--output', output])}"
