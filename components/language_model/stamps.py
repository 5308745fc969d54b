"""Which files are in a folder now: a stamp changes with whatever is done to a file."""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from components.language_model import checksums

Stamp = tuple[str, int, int, int, int]  # of a file: name, bytes, times of change of content and of status, number


def stamps(path: Path) -> list[Stamp]:
    """Return the stamps of what is in a folder, by name; none of a folder that is gone."""
    found = []
    with suppress(OSError), os.scandir(path) as entries:
        for entry in entries:
            with suppress(OSError):  # a link that leads nowhere, or a file that went away just now
                status = entry.stat()
                found.append((entry.name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
    return sorted(found)


@lru_cache(maxsize=64)
def sha256(path: Path, stamp: Stamp) -> str:  # noqa: ARG001
    """Return the SHA-256 of a file, taken once for each of its stamps; empty where it cannot be read."""
    try:
        return checksums.sha256(path)
    except (OSError, ValueError):
        return ""
