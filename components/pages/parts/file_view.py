"""A model's file that cannot be used, or a result of other weights: what is wrong, and the command that mends it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from components.analysis.stored import Stored
from components.language_model import checksums
from components.language_model.folder import ModelError, ModelFolder
from components.own import store
from components.presenting import file_error
from components.presenting.glyphs import plain
from components.words import Words

T = TypeVar("T")


def say_what_is_wrong(words: Words, error: ModelError) -> None:
    """Show what is wrong with a file of a model, why, and the command that mends it."""
    st.error(_with_command(file_error.sentences(error, words), error.mending.command))


def say_what_is_left_out(words: Words, left_out: Sequence[str], *files: str) -> None:
    """Show what a page leaves out for want of files that a folder may lack.

    Parameters
    ----------
    words : Words
        The reader's language.
    left_out : sequence of str
        The names of those that the folder lacks.
    files : str
        Those that the page would use.
    """
    for file in files:
        if file in left_out:
            st.caption(plain(file_error.left_out(file, words)))


def say_other_weights(words: Words, file: str, model: ModelFolder, command: str) -> None:
    """Show that a result was made with other weights, and the command that makes it again."""
    wrong = words.files.other_weights.format(file=file, model=model.name)
    st.warning(_with_command(words.sweep.joint.join([wrong, words.files.mend_made]), command))


def read(words: Words, load: Callable[[ModelFolder], Stored[T]], file: str, model: ModelFolder) -> T | None:
    """Return a stored result and show what is wrong with it; None where it cannot be used, or was never made.

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
        if error.kind == "missing" and not checksums.made_with(model.path, file):
            _say_not_made(words, error)
        else:
            say_what_is_wrong(words, error)
        return None
    if not result.same_weights:
        say_other_weights(words, file, model, result.command)
    return result.value


def _say_not_made(words: Words, error: ModelError) -> None:
    """Show the command that makes a result; a visitor cannot run it on a network of their own, and has a form."""
    if not store.is_own(error.folder):
        st.info(_with_command(file_error.not_made(error, words), error.mending.command))


def _with_command(sentences: str, command: str) -> str:
    return "\n".join([plain(sentences), "```sh", command, "```"]) if command else plain(sentences)
