"""The arithmetic of softmax at a temperature, live: the formula with the numbers in it."""

import math

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.pages.parts.component import component
from components.pages.parts.live_view import Bars
from components.words import Words

ROWS = 5  # of the likeliest characters; all others share one


def show(words: Words, bars: Bars, temperature: float) -> None:
    """Show the table; its numbers follow the live figure's slider in the browser, and a cut is its last step."""
    logits, entering = bars.logits, bars.entering
    st.markdown(words.explore.arithmetic_lead)
    order = np.argsort(-logits, kind="stable")
    component("arithmetic")(
        key="arithmetic",
        data={
            "logits": [round(float(logits[index]), 6) for index in order],
            "names": [bars.names[index] for index in order[:ROWS]],
            "temperature": temperature,
            "character": bars.title,
            "others": words.explore.others_row,
            "sum": words.explore.arithmetic_sum,
            "limit": words.explore.arithmetic_limit,
            "kept": words.cut.arithmetic_kept,
            "entersAt": None if entering is None else _in_json(entering[order]),
        },
    )


def _in_json(entering: NDArray[np.float64]) -> list[float | None]:
    """Return from which temperature on each character is kept, None for never: JSON has no infinity."""
    return [one if math.isfinite(one) else None for one in entering.tolist()]
