"""The slider's own column: what the model writes at every temperature of it, made behind the bars."""

from collections.abc import Sequence

import streamlit as st

from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.parts import fault_view
from components.pages.serving.answers import Answers
from components.pages.serving.tasks import Task
from components.pages.visit.link import say_again
from components.presenting.own_column import SliderTexts, slider_texts
from components.words import Words

_WRITING = "slider texts"

Writing = Task[list[Sample]]


def write(answers: Answers, setting: Setting) -> Writing | None:
    """Begin to write the texts of a setting in place of those before, if it has no schedule; the bars do not wait."""
    writing = answers.write_at_the_slider(setting) if setting.schedule is None else None
    before = st.session_state.get(_WRITING)
    if before is not None and before is not writing:
        before.stop()  # nobody looks at it now
    st.session_state[_WRITING] = writing
    return writing


def written(writing: Writing | None) -> list[Sample] | None:
    """Return the texts, if they have been written."""
    over = writing is not None and writing.over and writing.state != "stopped"
    return writing.future.result() if writing is not None and over else None


def texts(words: Words, answers: Answers, setting: Setting, samples: Sequence[Sample] | None) -> SliderTexts:
    """Return the texts as the column shows them; None while they are being written."""
    if samples is None:
        return slider_texts([], answers.known_words, words)
    return _texts(answers.name, setting, words.explore.slider_title, words, answers, samples)


def coming() -> Writing | None:
    """Return the texts that are being written."""
    writing: Writing | None = st.session_state.get(_WRITING)
    return writing if writing is not None and written(writing) is None else None


@st.fragment(run_every=0.25)
@fault_view.guard()
def bring(writing: Writing) -> None:
    """Bring the texts into the page when they are there."""
    if writing.over and st.session_state.get(_WRITING) is writing:
        say_again()
        st.rerun()


# The first three stand for what it is made of: a run that changes none of them measures nothing anew.
@st.cache_resource(max_entries=32, show_spinner=False)
def _texts(
    name: str,  # noqa: ARG001
    setting: Setting,  # noqa: ARG001
    language: str,  # noqa: ARG001
    _words: Words,
    _answers: Answers,
    _samples: Sequence[Sample],
) -> SliderTexts:
    return slider_texts(_samples, _answers.known_words, _words)
