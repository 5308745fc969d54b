"""A fold beside the slider: a button that says what is on and folds its fields out, and beside it its "clear"."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from components.words import Words


@contextmanager
def fold(
    words: Words, name: str, label: str, *, is_on: bool, clear: Callable[[], None], clear_help: str
) -> Iterator[None]:
    """Show a button that folds out the fields that are shown within the context, and clears them while they are on.

    Parameters
    ----------
    words : Words
        The reader's language.
    name : str
        What its keys and its style are named by.
    label : str
        What stands on the button.
    is_on : bool
        Whether there is anything to clear.
    clear : callable
        Takes it away; a callback.
    clear_help : str
        What the button for it says when it is pointed at.
    """
    with st.container(key=f"{name} row", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
        with st.popover(label, key=f"{name} fold"):
            yield
        if is_on:
            st.button(words.cut.clear, key=f"clear {name}", help=clear_help, on_click=clear)
