"""The pages, and going from one to another: asked for where something is chosen, done when the page runs next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.pages.visit import cut, schedule
from components.pages.visit.length import LENGTH
from components.pages.visit.link import Fields
from components.pages.visit.prompt import PROMPT
from components.pages.visit.seed import SEED
from components.words import Words

EXPLORE, PARTING, IN_KERAS = "explore", "why-they-part", "in-keras"
SWEEP, CALIBRATION, NUMBERS, OWN = "sweep", "calibration", "your-numbers", "your-own"
LESSON = "lesson"

Pages = dict[str, Any]  # Streamlit's own pages by their addresses

_TO, _CARRIED = "going to", "carried over"


@dataclass(frozen=True)
class Page:
    """A page of the app, with all that the rest of the app knows of it.

    Attributes
    ----------
    path : str
        Its address.
    title : callable
        Returns its name in the bar of pages, in the reader's language.
    show : callable
        Shows it; is given the words and all pages.
    fields : sequence of Field
        What its address can hold.
    in_menu : bool, optional
        Whether it stands in the bar of pages.
    """

    path: str
    title: Callable[[Words], str]
    show: Callable[[Words, Pages], None]
    fields: Fields
    in_menu: bool = True


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
    request = state.pop(_TO, None)
    if request is None:
        return
    page, fields = request
    # A fragment that looks for something in these moments makes Streamlit forget what fields are to keep.
    shared = (PROMPT.name, SEED.name, LENGTH.name, *schedule.KEYS, *(field.name for field in cut.FIELDS))
    state[_CARRIED] = {name: state[name] for name in shared if name in state and name not in fields}
    for name in fields:  # the link is heard where nothing is remembered
        state.pop(name, None)
    # The other bound fields write themselves into the link again, from what they hold.
    st.switch_page(pages[page], query_params=fields)
