"""The folders of models: those that are there, whatever lies beside them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.language_model import folder, stamps
from components.language_model.folder import ModelFolder


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


@pytest.fixture
def path(folder_copy: Callable[[], Path]) -> Path:
    return folder_copy()


def _replaced(path: Path, content: bytes) -> None:
    """Put another file of the same times in the place of one."""
    status = path.stat()
    path.with_suffix(".new").write_bytes(content)
    path.with_suffix(".new").replace(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_folder_that_stays_is_the_same(path: Path) -> None:
    assert ModelFolder.at(path) == ModelFolder.at(path)
    assert hash(ModelFolder.at(path)) == hash(ModelFolder.at(path))
    assert ModelFolder.at(path).network_sha256 == folder.record(path)["network_sha256"]
    assert ModelFolder.at(path).name == "small"


def test_what_is_beside_a_network_is_known_without_reading_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = (folder.WORDS, folder.SCENE, folder.VOCABULARY, folder.TRAINING)
    whole = ModelFolder.at(path)
    monkeypatch.setattr(stamps, "sha256", lambda *_: pytest.fail("the network is read"))
    beside = ModelFolder.beside_network(path)
    assert [beside.only(file) for file in files] == [whole.only(file) for file in files]
    assert beside.network_sha256 == ""


def test_other_weights_of_the_same_size_and_time_are_another_network(path: Path) -> None:
    before, content = ModelFolder.at(path), bytearray((path / folder.NETWORK).read_bytes())
    content[-1] ^= 1
    _replaced(path / folder.NETWORK, content)
    assert ModelFolder.at(path).network != before.network


def test_the_same_weights_written_again_are_the_same_network(path: Path) -> None:
    before = ModelFolder.at(path)
    os.utime(path / folder.NETWORK, ns=(0, 0))
    assert ModelFolder.at(path).network == before.network
    (path / folder.SCENE).write_text("{}")
    assert ModelFolder.at(path) != before
    assert ModelFolder.at(path).network == before.network


@pytest.mark.parametrize("name", [folder.WORDS, folder.SCENE, folder.VOCABULARY, folder.TRAINING])
@pytest.mark.parametrize("change", ["replaced", "cut", "gone"])
def test_a_file_that_changes_is_seen_where_it_matters(path: Path, name: str, change: str) -> None:
    before, content = ModelFolder.at(path), (path / name).read_bytes()
    if change == "gone":
        (path / name).unlink()
    else:
        _replaced(path / name, content[::-1] if change == "replaced" else content[: len(content) // 2])
    after = ModelFolder.at(path)
    assert after.only(name) != before.only(name)
    others = {folder.WORDS, folder.SCENE, folder.VOCABULARY, folder.TRAINING} - {name}
    assert after.only(*others) == before.only(*others)
    assert (after.network != before.network) == (name == folder.VOCABULARY)


def test_a_folder_that_is_gone_or_holds_odd_things_is_a_value(path: Path) -> None:
    (path / "link").symlink_to(path / "nowhere")
    os.mkfifo(path / "pipe")
    (path / folder.NETWORK).unlink()
    os.mkfifo(path / folder.NETWORK)
    assert ModelFolder.at(path).network_sha256 == ""
    shutil.rmtree(path)
    assert ModelFolder.at(path) == ModelFolder(path, "", ())
