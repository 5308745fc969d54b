"""Every way of the thread to change a softmax's temperature, side by side on one model and prompt.

The thread: https://stackoverflow.com/questions/37246030. Each method starts from what the model gives
(float32 numbers) and is held against `apply_temperature` on the same logits in float64.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from components.language_model.heads import scale_last_dense, with_temperature
from components.temperature import apply_temperature, pick, published, reweight, reweight_by_power
from components.temperature.drawing import accepted_by_multinomial, by_choice, by_multinomial

TEMPERATURES = (1e-4, 1e-3, 1e-2, 0.05, 0.2, 0.5, 1.0, 2.0, 10.0, 100.0)

Array = NDArray[np.floating]


@dataclass(frozen=True)
class Given:
    """What the methods start from: one prediction of one model.

    Attributes
    ----------
    head : keras.Sequential
        The model's last Dense layer with its softmax, as `heads.head_alone` gives it.
    features : ndarray of float32, shape (units,)
        What that layer makes its prediction of.
    """

    head: keras.Sequential
    features: NDArray[np.float32]

    @cached_property
    def logits(self) -> NDArray[np.float32]:
        """Scores before the softmax, shape (characters,)."""
        kernel, *bias = (weights.numpy() for weights in self.head.layers[-1].weights)
        return np.asarray(self.features @ kernel + (bias[0] if bias else 0), np.float32)

    @cached_property
    def probabilities(self) -> NDArray[np.float32]:
        """What the model itself gives, shape (characters,)."""
        return self.predict(self.head)

    def predict(self, head: keras.Model) -> NDArray[np.float32]:
        """Give what another head makes of the same features."""
        return np.asarray(head(self.features[None]))[0]


def _scaled(given: Given, temperature: float) -> Array:
    return given.predict(scale_last_dense(given.head, temperature))


def _layer(given: Given, temperature: float) -> Array:
    return given.predict(with_temperature(given.head, temperature))


# By name: what it computes of a prediction and a temperature.
METHODS: dict[str, Callable[[Given, float], Array]] = {
    "scaled": _scaled,
    "log": lambda given, temperature: reweight(given.probabilities, temperature),
    "log_published": lambda given, temperature: published.log_divide_exp(given.probabilities, temperature),
    "power": lambda given, temperature: reweight_by_power(given.probabilities, temperature),
    "power_published": lambda given, temperature: published.power(given.probabilities, temperature),
    "layer": _layer,
    "unshifted": lambda given, temperature: published.unshifted_softmax(given.logits, temperature),
    "mistake": lambda given, temperature: published.exp_of_probabilities(given.probabilities, temperature),
}


@dataclass(frozen=True)
class Outcome:
    """What a method made of a prediction at one temperature.

    Attributes
    ----------
    method : str
        Its name in `METHODS`.
    temperature : float
        T.
    probabilities : ndarray, shape (characters,)
        What it gave.
    reference : ndarray of float64, shape (characters,)
        What is right.
    error : float
        The largest difference to the reference; NaN where it gave one.
    warnings : tuple of str
        What NumPy warns of meanwhile, each once.
    accepted : bool
        Whether `np.random.multinomial` takes the result as it is.
    """

    method: str
    temperature: float
    probabilities: Array
    reference: Array
    error: float
    warnings: tuple[str, ...]
    accepted: bool


def outcome(given: Given, method: str, temperature: float) -> Outcome:
    """Run a method, and look at what it gives.

    Parameters
    ----------
    given : Given
        The prediction.
    method : str
        A name in `METHODS`.
    temperature : float
        Finite and above 0.
    """
    seen: dict[str, None] = {}

    def note(kind: str, _flag: int) -> None:
        seen.setdefault(kind)

    # Not `warnings.catch_warnings`, which is shared by all threads, and so by all visitors.
    with np.errstate(divide="call", over="call", invalid="call", call=note):
        found = METHODS[method](given, temperature)
    reference = apply_temperature(given.logits, temperature)
    with np.errstate(invalid="ignore"):
        error = float(np.abs(found - reference).max())
    return Outcome(method, temperature, found, reference, error, tuple(seen), accepted_by_multinomial(found))


def compare(given: Given, temperatures: Sequence[float] = TEMPERATURES) -> list[Outcome]:
    """Run every method at every temperature.

    Parameters
    ----------
    given : Given
        The prediction.
    temperatures : sequence of float, optional
        Finite and above 0.

    Returns
    -------
    list of Outcome
        All temperatures of the first method, then those of the next.
    """
    return [outcome(given, method, temperature) for method in METHODS for temperature in temperatures]


def by_categorical(logits: Any, temperature: float, seed: int, count: int = 1) -> NDArray[np.int64]:
    """Draw characters with `tf.random.categorical`, in its form that takes the seed as an argument.

    Parameters
    ----------
    logits : array_like, shape (characters,)
        Scores in nats.
    temperature : float
        Finite and above 0.
    seed : int
        The same seed gives the same draws, whatever was drawn elsewhere.
    count : int, optional
        How many draws.

    Returns
    -------
    ndarray of int, shape (count,)
        The places of the characters.

    Examples
    --------
    >>> by_categorical([0.0, 1e9], 1.0, seed=1, count=3)
    array([1, 1, 1])
    """
    scores = tf.constant(np.asarray(logits, np.float32)[None]) / temperature
    return np.asarray(tf.random.stateless_categorical(scores, count, seed=(seed, 0))[0])


@dataclass(frozen=True)
class Draws:
    """Characters drawn in one way.

    Attributes
    ----------
    way : str
        "multinomial", "choice", "categorical" or "gumbel".
    seed : int
        What they were drawn with.
    places : ndarray of int, shape (count,)
        The places of the characters.
    furthest : float
        The largest difference between how often a character was drawn and its chance.
    """

    way: str
    seed: int
    places: NDArray[np.integer]
    furthest: float


def draw(given: Given, temperature: float, seed: int = 1, count: int = 10_000) -> list[Draws]:
    """Draw in every way from one prediction.

    Parameters
    ----------
    given : Given
        The prediction.
    temperature : float
        Finite and above 0.
    seed : int, optional
        The same for every way.
    count : int, optional
        How many draws.

    Returns
    -------
    list of Draws
        One a way.
    """
    chances = apply_temperature(given.logits, temperature)
    noise = np.random.default_rng(seed).gumbel(size=(count, len(chances)))
    ways = {
        "multinomial": by_multinomial(chances, np.random.RandomState(seed), count),
        "choice": by_choice(chances, np.random.default_rng(seed), count),
        "categorical": by_categorical(given.logits, temperature, seed, count),
        "gumbel": pick(given.logits, temperature, noise),
    }
    return [
        Draws(way, seed, places, float(np.abs(np.bincount(places, minlength=len(chances)) / count - chances).max()))
        for way, places in ways.items()
    ]
