"""The page "In Keras": every method of the thread on the loaded network, compared, with the code to copy."""

import streamlit as st

from components.pages.in_keras import drawing_view, methods_view, setup_view
from components.pages.parts import frame, live_view, prompt_view
from components.pages.serving.answers import Answers
from components.pages.visit import places, slider
from components.pages.visit import prompt as visit_prompt
from components.pages.visit.places import Pages
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.in_keras.in_keras, words.in_keras.in_keras_lead, _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    slider.settle()
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        prompt = prompt_view.show(words, answers.vocabulary, answers.opening)
    prompt_view.say(prompt)
    left, right = st.columns([5, 4], gap="medium")
    with left:
        temperature = live_view.show(words, answers, prompt)
        st.subheader(words.in_keras.which, anchor=False)
        st.markdown(words.in_keras.which_lead)
    prediction, outcomes = answers.prediction(prompt.text), answers.outcomes(prompt.text, temperature)
    with right:
        methods_view.show(words, answers.vocabulary, outcomes, temperature)
    methods_view.trained(words)
    if prediction is not None and outcomes is not None:
        methods_view.where_they_fail(words, prediction, answers.compared(prompt.text))
        methods_view.logits_or_chances(words, answers.vocabulary, prediction, outcomes["mistake"])
        drawing_view.show(words, answers.vocabulary, answers.draws(prompt.text, temperature))
    setup_view.show(words)


FIELDS = (visit_prompt.PROMPT, visit_prompt.TAKEN, slider.TEMPERATURE, methods_view.METHOD)
PAGE = places.Page(places.IN_KERAS, lambda words: words.in_keras.in_keras, show, FIELDS)
