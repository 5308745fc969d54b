"""The reader's language: chosen in the page, and kept in the link."""

import streamlit as st

from components.pages.visit import link, slider
from components.words.en import Words
from components.words.languages import DEFAULT, LANGUAGES, NAMES

KEY = "language"
_LABEL = "Language · 语言"


def words() -> Words:
    """Give the words of the chosen language; a new visit has that of its link, or the default one."""
    if KEY not in st.session_state:
        asked = link.language()
        st.session_state[KEY] = asked if asked in LANGUAGES else DEFAULT
    return LANGUAGES[st.session_state[KEY]]


def menu() -> None:
    """Show the menu, and keep the choice in the link."""
    with st.container(horizontal_alignment="right", key="menu"):
        language = st.segmented_control(
            _LABEL,
            list(LANGUAGES),
            format_func=lambda language: NAMES[language],
            key=KEY,
            label_visibility="collapsed",
            required=True,
            on_change=slider.start_here,
            persist_state="session",
        )
    link.keep_language(str(language))
