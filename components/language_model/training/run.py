"""A training run: it can be killed, and goes on where it stood when it is started again."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from components.language_model import corpus, durable
from components.language_model.evaluation import WINDOW, evaluate
from components.language_model.folder import record
from components.language_model.lanes import Codes, batch_count, epochs, lanes
from components.language_model.loading import publish
from components.language_model.machine import amount
from components.language_model.network import network
from components.language_model.recipe import SHIPPED_TEXT_SHA256, Recipe
from components.language_model.sampling import Sampler
from components.language_model.scene_criteria import FULL, Effort
from components.language_model.training import needs, state
from components.language_model.training.callbacks import (
    AveragedWeights,
    CarriedState,
    KeptEpochs,
    assign,
    run_variables,
)
from components.language_model.training.compiled import compiled, dataset, start_from
from components.language_model.training.output import (
    UNFINISHED,
    check_place,
    check_same_run,
    is_finished,
    move_into,
    unfinished,
)
from components.language_model.training.state import State
from components.language_model.vocabulary import Vocabulary

_MADE = "made"  # where the model is written before it is put in place

TEXT_ADDRESS = "https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt"


def _check(text: str, recipe: Recipe) -> None:
    needed = max(recipe.lanes * recipe.steps, WINDOW) + 1
    if len(corpus.split(text).validation) < needed:
        raise corpus.CorpusError(
            f"the text has {len(text):,} characters, and this recipe needs {needed * 10:,} "
            f"({needed:,} in its last tenth): give a longer text, or smaller --lanes and --steps"
        )


def _origin(folder: Path | None) -> dict[str, Any]:
    if folder is None:
        return {}
    earlier = record(folder)
    return {"started_from": {key: earlier.get(key) for key in ("network_sha256", "recipe", "validation")}}


def train(
    text: str,
    output: Path,
    recipe: Recipe,
    start: Path | None = None,
    effort: Effort = FULL,
    report: Callable[[str], None] = print,
) -> None:
    """Train a network on a text and write the folder that `loading.load` reads.

    A run that was stopped goes on behind its last whole epoch, and ends with the same weights, to the last bit, as
    one that ran through. One that has ended goes on too, if more epochs are asked for; its learning rate then follows
    the schedule of the new number of epochs.

    Parameters
    ----------
    text : str
        The whole text; its last tenth validates.
    output : Path
        A new folder, or that of a run of the same text and recipe with as many epochs or fewer.
    recipe : Recipe
        Sizes and settings.
    start : Path, optional
        The folder of a trained model to go on from, by default none: from random weights.
    effort : Effort, optional
        How long the first scene is searched for at the end.
    report : callable, optional
        Called with a line where something is to be known.

    Raises
    ------
    CorpusError
        If the text is too short for the recipe.
    MemoryNeededError, RoomError
        If the run takes more memory, or room on the disk, than there is.
    NetworkSizeError
        If the network has more parameters than one that is read may have.
    OutputError, StateError
        If the folder holds something else, is written into by another run, or cannot be gone on from.
    ModelError
        If the model to go on from cannot be used.
    DivergedError
        If the losses are no numbers any more.
    KeyboardInterrupt
        If the run is stopped; the message says where it goes on.
    """
    check_place(output)
    _check(text, recipe)
    vocabulary = Vocabulary.of_bytes() if recipe.architecture == "asker" else Vocabulary.of(text)
    needs.check_memory(recipe, len(vocabulary), len(text))
    needs.check_parameters(recipe, len(vocabulary))
    needs.check_room(recipe, len(vocabulary), output, len(state.files(output / UNFINISHED)))
    origin = {"recipe": _lasting(recipe), **_origin(start), "corpus_sha256": corpus.sha256(text)}
    codes = [vocabulary.encode(part) for part in corpus.split(text)]
    model = compiled(recipe, batch_count(len(codes[0]), recipe) * recipe.epochs, len(vocabulary))
    if start is not None:
        start_from(start, model, vocabulary)
    with unfinished(output) as folder, _told_where_it_goes_on(folder):
        stand = state.newest(folder, report) or State(origin, ((0, recipe.epochs),), (), (), ())
        check_same_run(output, stand, origin, recipe.epochs)
        if not is_finished(output, recipe.epochs):
            if stand.epochs:
                report(f"goes on after epoch {stand.epochs} of {recipe.epochs}")
            stand = _trained(model, codes, recipe, stand, folder)
            _finish(stand, vocabulary, text, recipe, output, effort)
        shutil.rmtree(folder / _MADE, ignore_errors=True)
        size = amount(state.keep_newest(folder))
        report(f"{output} holds the model; more --epochs go on from {folder} ({size}), which can be removed")


def _lasting(recipe: Recipe) -> dict[str, Any]:
    """Return what of a recipe stays the same for all of a run."""
    return {name: value for name, value in asdict(recipe).items() if name != "epochs"}


@contextmanager
def _told_where_it_goes_on(folder: Path) -> Iterator[None]:
    """Say in an interruption of the block which epoch of a run is kept, and that it goes on there."""
    try:
        yield
    except KeyboardInterrupt:
        epochs = state.epochs_kept(folder)
        where = f"after epoch {epochs}; the same command goes on there" if epochs else "in its first epoch, not kept"
        raise KeyboardInterrupt(f"stopped {where}") from None


def _trained(model: keras.Model, codes: Sequence[Codes], recipe: Recipe, stand: State, folder: Path) -> State:
    """Train a network for the epochs that a run lacks, and return where the run stands then."""
    if stand.epochs == recipe.epochs:
        return stand
    if stand.epochs:
        assign(run_variables(model), stand.variables)
    if stand.schedules[-1][1] != recipe.epochs:
        stand = replace(stand, schedules=(*stand.schedules, (stand.epochs, recipe.epochs)))
    (training, validation), characters = codes, model.output_shape[-1]
    averaged = AveragedWeights()
    kept = KeptEpochs(stand, averaged, lambda reached: state.save(reached, folder))
    model.fit(
        dataset(lambda: epochs(training, recipe, stand.epochs), recipe, characters),
        initial_epoch=stand.epochs,
        epochs=recipe.epochs,
        steps_per_epoch=batch_count(len(training), recipe),
        validation_data=dataset(lambda: lanes(validation, recipe), recipe, characters),
        validation_steps=batch_count(len(validation), recipe),
        callbacks=[CarriedState(recipe), averaged, kept],
        shuffle=False,  # the batches have their order
        verbose=1 if sys.stdout.isatty() else 2,
    )
    return kept.state


def _finish(stand: State, vocabulary: Vocabulary, text: str, recipe: Recipe, output: Path, effort: Effort) -> None:
    """Write the folder of the model that a run has come to, beside at first, and put it in place."""
    plain = network(recipe, len(vocabulary))
    assign(plain.trainable_variables, stand.best)
    sampler = Sampler(plain, vocabulary)
    details = {
        "made_with": "python -m components.language_model.training",
        **stand.origin,
        "recipe": asdict(recipe),
        **_schedules(stand),
        "corpus_characters": len(text),
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "parameters": plain.count_params(),
        "validation": evaluate(sampler, corpus.split(text).validation),
        "losses_nats_per_char": stand.losses,
    }
    made = output / UNFINISHED / _MADE
    with durable.making(made, needs.room_of_a_model(recipe, len(vocabulary))):
        publish(plain, sampler, text, made, details, effort)
    move_into(output, made)


def _schedules(stand: State) -> dict[str, Any]:
    """Return the epochs that were asked for one after the other, where it was more than once."""
    if len(stand.schedules) == 1:
        return {}
    return {"asked_for": [{"after_epoch": done, "epochs": asked} for done, asked in stand.schedules]}


def fetched_text() -> Path:
    """Fetch the text that the shipped model is trained on, once, and check its SHA-256.

    Raises
    ------
    CorpusError
        If it cannot be had.
    """
    try:
        return Path(keras.utils.get_file("tinyshakespeare.txt", TEXT_ADDRESS, file_hash=SHIPPED_TEXT_SHA256))
    except Exception as error:  # get_file raises bare Exception when it cannot connect
        raise corpus.CorpusError(
            f"the training text could not be fetched from {TEXT_ADDRESS}: give a local copy with --corpus FILE"
        ) from error
