"""Files that are whole or not there: written beside, brought to the disk, and put in place at once. Needs no Keras."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

from components.language_model.machine import amount, free_room

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}  # of a disk, of what a file may take, of what an account may
NEW = ".new"  # at the end of the name of a file that is being written


class RoomError(OSError):
    """A file cannot be written; the message says how much room it takes, and how much there is."""


@contextmanager
def replacing(path: Path, size: int | None = None) -> Iterator[IO[bytes]]:
    """Write a file in a block that is handed a stream: it replaces the earlier one when all of it is on the disk.

    Whatever ends the block early, the earlier file stays as it was, and nothing is left beside it but by a process
    that is killed.

    Parameters
    ----------
    path : Path
        The file.
    size : int, optional
        The bytes that it takes, if they are known, for the message.

    Raises
    ------
    RoomError
        If it cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with replacing(Path(folder) / "losses.json") as stream:
    ...         _ = stream.write(b"[2.5]")
    ...     [(file.name, file.read_text()) for file in Path(folder).iterdir()]
    [('losses.json', '[2.5]')]
    """
    new = _beside(path)
    with _undone(partial(_remove, new), path, size):
        with new.open("r+b" if new.exists() else "wb") as stream:  # its room may be reserved, and is not let go
            yield stream
            sync(stream)
        new.replace(path)
        _sync_names(path.parent)


@contextmanager
def reserving(path: Path, size: int) -> Iterator[None]:
    """Hold room on the disk while a block works out what `replacing` is to write there.

    So a disk that becomes full meanwhile does not lose the work. What is not used is given back.

    Parameters
    ----------
    path : Path
        The file that will be written.
    size : int
        The most bytes that it takes.

    Raises
    ------
    RoomError
        If there is less room.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "losses.json"
    ...     with reserving(path, 1000):
    ...         held = [file.stat().st_size for file in Path(folder).iterdir()]
    ...         write(path, b"[2.5]")
    ...     held, [(file.name, file.read_text()) for file in Path(folder).iterdir()]
    ([1000], [('losses.json', '[2.5]')])
    """
    check_room(path.parent, size)
    new = _beside(path)
    try:
        with _undone(partial(_remove, new), path, size), new.open("wb") as stream:
            stream.write(os.urandom(size))  # zeros take no room on a disk that compresses
            sync(stream)
        yield
    finally:
        _remove(new)


@contextmanager
def making(folder: Path, size: int | None = None) -> Iterator[None]:
    """Write the files of a new folder in a block; whatever ends it early, nothing of them stays.

    Parameters
    ----------
    folder : Path
        The folder; what a killed process left there is removed before.
    size : int, optional
        The bytes that it takes, if they are known, for the message.

    Raises
    ------
    RoomError
        If a file cannot be written.
    """
    remove = partial(shutil.rmtree, folder, ignore_errors=True)
    remove()
    with _undone(remove, folder, size):
        yield


@contextmanager
def _undone(undo: Callable[[], None], path: Path, size: int | None) -> Iterator[None]:
    """Undo what a block has written if it ends early, and say what could not be written, unless it is said already."""
    try:
        yield
    except BaseException as error:
        undo()
        if isinstance(error, OSError) and not isinstance(error, RoomError):
            raise _told(path, size, error) from error
        raise


def write(path: Path, content: bytes) -> None:
    """Write a file of this content, as `replacing` does.

    Raises
    ------
    RoomError
        If it cannot be written.
    """
    with replacing(path, len(content)) as stream:
        stream.write(content)


def sync(stream: IO[bytes]) -> None:
    """Bring what was written to a stream to the disk, and let go of the room behind it."""
    stream.truncate()
    stream.flush()
    os.fsync(stream.fileno())


def check_room(folder: Path, size: int) -> None:
    """Validate that so many bytes can be written into a folder, which need not be there yet.

    Raises
    ------
    RoomError
        If its disk has less room.
    """
    free = free_room(folder)
    if free < size:
        raise RoomError(f"{folder} needs {amount(size)}, and {amount(free)} are free on its disk: make room there")


def _sync_names(folder: Path) -> None:
    """Bring the names of a folder's files to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}{NEW}")


def _remove(new: Path) -> None:
    with suppress(OSError):
        new.unlink(missing_ok=True)


def _told(path: Path, size: int | None, error: OSError) -> RoomError:
    remedy = "let this account write there"
    if error.errno in _FULL:
        takes = "" if size is None else f"it takes {amount(size)}, and {amount(free_room(path.parent))} are free; "
        remedy = f"{takes}make room"
    return RoomError(
        f"{path} could not be written ({error.strerror or error}), and what was there stays as it was: {remedy}, and "
        "give the same command again"
    )
