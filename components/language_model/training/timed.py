"""A training run that ends with its time: stretch by stretch, so that what it has learned so far can be looked at.

It shares network, optimizer, batches and averages with `run`, whose epochs take minutes where a text is long. The
learning rate follows the share of the time that is over, also behind an interruption.
"""

import math
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from components.language_model import corpus, durable
from components.language_model.evaluation import WINDOW, streamed
from components.language_model.folder import STREAMED
from components.language_model.lanes import Batch, Codes, batch_count, epoch
from components.language_model.loading import publish
from components.language_model.network import network
from components.language_model.recipe import Recipe
from components.language_model.sampling import Sampler
from components.language_model.scene_criteria import Effort
from components.language_model.training import needs, state
from components.language_model.training.callbacks import (
    AveragedWeights,
    CarriedState,
    DivergedError,
    assign,
    run_variables,
    values,
)
from components.language_model.training.compiled import compiled
from components.language_model.training.live import Floats, Live
from components.language_model.training.optimizer import rate_at
from components.language_model.training.state import State
from components.language_model.vocabulary import Vocabulary
from components.temperature.calibration import Tally

QUICK = Effort(prompts=2, rounds=1)  # of the search for the first scene

_ROWS, _LENGTH = 64, WINDOW + 1  # of the held-out text, side by side, each read from a zero state
_LOGITS = 2**23  # that are measured at most
_STREAMED = 20_000  # characters of the held-out text whose loss is recorded in the end


@dataclass(frozen=True)
class Measured:
    """What a network predicts of the held-out text.

    Attributes
    ----------
    losses : dict
        As an entry of `State.losses` by time.
    logits : ndarray of float32, shape (predictions, characters)
        Scores in nats.
    targets : ndarray of int32, shape (predictions,)
        What followed.
    """

    losses: dict[str, float]
    logits: Floats
    targets: Codes


class _Speed(NamedTuple):
    batches: int
    seconds: float


