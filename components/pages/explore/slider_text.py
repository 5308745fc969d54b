"""The slider's own column: what the model writes at every temperature of it, made when a hand comes to the slider."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components.language_model.folder import ModelFolder
from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.parts import fault_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.serving.tasks import Task
from components.pages.visit.link import say_again
from components.presenting.own_column import SliderTexts, slider_texts
from components.words import Words

_COMING, _WANTED = "slider texts", "slider texts wanted"

Writing = Task[list[Sample]]


def want(settings: Sequence[Setting]) -> None:
    """Note that a hand is at the slider, and will need its texts with these settings; for a callback."""
    st.session_state[_WANTED] = list(settings)


def write(answers: Answers, settings: Sequence[Setting]) -> list[list[Sample] | None]:
    """Begin to write the texts of settings in place of those before, and return those that have been written.

    Only those that are wanted: whoever types on costs the others nothing. The bars do not wait. For a setting with a
    schedule there are none.
    """
    wanted = st.session_state.get(_WANTED) == list(settings)
    writings = [
        answers.write_at_the_slider(setting) if wanted and setting.schedule is None else None for setting in settings
    ]
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
    """Return the texts as the column shows them; there may be none yet."""
    if samples is None:
        return slider_texts([], answers.lexicon, words)
    written_with = replace(setting, temperatures=tuple(sample.temperature for sample in samples))
    return _texts(answers.model, written_with, words.explore.slider_title, words, answers, samples)


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
@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=models.KEYS)
def _texts(
    model: ModelFolder,  # noqa: ARG001
    setting: Setting,  # noqa: ARG001
    language: str,  # noqa: ARG001
    _words: Words,
    _answers: Answers,
    _samples: Sequence[Sample],
) -> SliderTexts:
    return slider_texts(_samples, _answers.lexicon, _words)
