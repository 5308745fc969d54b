"""What tests of visitors' networks share: a folder with a text, trained in seconds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from components.own import store, wish
from components.own.wish import Wish
from tests.conftest import TEXT

SHORT = TEXT * 15  # about 3,000 characters

Fresh = Callable[..., Path]


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fresh:
    """Return a way to make a visitor's folder with a text and a wish, in which a minute has so many seconds."""

    def make(text: str = SHORT, seconds: float = 4.0) -> Path:
        monkeypatch.setattr(wish, "MINUTE", seconds)
        folder = store.new(tmp_path / "all")
        (folder / store.TEXT).write_text(text, "utf-8", newline="\n")
        (folder / store.WISH).write_text(Wish(minutes=1).to_json(), "utf-8")
        return folder

    return make


@pytest.fixture(autouse=True)
def priority_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the process of the tests at its priority and without limits."""
    from components.own import limits

    monkeypatch.setattr(limits, "let_others_first", lambda: None)
    monkeypatch.setattr(limits, "set_limits", lambda memory: None)
    monkeypatch.setattr(limits, "set_time", lambda seconds: None)
    assert os.environ["TF_NUM_INTRAOP_THREADS"] == "1"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the empty folder of all visitors' networks."""
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "all"))
    (tmp_path / "all").mkdir()
    return tmp_path / "all"
