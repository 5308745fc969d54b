"""What the machine has left: memory, and room on a disk; and what it gets back. Needs no Keras."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def amount(size: float) -> str:
    """Return a number of bytes as a person says it.

    Examples
    --------
    >>> amount(512), amount(19_630_420), amount(3e12)
    ('512 bytes', '19.6 MB', '3.0 TB')
    """
    steps = 0
    while size >= 1000 and steps < len(_UNITS) - 1:
        size, steps = size / 1000, steps + 1
    return f"{size:,.1f} {_UNITS[steps]}" if steps else f"{size:.0f} {_UNITS[0]}"


def free_room(folder: Path) -> int:
    """Return the bytes that are free on the disk of a folder, which need not be there yet."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    return shutil.disk_usage(there).free


def free_memory() -> int | None:
    """Return the bytes of memory that a program can take, or None where the system does not say.

    It is the least of what the machine has free and what the program's group may still take (as in a container).
    """
    sizes = [size for size in (_of_the_machine(), *map(_of_a_group, _LIMITS)) if size is not None]
    return min(sizes, default=None)


def give_back_memory() -> None:
    """Return memory that is free within this process to the system, where its C library can (glibc: 2 ms).

    Between arrays that live on, glibc keeps the holes of those that are gone, which a process that lasts never fills.
    """
    with suppress(OSError, TypeError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)


def _of_the_machine() -> int | None:
    if sys.platform == "win32":
        return _of_windows()
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration):
        return _physical()


def _physical() -> int | None:
    """Return all memory that the machine has, as macOS says it."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def _of_windows() -> int | None:
    class Status(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API; its sizes are in bytes."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", *"cdefg")),
        )

    status = Status(length=ctypes.sizeof(Status))
    found = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined,unused-ignore]
    return int(status.free) if found else None


def _of_a_group(limit: Path) -> int | None:
    try:
        most = int(limit.read_text("ascii"))
    except (OSError, ValueError):  # no such group, or "max"
        return None
    return most - _held(limit.with_name("memory.stat"))


def _held(statistics: Path) -> int:
    """Return what a group's programs hold, without the files that are kept in memory: those give way."""
    try:
        entries = dict(line.split() for line in statistics.read_text("ascii").splitlines())
        return int(entries.get("total_rss", entries.get("anon", 0)))  # of the older kind, and of the newer
    except (OSError, ValueError):
        return 0
