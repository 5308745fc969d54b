"""The field for the text so far; it acts while it is typed in."""

from collections.abc import Callable

import streamlit as st

from components.language_model.scene import Example
from components.pages.parts import controls
from components.pages.serving.answers import Answers
from components.pages.visit import prompt
from components.presenting import prompt_text
from components.presenting.glyphs import LINE_BREAK
from components.presenting.prompt_text import Prompt
from components.words import Words

_EXAMPLE = "prompt example"


def show(words: Words, answers: Answers, *, beside: Callable[[Words, Prompt], None] | None = None) -> Prompt:
    """Show the field with what fills it, and return what the model is to read.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's: what it knows, and what its page opens on.
    beside : callable, optional
        Shows what else acts on the prompt.
    """
    st.text_input(
        words.explore.prompt,
        value=prompt_text.shown(answers.opening.prompt),
        key=prompt.PROMPT.name,
        help=words.explore.prompt_help,
        live="100ms",
        bind="query-params",
        persist_state="session",
    )
    prompt.settle()
    read = prompt.read(answers.vocabulary, words)
    with st.container(key="fill", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
        st.button(words.explore.line_break_button, help=words.explore.add_line_break, on_click=_add_line_break)
        if answers.examples:
            st.menu_button(
                words.explore.examples,
                answers.examples,
                format_func=lambda example: prompt_text.example_name(example, words),
                key=_EXAMPLE,
                on_click=_take,
            )
        if beside:
            beside(words, read)
    return read


def say(read: Prompt) -> None:
    """Show what was changed on the way from the field to the prompt."""
    controls.say(read.remarks)


def _add_line_break() -> None:
    st.session_state[prompt.PROMPT.name] += LINE_BREAK


def _take() -> None:
    example: Example | None = st.session_state[_EXAMPLE]
    if example is not None:
        prompt.put(example.prompt)
