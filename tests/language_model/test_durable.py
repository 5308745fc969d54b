"""Files that are whole or not there, with a disk that is full, a process that ends, and a folder that is held."""

import errno
import os
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.language_model import durable, machine

STEPS = ("open", "write", "fsync", "replace")


@pytest.fixture
def fail_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, BaseException], None]:
    """Return a way to let a step of writing fail."""

    def failing(step: str, error: BaseException) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        if step == "open":
            monkeypatch.setattr(Path, "open", fail)
        elif step == "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        elif step == "replace":
            monkeypatch.setattr(Path, "replace", fail)

    return failing


def write(path: Path, step: str, error: BaseException) -> None:
    """Write a file, with an error of the block itself if that is the step."""
    with durable.replacing(path, 12_000_000) as stream:
        stream.write(b"half of")
        if step == "write":
            raise error


def make(folder: Path, size: int | None, fill: Callable[[], object]) -> None:
    """Make a folder with what a function writes into it."""
    with durable.making(folder, size):
        folder.mkdir()
        fill()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("earlier", [None, b"whole"])
def test_a_full_disk_leaves_what_was_there_and_says_what_is_needed(
    tmp_path: Path, fail_at: Callable[[str, BaseException], None], step: str, earlier: bytes | None
) -> None:
    path, full = tmp_path / "epoch.npz", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if earlier is not None:
        path.write_bytes(earlier)
    fail_at(step, full)
    with pytest.raises(
        durable.RoomError,
        match=r"epoch.npz could not be written \(No space left .* takes 12.0 MB, and .* make room, and",
    ):
        write(path, step, full)
    left = {file.name: os.open(file, os.O_RDONLY) for file in tmp_path.iterdir()}
    assert {name: os.read(handle, 99) for name, handle in left.items()} == (
        {} if earlier is None else {path.name: earlier}
    )
    for handle in left.values():
        os.close(handle)


@pytest.mark.parametrize("step", STEPS)
def test_an_interruption_leaves_nothing_half(
    tmp_path: Path, fail_at: Callable[[str, BaseException], None], step: str
) -> None:
    fail_at(step, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "epoch.npz", step, KeyboardInterrupt())
    assert not list(tmp_path.iterdir())


def test_room_is_held_until_the_file_is_whole(tmp_path: Path) -> None:
    path, new, size = tmp_path / "calibration.json", tmp_path / "calibration.json.new", 1_000_000
    with durable.reserving(path, size):
        assert new.stat().st_size == size
        if hasattr(new.stat(), "st_blocks"):
            assert 512 * new.stat().st_blocks >= size  # on the disk, and not only by its length
        with durable.replacing(path) as stream:
            stream.write(b"whole")
            stream.flush()
            assert new.stat().st_size == size  # nobody else can take it
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(path.name, b"whole")]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_room_that_is_not_used_is_given_back(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "calibration.json"
    path.write_bytes(b"earlier")
    with pytest.raises(error), durable.reserving(path, 1000):
        raise error
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(path.name, b"earlier")]


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_room_that_cannot_be_had_is_one_sentence(
    tmp_path: Path, fail_at: Callable[[str, BaseException], None], step: str
) -> None:
    fail_at(step, OSError(errno.EACCES, os.strerror(errno.EACCES)))
    with (
        pytest.raises(durable.RoomError, match=r"\(Permission denied\), .*: let this account write there, and"),
        durable.reserving(tmp_path / "calibration.json", 1000),
    ):
        pytest.fail("nothing is measured for which there is no room")
    assert not list(tmp_path.iterdir())


def test_what_could_not_be_written_is_named_once(tmp_path: Path, fail_at: Callable[[str, BaseException], None]) -> None:
    """A file of a new folder: the sentence is of the file, and not of a sentence about it."""
    fail_at("fsync", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    folder = tmp_path / "model"
    with pytest.raises(durable.RoomError) as raised:
        make(folder, 12_000_000, lambda: durable.write(folder / "scene.json", b"{}"))
    assert str(raised.value).startswith(f"{folder / 'scene.json'} could not be written (No space left on device), and")
    assert str(raised.value).count("could not be written") == 1
    assert not folder.exists()


@pytest.mark.parametrize("size", [None, 12_000_000])
def test_a_folder_that_is_not_made_is_removed_and_named(tmp_path: Path, size: int | None) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "of a killed process").touch()

    def fill() -> None:
        assert not any(folder.iterdir())
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(durable.RoomError, match=r"model could not be written \(No space left on device\)") as raised:
        make(folder, size, fill)
    assert ("it takes 12.0 MB" in str(raised.value)) == (size is not None)
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of a file")
def test_a_real_limit_on_the_size_of_a_file_is_one_sentence(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from components.language_model import durable
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    durable.write(Path(sys.argv[1]) / "sweep.json", b"x" * 5000)
except durable.RoomError as error:
    print(error)
"""
    run = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert (
        "sweep.json could not be written (File too large), and what was there stays as it was: it takes 5.0 kB"
        in run.stdout
    )
    assert not list(tmp_path.iterdir())


def test_room_is_asked_for_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: types.SimpleNamespace(free=3_000_000))
    durable.check_room(tmp_path / "not" / "there", 3_000_000)
    with pytest.raises(
        durable.RoomError, match=r"there needs 3.1 MB, and 3.0 MB are free on its disk: make room there"
    ):
        durable.check_room(tmp_path / "not" / "there", 3_100_000)


@pytest.fixture
def of_a_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the file in which a container's limit stands."""
    file = tmp_path / "memory.max"
    monkeypatch.setattr(machine, "_LIMITS", (file,))
    return file


def test_memory_is_the_least_of_what_is_free_and_what_the_group_may_take(
    of_a_group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_of_the_machine", lambda: 8_000)
    assert machine.free_memory() == 8_000
    of_a_group.write_text("max\n")
    assert machine.free_memory() == 8_000
    of_a_group.write_text("5000\n")
    assert machine.free_memory() == 5_000


@pytest.mark.parametrize("held", ["cache 700\nrss 1\ntotal_cache 700\ntotal_rss 1200\n", "anon 1200\nfile 700\n"])
def test_what_a_group_holds_is_not_free_but_its_files_give_way(
    of_a_group: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    monkeypatch.setattr(machine, "_of_the_machine", lambda: 8_000)
    of_a_group.write_text("5000\n")
    of_a_group.with_name("memory.stat").write_text(held)
    assert machine.free_memory() == 3_800


def test_memory_that_the_system_does_not_say_is_not_known(of_a_group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_of_the_machine", lambda: None)
    assert machine.free_memory() is None


def test_memory_of_this_machine_is_less_than_all_of_it() -> None:
    free = machine.free_memory()
    assert free is None or 0 < free <= (machine._physical() or free)
