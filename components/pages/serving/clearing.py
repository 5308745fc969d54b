"""The server clears away the networks of visitors that nobody has looked at for a day, whoever comes or does not."""

import time
from contextlib import suppress
from threading import Thread

import streamlit as st

from components.own import store

_PAUSE = 3600.0  # seconds


@st.cache_resource(show_spinner=False)
def begin() -> Thread:
    """Clear them away now and every hour, once in a server, with which it ends; return the thread that does it."""
    thread = Thread(target=_sweep, name="clearing", daemon=True)
    thread.start()
    return thread


def _sweep() -> None:
    while True:
        with suppress(OSError):
            store.sweep()
        time.sleep(_PAUSE)
