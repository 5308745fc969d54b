"""The live figure on a page: the chart, its slider, and the same numbers as a table."""

from typing import Any

import pyarrow as pa
import streamlit as st

from components.charts import live, live_text
from components.language_model.scene import Setting
from components.pages.explore import slider_text
from components.pages.parts import figure
from components.pages.serving.answers import Answers
from components.pages.visit import link, slider
from components.presenting.glyphs import glyph, name
from components.presenting.prompt_text import Prompt
from components.temperature import apply_temperature
from components.words.en import Words

_LOGARITHMIC = "logarithmic"


def show(words: Words, answers: Answers, prompt: Prompt, *, text: bool = False) -> float:
    """Show the figure, with the text under its slider if asked for; give the temperature at which the slider rests."""
    logits = answers.logits(prompt.text)
    temperature = slider.resting()
    if logits is None:
        st.info(words.model_coming)
        return temperature
    characters = answers.vocabulary.characters
    rows = live.rows(
        [glyph(character) for character in characters], [name(character, words) for character in characters], logits
    )
    datasets = {live.DATA: pa.table(rows)}
    if text:
        seed = int(st.session_state.get(link.SEED, Setting().seed))
        datasets[live_text.TEXTS] = slider_text.data(words, answers, prompt, seed)
    logarithmic = bool(st.session_state.get(_LOGARITHMIC, False))
    st.vega_lite_chart(
        None,
        live.specification(
            figure.labels(live.LiveLabels, words), start=slider.start(), logarithmic=logarithmic, text=text
        )
        | {"datasets": datasets},
        key=slider.KEY,
        on_select="rerun",
        selection_mode=live.PARAMETER,
        width="stretch",
        alt=words.live_description.format(characters=len(characters)),
    )
    st.toggle(
        words.logarithmic,
        key=_LOGARITHMIC,
        help=words.logarithmic_help,
        on_change=slider.start_here,
        persist_state="session",
    )
    temperature = slider.resting()
    link.keep_temperature(temperature)
    with st.expander(words.as_table):
        st.table(_table(words, rows, temperature))
    return temperature


def _table(words: Words, rows: dict[str, list[Any]], temperature: float) -> dict[str, list[str]]:
    tempered = apply_temperature(rows["logit"], temperature)
    return {
        words.rank: [str(rank) for rank in rows["rank"]],
        words.character: rows["name"],
        words.logit: [f"{logit:.3f}" for logit in rows["logit"]],
        words.base_column: [f"{100 * chance:.3g} %" for chance in rows["base"]],
        words.probability_column.format(temperature=temperature): [f"{100 * chance:.3g} %" for chance in tempered],
    }
