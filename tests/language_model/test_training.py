"""Training: what a batch is, a run from text to folder, going on after a kill, and bad input."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model import corpus
from components.language_model.folder import NETWORK, ModelError
from components.language_model.lanes import batch_count, epochs, lanes
from components.language_model.loading import load
from components.language_model.recipe import SHIPPED_TEXT_SHA256, Recipe
from components.language_model.scene import Scene
from components.language_model.scene_criteria import Effort
from components.language_model.scene_prompts import LENGTHS
from components.language_model.training import run as training
from components.language_model.training.callbacks import CarriedState
from components.language_model.training.output import OutputError
from components.language_model.training.run import train
from tests.conftest import TEXT

pytestmark = pytest.mark.long

LONG_TEXT = TEXT * 20
QUICK = Effort(prompts=1, rounds=0)  # in looking for the first scene
CODES = np.arange(1000, dtype=np.int32)


def test_lanes_go_on_where_they_stood_and_targets_are_one_ahead() -> None:
    recipe = Recipe(lanes=3, steps=8)
    batches = list(lanes(CODES, recipe, offset=990))
    assert len(batches) == batch_count(len(CODES), recipe) == 41
    inputs = np.concatenate([given for given, _ in batches], axis=1)
    targets = np.concatenate([wanted for _, wanted in batches], axis=1)
    assert (np.diff(inputs, axis=1) % len(CODES) == 1).all()
    assert ((targets - inputs) % len(CODES) == 1).all()
    assert inputs[0, 0] == 990
    assert len(np.unique(inputs)) == inputs.size


def test_every_epoch_is_cut_elsewhere_and_a_resumed_one_as_it_would_have_been() -> None:
    recipe = Recipe(lanes=2, steps=16, epochs=3)
    per_epoch = batch_count(len(CODES), recipe)
    whole, rest = list(epochs(CODES, recipe, 0)), list(epochs(CODES, recipe, 1))
    assert len(whole) == 3 * per_epoch
    assert all(np.array_equal(a[0], b[0]) for a, b in zip(whole[per_epoch:], rest, strict=True))
    assert len({int(whole[epoch * per_epoch][0][0, 0]) for epoch in range(3)}) == 3


def test_lanes_are_reset_with_the_recipes_probability(small_recipe: Recipe) -> None:
    from components.language_model.network import stateful_layers, trained_network

    recipe = Recipe(embedding=4, units=4, lanes=200, steps=2, reset_share=0.1)
    model = trained_network(recipe, 7)
    callback = CarriedState(recipe)
    callback.set_model(model)
    callback.on_epoch_begin(0)
    states = [state for layer in stateful_layers(model) for state in layer.states]
    for state in states:
        state.assign(np.ones(state.shape))
    callback.on_train_batch_begin(0)
    kept = [np.asarray(state).all(axis=1) for state in states]
    assert all(np.array_equal(kept[0], other) for other in kept)
    assert 0.8 < kept[0].mean() < 0.98
    callback.on_test_begin()
    assert not any(np.any(state) for state in states)


def test_a_run_writes_a_folder_that_loads_and_learns(tmp_path: Path, small_recipe: Recipe) -> None:
    train(LONG_TEXT, tmp_path / "model", small_recipe, effort=QUICK)
    model = load(tmp_path / "model")
    record = json.loads((tmp_path / "model" / "training.json").read_text())
    losses = [entry["validation"] for entry in record["losses_nats_per_char"]]
    assert [entry["epoch"] for entry in record["losses_nats_per_char"]] == [1, 2]
    assert losses[-1] < np.log(len(model.sampler.vocabulary))
    assert record["corpus_sha256"] == corpus.sha256(LONG_TEXT)
    assert record["keras"] == keras.__version__
    assert record["recipe"]["units"] == 16
    # The log's loss is that of lanes, the other of one stream: near, not equal.
    assert record["validation"]["streamed_nats_per_char"] == pytest.approx(min(losses), abs=0.1)
    prompt = Scene.load(tmp_path / "model").setting.prompt
    assert prompt in LONG_TEXT  # the first scene was looked for in the model's own text
    assert len(prompt) in LENGTHS


def test_a_run_can_go_on_from_a_trained_model(tmp_path: Path, small_folder: Path, small_recipe: Recipe) -> None:
    recipe = dataclasses.replace(small_recipe, epochs=1, learning_rate=0.0)
    train(LONG_TEXT, tmp_path / "model", recipe, small_folder, QUICK)
    ours, theirs = load(tmp_path / "model"), load(small_folder)
    for one, other in zip(ours.network.get_weights(), theirs.network.get_weights(), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)  # nothing was learned
    record = json.loads((tmp_path / "model" / "training.json").read_text())
    assert (
        record["started_from"]["network_sha256"]
        == json.loads((small_folder / "training.json").read_text())["network_sha256"]
    )


def test_a_model_to_go_on_from_must_fit(tmp_path: Path, small_folder: Path, small_recipe: Recipe) -> None:
    with pytest.raises(ModelError, match="characters are not those of the text"):
        train(LONG_TEXT + "~", tmp_path / "model", small_recipe, small_folder)
    with pytest.raises(ModelError, match="not of the recipe's sizes"):
        train(LONG_TEXT, tmp_path / "model", dataclasses.replace(small_recipe, units=8), small_folder)
    with pytest.raises(ModelError, match="missing"):
        train(LONG_TEXT, tmp_path / "model", small_recipe, tmp_path)
    assert not (tmp_path / "model").exists()


def test_a_text_that_is_too_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(corpus.CorpusError, match=r"40,970 .*longer text"):
        train(LONG_TEXT, tmp_path / "model", Recipe())
    assert not (tmp_path / "model").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, small_recipe: Recipe) -> None:
    (tmp_path / "network.keras").write_text("precious")
    with pytest.raises(OutputError, match="nothing is overwritten"):
        train(LONG_TEXT, tmp_path, small_recipe)
    assert (tmp_path / "network.keras").read_text() == "precious"
    assert len(list(tmp_path.iterdir())) == 1


def test_without_a_network_it_says_how_to_give_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*args: object, **kwargs: object) -> None:
        raise Exception("URL fetch failure")

    monkeypatch.setattr(keras.utils, "get_file", unreachable)
    with pytest.raises(corpus.CorpusError, match="--corpus FILE"):
        training.fetched_text()


def test_what_is_fetched_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr(keras.utils, "get_file", lambda name, origin, **kwargs: asked.update(kwargs) or __file__)
    training.fetched_text()
    assert asked == {"file_hash": SHIPPED_TEXT_SHA256}


def test_a_place_that_cannot_be_made_is_refused(tmp_path: Path, small_recipe: Recipe) -> None:
    (tmp_path / "file").write_text("precious")
    with pytest.raises(OutputError, match="nothing is overwritten"):
        train(LONG_TEXT, tmp_path / "file", small_recipe)
    with pytest.raises(OutputError, match="cannot be made"):
        train(LONG_TEXT, tmp_path / "file" / "model", small_recipe)
    assert (tmp_path / "file").read_text() == "precious"


@pytest.mark.parametrize(
    ("setting", "value"), [("lanes", 0), ("epochs", 0), ("steps", -5), ("dropout", 1.0), ("seed", -1), ("units", 0)]
)
def test_a_recipe_out_of_range_is_named(setting: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{setting} must be from .* got {value}"):
        Recipe(**{setting: value})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\xff\xfe\x00", "is not UTF-8"), (b"short", "longer text"), (None, "cannot read")],
)
def test_the_command_says_one_sentence(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    text = tmp_path / "text.txt"
    if content is not None:
        text.write_bytes(content)
    command = [sys.executable, "-m", "components.language_model.training", "--corpus", text, "--output", tmp_path / "m"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 1
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("training: ")
    assert sentence in last
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize("steps", [1, 16])
def test_the_askers_network_is_trained_on_one_hot_bytes_and_published_in_its_own_shape(
    tmp_path: Path, steps: int
) -> None:
    recipe = Recipe(architecture="asker", units=8, lanes=4, steps=steps, epochs=2, dropout=0.1, reset_share=0)
    train(LONG_TEXT, tmp_path / "model", recipe, effort=QUICK)
    model, published = load(tmp_path / "model"), keras.saving.load_model(tmp_path / "model" / NETWORK)
    assert published.input_shape == (1, 1, 256)
    assert published.layers[-1].activation is keras.activations.softmax
    assert len(model.sampler.vocabulary) == 256
    record = json.loads((tmp_path / "model" / "training.json").read_text())
    losses = [entry["validation"] for entry in record["losses_nats_per_char"]]
    assert losses[-1] < losses[0] < np.log(256) + 0.1
    assert record["validation"]["streamed_nats_per_char"] == pytest.approx(min(losses), abs=0.2)


def test_an_architecture_that_is_not_known_is_named() -> None:
    with pytest.raises(ValueError, match="embedded, asker, got transformer"):
        Recipe(architecture="transformer")
