"""The live figure on a page: the chart, its slider, and the same numbers as a table."""

from typing import Any

import pyarrow as pa
import streamlit as st

from components.charts import live, live_text
from components.language_model.scene import Setting
from components.pages import link
from components.pages.answers import Answers
from components.pages.explore import slider_text
from components.pages.parts import figure
from components.pages.parts.glyphs import glyph, name
from components.pages.parts.prompt_text import Prompt
from components.temperature import apply_temperature
from components.words.en import Words

KEY = "live"
_START, _RESTING, _LOGARITHMIC = "live start", "live resting", "logarithmic"


def show(words: Words, answers: Answers, prompt: Prompt, *, text: bool = False) -> float:
    """Show the figure, with the text under its slider if asked for; give the temperature at which the slider rests."""
    logits = answers.logits(prompt.text)
    temperature = _resting()
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
        live.specification(figure.labels(live.LiveLabels, words), start=_start(), logarithmic=logarithmic, text=text)
        | {"datasets": datasets},
        key=KEY,
        on_select="rerun",
        selection_mode=live.PARAMETER,
        width="stretch",
        alt=words.live_description.format(characters=len(characters)),
    )
    st.toggle(
        words.logarithmic, key=_LOGARITHMIC, help=words.logarithmic_help, on_change=start_here, persist_state="session"
    )
    temperature = _resting()
    link.keep_temperature(temperature)
    with st.expander(words.as_table):
        st.table(_table(words, rows, temperature))
    return temperature


def _resting() -> float:
    """Give the slider's temperature as Python heard it last."""
    chosen = st.session_state.get(KEY, {}).get("selection", {}).get(live.PARAMETER)
    resting = float(chosen[0][live.PARAMETER]) if chosen else _start()
    st.session_state[_RESTING] = resting
    return resting


def _start() -> float:
    """Give where the slider starts: fixed while the figure is there, since another specification drops a drag.

    Where it was away (on another page, or while the model was loaded), it starts where it rested.
    """
    if KEY not in st.session_state:
        st.session_state[_START] = st.session_state.get(_RESTING, link.start())
    return float(st.session_state.setdefault(_START, link.start()))


def start_here() -> None:
    """Let the figure that is about to be built anew start where the slider stands."""
    st.session_state[_START] = _resting()


def _table(words: Words, rows: dict[str, list[Any]], temperature: float) -> dict[str, list[str]]:
    tempered = apply_temperature(rows["logit"], temperature)
    return {
        words.rank: [str(rank) for rank in rows["rank"]],
        words.character: rows["name"],
        words.logit: [f"{logit:.3f}" for logit in rows["logit"]],
        words.base_column: [f"{100 * chance:.3g} %" for chance in rows["base"]],
        words.probability_column.format(temperature=temperature): [f"{100 * chance:.3g} %" for chance in tempered],
    }
