"""The field for a visitor's own numbers, and what was read of it."""

from dataclasses import replace

import streamlit as st

from components.pages.parts import controls
from components.pages.visit import language
from components.pages.visit.link import Field, keep, read, whole_numbers
from components.presenting import pasted
from components.presenting.glyphs import plain
from components.presenting.pasted import Numbers, PastedError
from components.words import Words

_TEXT, _KIND = "own numbers text", "own kind"
_LOGITS, _LOG_PROBABILITIES = "logits", "log-probabilities"
_IN_LINK = 2000  # characters; a longer address is refused by some servers


def show(words: Words) -> Numbers | None:
    """Show the field, and return what is read of it; None, and a sentence, where that is not possible."""
    text = st.text_area(
        words.numbers.field,
        value=read(NUMBERS) or words.numbers.example,
        key=_TEXT,
        height=128,
        help=words.numbers.field_help,
        persist_state="session",
    )
    keep(NUMBERS, "" if text == words.numbers.example or len(text) > _IN_LINK else text)
    try:
        answers = pasted.read(text)
        numbers = answers[_position(words, len(answers)) - 1]
        if not numbers.probable and _kind(words) == _LOG_PROBABILITIES:
            numbers = replace(numbers, probable=True)
        left_out: tuple[str, ...] = ()
        if numbers.probable:
            pasted.check_log_probabilities(numbers)
            numbers, left_out = pasted.listed(numbers)
    except PastedError as error:
        st.warning(plain(error.said(words)), icon=":material/info:")
        return None
    if len(text) > _IN_LINK:
        st.caption(words.numbers.not_in_link)
    if left_out:
        st.caption(plain(words.numbers.not_listed.format(labels=pasted.some(left_out))))
    return numbers


def _position(words: Words, count: int) -> int:
    """Show the choice of a position, where an answer has several, and return it, from 1."""
    if count == 1:
        return 1
    position = st.number_input(
        words.numbers.position.format(count=count), 1, key=POSITION.name, bind="query-params", persist_state="session"
    )
    return min(int(position), count)


def _kind(words: Words) -> str:
    names = {_LOGITS: words.numbers.logits, _LOG_PROBABILITIES: words.numbers.log_probabilities}
    return controls.one_of(KIND, words.numbers.kind, names, key=_KIND)


def _go_back_to_text(text: str) -> None:
    st.session_state[_TEXT] = text or language.words().numbers.example


def _go_back_to_kind(kind: str) -> None:
    st.session_state[_KIND] = kind


def _go_back_to_position(position: int) -> None:
    st.session_state[POSITION.name] = position


NUMBERS = Field("numbers", lambda text: text, "", adopt=_go_back_to_text)
KIND = Field(
    "kind",
    lambda text: text if text in (_LOGITS, _LOG_PROBABILITIES) else None,
    _LOGITS,
    adopt=_go_back_to_kind,
    wanted=lambda _: f"{_LOGITS}, {_LOG_PROBABILITIES}",
)
POSITION = whole_numbers("answer", range(1, 10_001), 1, adopt=_go_back_to_position)
FIELDS = (NUMBERS, KIND, POSITION)
