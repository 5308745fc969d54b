"""The list of checksums: written with a folder, kept up with it, and read by everybody."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from components.language_model import checksums, content, durable, folder, known
from components.language_model.checksums import SUMS
from components.language_model.checksums.__main__ import main
from components.language_model.folder import ModelError, ModelFolder


@pytest.fixture
def path(folder_copy: Callable[[], Path]) -> Path:
    return folder_copy()


def _listed(path: Path) -> set[str]:
    return set(checksums.recorded(path))


def test_training_lists_every_file(path: Path) -> None:
    assert _listed(path) == {file.name for file in path.iterdir()} - {SUMS}


@pytest.mark.parametrize("name", folder.available())
def test_every_file_that_is_shipped_is_listed_as_it_is(name: str) -> None:
    path = folder.available()[name]
    assert _listed(path) == {file.name for file in path.iterdir()} - {SUMS}
    for file in _listed(path):
        checksums.check(path, file)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="coreutils are not here")
def test_others_read_the_list_as_well(path: Path) -> None:
    def differs() -> bool:
        return bool(subprocess.run(["sha256sum", "--check", "--strict", "--status", SUMS], cwd=path).returncode)

    assert not differs()
    (path / folder.WORDS).write_text("other\n")
    assert differs()


@pytest.mark.parametrize("change", [lambda text: text[: len(text) // 2], lambda text: text + b"\n", lambda text: b""])
def test_a_word_list_that_was_cut_is_refused_by_name(path: Path, change: Callable[[bytes], bytes]) -> None:
    (path / folder.WORDS).write_bytes(change((path / folder.WORDS).read_bytes()))
    with pytest.raises(ModelError, match=r"words\.txt is damaged \(a SHA-256 as in SHA256SUMS is needed\)") as raised:
        known.lexicon(path)
    assert raised.value.reason is not None
    assert raised.value.reason.name == "checksum"


def test_what_is_written_later_is_listed(path: Path) -> None:
    checksums.write(path / folder.WORDS, "new\n")
    checksums.write(path / "sweep.json", "{}")
    assert known.lexicon(path).entries == {"new"}
    for file in (folder.WORDS, "sweep.json"):
        checksums.check(path, file)
    assert not list(path.glob("*.new"))


@pytest.mark.parametrize("synced", [0, 1])
def test_on_a_full_disk_the_file_and_the_list_stay_as_they_were(
    path: Path, monkeypatch: pytest.MonkeyPatch, synced: int
) -> None:
    """The disk is full when the first or the second of both is brought to it."""
    before = {file.name: file.read_bytes() for file in path.iterdir()}
    calls = iter([None] * synced)

    def full(stream: object) -> None:
        if next(calls, "full"):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(durable.RoomError):
        checksums.write(path / folder.SCENE, "{}")
    assert {file.name: file.read_bytes() for file in path.iterdir()} == before


def test_a_network_may_be_larger_than_what_is_read_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = (path / folder.NETWORK).stat().st_size
    monkeypatch.setattr(content, "MOST_BYTES", size - 1)
    checksums.sign(path)
    checksums.check(path, folder.NETWORK)
    folder.check_network(ModelFolder.at(path), folder.record(path))
    with pytest.raises(content.ContentError, match=f"a file of at most {size - 1} bytes is needed, got {size}"):
        content.read_bytes(path / folder.NETWORK)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_has_no_checksum(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "words.txt")
    with pytest.raises(content.ContentError, match="a plain file is needed"):
        checksums.sha256(tmp_path / "words.txt")


def test_where_there_is_no_list_none_is_begun(tmp_path: Path) -> None:
    checksums.write(tmp_path / "sweep.json", "{}")
    assert [file.name for file in tmp_path.iterdir()] == ["sweep.json"]
    checksums.check(tmp_path, "sweep.json")


@pytest.mark.parametrize("damaged", [b"", b"\n", b"text", b"\xff", b"0" * 64 + b" words.txt\n", b"0" * 63 + b"  a\n"])
def test_a_damaged_list_is_named(path: Path, damaged: bytes) -> None:
    (path / SUMS).write_bytes(damaged)
    with pytest.raises(ModelError, match=r"SHA256SUMS is damaged .*components\.language_model\.checksums --model"):
        known.lexicon(path)


def test_a_file_that_was_changed_on_purpose_is_listed_anew(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path / folder.WORDS).write_text("other\n")
    (path / ".hidden").write_text("")
    (path / "words.txt.new").write_text("")
    main(["--model", str(path)])
    assert capsys.readouterr().out == f"{path / SUMS}\n"
    assert known.lexicon(path).entries == {"other"}
    assert not _listed(path) & {".hidden", "words.txt.new", SUMS}
