"""The field for the text so far; it acts while it is typed in."""

from collections.abc import Callable

import streamlit as st

from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import controls
from components.pages.visit import prompt
from components.presenting import prompt_text
from components.presenting.glyphs import LINE_BREAK
from components.presenting.prompt_text import Prompt
from components.words import Words

_EXAMPLE = "prompt example"


def show(
    words: Words, vocabulary: Vocabulary, opening: Setting, *, beside: Callable[[Words, Prompt], None] | None = None
) -> Prompt:
    """Show the field with what fills it, and return what the model is to read.

    Parameters
    ----------
    words : Words
        The reader's language.
    vocabulary : Vocabulary
        What the model knows.
    opening : Setting
        What the page opens on.
    beside : callable, optional
        Shows what else acts on the prompt.
    """
    st.text_input(
        words.explore.prompt,
        value=prompt_text.shown(opening.prompt),
        key=prompt.PROMPT.name,
        help=words.explore.prompt_help,
        live="100ms",
        bind="query-params",
        persist_state="session",
    )
    prompt.settle()
    read = prompt.read(vocabulary, words)
    with st.container(key="fill", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
        st.button(words.explore.line_break_button, help=words.explore.add_line_break, on_click=_add_line_break)
        st.menu_button(
            words.explore.examples,
            range(len(words.explore.example_prompts)),
            format_func=words.explore.example_names.__getitem__,
            key=_EXAMPLE,
            on_click=_take,
            args=(words,),
        )
        if beside:
            beside(words, read)
    return read


def say(read: Prompt) -> None:
    """Show what was changed on the way from the field to the prompt."""
    controls.say(read.remarks)


def _add_line_break() -> None:
    st.session_state[prompt.PROMPT.name] += LINE_BREAK


def _take(words: Words) -> None:
    example = st.session_state[_EXAMPLE]
    if example is not None:
        prompt.put(words.explore.example_prompts[example])
