"""A training run: it can be killed, and goes on where it stood when it is started again."""

import csv
import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from components.language_model import corpus
from components.language_model.evaluation import WINDOW, evaluate
from components.language_model.folder import NETWORK, TRAINING, VOCABULARY, ModelError
from components.language_model.lanes import batch_count, epochs, lanes
from components.language_model.loading import load, publish
from components.language_model.network import copy_weights, network, stateful_layers, trained_network
from components.language_model.recipe import Recipe
from components.language_model.sampling import Sampler
from components.language_model.scene_criteria import FULL, Effort
from components.language_model.vocabulary import Vocabulary

TEXT_ADDRESS = "https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt"
TEXT_SHA256 = "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed"
UNFINISHED = ".training"


class OutputError(ValueError):
    """The output folder cannot be used; the message says why and what to do."""


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


def _dataset(batches: Any, recipe: Recipe, characters: int) -> tf.data.Dataset:
    signature = tf.TensorSpec((recipe.lanes, recipe.steps), tf.int32)
    codes = tf.data.Dataset.from_generator(batches, output_signature=(signature, signature))
    if recipe.architecture == "asker":
        codes = codes.map(lambda inputs, targets: (tf.one_hot(inputs, characters), tf.one_hot(targets, characters)))
    return codes.prefetch(2)


def _loss(recipe: Recipe) -> keras.losses.Loss:
    if recipe.architecture == "asker":
        return keras.losses.CategoricalCrossentropy()
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def _optimizer(recipe: Recipe, steps: int) -> keras.optimizers.Optimizer:
    warmup = min(recipe.warmup_steps, steps // 2)
    schedule = keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=0.0,
        warmup_target=recipe.learning_rate,
        warmup_steps=warmup,
        decay_steps=steps - warmup,
        alpha=recipe.final_learning_rate_share,
    )
    return keras.optimizers.AdamW(
        schedule,
        beta_2=recipe.beta_2,
        weight_decay=recipe.weight_decay,
        global_clipnorm=recipe.gradient_norm,
        use_ema=True,
        ema_momentum=recipe.ema_momentum,
    )


def _history(log: Path) -> list[dict[str, float]]:
    """Read the per-epoch losses; an epoch that was run again counts once."""
    if not log.exists():
        return []
    with log.open(newline="") as rows:
        by_epoch = {int(row["epoch"]): row for row in csv.DictReader(rows)}
    return [
        {"epoch": epoch + 1, "training": float(row["loss"]), "validation": float(row["val_loss"])}
        for epoch, row in sorted(by_epoch.items())
    ]


def _epochs_backed_up(backup: Path) -> int:
    """Return the number of epochs in Keras's backup: where `fit` continues."""
    metadata = backup / "training_metadata.json"
    return int(json.loads(metadata.read_text("utf-8"))["epoch"]) if metadata.exists() else 0


def _check(text: str, recipe: Recipe) -> None:
    needed = max(recipe.lanes * recipe.steps, WINDOW) + 1
    if len(corpus.split(text).validation) < needed:
        raise corpus.CorpusError(
            f"the text has {len(text):,} characters, and this recipe needs {needed * 10:,} "
            f"({needed:,} in its last tenth): give a longer text, or smaller --lanes and --steps"
        )


def _unfinished_folder(output: Path, started: dict[str, Any]) -> Path:
    """Make, or find again, the folder in which a run keeps what it needs to go on."""
    folder = output / UNFINISHED
    note = folder / "run.json"
    if note.exists():
        if json.loads(note.read_text("utf-8")) != started:
            raise OutputError(
                f"{output} holds an unfinished run with another text or recipe: give the same ones to "
                f"go on, another --output, or remove {folder}"
            )
    elif output.is_file() or (output.exists() and any(output.iterdir())):
        raise OutputError(f"{output} holds something, and nothing is overwritten: give another --output")
    else:
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise OutputError(f"{output} cannot be made ({error.strerror}): give another --output") from error
        note.write_text(json.dumps(started, indent=1), "utf-8")
    return folder


