"""A network, its characters and its record in one zip, which somebody can keep and bring in again. Needs no Keras."""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from components.language_model import checksums, durable
from components.language_model.archive import members
from components.language_model.archive.chain import ArchiveError
from components.language_model.content import parse, read
from components.language_model.folder import NETWORK, STREAMED, TRAINING, VOCABULARY, WINDOWED
from components.language_model.lexicon import Unit

ABOUT = "README.txt"

_FILES = (NETWORK, VOCABULARY, TRAINING)
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of the calendar of zips: the same folder gives the same bytes
_PLAIN_FILE = 0o100644 << 16  # where a zip has the mode of a file
_UNIX = 3


class ZipError(ArchiveError):
    """A zip is not one that `zipped` wrote; the message says why."""


@dataclass(frozen=True)
class Record:
    """What the record of a zip says of the training.

    Attributes
    ----------
    network_sha256 : str
        Of the network's file.
    corpus_sha256, corpus_characters, unit : optional
        Of the text, and what is counted in it, where they are known.
    validation : dict, optional
        The losses on held-out text by name, in nats per character.
    """

    network_sha256: str
    corpus_sha256: str | None = None
    corpus_characters: int | None = None
    unit: Unit | None = None
    validation: dict[str, float] | None = None

    @property
    def of_text(self) -> dict[str, str | int]:
        """What it says of the text, as a record has it."""
        said = {"corpus_sha256": self.corpus_sha256, "corpus_characters": self.corpus_characters, "unit": self.unit}
        return {name: value for name, value in said.items() if value is not None}

    @property
    def losses(self) -> dict[str, float]:
        """The losses that the page knows."""
        return {name: loss for name, loss in (self.validation or {}).items() if name in (STREAMED, WINDOWED)}


def zipped(folder: Path, about: str) -> bytes:
    """Return a model's folder as one zip: its network, its characters and its record, nothing of its text.

    Parameters
    ----------
    folder : Path
        As `components.language_model.loading.load` reads it.
    about : str
        How the zip is brought in again, for who opens it.

    Raises
    ------
    OSError
        If a file cannot be read.

    Examples
    --------
    >>> from components.language_model.folder import MODELS
    >>> zipfile.ZipFile(io.BytesIO(zipped(MODELS / "names", "A network."))).namelist()
    ['README.txt', 'network.keras', 'vocabulary.json', 'training.json']
    """
    contents = {ABOUT: about.encode(), **{name: (folder / name).read_bytes() for name in _FILES}}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            member = zipfile.ZipInfo(name, _BEGINNING)  # stored as it is: what is compressed can claim any size
            member.create_system, member.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(member, content)
    return stream.getvalue()


def is_zipped(path: Path) -> bool:
    """Return whether a file is a zip with a saved network in it, which a saved network alone is not.

    Examples
    --------
    >>> from components.language_model.folder import DEFAULT_MODEL
    >>> is_zipped(DEFAULT_MODEL / NETWORK), is_zipped(DEFAULT_MODEL / VOCABULARY)
    (False, False)
    """
    if not path.is_file():  # a pipe would never end
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return NETWORK in archive.namelist()
    except (OSError, ValueError, EOFError, NotImplementedError, zipfile.BadZipFile):  # said where it is read
        return False


@contextmanager
def unzipped(path: Path) -> Iterator[Path]:
    """Take the files out of a zip for a block that is handed their folder.

    Raises
    ------
    ZipError
        If it has other members than `zipped` writes, or one that is damaged, compressed, encrypted or there twice,
        has a path that climbs, or claims more than is there.
    RoomError
        If there is no room for them.
    """
    with tempfile.TemporaryDirectory() as place:
        _unpack(path, Path(place))
        yield Path(place)


def _unpack(path: Path, place: Path) -> None:
    try:
        with members.opened(path) as (archive, listed):
            _check_names(set(listed))
            for name in _FILES:  # these names alone are written, whatever the zip says of itself
                with archive.open(listed[name]) as member, durable.replacing(place / name) as copy:
                    shutil.copyfileobj(member, copy)
    except ArchiveError as error:
        raise ZipError(f"{error}; a zip is taken as the page gave it away, not packed again") from error


def _check_names(names: set[str]) -> None:
    if missing := [name for name in _FILES if name not in names]:
        raise ArchiveError(f"the zip has no {missing[0]}")
    if more := sorted(names - {ABOUT, *_FILES}):
        raise ArchiveError(f"the zip has a member {more[0]!r:.60} that is not of a network")


def record(folder: Path) -> Record:
    """Return what the record in an unpacked folder says, if it is that of the network beside it.

    Raises
    ------
    OSError, ValueError
        If it cannot be read, or is of another network.
    """
    found = parse(Record, read(folder / TRAINING))
    if found.network_sha256 != checksums.sha256(folder / NETWORK):
        raise checksums.ChecksumError
    return found
