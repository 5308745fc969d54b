"""A lock on a folder, which the system takes back from a process that ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockedError(OSError):
    """Another process holds the folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for the time of a block, by a lock on its file ``lock``, which stays.

    On Linux and macOS it is `flock`, on Windows `msvcrt.locking`: both belong to the open file, so nothing is left of
    them when a process is killed. On a disk that knows no locks (some network disks) nothing is held.

    Raises
    ------
    LockedError
        If another process holds it.
    """
    with (folder / "lock").open("w") as file:
        try:
            _take(file.fileno())
        except (BlockingIOError, PermissionError) as error:
            raise LockedError(f"{folder} is held by another process") from error
        except OSError:  # no locks on this disk
            pass
        yield
