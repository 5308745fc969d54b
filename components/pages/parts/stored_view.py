"""What is said of a stored result that cannot be used, or was made with other weights."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from components.analysis.calibration_result import StoredCalibration
from components.analysis.reference import Reference
from components.analysis.stored import StoredError
from components.analysis.sweep_results import StoredSweep
from components.language_model import folder
from components.presenting.glyphs import plain
from components.words.en import Words

Result = TypeVar("Result", StoredSweep, Reference, StoredCalibration)


def say_what_is_wrong(words: Words, error: StoredError, model: Path) -> None:
    """Show what is the matter with a stored result, and the command that makes it."""
    sentence = {"missing": words.stored_missing, "damaged": words.stored_damaged}[error.kind]
    st.error(_with_command(sentence.format(file=error.file, model=folder.name_of(model)), error.command))


def say_other_weights(words: Words, file: str, model: Path, command: str) -> None:
    """Show that a result was made with other weights, and the command that makes it again."""
    st.warning(_with_command(words.stored_other_weights.format(file=file, model=folder.name_of(model)), command))


def read(words: Words, load: Callable[[Path], Result], file: str, model: Path) -> Result | None:
    """Give a stored result, and say what is the matter with it; None where it cannot be used.

    Parameters
    ----------
    words : Words
        The reader's language.
    load : callable
        One of those of `components.pages.models`.
    file : str
        The file's name.
    model : Path
        The model's folder.
    """
    try:
        found = load(model)
    except StoredError as error:
        say_what_is_wrong(words, error, model)
        return None
    if not found.same_weights:
        say_other_weights(words, file, model, found.command)
    return found


def _with_command(sentence: str, command: str) -> str:
    return f"{plain(sentence)}\n```sh\n{command}\n```"
