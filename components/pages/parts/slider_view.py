"""One slider over T for all figures of a page."""

from collections.abc import Sequence

import streamlit as st

from components.pages.parts.component import component
from components.pages.visit import figures
from components.pages.visit.link import Field, keep, read
from components.presenting.numbers import short_number
from components.words import Words

_RESTING = "{} resting"


def show(words: Words, temperatures: Sequence[float], field: Field[float], *, key: str) -> float:
    """Show the slider, keep the temperature at which it rests in the link, and return it.

    Every figure on the page that has a slider for `components.temperature.scale.PARAMETER` follows it.

    Parameters
    ----------
    words : Words
        The reader's language.
    temperatures : sequence of float
        Its positions, in ascending order.
    field : Field
        Its part of the link, with its first position: the nearest of those.
    key : str
        Its own.
    """
    # For a visitor who comes back to the page the slider stands where it was left.
    resting = _RESTING.format(key)
    start = st.session_state.get(resting, read(field))
    answer = component("slider")(
        key=key,
        data={
            "label": words.explore.temperature,
            "field": {"name": field.name, "default": field.default},
            "temperatures": list(temperatures),
            "shown": [short_number(temperature) for temperature in temperatures],
            "start": start,
        },
        default={"T": start},
        on_T_change=lambda: None,
    )
    nearest = min(temperatures, key=lambda temperature: abs(temperature - float(answer.T)))
    st.session_state[resting] = nearest
    keep(field, nearest)
    figures.follow(nearest)
    return nearest


def go_back_to(key: str, temperature: float) -> None:
    """Let a slider stand where it stood before, should it not be on the page; for a callback."""
    st.session_state[_RESTING.format(key)] = temperature
