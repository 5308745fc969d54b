"""Drawing a character in four ways: the same distribution, different draws."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.in_keras import methods_view
from components.presenting.glyphs import glyph
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Draws

FIRST = 16  # draws that are shown


def show(words: Words, vocabulary: Vocabulary, draws: Sequence["Draws"]) -> None:
    """Show the first draws of every way, and the largest error of the frequencies of all."""
    st.subheader(words.in_keras.drawing, anchor=False)
    st.markdown(words.in_keras.drawing_lead.format(count=len(draws[0].indices)))
    names = {
        "multinomial": words.in_keras.multinomial,
        "choice": words.in_keras.choice,
        "categorical": words.in_keras.categorical,
        "gumbel": words.in_keras.gumbel,
    }
    st.table(
        {
            words.in_keras.drawing_way: [names[entry.way] for entry in draws],
            words.in_keras.drawing_first.format(seed=draws[0].seed): [
                " ".join(glyph(vocabulary.characters[index]) for index in entry.indices[:FIRST]) for entry in draws
            ],
            words.in_keras.drawing_off: [f"{100 * entry.largest_error:.2f} %" for entry in draws],
        }
    )
    methods_view.code(words, "draw")
