"""The scene that the visitor's network opens on: what holds where the address does not say."""

import streamlit as st

from components.language_model.scene import Setting

_OPENING = "opening"


def current() -> Setting:
    """Return the scene that the shown network opens on."""
    setting: Setting = st.session_state.get(_OPENING, Setting())
    return setting


def become(setting: Setting) -> Setting:
    """Take another network's scene, and return the one before."""
    before: Setting = st.session_state.get(_OPENING, setting)
    st.session_state[_OPENING] = setting
    return before
