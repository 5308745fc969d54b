"""What a list of log-probabilities leaves out: one outcome more, or many tokens, and then limits in place of bars."""

from dataclasses import replace

import numpy as np
import streamlit as st
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from components.charts import limits
from components.pages.parts import controls, figure, slider_view
from components.pages.visit import slider
from components.pages.visit.link import Field, whole_numbers
from components.presenting.glyphs import plain
from components.presenting.numbers import percent, unbroken
from components.presenting.pasted import Numbers
from components.temperature.scale import TEMPERATURES
from components.temperature.truncated import bounds, fewest_others, left_over
from components.words import Words

_WHOSE, _SLIDER = "own rest", "limits slider"
_MANY, _ONE = "many", "one"


def completed(words: Words, numbers: Numbers) -> Numbers | None:
    """Return the numbers with what a list leaves out as one more; None where that belongs to many tokens."""
    rest = left_over(numbers.values) if numbers.probable else 0.0
    if rest == 0:
        return numbers
    if _whose(words, rest) == _MANY:
        return None
    return replace(
        numbers,
        labels=(*numbers.labels, words.numbers.rest_label),
        values=(*numbers.values, float(np.log(rest))),
    )


def show_limits(words: Words, numbers: Numbers, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Show between which limits the chances lie, as a figure and at the slider's temperature as a table."""
    with left:
        others = _others(words, numbers)
    with right:
        temperature = slider_view.show(words, TEMPERATURES, TEMPERATURE, key=_SLIDER)
        labels = figure.labels(limits.LimitsLabels, words.numbers, words.parting, words.explore)
        figure.show(
            limits.specification(labels, start=temperature, base=figure.base_size()),
            limits.rows(numbers.labels, numbers.values, others),
            key="limits",
            name=words.pictures.limits,
            alt=words.numbers.limits_alt,
        )
        st.caption(unbroken(words.numbers.limits_lead))
        _table(words, numbers, temperature, *bounds(numbers.values, temperature, others))


def _whose(words: Words, rest: float) -> str:
    names = {_MANY: words.numbers.rest_many, _ONE: words.numbers.rest_one}
    return controls.one_of(WHOSE, words.numbers.rest.format(rest=percent(rest)), names, key=_WHOSE)


def _others(words: Words, numbers: Numbers) -> int:
    given = st.number_input(
        words.numbers.others,
        1,
        _MOST,
        OTHERS.default,
        key=OTHERS.name,
        help=words.numbers.others_help,
        bind="query-params",
        persist_state="session",
        width=260,
    )
    fewest = fewest_others(numbers.values)
    if given < fewest:
        st.warning(plain(words.numbers.others_few.format(others=f"{given:,}", fewest=f"{fewest:,}")))
    return max(int(given), fewest)


def _table(
    words: Words, numbers: Numbers, temperature: float, lowest: NDArray[np.float64], highest: NDArray[np.float64]
) -> None:
    base = np.exp([*numbers.values, np.log(left_over(numbers.values))])
    order = [*np.argsort(-base[:-1], kind="stable").tolist(), len(base) - 1]
    labels = [*numbers.labels, words.numbers.others_together_row]
    columns = {
        words.numbers.exact: base,
        words.numbers.lowest.format(temperature=temperature): lowest,
        words.numbers.highest.format(temperature=temperature): highest,
    }
    st.table(
        {words.numbers.character: [plain(labels[index]) for index in order]}
        | {title: [percent(values[index]) for index in order] for title, values in columns.items()}
    )


def _go_back_to_whose(whose: str) -> None:
    st.session_state[_WHOSE] = whose


def _go_back_to_others(others: int) -> None:
    st.session_state[OTHERS.name] = others


def _go_back_to(temperature: float) -> None:
    slider.TEMPERATURE.adopt(temperature)
    slider_view.go_back_to(_SLIDER, temperature)


_MOST = 10_000_000
WHOSE = Field(
    "rest",
    lambda text: text if text in (_MANY, _ONE) else None,
    _MANY,
    adopt=_go_back_to_whose,
    wanted=lambda _: f"{_MANY}, {_ONE}",
)
OTHERS = whole_numbers("others", range(1, _MOST + 1), 100_000, adopt=_go_back_to_others)
# One part of the address for both sliders. It has nothing to do with the scenes of other pages.
TEMPERATURE = replace(slider.TEMPERATURE, adopt=_go_back_to, of_a_scene=False)
