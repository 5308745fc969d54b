"""Back and Forward: one component owns the history of the browser, so that the page and its address never disagree."""

from typing import Any

import streamlit as st

from components.pages.parts.component import component
from components.pages.visit import slider
from components.pages.visit.link import VIEW_NAMES, Fields, adopt

_KEY, _HEARD = "history", "history heard"


def show(fields: Fields) -> None:
    """Let the browser's history follow the page, and the page the history.

    Parameters
    ----------
    fields : sequence of Field
        What the page's address can hold.
    """

    def moved() -> None:
        search = st.session_state[_KEY].moved
        if search is not None:
            st.session_state[_HEARD] = search
            adopt(fields, search["search"])

    component("history")(
        key=_KEY,
        data={"heard": st.session_state.get(_HEARD), "sliders": _sliders(fields)},
        on_moved_change=moved,
    )


def _sliders(fields: Fields) -> list[dict[str, Any]]:
    """Return what the browser has to know to put the live slider where an address says: see `link.usual`."""
    name = slider.TEMPERATURE.name
    others = [field.name for field in fields if field.name not in {name, *VIEW_NAMES}]
    return [
        {"name": name, "default": field.default, "opening": field.opening, "others": others}
        for field in fields
        if field.name == name
    ]
