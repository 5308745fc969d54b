"""The two files of a ``.keras`` archive, or of a folder that one was unpacked into, taken out with care."""

import shutil
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from components.language_model import durable
from components.language_model.archive.chain import ArchiveError

CONFIGURATION, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
LARGEST_FILE = 1_000_000_000  # bytes; an optimizer's numbers may stand beside the weights
LARGEST_JSON = 4_000_000  # bytes

Members = Mapping[str, zipfile.ZipInfo]  # of an archive, by name

_MOST_MEMBERS = 1_000
_ENCRYPTED = 0x1  # a flag of a member


class Described(NamedTuple):
    """What an archive says of itself, as JSON: the network, and the version of Keras that wrote it."""

    configuration: bytes
    metadata: bytes


def checked_file(path: Path) -> int:
    """Return the size of a file in bytes, if it is an ordinary one and not too large to read.

    Raises
    ------
    ArchiveError
        If it is not there, is a pipe or another thing than a file, or is empty or too large.
    """
    try:
        status = path.stat()  # follows a link, and does not open what may never end
    except OSError as error:
        raise ArchiveError(f"{path.name} cannot be read: {error.strerror}", "no_file") from error
    if not stat.S_ISREG(status.st_mode):
        raise ArchiveError(f"{path.name} is not a file", "no_file")
    if not status.st_size:
        raise ArchiveError(f"{path.name} is empty")
    if status.st_size > LARGEST_FILE:
        raise ArchiveError(f"{path.name} has {status.st_size:,} bytes: at most {LARGEST_FILE:,} are read", "too_much")
    return status.st_size


def from_folder(path: Path) -> tuple[Described, Path]:
    """Return the description, and the path of the weights, of an unpacked archive."""
    checked_file(path / WEIGHTS)
    for name in (CONFIGURATION, METADATA):
        _check_json(name, checked_file(path / name))
    return Described(*((path / name).read_bytes() for name in (CONFIGURATION, METADATA))), path / WEIGHTS


def from_archive(path: Path, copy: BinaryIO) -> Described:
    """Return the description of an archive, and write its weights into another file.

    Keras stores its members as they are; so whatever is compressed is not Keras's, and no member can be larger than the
    archive itself.

    Raises
    ------
    ArchiveError
        If a member is missing, damaged, encrypted, compressed or there twice, has a path that climbs, or is larger
        than the archive.
    """
    with opened(path) as (archive, members):
        _check_network(members)
        with archive.open(members[WEIGHTS]) as weights:
            shutil.copyfileobj(weights, copy)  # reading a member to its end compares its checksum
        return Described(*(archive.read(members[name]) for name in (CONFIGURATION, METADATA)))


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, Members]]:
    """Open an archive whose members are stored as they are, for a block that reads some of them.

    Raises
    ------
    ArchiveError
        If a member is damaged, encrypted, compressed or there twice, has a path that climbs, or is larger than the
        archive; also where it is met in the block.
    RoomError
        If the block cannot write what it reads.
    """
    size = checked_file(path)
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _members(archive, size)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, ArchiveError | durable.RoomError):
            raise
        raise ArchiveError(f"the archive is damaged ({_first_line(error)}): fetch or save it again") from error


def _members(archive: zipfile.ZipFile, size: int) -> Members:
    listed = archive.infolist()
    if len(listed) > _MOST_MEMBERS:
        raise ArchiveError(f"the archive has {len(listed):,} members: it is not what Keras writes")
    members: dict[str, zipfile.ZipInfo] = {}
    for member in listed:
        _check(member, size)
        if member.filename in members:
            raise ArchiveError(f"the archive holds {member.filename!r:.60} twice: save the network again")
        members[member.filename] = member
    if sum(member.file_size for member in listed) > size:
        raise ArchiveError("the members of the archive claim more bytes than it has")
    return members


def _check_network(members: Members) -> None:
    for name in (CONFIGURATION, METADATA, WEIGHTS):
        if name not in members:
            raise ArchiveError(f"the archive has no {name}: it was not saved whole by Keras 3")
    for name in (CONFIGURATION, METADATA):
        _check_json(name, members[name].file_size)


def _check_json(name: str, size: int) -> None:
    if size > LARGEST_JSON:
        raise ArchiveError(f"{name} is larger than {LARGEST_JSON:,} bytes: it is not what Keras writes")


def _check(member: zipfile.ZipInfo, size: int) -> None:
    name, path = repr(member.filename)[:60], PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        raise ArchiveError(f"the archive has a member {name} whose path leads out of it")
    if member.flag_bits & _ENCRYPTED:
        raise ArchiveError(f"the member {name} of the archive is encrypted: save the network without a password")
    if member.compress_type != zipfile.ZIP_STORED:
        raise ArchiveError(f"the member {name} of the archive is compressed, which Keras does not do: save it again")
    if max(member.file_size, member.compress_size) > size:
        raise ArchiveError(f"the member {name} claims {member.file_size:,} bytes in an archive of {size:,}")


def _first_line(error: BaseException) -> str:
    with suppress(IndexError):
        return str(error).splitlines()[0][:120]
    return type(error).__name__
