"""Drawing a character in four ways: the same distribution, other draws."""

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
    """Show the first draws of every way, and how far from p all of them ended."""
    st.subheader(words.drawing, anchor=False)
    st.markdown(words.drawing_lead.format(count=len(draws[0].places)))
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
                " ".join(glyph(vocabulary.characters[place]) for place in entry.places[:FIRST]) for entry in draws
            ],
            words.drawing_off: [f"{100 * entry.furthest:.2f} %" for entry in draws],
        }
    )
    methods_view.code(words, "draw")
