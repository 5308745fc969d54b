"""Results that are kept beside the weights they were made with. Needs no Keras."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, TypeVar

from components.language_model import checksums, corpus, durable, folder
from components.language_model.content import read, text
from components.language_model.origin import Mending

SWEEP = "sweep.json"
COMPARISON = "comparison.json"
REFERENCE = "reference.json"
CALIBRATION = "calibration.json"

_COMMANDS = {
    SWEEP: "python -m components.analysis.sweep --model {model}",
    COMPARISON: "python -m components.analysis.sweep --comparison --model {model} --corpus FILE",
    REFERENCE: "python -m components.analysis.reference --model {model} --corpus FILE",
    CALIBRATION: "python -m components.analysis.calibration --model {model} --corpus FILE",
}
FILES = tuple(_COMMANDS)
_ROOM = 1_000_000  # bytes, more than any of them usually takes

T = TypeVar("T")


@dataclass(frozen=True)
class Stored(Generic[T]):
    """A result from beside the weights.

    Attributes
    ----------
    value : object
        The result.
    same_weights : bool
        Whether it was made with the weights that are beside it.
    command : str
        The command that makes it again.
    """

    value: T
    same_weights: bool
    command: str


def command(model: Path, file: str) -> str:
    """Return the command that makes a result again.

    Examples
    --------
    >>> command(folder.DEFAULT_MODEL, SWEEP)
    'python -m components.analysis.sweep --model shakespeare'
    """
    return _COMMANDS[file].format(model=folder.name_of(model))


def provenance(model: Path) -> dict[str, Any]:
    """Return what is needed to make a result again: model, weights and the versions of the libraries.

    Raises
    ------
    ModelError
        If the model's record cannot be read.

    Examples
    --------
    >>> sorted(provenance(folder.DEFAULT_MODEL))
    ['model', 'network_sha256', 'versions']
    """
    return {
        "model": folder.name_of(model),
        "network_sha256": folder.record(model)["network_sha256"],
        "versions": {library: version(library) for library in ("keras", "numpy", "tensorflow")},
    }


def check_corpus(model: Path, text: str) -> None:
    """Validate a text as the one that a model was trained with, where its record says which that is.

    Raises
    ------
    ModelError
        If the model's record cannot be read.
    ValueError
        If it is another text.
    """
    trained_with, sha256 = folder.record(model).get("corpus_sha256"), corpus.sha256(text)
    if trained_with not in (None, sha256):
        raise ValueError(
            f"the corpus has the SHA-256 {sha256}, and the model was trained with {trained_with}: "
            "give the text that it was trained with, or training and held-out text cannot be told apart"
        )


def checked_output(output: Path) -> Path:
    """Return a folder that results are to be written into.

    Raises
    ------
    ValueError
        If there is no such folder.
    """
    if not output.is_dir():
        raise ValueError(f"there is no folder {output} to write into: make it first")
    return output


def reserving(folder: Path, file: str, size: int = 0) -> AbstractContextManager[None]:
    """Return a block in which a result is measured and saved; its room on the disk is held from the beginning.

    Parameters
    ----------
    folder : Path
        Where it is saved.
    file : str
        One of `FILES`.
    size : int, optional
        The bytes that it takes, where that may be more than usual.

    Raises
    ------
    RoomError
        If the disk has too little room.
    """
    return durable.reserving(folder / file, max(size, _ROOM))


def save(model: Path, file: str, content: dict[str, Any]) -> Path:
    """Write a result beside the weights, and return the file; the old one is replaced by a whole new one only."""
    return checksums.write(model / file, json.dumps(content, ensure_ascii=False) + "\n")


def load(model: Path, file: str, parse: Callable[[Any], T]) -> Stored[T]:
    """Read a result.

    Parameters
    ----------
    model : Path
        The model's folder.
    file : str
        One of `FILES`.
    parse : callable
        Returns the result from the file's content. It raises a ValueError, KeyError or TypeError where the content
        is not what it should be.

    Raises
    ------
    ModelError
        If the file is missing or damaged, or the model's record cannot be read.
    """
    weights, remake = folder.record(model)["network_sha256"], command(model, file)
    with folder.reading(model, file, mending=Mending("made", remake)) as path:
        content = read(path)
        return Stored(parse(content), text(content["network_sha256"], "network_sha256") == weights, remake)
