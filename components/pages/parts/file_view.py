"""A model's file that cannot be used, or a result of other weights: what is wrong, and the commands that mend it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from components.analysis import stored
from components.analysis.stored import Stored
from components.language_model import folder
from components.language_model.folder import ModelError, ModelFolder
from components.presenting.glyphs import plain
from components.words import Words

T = TypeVar("T")


def say_what_is_wrong(words: Words, error: ModelError) -> None:
    """Show what is wrong with a file of a model, and the commands that mend it."""
    wrong = {
        "missing": words.frame.file_missing,
        "damaged": words.frame.file_damaged,
        "unfit": words.frame.file_unfit,
    }[error.kind]
    mend = words.frame.file_make if error.file in stored.FILES else words.frame.file_restore
    st.error(_with_commands(wrong, mend, error.file, error.folder, *error.mending))


def say_other_weights(words: Words, file: str, model: ModelFolder, command: str) -> None:
    """Show that a result was made with other weights, and the command that makes it again."""
    st.warning(_with_commands(words.frame.file_other_weights, words.frame.file_make, file, model.path, command))


def read(words: Words, load: Callable[[ModelFolder], Stored[T]], file: str, model: ModelFolder) -> T | None:
    """Return a stored result and show what is wrong with it; None where it cannot be used.

    Parameters
    ----------
    words : Words
        The reader's language.
    load : callable
        One of those of `components.pages.serving.models`.
    file : str
        The file's name.
    model : ModelFolder
        The model's folder.

    Raises
    ------
    ModelError
        If another file of the model cannot be used.
    """
    try:
        result = load(model)
    except ModelError as error:
        if error.file != file:
            raise
        say_what_is_wrong(words, error)
        return None
    if not result.same_weights:
        say_other_weights(words, file, model, result.command)
    return result.value


def _with_commands(wrong: str, mend: str, file: str, model: Path, *commands: str) -> str:
    shown = plain(f"{wrong.format(file=file, model=folder.name_of(model))} {mend}")
    return "\n".join([shown, "```sh", *commands, "```"])
