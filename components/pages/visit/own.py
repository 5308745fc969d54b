"""The networks of a visitor's own: those whose link this visit has seen. No list shows them to anybody else."""

from pathlib import Path

import streamlit as st

from components.language_model.folder import TRAINING
from components.own import store

_KNOWN = "own networks"


def network(name: str) -> Path | None:
    """Return the folder of a visitor's network by what the address calls it; None while there is no network in it."""
    folder = store.linked(name)
    return folder / store.NETWORK if folder and (folder / store.NETWORK / TRAINING).is_file() else None


def networks() -> dict[str, Path]:
    """Return the networks of this visit by what the address calls them, in the order in which it met them."""
    found = {name: network(name) for name in _known()}
    return {name: path for name, path in found.items() if path is not None}


def remember(name: str) -> None:
    """Note a network that the address names, if it is a visitor's own."""
    if name not in _known() and store.linked(name):
        _known().append(name)


def _known() -> list[str]:
    names: list[str] = st.session_state.setdefault(_KNOWN, [])
    return names
