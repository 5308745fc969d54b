"""A model's folder: the names of its files, and what can be read from it without Keras."""

import json
from pathlib import Path
from typing import Any, Literal

from components.language_model.recipe import SHIPPED
from components.language_model.vocabulary import Vocabulary

NETWORK = "network.keras"
VOCABULARY = "vocabulary.json"
WORDS = "words.txt"
TRAINING = "training.json"
SCENE = "scene.json"

MODELS = Path(__file__).parents[2] / "model_weights"
DEFAULT_MODEL = MODELS / "shakespeare"

STREAMED = "streamed_nats_per_char"  # of a record's validation losses


class ModelError(Exception):
    """A model's folder cannot be used; the message says why, and the command that mends it.

    Parameters
    ----------
    folder : Path
        The model's folder.
    file : str
        The file that is to blame.
    kind : {"missing", "damaged", "unfit"}
        What is the matter with it: not there, not what was written, or not for this use.
    detail : str, optional
        What was found.

    Attributes
    ----------
    mending : tuple of str
        Commands that bring the folder's files back, the simplest first.
    """

    def __init__(self, folder: Path, file: str, kind: Literal["missing", "damaged", "unfit"], detail: str = "") -> None:
        self.folder, self.file, self.kind, self.detail = folder, file, kind, detail
        name = name_of(folder)
        recipe = f" --recipe {name}" if name in SHIPPED and name != DEFAULT_MODEL.name else ""
        train = f"python -m components.language_model.training{recipe} --output {_shown(folder)}"
        shipped = folder.resolve().is_relative_to(MODELS.resolve())
        self.mending = (*((f"git checkout -- {_shown(folder)}",) if shipped else ()), train)
        found = {"missing": "is missing", "damaged": "is damaged", "unfit": "does not fit"}[kind]
        super().__init__(
            f"{_shown(folder / file)} {found}{f' ({detail})' if detail else ''}: get the folder's files back with "
            f"{' or, into an empty folder, '.join(f'`{command}`' for command in self.mending)}"
        )


def _shown(path: Path) -> str:
    """Give a path as somebody in the project's folder would type it."""
    root = MODELS.parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def name_of(folder: Path) -> str:
    """Give a model's name: its folder's, with the one that it stands in if that is not `model_weights`.

    Examples
    --------
    >>> name_of(MODELS / "shakespeare"), name_of(MODELS / "asker_bytes" / "mended")
    ('shakespeare', 'asker_bytes/mended')
    """
    return folder.relative_to(MODELS).as_posix() if folder.is_relative_to(MODELS) else folder.name


def available() -> dict[str, Path]:
    """Give the folders of all models by name, the default one first.

    Whatever was trained into `model_weights` is among them.

    Examples
    --------
    >>> next(iter(available()))
    'shakespeare'
    """
    found = {name_of(path.parent): path.parent for path in sorted(MODELS.rglob(TRAINING))}
    first = name_of(DEFAULT_MODEL)
    return {first: DEFAULT_MODEL} | {name: folder for name, folder in found.items() if name != first}


def named(model: str) -> Path:
    """Find a model's folder by its name, or by its path.

    Raises
    ------
    ValueError
        If there is no such model.

    Examples
    --------
    >>> named("shakespeare").name
    'shakespeare'
    """
    found = available().get(model, Path(model))
    if not (found / TRAINING).exists():
        raise ValueError(f"there is no model “{model}”: give a model's folder, or one of {', '.join(available())}")
    return found


def record(folder: Path) -> dict[str, Any]:
    """Read how a model was trained, and how well it predicts.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    try:
        content: dict[str, Any] = json.loads((folder / TRAINING).read_text("utf-8"))
        if not isinstance(content["network_sha256"], str):
            raise ValueError("a record names the weights that it is of")
        return content
    except FileNotFoundError as error:
        raise ModelError(folder, TRAINING, "missing") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(folder, TRAINING, "damaged") from error


def vocabulary(folder: Path) -> Vocabulary:
    """Read a model's characters.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    try:
        return Vocabulary.load(folder / VOCABULARY)
    except FileNotFoundError as error:
        raise ModelError(folder, VOCABULARY, "missing") from error
    except (OSError, ValueError) as error:
        raise ModelError(folder, VOCABULARY, "damaged") from error


def known_words(folder: Path) -> frozenset[str]:
    """Read the words of a model's training text.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    try:
        return frozenset((folder / WORDS).read_text("utf-8").split())
    except FileNotFoundError as error:
        raise ModelError(folder, WORDS, "missing") from error
    except (OSError, ValueError) as error:
        raise ModelError(folder, WORDS, "damaged") from error
