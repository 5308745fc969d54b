"""What is stored of a model's training text: what is counted in it, and all that is known. Needs no Keras."""

from contextlib import suppress
from pathlib import Path

from components.language_model import checksums
from components.language_model.content import read_bytes
from components.language_model.folder import WORDS, ModelError, reading, record, vocabulary
from components.language_model.lexicon import Lexicon, Unit


def unit(folder: Path) -> Unit:
    """Return what is counted in a model's texts: what its record says, or else what its characters allow.

    Raises
    ------
    ModelError
        If its characters are missing or damaged.
    """
    recorded = None
    with suppress(ModelError):  # of the record: said where the network is loaded
        recorded = record(folder).get("unit")
    return Unit.without_text(vocabulary(folder)) if recorded is None else Unit(recorded)


def lexicon_if_any(folder: Path) -> Lexicon:
    """Read what is known of a model's training text, if its folder was made with that.

    Raises
    ------
    ModelError
        If the file is damaged, or was lost.
    """
    return lexicon(folder) if checksums.made_with(folder, WORDS) else Lexicon(unit(folder))


def lexicon(folder: Path) -> Lexicon:
    """Read what is known of a model's training text: its words, lines or pairs, one on each line of the file.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    with reading(folder, WORDS) as path:
        return Lexicon(unit(folder), frozenset(read_bytes(path).decode("utf-8-sig").splitlines()))
