"""A model's folder: the names of its files, and what can be read from it without Keras."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Any, Literal

from components.language_model import checksums, stamps
from components.language_model.content import parse, read
from components.language_model.lexicon import Unit
from components.language_model.origin import Mending, mending
from components.language_model.reasons import Reason, reason_of
from components.language_model.recipe import SHIPPED
from components.language_model.stamps import Stamp
from components.language_model.vocabulary import Vocabulary

NETWORK = "network.keras"
VOCABULARY = "vocabulary.json"
WORDS = "words.txt"
TRAINING = "training.json"
SCENE = "scene.json"

# What makes a file alone, whatever the rest came from.
_MAKING = {
    SCENE: "python -m components.language_model.first_scene --model {model}",
    checksums.SUMS: "python -m components.language_model.checksums --model {model}",
}

MODELS = Path(__file__).parents[2] / "model_weights"
DEFAULT_MODEL = MODELS / "shakespeare"

STREAMED, WINDOWED = "streamed_nats_per_char", "windowed_nats_per_char"  # of a record's validation losses

Kind = Literal["missing", "damaged", "unfit"]


@dataclass(frozen=True)
class ModelFolder:
    """Where a network is, and which one is there: what is kept of a network is kept by this.

    A folder that is trained again, replaced, mended or half-written is another value.

    Attributes
    ----------
    path : Path
        The folder.
    network_sha256 : str
        The SHA-256 of the network's file as it is; empty where it cannot be read, or does not matter.
    stamps : tuple of Stamp
        Of its other files that matter, by name.
    """

    path: Path
    network_sha256: str
    stamps: tuple[Stamp, ...]

    @classmethod
    def at(cls, path: Path) -> "ModelFolder":
        """Return what is in a folder now; of one that is gone, nothing."""
        found = {stamp[0]: stamp for stamp in stamps.stamps(path)}
        network = found.pop(NETWORK, None)
        return cls(path, "" if network is None else stamps.sha256(path / NETWORK, network), tuple(found.values()))

    @classmethod
    def beside_network(cls, path: Path) -> "ModelFolder":
        """Return what is in a folder now, without its network: a large one takes long to read."""
        return cls(path, "", tuple(stamp for stamp in stamps.stamps(path) if stamp[0] != NETWORK))

    @property
    def name(self) -> str:
        """The model's name."""
        return name_of(self.path)

    @property
    def network(self) -> "ModelFolder":
        """The folder as far as what is predicted depends on it: the network and its characters."""
        return ModelFolder(self.path, self.network_sha256, self._stamps_of(VOCABULARY))

    def only(self, *files: str) -> "ModelFolder":
        """Return the folder as far as some files go: the same as long as these are.

        Examples
        --------
        >>> before = ModelFolder(MODELS / "mine", "", (("scene.json", 5, 1, 1, 7), ("words.txt", 5, 1, 1, 8)))
        >>> after = ModelFolder(MODELS / "mine", "", (("scene.json", 6, 2, 2, 9), ("words.txt", 5, 1, 1, 8)))
        >>> before.only("words.txt") == after.only("words.txt"), before == after
        (True, False)
        """
        return ModelFolder(self.path, "", self._stamps_of(checksums.SUMS, *files))

    def _stamps_of(self, *files: str) -> tuple[Stamp, ...]:
        return tuple(stamp for stamp in self.stamps if stamp[0] in files)


class ModelError(Exception):
    """A file of a model's folder cannot be used; the message says why, and what mends it.

    Parameters
    ----------
    folder : Path
        The model's folder.
    file : str
        The file's name.
    kind : {"missing", "damaged", "unfit"}
        What is wrong with it: not there, not what was written, or not for this use.
    detail : str, optional
        The finding.
    reason : Reason, optional
        The finding as every language can say it.
    mending : Mending, optional
        What mends the file; by default what makes the folder whole again.
    """

    def __init__(
        self,
        folder: Path,
        file: str,
        kind: Kind,
        detail: str = "",
        *,
        reason: Reason | None = None,
        mending: Mending | None = None,
    ) -> None:
        self.folder, self.file, self.kind, self.reason = folder, file, kind, reason
        self.mending = mending or _mending(folder, file)
        wrong = {"missing": "is missing", "damaged": "is damaged", "unfit": "does not fit"}[kind]
        super().__init__(f"{_shown(folder / file)} {wrong}{f' ({detail})' if detail else ''}: {self.mending}")


