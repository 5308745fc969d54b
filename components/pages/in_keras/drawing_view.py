"""Drawing a character in four ways: the same distribution, different draws."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.in_keras import methods_view
from components.presenting import methods
from components.presenting.numbers import unbroken
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Draws


def show(words: Words, vocabulary: Vocabulary, draws: Sequence["Draws"]) -> None:
    """Show the first draws of every way, and the largest error of the frequencies of all."""
    st.header(words.in_keras.drawing, anchor=False)
    st.markdown(unbroken(words.in_keras.drawing_lead.format(count=len(draws[0].indices))))
    st.table(methods.draws(words, vocabulary, draws))
    methods_view.code(words, "draw")
