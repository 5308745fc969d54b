"""What is cut beside the temperature: why T may seem to do nothing, and the three cuts as programs."""

import streamlit as st

from components.language_model import programs
from components.pages.in_keras import methods_view
from components.presenting import methods
from components.presenting.numbers import unbroken
from components.words import Words

_REPORT = "https://github.com/ggml-org/llama.cpp/issues/6676"


def show(words: Words) -> None:
    """Show why T may seem to do nothing, an example of both orders, and a program for each cut."""
    st.header(words.in_keras.cuts, anchor=False)
    st.markdown(unbroken(words.in_keras.cuts_lead.format(address=_REPORT)))
    st.table(methods.orders(words))
    st.markdown(unbroken(methods.why_the_order_matters(words)))
    ideas = {
        "top_k": words.in_keras.titled.format(title=words.cut.top_k, said=words.in_keras.top_k_idea),
        "top_p": words.in_keras.titled.format(title=words.cut.top_p, said=words.in_keras.top_p_idea),
        "min_p": words.in_keras.titled.format(title=words.cut.min_p, said=words.in_keras.min_p_idea),
    }
    for column, (program, idea) in zip(st.columns(len(ideas)), ideas.items(), strict=True):
        with column:
            st.markdown(unbroken(idea))
            st.code(programs.LINES[program], language="python", wrap_lines=True)
            methods_view.code(words, program)
