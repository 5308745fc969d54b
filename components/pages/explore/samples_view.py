"""Side by side: what one network writes at several temperatures, with the same noise."""

from functools import partial

import streamlit as st

from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.explore import slider_text
from components.pages.parts import controls, texts_view
from components.pages.serving.answers import Answers
from components.pages.visit import character, link
from components.presenting import downloads
from components.presenting.columns import Column, columns, legend, texts
from components.presenting.prompt_text import Prompt
from components.words.en import Words

_COLUMNS = "columns"


def show(words: Words, answers: Answers, prompt: Prompt, slider: float) -> tuple[int, list[Sample]]:
    """Show the controls, the columns, and what can be taken away; give the seed, and the texts that are shown."""
    st.subheader(words.side_by_side, anchor=False)
    st.markdown(words.side_by_side_lead)
    temperatures, length, seed = _controls(words)
    if not temperatures:
        st.info(words.no_temperatures)
        return seed, []
    samples = answers.samples(prompt.text, temperatures, length, seed)
    if samples is None:
        return seed, []
    shown = columns(samples, answers.known_words)
    st.html(legend(words))
    st.caption(words.choose_a_character)
    texts_view.show(
        texts(shown, words),
        words,
        key=_COLUMNS,
        on_choice=lambda row, position: character.open_at([sample.temperature for sample in samples], row, position),
    )
    under_it = slider_text.at(answers, prompt, seed, slider)
    if under_it is not None and slider not in temperatures:
        shown = [*shown, *columns([under_it], answers.known_words)]
    _take_away(words, answers, prompt, seed, shown)
    return seed, samples


def _controls(words: Words) -> tuple[tuple[float, ...], int, int]:
    default = Setting()
    wide, middle, narrow, button = st.columns([5, 3, 2, 1.4], vertical_alignment="bottom")
    temperatures, remarks = controls.temperatures(
        words,
        wide,
        key=link.TEMPERATURES,
        label=words.temperatures,
        default=default.temperatures,
        most=link.MOST_TEMPERATURES,
        said=words.temperatures_help,
    )
    controls.say(remarks)
    length = middle.slider(
        words.length,
        link.LENGTHS.start,
        link.LENGTHS[-1],
        default.length,
        link.LENGTHS.step,
        key=link.LENGTH,
        bind="query-params",
        persist_state="session",
    )
    return temperatures, length, controls.seed(words, narrow, button)


def _take_away(words: Words, answers: Answers, prompt: Prompt, seed: int, shown: list[Column]) -> None:
    made = (shown, answers.name, prompt.text, seed)
    with st.container(horizontal=True):
        for label, make, name, kind in (
            (words.download_csv, downloads.as_csv, "samples.csv", "text/csv"),
            (words.download_json, downloads.as_json, "samples.json", "application/json"),
        ):
            st.download_button(label, partial(make, *made), name, kind, on_click="ignore")
    with st.expander(words.measures_title):
        st.markdown(words.measures_help)
