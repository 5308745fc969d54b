"""A file to take away: made when it is asked for, and kept until the browser has fetched it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from threading import Thread
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

_KEPT = 4  # files that were made last for a visitor

_NUMBERS = "numbers of downloads"


def offer(label: str, make: Callable[[], str | bytes], name: str, mime: str, **more: Any) -> None:
    """Show a button for a file.

    Parameters
    ----------
    label : str
        What the button says.
    make : callable
        Returns the file's content; called when the button is pressed, beside the page.
    name, mime : str
        The file's name and its type.
    **more : dict
        Other arguments of `st.download_button`.
    """
    numbers = st.session_state.setdefault(_NUMBERS, count())
    made = partial(_kept, get_script_run_ctx(), numbers, make, name, mime)
    st.download_button(label, made, name, mime, on_click="ignore", **more)


def _kept(visitor: Any, numbers: Iterator[int], make: Callable[[], str | bytes], name: str, mime: str) -> bytes:
    """Return what is made, and have it kept for a visitor, whose files have these numbers.

    Streamlit lets go of a file that a button has made when the second run after that ends, of whosoever's page, and
    with a class on the pages that can be before the browser asks for it.
    """
    made = make()
    content = made.encode() if isinstance(made, str) else made
    if runtime.exists():
        place = f"download {next(numbers) % _KEPT}"
        keep = partial(
            runtime.get_instance().media_file_mgr.add, content, mime, place, name, is_for_static_download=True
        )
        keeping = Thread(target=keep)
        add_script_run_ctx(keeping, visitor)  # it is the visitor's
        keeping.start()
        keeping.join()
    return content
