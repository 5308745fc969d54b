"""The first page: the live figure, and the same network's texts side by side."""

import streamlit as st

from components.pages.explore import arithmetic_view, samples_view, slider_text, tour
from components.pages.parts import frame, live_view, prompt_view
from components.pages.serving.answers import Answers
from components.pages.visit.places import Pages
from components.words.en import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    st.title(words.title, anchor=False)
    st.markdown(words.lead)
    frame.show(words, pages, _content)


def _content(words: Words, answers: Answers) -> None:
    offer = st.container(horizontal=True, vertical_alignment="center")
    guide = st.container()
    with offer:
        _explanation(words, len(answers.vocabulary))
    prompt = prompt_view.show(words, answers.vocabulary)
    temperature = live_view.show(words, answers, prompt, text=True)
    logits = answers.logits(prompt.text)
    if logits is not None:
        arithmetic_view.show(words, answers.vocabulary, logits, temperature)
    seed, samples = samples_view.show(words, answers, prompt, temperature)
    tour.show(words, offer, guide, answers, prompt, seed, samples, temperature)
    slider_text.follow(answers, prompt, seed)


def _explanation(words: Words, characters: int) -> None:
    with st.popover(words.what_is_it):
        st.markdown(words.explanation.format(characters=characters))
        st.latex(words.formula)
        st.markdown(words.consequences)
