"""The page "Your numbers": the live figure, its arithmetic and the lines of a pick on numbers of a visitor's own."""

from dataclasses import replace

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.pages.numbers import field, rest
from components.pages.parts import arithmetic_view, controls, frame, lines_view, live_view
from components.pages.parts.live_view import Bars
from components.pages.visit import places, seed, slider
from components.pages.visit.places import Pages
from components.presenting.numbers import unbroken
from components.presenting.pasted import Numbers
from components.temperature import gumbel_noise
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show_alone(words, pages, words.numbers.numbers_title, words.numbers.numbers_lead, _content, fields=FIELDS)


def _content(words: Words) -> None:
    slider.settle(rest.TEMPERATURE)
    with st.container(key="own numbers"):
        left, right = st.columns([1, 3], gap="medium")
        with left:
            numbers = field.show(words)
            whole = numbers and rest.completed(words, numbers)
        if numbers is None:
            return
        if whole is None:
            rest.show_limits(words, numbers, left, right)
        else:
            _show(words, whole, right)


def _show(words: Words, whole: Numbers, right: DeltaGenerator) -> None:
    """Show what is exact: the live figure, and under it the same in numbers, and the lines of a pick."""
    bars = Bars(words.numbers.character, whole.labels, whole.labels, np.array(whole.values))
    with right:
        temperature = live_view.draw(
            words, bars, (words.numbers, words.explore, words.cut), words.numbers.description, rest.TEMPERATURE
        )
    table, arithmetic = st.tabs([words.numbers.as_table, words.explore.arithmetic])
    with table:
        live_view.table(words, bars, temperature)
    with arithmetic:
        arithmetic_view.show(words, bars, temperature)
    _lines(words, bars, temperature)


def _lines(words: Words, bars: Bars, temperature: float) -> None:
    """Show which one luck picks, at T = 1 and where the slider rests."""
    st.header(words.numbers.lines, anchor=False)
    st.caption(unbroken(words.numbers.lines_lead))
    with st.container(horizontal=True, vertical_alignment="bottom", width=420):
        chosen = controls.seed(words, 0)
        controls.another_seed(words)
    (noise,) = gumbel_noise(chosen, range(1), len(bars.logits))
    with st.container(key="own lines"):
        lines_view.show(words, bars.signs, bars.logits, noise, sorted({1.0, temperature}))


_SEED = replace(seed.SEED, of_a_scene=False, before_versions=None)
FIELDS = (*field.FIELDS, rest.WHOSE, rest.OTHERS, rest.TEMPERATURE, _SEED)
PAGE = places.Page(places.NUMBERS, lambda words: words.numbers.numbers_title, show, FIELDS)
