"""Going from one page to another: asked for where something is chosen, done when the page runs next."""

from typing import Any

import streamlit as st

from components.pages.visit import link

Pages = dict[str, Any]  # every page by its address

EXPLORE, PARTING, IN_KERAS = "explore", "why-they-part", "in-keras"
SWEEP, CALIBRATION = "sweep", "calibration"

_TO, _CARRIED = "going to", "carried over"
_EVERYWHERE = (link.PROMPT, link.SEED)  # fields that more than one page has


def go(page: str, **fields: str | list[str]) -> None:
    """Ask for another page; for a callback, where Streamlit cannot switch.

    Parameters
    ----------
    page : str
        Its address.
    **fields : str or list of str
        What fields are to hold that are bound to the link and stand on that page alone.
    """
    st.session_state[_TO] = (page, fields)


def follow(pages: Pages) -> None:
    """Go where somebody asked to go; on arrival, fill the fields that both pages have."""
    state = st.session_state
    for name, value in state.pop(_CARRIED, {}).items():
        state[name] = value
    asked = state.pop(_TO, None)
    if asked is None:
        return
    page, fields = asked
    # A fragment that looks for something in these moments makes Streamlit forget what fields are to keep.
    state[_CARRIED] = {name: state[name] for name in _EVERYWHERE if name in state and name not in fields}
    for name in fields:  # the link is heard where nothing is remembered
        state.pop(name, None)
    # The other bound fields write themselves into the link again, from what they hold.
    st.switch_page(pages[page], query_params=fields)
