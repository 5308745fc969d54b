"""The slider's own column: what the model writes at every temperature of it, made behind the bars."""

from collections.abc import Sequence
from concurrent.futures import Future

import streamlit as st

from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.serving.answers import Answers
from components.pages.visit.link import say_again
from components.presenting.columns import SliderTexts, slider_texts
from components.words import Words

_ASKED, _SHOWN = "texts asked", "texts shown"


def texts(words: Words, answers: Answers, setting: Setting) -> SliderTexts | None:
    """Return the texts of the column, if they have been written; the bars do not wait."""
    samples = _written(answers, setting)
    return (
        None if samples is None else _shown(answers.name, setting, words.explore.slider_title, words, answers, samples)
    )


def at(answers: Answers, setting: Setting, temperature: float) -> Sample | None:
    """Return the text at one of the slider's temperatures, if it has been written."""
    samples = _written(answers, setting) or []
    return next((sample for sample in samples if sample.temperature == temperature), None)


def follow(answers: Answers, setting: Setting) -> None:
    """Bring the texts into the page when they are there."""
    writing = _asked(answers, setting)
    if writing is not None and st.session_state.get(_SHOWN) is not writing:
        _wait(writing)


def _asked(answers: Answers, setting: Setting) -> "Future[list[Sample]] | None":
    writing = answers.at_the_slider(setting)
    before = st.session_state.get(_ASKED)
    if before is not None and before is not writing:
        before.cancel()  # if it has not begun: nobody looks at it now
    st.session_state[_ASKED] = writing
    return writing


def _written(answers: Answers, setting: Setting) -> list[Sample] | None:
    writing = _asked(answers, setting)
    if writing is None or not writing.done():
        return None
    st.session_state[_SHOWN] = writing
    return writing.result()


@st.fragment(run_every=0.25)
def _wait(writing: "Future[list[Sample]]") -> None:
    if writing.done() and st.session_state.get(_ASKED) is writing:
        say_again()
        st.rerun()


# The first three stand for what it is made of: a run that changes none of them measures nothing anew.
@st.cache_resource(max_entries=32, show_spinner=False)
def _shown(
    name: str,  # noqa: ARG001
    setting: Setting,  # noqa: ARG001
    language: str,  # noqa: ARG001
    _words: Words,
    _answers: Answers,
    _samples: Sequence[Sample],
) -> SliderTexts:
    return slider_texts(_samples, _answers.known_words, _words)
