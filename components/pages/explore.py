"""The first page: the live figure, and the same network's texts side by side."""

import streamlit as st

from components.language_model import folder
from components.language_model.folder import ModelError
from components.pages import link, live_view, models, prompt_view, samples_view
from components.pages.answers import Answers
from components.pages.glyphs import plain
from components.words.en import Words


def show(words: Words) -> None:
    """Show the page."""
    st.title(words.title, anchor=False)
    st.markdown(words.lead)
    for sentence in link.mended(words):
        st.warning(plain(sentence))
    try:
        answers = Answers(folder.DEFAULT_MODEL)
        _explanation(words, len(answers.vocabulary))
        _body(words)
    except ModelError as error:
        _say_what_is_wrong(words, error)


def _say_what_is_wrong(words: Words, error: ModelError) -> None:
    sentence = {"missing": words.model_missing, "damaged": words.model_damaged, "unfit": words.model_unfit}[error.kind]
    commands = "\n".join(error.mending)
    said = sentence.format(file=error.file, model=error.folder.name)
    st.error(f"{plain(said)} {plain(words.model_mend)}\n```sh\n{commands}\n```")


def _explanation(words: Words, characters: int) -> None:
    with st.expander(words.what_is_it):
        st.markdown(words.explanation.format(characters=characters))
        st.latex(words.formula)
        st.markdown(words.consequences)


@st.fragment
def _body(words: Words) -> None:
    try:
        answers = Answers(folder.DEFAULT_MODEL)
        prompt = prompt_view.show(words, answers.vocabulary)
        temperature = live_view.show(words, answers, prompt)
        samples_view.show(words, answers, prompt, temperature)
        if not answers.ready:
            if answers.logits(prompt.text) is not None:
                st.caption(words.model_coming_behind)
            _wait()
    except ModelError as error:
        _say_what_is_wrong(words, error)


@st.fragment(run_every=0.5)
def _wait() -> None:
    """Look whether the model is there, and bring what waits for it."""
    try:
        coming = models.loaded(folder.DEFAULT_MODEL) is None
    except ModelError:
        coming = False  # the page says what is wrong
    if not coming:
        link.say_again()
        st.rerun()
