"""A model's folder: the names of its files, and what can be read from it without Keras."""

from pathlib import Path
from typing import Literal

from components.language_model.vocabulary import Vocabulary

NETWORK = "network.keras"
VOCABULARY = "vocabulary.json"
WORDS = "words.txt"
TRAINING = "training.json"
SCENE = "scene.json"

MODELS = Path(__file__).parents[2] / "model_weights"
DEFAULT_MODEL = MODELS / "shakespeare"


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
        train = f"python -m components.language_model.training --output {_shown(folder)}"
        shipped = folder.resolve().parent == MODELS.resolve()
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
