"""The first page: hand, bars and texts as one instrument; what explains them comes after."""

from functools import partial

import streamlit as st

from components.language_model.folder import SCENE, WORDS
from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.explore import (
    columns_view,
    explanation,
    instrument_view,
    large_view,
    samples_view,
    slider_text,
    tour,
)
from components.pages.parts import (
    arithmetic_view,
    cut_view,
    drawing_view,
    file_view,
    frame,
    live_view,
    prompt_view,
    schedule_view,
)
from components.pages.parts.live_view import Bars
from components.pages.serving.answers import Answers
from components.pages.visit import aside, cut, length, places, present, prompt, schedule, seed, slider, twins
from components.pages.visit.link import keep_version
from components.pages.visit.places import Pages
from components.pages.visit.twins import TWINS
from components.presenting.prompt_text import Prompt
from components.temperature.schedule import Schedule
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.frame.title, words.frame.lead, _content, fields=FIELDS, tools=_tools)


def _tools(words: Words) -> None:
    aside.settle()
    present.settle()
    st.button(words.frame.what_is_it, on_click=aside.toggle_explanation, icon=":material/help:")
    tour.offer(words)


def _content(words: Words, answers: Answers) -> None:
    slider.settle(slider.TEMPERATURE)
    schedule_view.settle(words, answers.vocabulary)
    beside = st.container(key="aside") if aside.is_open() else None
    cut_now = cut.current(len(answers.vocabulary))
    schedule_now = schedule.current(answers.vocabulary, length.current())
    drawing_view.act(answers, words, seed.current(answers.opening.seed), cut_now, schedule_now)
    saying = (
        live_view.saying(words, len(answers.vocabulary), cut_now)
        if schedule_now is None
        else schedule_view.saying(words, schedule_now)
    )
    live_view.say(saying)
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        read = prompt_view.show(words, answers, beside=drawing_view.show)
    prompt_view.say(read)
    if present.is_on():
        large_view.show(words, read)
    present.keep_current()
    _hold_the_slider(read, schedule_now)
    beside_slider = partial(_folds, words, answers.vocabulary, schedule_now)
    logits = answers.logits(read.text)
    bars = None if logits is None else Bars.of(words, answers.vocabulary, logits, cut_now)
    temperature = live_view.show(words, answers, bars, beside=beside_slider, scale=present.scale())
    setting = samples_view.settings(words, read, answers.opening, cut_now, schedule_now)
    step = tour.step(words, answers, setting, temperature) if aside.tour_step() else None
    settings = [setting, setting.uncut] if twins.current(cut_now) else [setting]
    texts = columns_view.written(answers, settings, temperature)
    columns_view.show(words, answers, *texts, resting=temperature, hidden=step.hides if step else "")
    if beside:
        with beside:
            if step:
                tour.show(words, step)
            else:
                explanation.show(words, len(answers.vocabulary))
    keep_version(FIELDS)
    titles = [words.explore.as_table, words.explore.arithmetic, words.explore.measures_title]
    titles += [words.explore.downloads_title, words.lesson.in_class]
    table, arithmetic, measures, files, in_class = st.tabs(titles)
    if bars is not None:
        with table:
            live_view.table(words, bars, temperature)
        with arithmetic:
            arithmetic_view.show(words, bars, temperature)
    with measures:
        st.markdown(words.explore.measures_help)
    with files:
        shown = [column for some in texts for column in columns_view.files(answers, some, resting=temperature)]
        with st.container(horizontal=True):
            samples_view.take_away(words, answers, setting, shown)
            if texts[0].fixed is not None and bars is not None:
                every = partial(columns_view.whole, words, answers, *texts, resting=temperature)
                ready = all(some.are_whole for some in texts) or answers.load_soon()
                instrument_view.offer(words, answers, setting, every, saying, ready=ready)
    with in_class, st.container(horizontal=True):
        large_view.offer(words)
    file_view.say_what_is_left_out(words, answers.left_out, SCENE, WORDS)
    coming = slider_text.coming()
    if coming:
        slider_text.bring(coming)


def _hold_the_slider(read: Prompt, on: Schedule | None) -> None:
    """Let the slider show the temperature that a schedule has for the next character."""
    following = Setting(read.text, noise_start=read.noise_start, schedule=on).next_temperature
    if following is not None:
        slider.hold(round(following, 2))


def _folds(words: Words, vocabulary: Vocabulary, on: Schedule | None) -> None:
    """Show what is folded away beside the slider."""
    cut_view.show(words, len(vocabulary))
    schedule_view.show(words, vocabulary, on, lead=words.schedule.lead)
    if on is not None:
        schedule_view.hold_slider()


FIELDS = (
    prompt.PROMPT,
    prompt.TAKEN,
    slider.TEMPERATURE,
    samples_view.TEMPERATURES,
    length.LENGTH,
    seed.SEED,
    *cut.FIELDS,
    schedule.SCHEDULE,
    TWINS,
    aside.TOUR,
    present.PRESENT,
)
PAGE = places.Page(places.EXPLORE, lambda words: words.frame.explore, show, FIELDS)
