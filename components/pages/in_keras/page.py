"""The page "In Keras": every method of the thread on the loaded network, compared, with the code to copy."""

import streamlit as st

from components.language_model.folder import SCENE
from components.pages.in_keras import cuts_view, drawing_view, methods_view, numbers_view, setup_view
from components.pages.parts import file_view, frame, live_view, prompt_view
from components.pages.parts.live_view import Bars
from components.pages.serving.answers import Answers
from components.pages.visit import places, slider
from components.pages.visit import prompt as visit_prompt
from components.pages.visit.places import Pages
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.in_keras.in_keras, words.in_keras.in_keras_lead, _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    slider.settle(TEMPERATURE)
    methods_view.which(words)
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        prompt = prompt_view.show(words, answers)
    prompt_view.say(prompt)
    left, right = st.columns([5, 4], gap="medium")
    with right:  # first: what the address leaves out of T depends on what else it names
        chosen = methods_view.choose(words)
    with left:
        logits = answers.logits(prompt.text)
        bars = None if logits is None else Bars.of(words, answers.vocabulary, logits)
        temperature = live_view.show(words, answers, bars, TEMPERATURE)
    prediction, outcomes = answers.prediction(prompt.text), answers.outcomes(prompt.text, temperature)
    with right:
        methods_view.result(words, answers.vocabulary, outcomes[chosen] if outcomes else None, temperature)
    methods_view.about(words, chosen)
    cuts_view.show(words)
    methods_view.trained(words)
    if prediction is not None and outcomes is not None:
        numbers_view.where_they_fail(words, prediction, answers.compared(prompt.text))
        numbers_view.logits_or_chances(words, answers.vocabulary, prediction, outcomes["mistake"])
        drawing_view.show(words, answers.vocabulary, answers.draws(prompt.text, temperature))
    setup_view.show(words)
    file_view.say_what_is_left_out(words, answers.left_out, SCENE)


TEMPERATURE = slider.opening_at(0.5)  # where methods can differ
FIELDS = (visit_prompt.PROMPT, visit_prompt.TAKEN, TEMPERATURE, methods_view.METHOD)
PAGE = places.Page(places.IN_KERAS, lambda words: words.in_keras.in_keras, show, FIELDS)
