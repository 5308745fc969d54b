"""A model's folder: the names of its files, and what can be read from it without Keras."""

from pathlib import Path

from components.language_model.vocabulary import Vocabulary

NETWORK = "network.keras"
VOCABULARY = "vocabulary.json"
WORDS = "words.txt"
TRAINING = "training.json"
SCENE = "scene.json"

MODELS = Path(__file__).parents[2] / "model_weights"
DEFAULT_MODEL = MODELS / "shakespeare"


class ModelError(Exception):
    """A model's folder cannot be used; the message says why, and the command that mends it."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(
            f"The model in {folder.name}/ cannot be used: {problem}. Get its files back with "
            f"`git checkout -- model_weights/{folder.name}`, or make them again: "
            f"`python -m components.language_model.training --output model_weights/{folder.name}` "
            "(into an empty folder)."
        )


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
        raise ModelError(folder, f"{VOCABULARY} is missing") from error
    except (OSError, ValueError) as error:
        raise ModelError(folder, f"{VOCABULARY} is damaged") from error


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
        raise ModelError(folder, f"{WORDS} is missing") from error
    except (OSError, ValueError) as error:
        raise ModelError(folder, f"{WORDS} is damaged") from error
