"""A run that is stopped, killed or short of room loses nothing: it goes on, and ends with the same weights."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model import checksums, durable
from components.language_model import folder as model_folder
from components.language_model.checksums import SUMS
from components.language_model.folder import ModelError
from components.language_model.loading import load
from components.language_model.recipe import Recipe
from components.language_model.scene_criteria import Effort
from components.language_model.training import state
from components.language_model.training.__main__ import main
from components.language_model.training.callbacks import CarriedState
from components.language_model.training.output import UNFINISHED, OutputError, is_finished
from components.language_model.training.run import train
from tests.conftest import TEXT

pytestmark = pytest.mark.long

LONG_TEXT = TEXT * 20
QUICK = Effort(prompts=1, rounds=0)  # in looking for the first scene
RECIPE = Recipe(
    embedding=4, units=8, lanes=4, steps=32, epochs=4, warmup_steps=2, dropout=0.3, dropconnect=0.3, reset_share=0.2
)
ASKER = replace(RECIPE, architecture="asker", layers=1, ema_momentum=0.0)


def run(output: Path, recipe: Recipe = RECIPE) -> None:
    """Train until the end."""
    train(LONG_TEXT, output, recipe, effort=QUICK)


def weights(output: Path) -> list[np.ndarray]:
    """Return the weights of a finished model."""
    return load(output).network.get_weights()


def losses(output: Path) -> list[dict[str, float]]:
    """Return the log of a finished model."""
    return json.loads((output / "training.json").read_text("utf-8"))["losses_nats_per_char"]


def assert_same(output: Path, other: Path) -> None:
    """Compare two finished models to the last bit."""
    assert losses(output) == losses(other)
    for one, through in zip(weights(output), weights(other), strict=True):
        np.testing.assert_array_equal(one, through)


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a run that was never stopped; not to be changed."""
    output = tmp_path_factory.mktemp("through") / "model"
    run(output)
    return output


