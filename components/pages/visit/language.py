"""The reader's language: chosen in the page, and kept in the link."""

import streamlit as st

from components.pages.visit import slider
from components.pages.visit.link import LANGUAGE_NAME, Field, keep, read
from components.words import Words
from components.words.languages import DEFAULT, LANGUAGES, NAMES

KEY = "language"
_LABEL = "Language · 语言"


def settle() -> None:
    """Take the language of a new visit from its link, or the default one, once at the top of a run."""
    st.session_state.setdefault(KEY, read(LANGUAGE))


def current() -> str:
    """Return the language as it was chosen last."""
    return str(st.session_state.get(KEY, DEFAULT))


def words() -> Words:
    """Return the words of the chosen language."""
    return LANGUAGES[current()]


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
    keep(LANGUAGE, str(language))


def _go_back_to(language: str) -> None:
    st.session_state[KEY] = language


LANGUAGE = Field(
    LANGUAGE_NAME,
    lambda text: text if text in LANGUAGES else None,
    DEFAULT,
    wanted=lambda words: words.frame.wanted_language.format(languages=", ".join(LANGUAGES)),
    adopt=_go_back_to,
)
