"""The live figure on a page: the chart with its slider, and the same numbers as a table."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components.charts import live
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import failure_view, figure
from components.pages.parts.component import component
from components.pages.serving.answers import Answers
from components.pages.visit import slider
from components.pages.visit.link import Field, keep
from components.presenting.glyphs import glyph, name, plain
from components.presenting.numbers import percent, plain_number
from components.presenting.prompt_text import Prompt
from components.temperature import apply_temperature
from components.words import Words

_LOGARITHMIC, _EVERY, _PAGE = "logarithmic", "every character", "table page"
_PAGE_ROWS = 100  # of the table


def show(
    words: Words,
    answers: Answers,
    prompt: Prompt,
    field: Field[float] = slider.TEMPERATURE,
    *,
    beside: Callable[[Words, int], None] | None = None,
) -> float:
    """Show the figure under its slider, and return the temperature at which the slider rests.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's.
    prompt : Prompt
        The text so far.
    field : Field, optional
        The slider's part of the page's address.
    beside : callable, optional
        Shows what stands beside the slider; is given the words and the number of characters.
    """
    logits = answers.logits(prompt.text)
    if logits is None:
        failure_view.say_missing(words, answers)
        return slider.resting()
    characters = len(answers.vocabulary)
    rows = live.rows(*_labelled(words, answers.vocabulary), logits)
    with st.container(key="figure"):
        st.vega_lite_chart(
            None,
            _specification(words, characters) | {"datasets": _tables(rows, logits)},
            key=slider.KEY,
            on_select="rerun",
            selection_mode=slider.TEMPERATURE.name,
            width="stretch",
            height="stretch",
            alt=words.explore.live_description.format(characters=characters),
        )
        component("play")(key="play", data={"play": words.explore.play, "stop": words.explore.play_stop})
        if beside:
            with st.container(key="folds", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
                beside(words, characters)
    temperature = slider.resting()
    keep(field, temperature)
    return temperature


def _specification(words: Words, characters: int) -> dict[str, Any]:
    uniform = words.explore.uniform.format(count=characters, chance=percent(1 / characters))
    short = words.explore.uniform_short.format(count=characters)
    labels = figure.labels(live.LiveLabels, words.explore, uniform=uniform, uniform_short=short)
    return live.specification(
        labels,
        start=slider.start(),
        characters=characters,
        logarithmic=bool(st.session_state.get(_LOGARITHMIC, False)),
        every=bool(st.session_state.get(_EVERY, False)),
        base=figure.base_size(),
    )


def _tables(rows: dict[str, list[Any]], logits: NDArray[np.float32]) -> dict[str, pa.Table]:
    return {live.DATA: pa.table(rows), live.SUMS: pa.table(live.sums(logits))}


def _labelled(words: Words, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    characters = vocabulary.characters
    return [glyph(character) for character in characters], [name(character, words) for character in characters]


def saying(words: Words, characters: int) -> None:
    """Show one sentence on what the slider's temperature does; it follows the slider in the browser."""
    component("saying")(
        key="saying",
        data={
            "zero": words.explore.saying_zero,
            "below": words.explore.saying_below,
            "one": words.explore.saying_one,
            "above": words.explore.saying_above.format(count=characters),
            "temperature": slider.resting(),
        },
    )


def options(words: Words) -> None:
    """Show how the bars may be drawn otherwise."""
    for label, key, explanation in (
        (words.explore.logarithmic, _LOGARITHMIC, words.explore.logarithmic_help),
        (words.explore.every_character, _EVERY, words.explore.every_character_help),
    ):
        st.toggle(label, key=key, help=explanation, on_change=slider.start_here, persist_state="session")


def table(words: Words, vocabulary: Vocabulary, logits: NDArray[np.float32], temperature: float) -> None:
    """Show the numbers behind the bars, the most likely first, in pages where there are many."""
    pages = -(-len(vocabulary) // _PAGE_ROWS)
    page = 1
    if pages > 1:
        page = st.number_input(words.explore.table_page.format(pages=pages), 1, pages, key=_PAGE, width=220)
    order = np.argsort(-logits, kind="stable")[_PAGE_ROWS * (page - 1) : _PAGE_ROWS * page]
    base, tempered = apply_temperature(logits), apply_temperature(logits, temperature)
    st.table(
        {
            words.explore.rank: [str(_PAGE_ROWS * (page - 1) + place) for place in range(1, len(order) + 1)],
            words.explore.character: [plain(name(vocabulary.characters[index], words)) for index in order],
            words.explore.logit: [plain_number(float(logits[index]), 3) for index in order],
            words.explore.base_column: [percent(base[index]) for index in order],
            words.explore.probability_column.format(temperature=temperature): [
                percent(tempered[index]) for index in order
            ],
        }
    )
