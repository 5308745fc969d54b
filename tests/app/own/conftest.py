"""A store of visitors' own networks, for one test."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.own import store, trainer
from tests.app.own import quick_trainer


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "visitors"))


@pytest.fixture
def own(small_folder: Path) -> Path:
    """Return a visitor's folder with the small network in it."""
    path = store.new()
    shutil.copytree(small_folder, path / store.NETWORK)
    return path


@pytest.fixture
def own_page(app: AppTest, small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page "Your own", whose trainer learns nothing and copies the small network; not yet run."""
    monkeypatch.setattr(trainer, "start", partial(started, small_folder, quick_trainer.QUICK))
    return AppTest.from_function(_page, default_timeout=60)


@pytest.fixture
def slow_page(own_page: AppTest, small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page whose trainer reports once and then waits until it is stopped; not yet run."""
    monkeypatch.setattr(trainer, "start", partial(started, small_folder, quick_trainer.SLOW))
    return own_page


def started(network: Path, beat: float, folder: Path) -> subprocess.Popen[bytes]:
    """Start the process in the trainer's place."""
    command = [sys.executable, "-m", "tests.app.own.quick_trainer", str(network), str(beat), str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def _page() -> None:
    from components.pages.own import page
    from components.words.en import ENGLISH

    page.show(ENGLISH, {})
