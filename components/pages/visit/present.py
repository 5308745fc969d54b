"""The large view of the first page, for a projector: prompt, slider, bars and texts alone. Kept in the link."""

import streamlit as st

from components.pages.visit import aside
from components.pages.visit.link import PRESENT_NAME, flag, keep, read

LARGER = 1.5  # times the page's type; see style/present.css

_KEY = "large view on"


def settle() -> None:
    """Take the view of a new visit from its link, once at the top of a run; nothing stands beside the large one."""
    st.session_state.setdefault(_KEY, read(PRESENT))
    if is_on():
        aside.close()


def is_on() -> bool:
    """Return whether it is shown."""
    return bool(st.session_state.get(_KEY))


def put(on: bool) -> None:
    """Show it, or the page as it usually is; for a callback."""
    st.session_state[_KEY] = on


def scale() -> float:
    """Return how much larger figures are to write than elsewhere."""
    return LARGER if is_on() else 1.0


def keep_current() -> None:
    """Keep in the link which view is shown."""
    keep(PRESENT, is_on())


PRESENT = flag(PRESENT_NAME, "1", False, adopt=put, wanted=lambda words: words.lesson.present_wanted)
