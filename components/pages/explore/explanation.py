"""What temperature is, beside the figure: it can be read with the hand on the slider."""

import streamlit as st

from components.pages.visit import aside
from components.words import Words


def show(words: Words, characters: int) -> None:
    """Show the explanation."""
    st.button(words.frame.close, on_click=aside.toggle_explanation, icon=":material/close:", type="tertiary")
    st.markdown(f"## {words.frame.what_is_it}")
    st.markdown(words.frame.explanation.format(characters=characters))
    st.latex(words.frame.formula)
    st.markdown(words.frame.consequences)
