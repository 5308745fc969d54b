"""What happens between the batches and epochs of a run: states carried and reset, averages validated, epochs kept."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from components.language_model.network import stateful_layers
from components.language_model.recipe import Recipe
from components.language_model.training.state import State


class DivergedError(ValueError):
    """The losses of a run are no numbers any more; the message says what to do."""


class CarriedState(keras.callbacks.Callback):
    """Start every epoch and every validation from a zero state, and reset some lanes at each batch."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        self.random = np.random.default_rng(recipe.seed)

    def _reset(self) -> None:
        for layer in stateful_layers(self.model):
            layer.reset_state()

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Forget the text: the lanes of this epoch are cut anew."""
        self.random = np.random.default_rng((self.recipe.seed, 1, epoch))
        self._reset()

    def on_test_begin(self, logs: Any = None) -> None:
        """Forget the training text before validation."""
        self._reset()

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Reset each lane with the recipe's probability."""
        if not self.recipe.reset_share:
            return
        kept = self.random.random((self.recipe.lanes, 1)) >= self.recipe.reset_share
        for layer in stateful_layers(self.model):
            for state in layer.states:
                state.assign(state * kept.astype(np.float32))


class AveragedWeights(keras.callbacks.Callback):
    """Validate the averages of the weights, and go on with the weights themselves, to the last bit.

    (`keras.callbacks.SwapEMAWeights` exchanges both by sums and differences, which round.)

    Attributes
    ----------
    averages : list of ndarray
        Those that were validated last.
    """

    def __init__(self) -> None:
        super().__init__()
        self.averages: list[NDArray[Any]] = []
        self._weights: list[NDArray[Any]] = []

    def on_test_begin(self, logs: Any = None) -> None:
        """Put the averages in place of the weights."""
        self._weights = values(self.model.trainable_variables)
        self.model.optimizer.finalize_variable_values(self.model.trainable_variables)

    def on_test_end(self, logs: Any = None) -> None:
        """Put the weights back."""
        self.averages = values(self.model.trainable_variables)
        assign(self.model.trainable_variables, self._weights)


class KeptEpochs(keras.callbacks.Callback):
    """Keep everything that a run goes on from, at the end of every epoch.

    Parameters
    ----------
    state : State
        Where the run begins.
    averaged : AveragedWeights
        With the weights that are validated; it comes earlier in the list of callbacks.
    save : callable
        Is handed the state after an epoch, and keeps it.
    """

    def __init__(self, state: State, averaged: AveragedWeights, save: Callable[[State], None]) -> None:
        super().__init__()
        self.state, self._averaged, self._save = state, averaged, save

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Keep the epoch."""
        losses = {"epoch": epoch + 1, "training": float(logs["loss"]), "validation": float(logs["val_loss"])}
        if not all(map(math.isfinite, losses.values())):
            raise DivergedError(
                f"in epoch {epoch + 1} the loss is no number any more: begin anew with a lower --learning-rate"
            )
        is_best = losses["validation"] < min((entry["validation"] for entry in self.state.losses), default=math.inf)
        self.state = replace(
            self.state,
            losses=(*self.state.losses, losses),
            variables=values(run_variables(self.model)),
            best=self._averaged.averages if is_best else self.state.best,
        )
        self._save(self.state)


def run_variables(model: keras.Model) -> list[keras.Variable]:
    """Return everything that a step of a compiled model changes, but for the state of the text."""
    return [*model.variables, *model.optimizer.variables]


def values(variables: list[keras.Variable]) -> list[NDArray[Any]]:
    """Return copies of the values of variables."""
    return [np.array(keras.ops.convert_to_numpy(variable)) for variable in variables]


def assign(variables: list[keras.Variable], arrays: Any) -> None:
    """Assign values to variables.

    Raises
    ------
    ValueError
        If their number or shapes differ.
    """
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)
