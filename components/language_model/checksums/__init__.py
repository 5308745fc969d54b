"""The SHA-256 of every file of a model's folder, in a list that ``sha256sum --check`` reads as well.

It is written when the folder is made, and follows what is stored there later. ``python -m
components.language_model.checksums`` makes it anew of the files as they are. A folder without one, made before there
was one, is read unchecked, but for its network, whose SHA-256 is in its record.
"""

import hashlib
import re
from pathlib import Path

from components.language_model import durable
from components.language_model.content import ContentError, plain_size, read_bytes
from components.language_model.reasons import Reason

SUMS = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S+)")


class ChecksumError(ContentError):
    """A file is not the one that was written."""

    def __init__(self) -> None:
        super().__init__("", f"a SHA-256 as in {SUMS}", reason="checksum")


class ListError(ValueError):
    """The list of checksums cannot be used."""

    reason = Reason("no_list")


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file of any size, in hexadecimal.

    Raises
    ------
    OSError, ContentError
        If it cannot be read, or is not a plain file.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "words.txt").write_text("abc")
    ...     sha256(Path(folder) / "words.txt")[:16]
    'ba7816bf8f01cfea'
    """
    plain_size(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def recorded(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of the files of a folder by name, as they were when they were written; none without a list.

    Raises
    ------
    ListError
        If the list is damaged.
    """
    try:
        lines = read_bytes(folder / SUMS).decode("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ListError(f"{SUMS} cannot be read") from error
    found = [_LINE.fullmatch(line) for line in lines]
    if not found or None in found:
        raise ListError(f"{SUMS} has a line that is not a SHA-256 and a name")
    return {match[2]: match[1] for match in found if match}


def check(folder: Path, file: str) -> None:
    """Check a file against the list of its folder.

    Raises
    ------
    ListError
        If the list is damaged.
    ChecksumError
        If the file is not the one that was written.
    OSError, ContentError
        If it cannot be read.
    """
    expected = recorded(folder).get(file)
    if expected is not None and sha256(folder / file) != expected:
        raise ChecksumError


def made_with(folder: Path, file: str) -> bool:
    """Return whether a folder has a file, or had it when it was made."""
    try:
        listed = file in recorded(folder)
    except ListError:  # said where a file is read
        listed = False
    return listed or (folder / file).exists()


def sign(folder: Path) -> Path:
    """Write the list of a folder's files as they are, and return it."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name != SUMS]
    listed = [path for path in files if not path.name.startswith(".") and path.suffix != durable.NEW]
    return _write_list(folder, {path.name: sha256(path) for path in listed})


def write(path: Path, text: str) -> Path:
    """Write a file, whole or not at all, and let the list of its folder follow, if there is one; return the file."""
    content, folder = text.encode("utf-8"), path.parent
    sums = recorded(folder)
    with durable.replacing(path, len(content)) as stream:
        stream.write(content)
        if sums:
            durable.sync(stream)  # so that the list is not of a file for which there is no room
            _write_list(folder, {**sums, path.name: hashlib.sha256(content).hexdigest()})
    return path


def _write_list(folder: Path, sums: dict[str, str]) -> Path:
    durable.write(folder / SUMS, "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(sums.items())).encode())
    return folder / SUMS
