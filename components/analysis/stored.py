"""Results that are kept beside the weights they were made with. Needs no Keras."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from components.language_model import folder

SWEEP = "sweep.json"
REFERENCE = "reference.json"
CALIBRATION = "calibration.json"

_COMMANDS = {
    SWEEP: "python -m components.analysis.sweep --model {model}",
    REFERENCE: "python -m components.analysis.reference --model {model} --corpus FILE",
    CALIBRATION: "python -m components.analysis.calibration --model {model} --corpus FILE",
}


class StoredError(Exception):
    """A stored result cannot be used.

    Attributes
    ----------
    file : str
        The file's name.
    kind : {"missing", "damaged"}
        What is the matter with it.
    command : str
        What makes it again.
    """

    def __init__(self, model: Path, file: str, kind: Literal["missing", "damaged"]) -> None:
        self.file, self.kind, self.command = file, kind, command(model, file)
        super().__init__(f"{file} of the model {folder.name_of(model)} is {kind}: make it with `{self.command}`")


@dataclass(frozen=True)
class Stored:
    """A result as it was read.

    Attributes
    ----------
    content : dict
        What stands in the file.
    same_weights : bool
        Whether it was made with the weights that are beside it.
    command : str
        What makes it again.
    """

    content: dict[str, Any]
    same_weights: bool
    command: str


def command(model: Path, file: str) -> str:
    """Give the command that makes a result again.

    Examples
    --------
    >>> command(folder.DEFAULT_MODEL, SWEEP)
    'python -m components.analysis.sweep --model shakespeare'
    """
    return _COMMANDS[file].format(model=folder.name_of(model))


def provenance(model: Path) -> dict[str, Any]:
    """Give what is needed to make a result again: model, weights and the versions of the libraries.

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


def save(model: Path, file: str, content: dict[str, Any]) -> Path:
    """Write a result beside the weights; a file that stands there is replaced only by a whole new one.

    Returns
    -------
    Path
        The file.
    """
    path, new = model / file, model / f"{file}.new"
    new.write_text(json.dumps(content, ensure_ascii=False) + "\n", "utf-8")
    return new.replace(path)


@contextmanager
def damage_told(model: Path, file: str) -> Iterator[None]:
    """Tell what does not fit in a file that was read, as damage to it.

    Raises
    ------
    StoredError
        If the block meets content that is not what it should be.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoredError(model, file, "damaged") from error


def load(model: Path, file: str) -> Stored:
    """Read a result.

    Raises
    ------
    StoredError
        If the file is missing or damaged.
    ModelError
        If the model's record cannot be read.
    """
    weights = folder.record(model)["network_sha256"]
    try:
        content: dict[str, Any] = json.loads((model / file).read_text("utf-8"))
        return Stored(content, content["network_sha256"] == weights, command(model, file))
    except FileNotFoundError as error:
        raise StoredError(model, file, "missing") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoredError(model, file, "damaged") from error