class Run:
    """A run in a folder, where it goes on if it was interrupted.

    Parameters
    ----------
    text : str
        The whole text; its last tenth is held out.
    recipe : Recipe
        Of an embedded network; its `epochs` do not matter.
    seconds : int
        Of training, all stretches together.
    folder : Path
        Where its states are kept.
    report : callable, optional
        Is told of a state that is damaged.

    Attributes
    ----------
    seconds, passes : float
        Of training until now, and how often the text was read in it.

    Raises
    ------
    StateError
        If there are states and none is whole.
    """

    def __init__(
        self, text: str, recipe: Recipe, seconds: int, folder: Path, report: Callable[[str], None] = lambda _: None
    ) -> None:
        self.text, self.recipe, self.of_seconds, self._folder = text, recipe, seconds, folder
        self.vocabulary = Vocabulary.of(text)
        self._training, self._held_out = (self.vocabulary.encode(part) for part in corpus.split(text))
        self._model = compiled(recipe, None, len(self.vocabulary))
        self._averaged, self._carried = AveragedWeights(), CarriedState(recipe)
        for callback in (self._averaged, self._carried):
            callback.set_model(self._model)
        self._plain = network(recipe, len(self.vocabulary))
        self.live = Live(self._plain, self.vocabulary)
        self._state = state.newest(folder, report) or State(self._origin(), ((0, seconds),), (), (), ())
        self._losses, self._speed = list[float](), _Speed(0, 0.0)
        self._resume()

    def _origin(self) -> dict[str, Any]:
        settings = {name: value for name, value in asdict(self.recipe).items() if name != "epochs"}
        return {"recipe": settings, "corpus_sha256": corpus.sha256(self.text)}

    def _resume(self) -> None:
        newest = self.losses[-1] if self.losses else {"seconds": 0.0, "passes": 0.0}
        self.seconds, self.passes = newest["seconds"], newest["passes"]
        if self.losses:
            assign(run_variables(self._model), self._state.variables)
        self._batches = self._from(math.ceil(self.passes))

    @property
    def losses(self) -> tuple[dict[str, float], ...]:
        """The losses so far, in the order of time."""
        return self._state.losses

    @property
    def speed(self) -> float | None:
        """Characters a second that are learned by this process; None before it has measured that."""
        of_a_batch = self.recipe.lanes * self.recipe.steps
        return of_a_batch * self._speed.batches / self._speed.seconds if self._speed.batches else None

    @property
    def has_learned(self) -> bool:
        """Whether something was learned since it was last measured."""
        return bool(self._losses)

    @property
    def is_over(self) -> bool:
        """Whether the time is used up."""
        return self.seconds >= self.of_seconds

    def _from(self, first: int) -> Iterator[Batch]:
        for number in count(first):
            self._carried.on_epoch_begin(number)
            yield from epoch(self._training, self.recipe, number)

    def learn(self, seconds: float, wanted: Callable[[], bool] = lambda: True) -> None:
        """Train for so many seconds, or until it is not wanted any more, which is asked before every batch.

        Raises
        ------
        DivergedError
            If the loss is no number any more.
        """
        if not self._speed.batches and wanted():
            self._learn_a_batch()  # in which the step is compiled, which takes seconds and is not the run's time
        before, began, batches = self.seconds, time.monotonic(), 0
        while self.seconds < min(before + seconds, self.of_seconds) and wanted():
            self._learn_a_batch()
            batches += 1
            self.seconds = before + time.monotonic() - began
        self._speed = _Speed(self._speed.batches + batches, self._speed.seconds + self.seconds - before)

    def _learn_a_batch(self) -> None:
        optimizer = self._model.optimizer
        optimizer.learning_rate = rate_at(self.recipe, int(optimizer.iterations), self.seconds / self.of_seconds)
        self._carried.on_train_batch_begin(0)
        self._model.reset_metrics()  # the loss is that of this batch alone
        self._losses.append(float(self._model.train_on_batch(*next(self._batches))))
        self.passes += 1 / batch_count(len(self._training), self.recipe)
        if not math.isfinite(self._losses[-1]):
            raise DivergedError("the loss is no number any more: begin anew with a lower learning rate")

    def measure(self) -> Measured:
        """Measure the averaged weights on the held-out text, let `live` have them, and keep where the run is.

        Raises
        ------
        DivergedError
            If the loss is no number any more.
        RoomError
            If it cannot be kept.
        """
        self._averaged.on_test_begin()
        self._averaged.on_test_end()
        averages = self._averaged.averages
        measured = self._measured(averages)
        least = min((entry["validation"] for entry in self.losses), default=math.inf)
        self._state = replace(
            self._state,
            losses=(*self.losses, measured.losses),
            variables=values(run_variables(self._model)),
            best=averages if measured.losses["validation"] < least else self._state.best,
        )
        state.save(self._state, self._folder)
        self._losses = []
        return measured

    def best(self) -> Measured:
        """Measure the weights that predicted the held-out text best, at first fresh ones, and let `live` have them."""
        return self._measured(self._state.best or values(self._model.trainable_variables))

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count the time of a block as the run's."""
        began = time.monotonic()
        yield
        self.seconds += time.monotonic() - began

    def _measured(self, weights: Any) -> Measured:
        assign(self._plain.trainable_variables, weights)
        logits, targets = self.live.predictions(_columns(self._held_out, len(self.vocabulary)))
        if not np.isfinite(logits).all():
            raise DivergedError("what is predicted is no number any more: begin anew with a lower learning rate")
        tally = Tally([1.0])
        tally.add(logits, targets)
        held_out = float(tally.losses()[0])
        training = float(np.mean(self._losses)) if self._losses else held_out
        losses = {"seconds": self.seconds, "passes": self.passes, "training": training, "validation": held_out}
        return Measured(losses, logits, targets)

    def publish(self, output: Path, effort: Effort = QUICK) -> None:
        """Write the folder that `loading.load` reads, with the weights that predicted the held-out text best.

        Raises
        ------
        RoomError
            If it cannot be written.
        """
        assign(self._plain.trainable_variables, self._state.best)
        sampler = Sampler(self._plain, self.vocabulary)
        details = {
            "made_with": "the page “Your own”",
            **self._state.origin,
            "seconds": self.of_seconds,
            "corpus_characters": len(self.text),
            "keras": keras.__version__,
            "tensorflow": tf.__version__,
            "parameters": self._plain.count_params(),
            "validation": {STREAMED: round(streamed(sampler, self._held_out[:_STREAMED]), 4)},
            "losses_nats_per_char": self.losses,
        }
        with durable.making(output, needs.room_of_a_model(self.recipe, len(self.vocabulary))):
            output.mkdir()  # without its parent, which is gone where a visitor has deleted all meanwhile
            publish(self._plain, sampler, self.text, output, details, effort)

    def forget(self) -> None:
        """Remove what the run would go on from."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _columns(held_out: Codes, characters: int) -> Codes:
    """Return stretches of the held-out text, (texts, length), spread over all of it where it is long."""
    length = min(_LENGTH, len(held_out))
    fitting = max(1, min(_ROWS, _LOGITS // (characters * length)))
    rows = min(fitting, len(held_out) // length)
    starts = np.linspace(0, len(held_out) - length, rows).astype(int)
    return held_out[starts[:, None] + np.arange(length)]  # (texts, length)