@pytest.fixture
def stop_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a way to interrupt a run once, at the beginning of an epoch."""

    def once(stopped: int) -> None:
        begin, left = CarriedState.on_epoch_begin, [stopped]

        def on_epoch_begin(self: CarriedState, epoch: int, logs: object = None) -> None:
            begin(self, epoch)
            if epoch + 1 in left:
                left.clear()
                raise KeyboardInterrupt

        monkeypatch.setattr(CarriedState, "on_epoch_begin", on_epoch_begin)

    return once


@pytest.mark.parametrize("recipe", [RECIPE, ASKER], ids=["embedded", "asker"])
def test_a_stopped_run_ends_as_one_that_ran_through_to_the_last_bit(
    tmp_path: Path, through: Path, recipe: Recipe, stop_in: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    if recipe is not RECIPE:
        through = tmp_path / "through"
        run(through, recipe)
    stop_in(3)
    with pytest.raises(KeyboardInterrupt, match="stopped after epoch 2; the same command goes on there"):
        run(tmp_path / "stopped", recipe)
    with pytest.raises(ModelError, match="missing"):
        load(tmp_path / "stopped")
    run(tmp_path / "stopped", recipe)
    assert "goes on after epoch 2 of 4" in capsys.readouterr().out
    assert_same(tmp_path / "stopped", through)


def test_a_run_that_is_stopped_in_its_first_epoch_promises_nothing(
    tmp_path: Path, stop_in: Callable[[int], None]
) -> None:
    stop_in(1)
    with pytest.raises(KeyboardInterrupt, match="stopped in its first epoch, not kept"):
        run(tmp_path / "model")


def test_the_weights_that_are_published_are_those_of_the_best_epoch_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = dict[int, list[np.ndarray]]()
    save = state.save

    def keeping(reached: state.State, folder: Path) -> None:
        kept[reached.epochs] = list(reached.best)
        save(reached, folder)

    monkeypatch.setattr(state, "save", keeping)
    run(tmp_path / "model", replace(RECIPE, learning_rate=0.1))
    best = min(losses(tmp_path / "model"), key=lambda entry: entry["validation"])
    for published, of_the_best in zip(weights(tmp_path / "model"), kept[int(best["epoch"])], strict=True):
        np.testing.assert_array_equal(published, of_the_best)


def test_more_epochs_go_on_in_the_middle(tmp_path: Path, stop_in: Callable[[int], None]) -> None:
    stop_in(3)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "model")
    run(tmp_path / "model", replace(RECIPE, epochs=6))
    assert [entry["epoch"] for entry in losses(tmp_path / "model")] == [1, 2, 3, 4, 5, 6]
    record = json.loads((tmp_path / "model" / "training.json").read_text("utf-8"))
    assert record["asked_for"] == [{"after_epoch": 0, "epochs": 4}, {"after_epoch": 2, "epochs": 6}]
    assert record["recipe"]["epochs"] == 6


def test_more_epochs_go_on_after_the_end(tmp_path: Path, through: Path) -> None:
    shutil.copytree(through, tmp_path / "model")
    at_the_end = (tmp_path / "model" / "training.json").stat().st_mtime_ns
    run(tmp_path / "model")
    assert (tmp_path / "model" / "training.json").stat().st_mtime_ns == at_the_end  # there was nothing to do
    with pytest.raises(OutputError, match="holds a run of 4 epochs: give as many --epochs, or more"):
        run(tmp_path / "model", replace(RECIPE, epochs=3))
    run(tmp_path / "model", replace(RECIPE, epochs=5))
    assert losses(tmp_path / "model")[:4] == losses(through)
    assert [entry["epoch"] for entry in losses(tmp_path / "model")] == [1, 2, 3, 4, 5]
    assert len(state.files(tmp_path / "model" / UNFINISHED)) == 1


@pytest.mark.parametrize("epochs", [RECIPE.epochs, 5])
def test_a_model_without_what_its_run_goes_on_from_is_not_overwritten(
    tmp_path: Path, through: Path, epochs: int
) -> None:
    shutil.copytree(through, tmp_path / "model")
    for file in state.files(tmp_path / "model" / UNFINISHED):
        file.unlink()
    with pytest.raises(OutputError, match="model holds something, and nothing is overwritten: give another --output"):
        run(tmp_path / "model", replace(RECIPE, epochs=epochs))
    assert_same(tmp_path / "model", through)


def test_another_recipe_or_text_is_refused_and_named(tmp_path: Path, through: Path) -> None:
    shutil.copytree(through, tmp_path / "model")
    with pytest.raises(OutputError, match=r"another dropout \(0.3 there, 0.2 here\), units \(8 there, 9 here\): give"):
        run(tmp_path / "model", replace(RECIPE, units=9, dropout=0.2))
    with pytest.raises(OutputError, match="another text: give the same"):
        train(LONG_TEXT + "King", tmp_path / "model", RECIPE)


def test_nothing_is_warned_of(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    run(tmp_path / "model", replace(RECIPE, epochs=1))
    assert not [str(warning.message) for warning in recwarn if issubclass(warning.category, UserWarning)]


def test_losses_that_are_no_numbers_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from components.language_model.training.callbacks import DivergedError

    monkeypatch.setattr(
        keras.optimizers.AdamW, "update_step", lambda self, gradient, variable, rate: variable.assign(variable * np.nan)
    )
    with pytest.raises(DivergedError, match=r"in epoch 1 .* lower --learning-rate"):
        run(tmp_path / "model")


def test_a_second_run_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    from components.language_model.training import lock

    folder = tmp_path / "model" / UNFINISHED
    folder.mkdir(parents=True)
    with (
        lock.locked(folder),
        pytest.raises(OutputError, match=r"another run writes into .*: wait for its end, or give"),
    ):
        run(tmp_path / "model")


@pytest.mark.parametrize("damaged", ["training.json", "words.txt", "network.keras"])
def test_a_finished_folder_that_is_damaged_is_mended_by_the_same_command(
    tmp_path: Path, through: Path, damaged: str
) -> None:
    shutil.copytree(through, tmp_path / "model")
    file = tmp_path / "model" / damaged
    file.write_bytes(file.read_bytes()[:100])
    run(tmp_path / "model")
    assert_same(tmp_path / "model", through)
    assert (tmp_path / "model" / "words.txt").read_text() == (through / "words.txt").read_text()


@pytest.mark.parametrize("lost", ["scene.json", "vocabulary.json", "words.txt"])
@pytest.mark.parametrize("listed", [True, False])
def test_a_finished_folder_that_lacks_a_file_is_not_finished(
    tmp_path: Path, through: Path, lost: str, listed: bool
) -> None:
    shutil.copytree(through, tmp_path / "model")
    if not listed:
        (tmp_path / "model" / SUMS).unlink()
    assert is_finished(tmp_path / "model", RECIPE.epochs)
    assert not is_finished(tmp_path / "model", RECIPE.epochs + 1)
    (tmp_path / "model" / lost).unlink()
    assert not is_finished(tmp_path / "model", RECIPE.epochs)


@pytest.mark.parametrize("recorded", ["[]", "{}", '{"network_sha256": 3}', '{"network_sha256": "0", "recipe": null}'])
def test_a_record_that_says_nothing_is_not_of_a_finished_run(tmp_path: Path, through: Path, recorded: str) -> None:
    shutil.copytree(through, tmp_path / "model")
    checksums.write(tmp_path / "model" / "training.json", recorded)
    assert not is_finished(tmp_path / "model", RECIPE.epochs)


def full(*_: object, **__: object) -> None:
    """Fail as on a disk without room."""
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("writer", [(np, "savez"), (keras.Model, "save")], ids=["epoch", "model"])
def test_a_disk_that_is_full_loses_nothing(
    tmp_path: Path, through: Path, monkeypatch: pytest.MonkeyPatch, writer: tuple[object, str]
) -> None:
    with monkeypatch.context() as there:
        there.setattr(*writer, full)
        with pytest.raises(
            durable.RoomError, match=r"could not be written \(No space left .* give the same command again"
        ):
            run(tmp_path / "model")
    left = sorted(file.name for file in (tmp_path / "model" / UNFINISHED).iterdir())
    assert left == (["lock"] if writer[0] is np else ["epoch-000003.npz", "epoch-000004.npz", "lock"])
    run(tmp_path / "model")
    assert_same(tmp_path / "model", through)


def test_an_unfinished_run_is_no_model_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_folder, "MODELS", tmp_path)
    for name in ("whole", "whole/.training/made"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "training.json").write_text("{}")
    assert list(model_folder.available())[1:] == ["whole"]


@pytest.mark.parametrize("name", ["nobody", "empty", "n" * 300])
def test_a_model_to_start_from_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text(LONG_TEXT)
    start = name if name == "nobody" else str(tmp_path / name)
    arguments = ["--corpus", str(tmp_path / "text.txt"), "--output", str(tmp_path / "model"), "--start-from", start]
    with pytest.raises(
        SystemExit, match=r"training: there is no model “.*”: give one of shakespeare, .* or the folder of"
    ):
        main(arguments)


def test_a_name_that_is_too_long_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be made \(File name too long\): give another --output"):
        run(tmp_path / ("n" * 300))
