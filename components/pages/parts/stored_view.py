"""What is said of a stored result that cannot be used, or was made with other weights."""

from pathlib import Path

import streamlit as st

from components.analysis.stored import StoredError
from components.language_model import folder
from components.pages.parts.glyphs import plain
from components.words.en import Words


def say_what_is_wrong(words: Words, error: StoredError, model: Path) -> None:
    """Show what is the matter with a stored result, and the command that makes it."""
    sentence = {"missing": words.stored_missing, "damaged": words.stored_damaged}[error.kind]
    st.error(_with_command(sentence.format(file=error.file, model=folder.name_of(model)), error.command))


def say_other_weights(words: Words, file: str, model: Path, command: str) -> None:
    """Show that a result was made with other weights, and the command that makes it again."""
    st.warning(_with_command(words.stored_other_weights.format(file=file, model=folder.name_of(model)), command))


def _with_command(sentence: str, command: str) -> str:
    return f"{plain(sentence)}\n```sh\n{command}\n```"
