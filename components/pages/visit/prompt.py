"""The text so far as the visitor has it: typed in the field, or grown by characters that the network was asked for."""

import streamlit as st

from components.language_model.scene import BEFORE_VERSIONS, Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.visit import opening, seed
from components.pages.visit.link import Field, keep, whole_numbers
from components.pages.visit.link import read as read_field
from components.presenting import prompt_text
from components.presenting.prompt_text import Prompt, one_line, shown, typed
from components.words import Words

_GROWN = "prompt grown"  # the field as it was last filled, and how many of its last characters the network wrote


def noise_start() -> int:
    """Return how many characters were taken since the prompt was typed: the step whose noise picks the next one."""
    if PROMPT.name not in st.session_state:
        return 0
    field = st.session_state[PROMPT.name]
    grown, taken = st.session_state.get(_GROWN, (field, read_field(TAKEN)))
    # Who types makes a prompt of their own. (The field's own callback also runs when a script has filled it.)
    return min(int(taken), len(typed(field))) if grown in (field, None) else 0


def read(vocabulary: Vocabulary, words: Words) -> Prompt:
    """Return what the model is to read of the field."""
    return prompt_text.read(st.session_state.get(PROMPT.name) or "", vocabulary, words, noise_start())


def put(text: str, taken: int = 0) -> None:
    """Put a text into the field; for a callback, or before the field is shown.

    Parameters
    ----------
    text : str
        All of it.
    taken : int, optional
        How many of its last characters the network wrote.
    """
    st.session_state[PROMPT.name] = shown(text)
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


def follow(setting: Setting, vocabulary: Vocabulary) -> None:
    """Let the field show another network's first scene, if it still shows that of the one before.

    So it does where that network can read less than half of what stands there.
    """
    before, field = opening.become(setting), st.session_state.get(PROMPT.name)
    if before == setting or field is None:
        return
    if field == shown(before.prompt) or 2 * len(vocabulary.split_known(typed(field))[0]) < len(typed(field)):
        put(setting.prompt)
        if st.session_state.get(seed.SEED.name) == before.seed:
            st.session_state[seed.SEED.name] = setting.seed


def _text() -> str:
    return typed(st.session_state[PROMPT.name])


def settle() -> None:
    """Note how many characters of the field were taken, here and in the link; once it is shown."""
    st.session_state.setdefault(_GROWN, (st.session_state[PROMPT.name], read_field(TAKEN)))
    keep(TAKEN, noise_start())


def _go_back_to_text(field: str) -> None:
    st.session_state[PROMPT.name] = field or shown(opening.current().prompt)


def _go_back_to(taken: int) -> None:
    st.session_state[_GROWN] = None, taken  # the field has what the address says, once its widget is there


PROMPT = Field(
    "prompt", one_line, "", adopt=_go_back_to_text, of_a_scene=True, before_versions=shown(BEFORE_VERSIONS.prompt)
)
TAKEN = whole_numbers("taken", range(100_001), 0, adopt=_go_back_to)
