"""The text so far as the visitor has it: typed in the field, or grown by characters that the network was asked for."""

import streamlit as st

from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.visit import link
from components.presenting import prompt_text
from components.presenting.prompt_text import Prompt, shown, typed
from components.words.en import Words

_OPENING = "prompt opening"
_GROWN = "prompt grown"  # the field as it was last filled, and how many of its last characters the network wrote


def noise_start() -> int:
    """Return how many characters were taken since the prompt was typed: the step whose noise picks the next one."""
    if link.PROMPT not in st.session_state:
        return 0
    field = st.session_state[link.PROMPT]
    grown, taken = st.session_state.setdefault(_GROWN, (field, link.taken()))
    # Who types makes a prompt of their own. (The field's own callback also runs when a script has filled it.)
    return min(int(taken), len(typed(field))) if grown == field else 0


def read(vocabulary: Vocabulary, words: Words) -> Prompt:
    """Return what the model is to read of the field."""
    return prompt_text.read(st.session_state.get(link.PROMPT) or "", vocabulary, words, noise_start())


def put(text: str, taken: int = 0) -> None:
    """Put a text into the field; for a callback, or before the field is shown.

    Parameters
    ----------
    text : str
        All of it.
    taken : int, optional
        How many of its last characters the network wrote.
    """
    st.session_state[link.PROMPT] = shown(text)
    st.session_state[_GROWN] = shown(text), taken


def add(character: str) -> None:
    """Let the text so far grow by a character that was taken from the network."""
    put(_text() + character, noise_start() + 1)


def take_back() -> None:
    """Take the last character away again, if it was taken from the network."""
    if noise_start():
        put(_text()[:-1], noise_start() - 1)


def start_again() -> None:
    """Take away all characters that were taken from the network."""
    put(_text()[: len(_text()) - noise_start()])


def follow(opening: Setting) -> None:
    """Let the field show another network's first scene, if it still shows that of the one before."""
    before, st.session_state[_OPENING] = st.session_state.get(_OPENING, opening), opening
    if before != opening and st.session_state.get(link.PROMPT) == shown(before.prompt):
        put(opening.prompt)
        if st.session_state.get(link.SEED) == before.seed:
            st.session_state[link.SEED] = opening.seed


def _text() -> str:
    return typed(st.session_state[link.PROMPT])
