"""The page "Sweep": what temperature buys and what it costs, from the stored sweep or the visitor's own."""

from functools import partial

import streamlit as st

from components.analysis import stored
from components.analysis.sweep_results import Results, summary, to_csv, to_json
from components.language_model.folder import WORDS, ModelFolder
from components.pages.parts import download_view, file_view, frame, slider_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.sweep import cut_help, figures, own, written_view
from components.pages.visit import places
from components.pages.visit.link import numbers
from components.pages.visit.places import Pages
from components.presenting.claims import claims, result
from components.presenting.glyphs import plain
from components.presenting.numbers import unbroken
from components.presenting.prompt_text import shown as shown_prompt
from components.presenting.sweep import Means, how
from components.temperature.scale import HIGHEST, LOWEST
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.sweep.sweep_title, words.sweep.sweep_lead, _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    visitors = own.results(answers)
    kept = file_view.read(words, models.sweep, stored.SWEEP, answers.model)
    if visitors is not None:
        _results(words, answers, visitors.results, _summed(visitors.task, visitors.done, visitors.results), yours=True)
    elif kept is not None:
        _results(words, answers, kept, models.sweep_summary(answers.model), yours=False)
    with st.container():  # one element whatever it holds: Streamlit keeps what follows in its place
        own.show(words, answers, unfolded=kept is None)
    file_view.say_what_is_left_out(words, answers.left_out, WORDS)


def _results(words: Words, answers: Answers, results: Results, means: Means, *, yours: bool) -> None:
    reference = file_view.read(words, models.reference, stored.REFERENCE, answers.model)
    real = reference.lengths.get(results.setting.length) if reference else None
    temperatures = results.setting.temperatures
    with st.container(key="sweep", gap="xsmall"):  # the slider stays in sight as far as what follows it goes
        at = slider_view.show(words, temperatures, SLIDER, key="sweep slider")
        measured = figures.Measured(temperatures, means, real)
        left, right = st.columns([4, 5], gap="medium")
        with left:
            figures.main(words, measured)
        with right:
            _findings(words, results, means)
            with st.container():
                if yours:
                    prompt = shown_prompt(results.setting.prompt)
                    st.caption(plain(words.sweep.sweep_yours.format(prompt=prompt)))
            written_view.show(words, temperatures, results.texts, at)
        _each_measure(words, results, measured)
        with st.container(key="cut help"):
            cut_help.show(words, answers, reference)
    _take_away(words, answers.model, results, yours=yours)


# Task and number of texts are the key; the results themselves are not hashed.
@st.cache_resource(max_entries=32, show_spinner=False)
def _summed(task: int, done: int, _results: Results) -> Means:  # noqa: ARG001
    return summary(_results)


def _findings(words: Words, results: Results, means: Means) -> None:
    st.header(words.sweep.claims, anchor=False)
    with st.container(key="findings"):
        for claim in claims(results, means, words):
            with st.container(border=True, gap="xxsmall"):
                st.markdown(f"**{plain(claim.sentence)}**")
                st.markdown(plain(unbroken(result(claim, words))))


def _each_measure(words: Words, results: Results, measured: figures.Measured) -> None:
    st.header(words.sweep.measures, anchor=False)
    st.caption(unbroken(how(results, measured.real, words)))
    figures.small(words, measured)


def _take_away(words: Words, model: ModelFolder, results: Results, *, yours: bool) -> None:
    with st.container(horizontal=True):
        download_view.offer(words.sweep.sweep_csv, partial(to_csv, results), "sweep.csv", "text/csv")
        make = partial(_json, model, results, yours=yours)
        download_view.offer(words.sweep.sweep_json, make, "sweep.json", "application/json")


def _json(model: ModelFolder, results: Results, *, yours: bool) -> str:
    """Return the stored file as it is, or the visitor's own results with what they were made with."""
    return to_json(results, stored.provenance(model.path)) if yours else (model.path / stored.SWEEP).read_text("utf-8")


SLIDER = numbers("at", LOWEST, HIGHEST, 1.0, adopt=partial(slider_view.go_back_to, "sweep slider"))
FIELDS = (SLIDER, own.SWEPT)
PAGE = places.Page(places.SWEEP, lambda words: words.sweep.sweep_title, show, FIELDS)
