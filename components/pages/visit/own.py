"""The networks of a visitor's own: those whose link this visit has seen. No list shows them to anybody else."""

from pathlib import Path

import streamlit as st

from components.language_model import folder
from components.language_model.folder import TRAINING
from components.own import store
from components.pages.visit.link import Field, keep, read

_KNOWN, _SHOWN = "own networks", "own network"


def network(name: str) -> Path | None:
    """Return the folder of a visitor's network by what the address calls it; None while there is no network in it."""
    path = store.linked(name)
    return path / store.NETWORK if path and (path / store.NETWORK / TRAINING).is_file() else None


def networks() -> dict[str, Path]:
    """Return the networks of this visit by what the address calls them, in the order in which it met them."""
    found = {name: network(name) for name in _known()}
    return {name: path for name, path in found.items() if path is not None}


def folders() -> list[Path]:
    """Return the visitor's folders that this visit has met and that are there."""
    return [path for path in map(store.linked, _known()) if path is not None]


def remember(name: str) -> None:
    """Note a network that the address names, if it is a visitor's own."""
    if name not in _known() and store.linked(name):
        _known().append(name)


def shown() -> Path | None:
    """Return the visitor's folder that the page "Your own" is about, by its address at first; None where none is."""
    name = str(st.session_state.setdefault(_SHOWN, read(OWN)))
    path = store.linked(name)
    if path is not None:
        remember(name)
    keep(OWN, "" if path is None else name)
    return path


def is_gone() -> bool:
    """Return whether the page was about a folder that is not there any more, and forget it."""
    name = str(st.session_state.get(_SHOWN, ""))
    if not store.is_link(name) or store.linked(name):
        return False
    show(None)
    return True


def show(path: Path | None) -> None:
    """Let the page "Your own" be about a visitor's folder, or about none."""
    _go_back_to("" if path is None else store.link(path))


def _go_back_to(name: str) -> None:
    st.session_state[_SHOWN] = name


def _known() -> list[str]:
    names: list[str] = st.session_state.setdefault(_KNOWN, [])
    return names


# On the other pages this part of the address names any network, see `frame.MODEL`; a shipped one means nothing here.
OWN = Field(
    "model",
    lambda text: text if store.linked(text) or text in folder.available() else None,
    "",
    wanted=lambda words: words.own.wanted.format(hours=store.HOURS),
    adopt=_go_back_to,
)