def _start(folder: Path, model: keras.Model, vocabulary: Vocabulary) -> None:
    """Initialize the weights of a network from an earlier model."""
    earlier = load(folder)
    if earlier.sampler.vocabulary != vocabulary:
        raise ModelError(folder, VOCABULARY, "unfit", "its characters are not those of the text")
    try:
        copy_weights(earlier.network, model)
    except ValueError as error:
        raise ModelError(folder, NETWORK, "unfit", "its layers are not of the recipe's sizes") from error


def _origin(folder: Path | None) -> dict[str, Any]:
    if folder is None:
        return {}
    try:
        earlier = json.loads((folder / TRAINING).read_text("utf-8"))
        return {"started_from": {key: earlier[key] for key in ("network_sha256", "recipe", "validation")}}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(folder, TRAINING, "damaged") from error


def train(text: str, output: Path, recipe: Recipe, start: Path | None = None, effort: Effort = FULL) -> None:
    """Train a network on a text and write the folder that `loading.load` reads.

    Parameters
    ----------
    text : str
        The whole text; its last tenth validates.
    output : Path
        A new folder, or one with an unfinished run of the same text and recipe.
    recipe : Recipe
        Sizes and settings.
    start : Path, optional
        The folder of a trained model to go on from, by default none: from random weights.
    effort : Effort, optional
        How long the first scene is searched for at the end.

    Raises
    ------
    CorpusError
        If the text is too short for the recipe.
    OutputError
        If the folder holds something else.
    ModelError
        If the model to go on from cannot be used.
    """
    _check(text, recipe)
    started = {"recipe": asdict(recipe), **_origin(start), "corpus_sha256": corpus.sha256(text)}
    vocabulary = Vocabulary.of_bytes() if recipe.architecture == "asker" else Vocabulary.of(text)
    training, validation = map(vocabulary.encode, corpus.split(text))
    steps = batch_count(len(training), recipe)

    keras.utils.set_random_seed(recipe.seed)
    model = trained_network(recipe, len(vocabulary))
    if start is not None:
        _start(start, model, vocabulary)
    folder = _unfinished_folder(output, started)
    model.compile(
        _optimizer(recipe, steps * recipe.epochs),
        _loss(recipe),
        jit_compile=False,
    )
    best, log = folder / "best.weights.h5", folder / "log.csv"
    first = _epochs_backed_up(folder / "backup")
    best_so_far = min((entry["validation"] for entry in _history(log)), default=None)
    model.fit(
        _dataset(lambda: epochs(training, recipe, first), recipe, len(vocabulary)),
        epochs=recipe.epochs,
        steps_per_epoch=steps,
        validation_data=_dataset(lambda: lanes(validation, recipe), recipe, len(vocabulary)),
        validation_steps=batch_count(len(validation), recipe),
        callbacks=[
            CarriedState(recipe),
            keras.callbacks.CSVLogger(log, append=True),
            # Before the averaged weights are swapped in: a resumed run goes on from the raw ones.
            keras.callbacks.BackupAndRestore(folder / "backup", delete_checkpoint=False),
            keras.callbacks.SwapEMAWeights(swap_on_epoch=True),
            keras.callbacks.ModelCheckpoint(
                best, save_best_only=True, save_weights_only=True, initial_value_threshold=best_so_far
            ),
        ],
        verbose=1 if sys.stdout.isatty() else 2,
    )
    model.load_weights(best)
    plain = network(recipe, len(vocabulary))
    copy_weights(model, plain)
    record = {
        "made_with": "python -m components.language_model.training",
        **started,
        "corpus_characters": len(text),
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "parameters": plain.count_params(),
        "validation": evaluate(Sampler(plain, vocabulary), corpus.split(text).validation),
        "losses_nats_per_char": _history(log),
    }
    publish(plain, vocabulary, text, output, record, effort)
    shutil.rmtree(folder)


def fetched_text() -> Path:
    """Fetch the text that the shipped model is trained on, once, and check its SHA-256.

    Raises
    ------
    CorpusError
        If it cannot be had.
    """
    try:
        return Path(keras.utils.get_file("tinyshakespeare.txt", TEXT_ADDRESS, file_hash=TEXT_SHA256))
    except Exception as error:  # get_file raises bare Exception when it cannot connect
        raise corpus.CorpusError(
            f"the training text could not be fetched from {TEXT_ADDRESS}: give a local copy with --corpus FILE"
        ) from error
