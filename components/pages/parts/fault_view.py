"""What a visitor is told when something fails that nobody expected: one sentence, with the mark of the log."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components.pages.serving import faults
from components.pages.visit import language


@contextmanager
def guard() -> Iterator[None]:
    """Let a part of a page fail alone: its error is logged, and the visitor is told where to find it.

    Every fragment needs one of its own, since Streamlit runs it by itself.
    """
    try:
        yield
    except Exception as error:  # whatever it is, it is not to be shown
        faults.log(error)
        words = language.words()
        st.error(words.frame.fault.format(mark=faults.mark(error)))
