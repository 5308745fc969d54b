"""The folders of visitors' networks: names that nobody guesses, swept after a day, with a limit on their size."""

import os
import stat
import time
from pathlib import Path

import pytest

from components.language_model import durable
from components.own import store


@pytest.fixture
def of(tmp_path: Path) -> Path:
    return tmp_path / "all"


def test_a_folder_is_its_owners_alone_and_found_by_its_name(of: Path) -> None:
    path = store.new(of)
    assert store.is_name(path.name)
    assert len(path.name) == 128 // 4
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(of.stat().st_mode) == 0o700
    assert store.at(path.name, of) == path
    assert store.new(of) != path


@pytest.mark.parametrize("name", ["", "..", "../all", "0" * 31, "0" * 33, "G" * 32, "A" * 32, "0" * 32])
def test_nothing_else_is_found(of: Path, name: str) -> None:
    store.new(of)
    assert store.at(name, of) is None


def test_what_nobody_looks_at_for_a_day_goes(of: Path) -> None:
    old, looked_at = store.new(of), store.new(of)
    (of / "of somebody else").mkdir()
    for path in (old, looked_at, of / "of somebody else"):
        (path / store.TEXT).write_text("text")
        _looked_at(path, store.HOURS * 3600 + 60)
    _looked_at(looked_at, store.HOURS * 3600 - 60)
    assert store.at(looked_at.name, of)
    (of / "what is left.gone").mkdir()
    store.sweep(of)
    assert sorted(path.name for path in of.iterdir()) == sorted([looked_at.name, "of somebody else"])
    assert time.time() - looked_at.stat().st_mtime < 60


def test_a_look_that_comes_too_late_finds_nothing_and_keeps_nothing(of: Path) -> None:
    path = store.new(of)
    _looked_at(path, store.HOURS * 3600 + 60)
    assert store.at(path.name, of) is None
    assert not list(of.iterdir())


def _looked_at(path: Path, before: float) -> None:
    """Let it be so many seconds since somebody looked at a folder."""
    os.utime(path, (time.time() - before,) * 2)


def test_a_deleted_one_is_gone(of: Path) -> None:
    path = store.new(of)
    (path / store.NETWORK).mkdir()
    store.delete(path)
    store.delete(path)
    assert store.at(path.name, of) is None


def test_who_still_writes_into_a_deleted_one_does_not_bring_it_back(of: Path) -> None:
    path = store.new(of)
    with (path / store.TEXT).open("w") as text:
        store.delete(path)
        text.write("more")
    with pytest.raises(durable.RoomError):
        store.write(path / store.PROGRESS, "{}")
    assert not list(of.iterdir())


def test_all_together_have_a_limit(of: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGEST", 100)
    path = store.new(of)
    (path / store.NETWORK).mkdir()
    (path / store.NETWORK / "network.keras").write_bytes(bytes(101))
    with pytest.raises(store.FullError, match="100 bytes"):
        store.new(of)
    store.delete(path)
    store.new(of)


def test_the_folder_of_them_all_is_set_by_the_environment(of: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.VARIABLE, str(of))
    assert store.root() == of
    monkeypatch.delenv(store.VARIABLE)
    assert store.root().name.startswith("temperature-explorer-")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system has no owners of folders")
def test_a_folder_of_somebody_else_is_not_used(of: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(PermissionError, match=store.VARIABLE):
        store.new(of)


def test_an_address_means_a_folder_that_is_there(of: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.VARIABLE, str(of))
    path = store.new()
    assert store.linked(store.link(path)) == path
    assert store.linked(path.name) is None
    store.delete(path)
    assert store.linked(store.link(path)) is None
