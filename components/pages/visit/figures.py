"""The figures that a page shows, as they were drawn last: what can be had of them as files."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import streamlit as st

_SHOWN, _FOLLOWED = "figures shown", "figures followed"


@dataclass(frozen=True)
class Shown:
    """A figure on a page.

    Attributes
    ----------
    name : str
        What it is called; "" where it has no name.
    specification : dict
        Without its data.
    tables : dict of str to pyarrow.Table
        Its data sets.
    stretched : bool
        Whether it is as high as what it stands in.
    at : float or None
        Where the slider rests that it follows; None where the page has none.
    """

    name: str
    specification: dict[str, Any]
    tables: dict[str, pa.Table]
    stretched: bool
    at: float | None


def begin() -> None:
    """Forget the figures of the run before, at the top of a page."""
    st.session_state[_SHOWN] = {}
    st.session_state.pop(_FOLLOWED, None)


def follow(temperature: float) -> None:
    """Note where the page's slider rests, which the figures after it follow."""
    st.session_state[_FOLLOWED] = temperature


def followed() -> float | None:
    """Return where the page's slider rests; None where there is none so far."""
    temperature: float | None = st.session_state.get(_FOLLOWED)
    return temperature


def note(key: str, figure: Shown) -> None:
    """Note a figure that is shown."""
    shown()[key] = figure


def shown() -> dict[str, Shown]:
    """Return the figures by their keys; a part of a page that runs by itself goes on in the same dict."""
    figures: dict[str, Shown] = st.session_state.setdefault(_SHOWN, {})
    return figures
