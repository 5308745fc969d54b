"""Where the networks of visitors are: a folder for each, whose name nobody can guess, and which is not kept for long.

A folder holds the text (`TEXT`), what was asked for (`WISH`), how the training goes (`PROGRESS`), and at its end the
folder of the network (`NETWORK`), which every page shows like those of model_weights.
"""

import os
import re
import secrets
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from components.language_model import durable
from components.language_model.machine import amount

TEXT, WISH, PROGRESS, NETWORK, STOP = "text.txt", "wish.json", "progress.json", "network", "stop"
STATES, MADE = "states", "made"  # what a training goes on from, and the network before it is put in place

VARIABLE = "OWN_NETWORKS"  # of the environment: the folder of them all, shared by servers that stand beside each other
HOURS = 24  # that a network is kept after it was last looked at
LARGEST = 2_000_000_000  # bytes of all of them together

LINK = "own-"  # what stands before a name in the address of a page

_BYTES = 16  # of a name: 128 bits
_GONE = ".gone"  # at the end of the name of a folder that is being removed
_NAME = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")


class FullError(OSError):
    """There is no room for another network; the message says how much there is for all of them."""


def root() -> Path:
    """Return the folder that holds the networks of all visitors; it need not be there yet."""
    asked = os.environ.get(VARIABLE, "")
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return Path(asked) if asked else Path(tempfile.gettempdir()) / f"temperature-explorer-{user}"


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a visitor's network.

    Examples
    --------
    >>> is_name("0123456789abcdef" * 2), is_name("../../etc")
    (True, False)
    """
    return _NAME.fullmatch(text) is not None


def new(of: Path | None = None) -> Path:
    """Make a folder for another network, which nobody but its owner finds.

    Raises
    ------
    FullError
        If all of them together have grown too large, old ones aside.
    OSError
        If it cannot be made.
    """
    of = of or root()
    of.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "getuid") and of.stat().st_uid != os.getuid():
        raise PermissionError(f"{of} belongs to somebody else: set {VARIABLE} to a folder of your own")
    sweep(of)
    if sum(map(_size, of.iterdir())) > LARGEST:
        raise FullError(f"the networks of all visitors take more than {amount(LARGEST)}")
    path = of / secrets.token_hex(_BYTES)
    path.mkdir(mode=0o700)
    return path


def at(name: str, of: Path | None = None) -> Path | None:
    """Return the folder of this name and note that it was looked at, or None where there is none.

    One that nobody has looked at for `HOURS` is removed.
    """
    path = (of or root()) / name
    if not is_name(name) or not path.is_dir():
        return None
    if _is_over(path):
        delete(path)
        return None
    with suppress(OSError):
        os.utime(path)
    return path


def link(path: Path) -> str:
    """Return what the address of a page calls a visitor's folder.

    Examples
    --------
    >>> link(Path("0123456789abcdef" * 2))
    'own-0123456789abcdef0123456789abcdef'
    """
    return LINK + path.name


def is_link(text: str) -> bool:
    """Return whether the address of a page means a visitor's folder, be it there or not.

    Examples
    --------
    >>> is_link("own-0123456789abcdef0123456789abcdef"), is_link("mine")
    (True, False)
    """
    return text.startswith(LINK)


def linked(text: str) -> Path | None:
    """Return the visitor's folder that an address means, as `at` does."""
    return at(text.removeprefix(LINK)) if is_link(text) else None


def is_own(path: Path) -> bool:
    """Return whether a folder is a visitor's, or in one."""
    return path.is_relative_to(root())


def delete(path: Path) -> None:
    """Remove a visitor's folder and all that is in it; one that is gone already is no error.

    It loses its name first, and at once: whoever still trains there cannot write into it any more.
    """
    with suppress(OSError):  # on Windows, where a process holds a file of it
        path = path.rename(path.with_name(path.name + _GONE))
    shutil.rmtree(path, ignore_errors=True)


def sweep(of: Path | None = None) -> None:
    """Remove the folders that nobody has looked at for `HOURS`, and what is left of removed ones."""
    of = of or root()
    for path in of.iterdir() if of.is_dir() else ():
        if path.name.endswith(_GONE) or (is_name(path.name) and _is_over(path)):
            delete(path)


def _is_over(path: Path) -> bool:
    """Return whether nobody has looked at a folder for `HOURS`."""
    try:
        return time.time() - path.stat().st_mtime > HOURS * 3600
    except OSError:  # it was removed meanwhile
        return True


def write(path: Path, content: str) -> None:
    """Write a file of a visitor's folder: what was there before stands until all of it is on the disk.

    Raises
    ------
    RoomError
        If it cannot be written.
    """
    durable.write(path, content.encode())


def _size(path: Path) -> int:
    """Return the bytes of a folder's files; of what goes away meanwhile, none."""
    size = 0
    for folder, _, files in os.walk(path):
        for file in files:
            with suppress(OSError):
                size += (Path(folder) / file).stat().st_size
    return size
