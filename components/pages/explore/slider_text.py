"""The slider's own column: what the model writes at every temperature of it, made behind the bars."""

from collections.abc import Sequence

import streamlit as st

from components.language_model.folder import ModelFolder
from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.parts import fault_view
from components.pages.serving.answers import Answers
from components.pages.serving.tasks import Task
from components.pages.visit.link import say_again
from components.presenting.own_column import SliderTexts, slider_texts
from components.words import Words

_COMING = "slider texts"

Writing = Task[list[Sample]]


def write(answers: Answers, settings: Sequence[Setting]) -> list[list[Sample] | None]:
    """Begin to write the texts of settings in place of those before, and return those that have been written.

    The bars do not wait. For a setting with a schedule there are none.
    """
    writings = [answers.write_at_the_slider(setting) if setting.schedule is None else None for setting in settings]
    for before in coming():
        if not any(before is writing for writing in writings):
            before.stop()  # nobody looks at it now
    texts = [_written(writing) for writing in writings]  # looked at once: what ends later in this run is waited for
    st.session_state[_COMING] = [
        writing for writing, text in zip(writings, texts, strict=True) if writing is not None and text is None
    ]
    return texts


def _written(writing: Writing | None) -> list[Sample] | None:
    over = writing is not None and writing.over and writing.state != "stopped"
    return writing.future.result() if writing is not None and over else None


def texts(words: Words, answers: Answers, setting: Setting, samples: Sequence[Sample] | None) -> SliderTexts:
    """Return the texts as the column shows them; None while they are being written."""
    if samples is None:
        return slider_texts([], answers.lexicon, words)
    return _texts(answers.model, setting, words.explore.slider_title, words, answers, samples)


def coming() -> list[Writing]:
    """Return what this run does not show, since it was being written."""
    writings: list[Writing] = st.session_state.get(_COMING, [])
    return writings


@st.fragment(run_every=0.25)
@fault_view.guard()
def bring(writings: Sequence[Writing]) -> None:
    """Bring texts into the page when they are there."""
    if any(writing.over and any(writing is one for one in coming()) for writing in writings):
        say_again()
        st.rerun()


# The first three stand for what it is made of: a run that changes none of them measures nothing anew.
@st.cache_resource(max_entries=32, show_spinner=False)
def _texts(
    model: ModelFolder,  # noqa: ARG001
    setting: Setting,  # noqa: ARG001
    language: str,  # noqa: ARG001
    _words: Words,
    _answers: Answers,
    _samples: Sequence[Sample],
) -> SliderTexts:
    return slider_texts(_samples, _answers.lexicon, _words)
