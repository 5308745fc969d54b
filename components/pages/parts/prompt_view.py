"""The field for the text so far; it acts while it is typed in."""

import streamlit as st

from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import controls
from components.pages.visit import link
from components.presenting import prompt_text
from components.presenting.glyphs import LINE_BREAK
from components.presenting.prompt_text import Prompt
from components.words.en import Words


def show(words: Words, vocabulary: Vocabulary) -> Prompt:
    """Show the field with its buttons, and give what the model is to read."""
    field = st.text_input(
        words.prompt,
        value=prompt_text.shown(Setting().prompt),
        key=link.PROMPT,
        help=words.prompt_help,
        live="100ms",
        bind="query-params",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(words.line_break_button, help=words.add_line_break, on_click=_add_line_break)
        st.markdown(words.examples, width="content")
        for name, example in zip(words.example_names, words.example_prompts, strict=True):
            st.button(name, on_click=_take, args=(example,))
    prompt = prompt_text.read(field, vocabulary, words)
    controls.say(prompt.remarks)
    return prompt


def _add_line_break() -> None:
    st.session_state[link.PROMPT] += LINE_BREAK


def _take(example: str) -> None:
    st.session_state[link.PROMPT] = prompt_text.shown(example)
