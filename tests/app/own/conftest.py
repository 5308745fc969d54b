"""A store of visitors' own networks, for one test."""

import shutil
from pathlib import Path

import pytest

from components.own import store


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "visitors"))


@pytest.fixture
def own(small_folder: Path) -> Path:
    """Return a visitor's folder with the small network in it."""
    path = store.new()
    shutil.copytree(small_folder, path / store.NETWORK)
    return path
