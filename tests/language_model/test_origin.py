"""What mends a folder is said by where it came from, with commands that are taken."""

import shlex
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from components.language_model import folder
from components.language_model.folder import ModelError
from components.language_model.origin import mending
from components.language_model.recipe import SHIPPED_TEXT_SHA256, Recipe
from components.language_model.training.__main__ import parser


def _options(recipe: Recipe, **record: Any) -> dict[str, Any]:
    """Return the options of the command that trains a network again."""
    found = mending({"recipe": asdict(recipe), **record}, "mine", "model_weights/mine")
    assert found.origin == "trained"
    python, minus_m, module, *options = shlex.split(found.command)
    assert (python, minus_m, module) == ("python", "-m", "components.language_model.training")
    return vars(parser().parse_args(options))


def test_what_was_trained_here_has_its_own_command() -> None:
    recipe = replace(Recipe(), units=64, layers=3, learning_rate=1e-4, architecture="asker", seed=0)
    options = _options(recipe)
    changed = {name: options[name] for name in asdict(recipe) if name in options}
    assert replace(Recipe(), **changed) == recipe
    assert len(changed) == 5
    assert options["output"] == Path("model_weights/mine")
    assert options["corpus"] == Path("FILE")
    assert options["start_from"] is None


def test_the_text_and_the_start_are_named_where_they_are_needed() -> None:
    options = _options(Recipe(), corpus_sha256=SHIPPED_TEXT_SHA256, started_from={})
    assert options["corpus"] is None
    assert options["start_from"] == "MODEL"


def test_what_was_brought_in_says_from_where() -> None:
    found = mending({"adopted": {"file": "my.keras", "sha256": "0"}}, "mine", "model_weights/mine")
    assert (found.origin, found.source) == ("brought", "my.keras")
    assert found.command == "python -m components.language_model.adopt my.keras --characters FILE --name mine"
    assert str(found) == (
        "it was brought in from my.keras: remove the folder, and make it again with "
        "`python -m components.language_model.adopt my.keras --characters FILE --name mine`"
    )


def test_a_shipped_folder_is_restored_without_a_look_at_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(folder, "read", refuse)
    error = ModelError(folder.DEFAULT_MODEL, folder.WORDS, "missing")
    assert error.mending.command == "git checkout -- model_weights/shakespeare"


@pytest.mark.parametrize(
    "record", [{"adopted": {"file": "my network.keras"}}, {"recipe": {"architecture": "my network"}}]
)
def test_a_name_is_one_word_of_its_command(record: dict[str, Any], tmp_path: Path) -> None:
    found = shlex.split(mending(record, "my name", "model_weights/my name").command)
    assert [word for word in found if word.startswith("my network")]
    assert found[-1].removeprefix("model_weights/") == "my name"
    scene = ModelError(tmp_path / "my name", folder.SCENE, "missing").mending.command
    assert shlex.split(scene)[-2:] == ["--model", "my name"]


@pytest.mark.parametrize("record", [None, [], {}, {"recipe": None}, {"adopted": 3}, {"recipe": "text"}])
def test_of_what_says_nothing_nothing_is_said(record: object) -> None:
    found = mending(record, "mine", "model_weights/mine")
    assert (found.origin, found.command) == ("unknown", "")
    assert str(found) == "put back a copy, or remove the folder"


@pytest.mark.parametrize("value", [None, [], {}, True])
def test_settings_of_other_kinds_are_left_out(value: object) -> None:
    assert "--units" not in mending({"recipe": {"units": value}}, "mine", "mine").command


def test_a_shipped_folder_is_restored_whatever_its_record_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    error = ModelError(folder.DEFAULT_MODEL, folder.TRAINING, "damaged")
    assert error.mending.origin == "shipped"
    monkeypatch.setattr(folder, "MODELS", tmp_path)
    (tmp_path / "mine").mkdir()
    assert ModelError(tmp_path / "mine", folder.WORDS, "missing").mending.origin == "unknown"
    assert ModelError(tmp_path / "mine", folder.SCENE, "missing").mending.origin == "made"
    assert "--model mine" in ModelError(tmp_path / "mine", folder.SCENE, "missing").mending.command
