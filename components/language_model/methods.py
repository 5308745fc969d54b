"""All methods of the thread to change a softmax's temperature, on one model and prompt.

The thread: https://stackoverflow.com/questions/37246030. Each method starts from the output of the model in float32
and is compared with `apply_temperature` on the same logits in float64.
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from components.language_model.heads import scale_last_dense, with_temperature
from components.temperature import apply_temperature, published, reweight, reweight_by_power
from components.temperature.drawing import accepted_by_multinomial, by_choice, by_multinomial, by_noise

TEMPERATURES = (1e-4, 1e-3, 1e-2, 0.05, 0.2, 0.5, 1.0, 2.0, 10.0, 100.0)

_MANY = 1_000  # characters: with more of them a copy of the head has megabytes

Array = NDArray[np.floating]


@dataclass(frozen=True)
class Prediction:
    """One prediction of a model, with the layer that makes it.

    Attributes
    ----------
    head : keras.Sequential
        The model's last Dense layer with its softmax, as from `heads.head_alone`.
    features : ndarray of float32, shape (units,)
        The input of that layer.
    """

    head: keras.Sequential
    features: NDArray[np.float32]

    @cached_property
    def logits(self) -> NDArray[np.float32]:
        """The scores before the softmax, shape (characters,)."""
        kernel, *bias = (weights.numpy() for weights in self.head.layers[-1].weights)
        return np.asarray(self.features @ kernel + (bias[0] if bias else 0), np.float32)

    @cached_property
    def probabilities(self) -> NDArray[np.float32]:
        """The output of the model itself, shape (characters,)."""
        return self.predict(self.head)

    def predict(self, head: keras.Model) -> NDArray[np.float32]:
        """Return the output of another head for the same features, shape (characters,)."""
        return np.asarray(head(self.features[None]))[0]


def _scaled(prediction: Prediction, temperature: float) -> Array:
    return prediction.predict(scale_last_dense(prediction.head, temperature))


def _layer(prediction: Prediction, temperature: float) -> Array:
    return prediction.predict(with_temperature(prediction.head, temperature))


# By name: the probabilities that a method computes from a prediction and a temperature.
METHODS: dict[str, Callable[[Prediction, float], Array]] = {
    "scaled": _scaled,
    "log": lambda prediction, temperature: reweight(prediction.probabilities, temperature),
    "log_published": lambda prediction, temperature: published.log_divide_exp(prediction.probabilities, temperature),
    "power": lambda prediction, temperature: reweight_by_power(prediction.probabilities, temperature),
    "power_published": lambda prediction, temperature: published.power(prediction.probabilities, temperature),
    "layer": _layer,
    "unshifted": lambda prediction, temperature: published.unshifted_softmax(prediction.logits, temperature),
    "mistake": lambda prediction, temperature: published.exp_of_probabilities(prediction.probabilities, temperature),
}


@dataclass(frozen=True)
class Outcome:
    """The result of a method on a prediction at one temperature.

    Attributes
    ----------
    method : str
        Its name in `METHODS`.
    temperature : float
        T.
    probabilities : ndarray, shape (characters,)
        Its result.
    reference : ndarray of float64, shape (characters,)
        The right result.
    error : float
        The largest difference between the two; NaN where a probability is NaN.
    warnings : tuple of str
        NumPy's floating-point warnings meanwhile, each once.
    accepted : bool
        Whether `np.random.multinomial` accepts the result as it is.
    """

    method: str
    temperature: float
    probabilities: Array
    reference: Array
    error: float
    warnings: tuple[str, ...]
    accepted: bool


def outcome(prediction: Prediction, method: str, temperature: float) -> Outcome:
    """Return the result of a method.

    Parameters
    ----------
    prediction : Prediction
        The prediction.
    method : str
        A name in `METHODS`.
    temperature : float
        Finite and above 0.
    """
    warnings: dict[str, None] = {}

    def note(kind: str, _flag: int) -> None:
        warnings.setdefault(kind)

    # Not `warnings.catch_warnings`, which is shared by all threads, and so by all visitors.
    with np.errstate(divide="call", over="call", invalid="call", call=note):
        result = METHODS[method](prediction, temperature)
    reference = apply_temperature(prediction.logits, temperature)
    with np.errstate(invalid="ignore"):
        error = float(np.abs(result - reference).max())
    return Outcome(method, temperature, result, reference, error, tuple(warnings), accepted_by_multinomial(result))


def compare(prediction: Prediction, temperatures: Sequence[float] = TEMPERATURES) -> list[Outcome]:
    """Return the results of every method at every temperature.

    Parameters
    ----------
    prediction : Prediction
        The prediction.
    temperatures : sequence of float, optional
        Finite and above 0.

    Returns
    -------
    list of Outcome
        All temperatures of the first method, then those of the next.
    """
    found = list[Outcome]()
    for method in METHODS:
        found += [outcome(prediction, method, temperature) for temperature in temperatures]
        if len(prediction.logits) > _MANY:
            gc.collect()  # a copy of the head is held by itself
    return found


def by_categorical(logits: Any, temperature: float, seed: int, count: int = 1) -> NDArray[np.int64]:
    """Return indices drawn by `tf.random.categorical`, in its form that takes the seed as an argument.

    Parameters
    ----------
    logits : array_like, shape (characters,)
        Scores in nats.
    temperature : float
        Finite and above 0.
    seed : int
        The same seed gives the same draws, whatever was drawn elsewhere.
    count : int, optional
        The number of draws.

    Returns
    -------
    ndarray of int, shape (count,)
        Indices into the vocabulary.

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
        Of the random numbers.
    indices : ndarray of int, shape (count,)
        Into the vocabulary.
    largest_error : float
        The largest difference between a character's frequency and its probability.
    """

    way: str
    seed: int
    indices: NDArray[np.integer]
    largest_error: float


def draw(prediction: Prediction, temperature: float, seed: int = 1, count: int = 10_000) -> list[Draws]:
    """Return characters drawn from one prediction, in every way.

    Parameters
    ----------
    prediction : Prediction
        The prediction.
    temperature : float
        Finite and above 0.
    seed : int, optional
        The same for every way.
    count : int, optional
        The number of draws.
    """
    p = apply_temperature(prediction.logits, temperature)
    ways = {
        "multinomial": by_multinomial(p, np.random.RandomState(seed), count),
        "choice": by_choice(p, np.random.default_rng(seed), count),
        "categorical": by_categorical(prediction.logits, temperature, seed, count),
        "gumbel": by_noise(prediction.logits, temperature, np.random.default_rng(seed), count),
    }
    return [
        Draws(way, seed, indices, float(np.abs(np.bincount(indices, minlength=len(p)) / count - p).max()))
        for way, indices in ways.items()
    ]
