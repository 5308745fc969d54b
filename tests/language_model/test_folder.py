"""The folders of models: those that are there, whatever lies beside them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from components.language_model import folder


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place of models that holds two small ones."""
    for name in ("shakespeare", "mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / folder.TRAINING).write_text("{}")
    monkeypatch.setattr(folder, "MODELS", tmp_path)
    monkeypatch.setattr(folder, "DEFAULT_MODEL", tmp_path / "shakespeare")
    return tmp_path


BESIDE: dict[str, Callable[[Path], object]] = {
    "a link to nowhere": lambda models: (models / "other").symlink_to(models / "nowhere"),
    "a link to itself": lambda models: (models / "other").symlink_to(models / "other"),
    "a link to all": lambda models: (models / "other").symlink_to(models),
    "a pipe": lambda models: os.mkfifo(models / "other"),
    "a file": lambda models: (models / "other").write_text("text"),
    "an empty folder": lambda models: (models / "other").mkdir(),
    "a record that is a pipe": lambda models: ((models / "o").mkdir(), os.mkfifo(models / "o" / folder.TRAINING)),
    "a record that is a folder": lambda models: (models / "other" / folder.TRAINING).mkdir(parents=True),
    "a record that leads nowhere": lambda models: (
        (models / "other").mkdir(),
        (models / "other" / folder.TRAINING).symlink_to(models / "nowhere"),
    ),
    "a record beside the folders": lambda models: (models / folder.TRAINING).write_text("{}"),
    "a pipe beside the folders": lambda models: os.mkfifo(models / folder.TRAINING),
}


@pytest.mark.parametrize("beside", BESIDE)
def test_what_lies_beside_the_folders_is_no_model(models: Path, beside: str) -> None:
    BESIDE[beside](models)
    assert list(folder.available()) == ["shakespeare", "mine"]


def test_a_folder_that_goes_away_while_it_is_looked_for_is_passed_over(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (models / "training").mkdir()
    scandir = os.scandir

    def scan(path: str) -> object:
        if Path(path).name == "training":
            Path(path).rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)
    assert list(folder.available()) == ["shakespeare", "mine"]