def _mending(folder: Path, file: str) -> Mending:
    name = name_of(folder)
    if name in SHIPPED and folder.is_relative_to(MODELS):
        return Mending("shipped", f"git checkout -- {_shown(folder)}")
    if file in _MAKING:
        return Mending("made", _MAKING[file].format(model=quote(name)))
    content = None
    with suppress(OSError, ValueError):
        content = read(folder / TRAINING)
    return mending(content, name, _shown(folder))


def _shown(path: Path) -> str:
    """Return a path as a person in the project's folder would type it."""
    root = MODELS.parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


@contextmanager
def reading(folder: Path, file: str, *, mending: Mending | None = None) -> Iterator[Path]:
    """Read a file of a model's folder in a block that is handed its path.

    Raises
    ------
    ModelError
        If the file is missing, is not the one that was written, or the block meets content that is not what it should
        be.
    """
    try:
        checksums.check(folder, file)
        yield folder / file
    except FileNotFoundError as error:
        raise ModelError(folder, file, "missing", mending=mending) from error
    except checksums.ListError as error:
        raise ModelError(folder, checksums.SUMS, "damaged", str(error), reason=reason_of(error)) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        detail = str(error) if isinstance(error, ValueError) else ""
        raise ModelError(folder, file, "damaged", detail, reason=reason_of(error), mending=mending) from error


def name_of(folder: Path) -> str:
    """Return a model's name: its folder's, with the one that it stands in if that is not `model_weights`.

    Examples
    --------
    >>> name_of(MODELS / "shakespeare"), name_of(MODELS / "asker_bytes" / "mended")
    ('shakespeare', 'asker_bytes/mended')
    """
    return folder.relative_to(MODELS).as_posix() if folder.is_relative_to(MODELS) else folder.name


def available() -> dict[str, Path]:
    """Return the folders of all models by name, the default one first.

    Whatever was trained into `model_weights` is among them.

    Examples
    --------
    >>> next(iter(available()))
    'shakespeare'
    """
    first = name_of(DEFAULT_MODEL)
    # os.walk, unlike Path.rglob, passes over what goes away while it looks.
    found = sorted(Path(where) for where, _, files in os.walk(MODELS) if TRAINING in files)
    folders = {name_of(path): path for path in found if path != MODELS and _is_a_models(path)}
    return {first: DEFAULT_MODEL} | {name: folder for name, folder in folders.items() if name != first}


def _is_a_models(path: Path) -> bool:
    """Return whether a folder is a model's, and not one in which a training run keeps what it goes on from."""
    is_hidden = any(part.startswith(".") for part in path.relative_to(MODELS).parts)
    return not is_hidden and (path / TRAINING).is_file()


def named(model: str) -> Path:
    """Return a model's folder by its name, or by its path.

    Raises
    ------
    ValueError
        If there is no such model.

    Examples
    --------
    >>> named("shakespeare").name
    'shakespeare'
    """
    names = available()
    folder = names.get(model, Path(model))
    if not any(_is_file(folder / file) for file in (TRAINING, NETWORK)):
        raise ValueError(f"there is no model “{model}”: give one of {', '.join(names)}, or the folder of another")
    return folder


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


@dataclass(frozen=True)
class _Record:
    """What is read of a record, as far as it is there."""

    network_sha256: str
    corpus_sha256: str | None = None
    recipe: dict[str, int | float | str] | None = None
    validation: dict[str, float] | None = None
    window: int | None = None
    unit: Unit | None = None


def record(folder: Path) -> dict[str, Any]:
    """Read how a model was trained, and how well it predicts.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    with reading(folder, TRAINING) as path:
        content: dict[str, Any] = read(path)
        parse(_Record, content)
        return content


def check_network(model: ModelFolder, recorded: dict[str, Any]) -> None:
    """Check that the network of a folder is the one that its record is of.

    Raises
    ------
    ModelError
        If it is missing, or another.
    """
    if not model.network_sha256:
        raise ModelError(model.path, NETWORK, "missing")
    if model.network_sha256 != recorded["network_sha256"]:
        said = f"its SHA-256 is not the one in {TRAINING}"
        raise ModelError(model.path, NETWORK, "damaged", said, reason=Reason("checksum"))


def vocabulary(folder: Path) -> Vocabulary:
    """Read a model's characters.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    with reading(folder, VOCABULARY) as path:
        return Vocabulary.load(path)
