"""Drawing a character in four ways: the same distribution, different draws."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.in_keras import methods_view
from components.presenting.glyphs import glyph
from components.words.en import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Draws

FIRST = 16  # draws that are shown


def show(words: Words, vocabulary: Vocabulary, draws: Sequence["Draws"]) -> None:
    """Show the first draws of every way, and the largest error of the frequencies of all."""
    st.subheader(words.drawing, anchor=False)
    st.markdown(words.drawing_lead.format(count=len(draws[0].indices)))
    names = {
        "multinomial": words.multinomial,
        "choice": words.choice,
        "categorical": words.categorical,
        "gumbel": words.gumbel,
    }
    st.table(
        {
            words.drawing_way: [names[entry.way] for entry in draws],
            words.drawing_first.format(seed=draws[0].seed): [
                " ".join(glyph(vocabulary.characters[index]) for index in entry.indices[:FIRST]) for entry in draws
            ],
            words.drawing_off: [f"{100 * entry.largest_error:.2f} %" for entry in draws],
        }
    )
    methods_view.code(words, "draw")
