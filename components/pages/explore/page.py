"""The first page: hand, bars and texts as one instrument; what explains them comes after."""

import streamlit as st

from components.pages.explore import arithmetic_view, explanation, samples_view, slider_text, tour
from components.pages.parts import cut_view, drawing_view, frame, live_view, prompt_view
from components.pages.serving.answers import Answers
from components.pages.visit import aside, cut, length, places, prompt, seed, slider
from components.pages.visit.link import keep_version
from components.pages.visit.places import Pages
from components.presenting.columns import Column, columns
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.frame.title, words.frame.lead, _content, fields=FIELDS, tools=_tools)


def _tools(words: Words) -> None:
    aside.settle()
    st.button(words.frame.what_is_it, on_click=aside.toggle_explanation, icon=":material/help:")
    tour.offer(words)


def _content(words: Words, answers: Answers) -> None:
    slider.settle(slider.TEMPERATURE)
    beside = st.container(key="aside") if aside.is_open() else None
    cut_now = cut.current(len(answers.vocabulary))
    drawing_view.act(answers, words, seed.current(answers.opening.seed), cut_now)
    live_view.saying(words, len(answers.vocabulary), cut_now)
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        read = prompt_view.show(words, answers.vocabulary, answers.opening, beside=drawing_view.show)
    prompt_view.say(read)
    temperature = live_view.show(words, answers, read, cut=cut_now, beside=cut_view.show)
    setting = samples_view.settings(words, read, answers.opening, cut_now)
    step = tour.step(words, answers, setting, temperature) if aside.tour_step() else None
    samples = answers.samples(setting)
    writing = slider_text.write(answers, setting)
    at_the_slider = slider_text.written(writing)
    fixed: list[Column] = []
    if samples is not None:
        fixed = columns(samples, answers.known_words)
        live = None if at_the_slider is None else slider_text.texts(words, answers, setting, at_the_slider)
        hidden = step.hides if step else ""
        samples_view.show(words, setting, fixed, live, resting=temperature, hidden=hidden)
    if beside:
        with beside:
            if step:
                tour.show(words, step)
            else:
                explanation.show(words, len(answers.vocabulary))
    table, arithmetic, measures, files = st.tabs(
        [words.explore.as_table, words.explore.arithmetic, words.explore.measures_title, words.explore.downloads_title]
    )
    logits = answers.logits(read.text)
    if logits is not None:
        with table:
            live_view.table(words, answers.vocabulary, logits, temperature, cut_now)
        with arithmetic:
            arithmetic_view.show(words, answers.vocabulary, logits, temperature, cut_now)
    with measures:
        st.markdown(words.explore.measures_help)
    with files:
        samples_view.take_away(words, answers, setting, fixed, slider_text.at(at_the_slider, temperature))
    keep_version(FIELDS)
    if writing is not None and at_the_slider is None:
        slider_text.bring(writing)


FIELDS = (
    prompt.PROMPT,
    prompt.TAKEN,
    slider.TEMPERATURE,
    samples_view.TEMPERATURES,
    length.LENGTH,
    seed.SEED,
    *cut.FIELDS,
    aside.TOUR,
)
PAGE = places.Page(places.EXPLORE, lambda words: words.frame.explore, show, FIELDS)
