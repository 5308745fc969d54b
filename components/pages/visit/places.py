"""Going from one page to another: asked for where something is chosen, done when the page runs next."""

from typing import Any

import streamlit as st

Pages = dict[str, Any]  # every page by its address

EXPLORE, PARTING, IN_KERAS = "explore", "why-they-part", "in-keras"
SWEEP, CALIBRATION = "sweep", "calibration"

_TO = "going to"


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
    """Go where somebody asked to go."""
    asked = st.session_state.pop(_TO, None)
    if asked is None:
        return
    page, fields = asked
    for name in fields:  # the link is heard where nothing is remembered
        st.session_state.pop(name, None)
    # The other bound fields write themselves into the link again, from what they hold.
    st.switch_page(pages[page], query_params=fields)
