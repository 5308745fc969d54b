"""The page "Why they part": texts in lock step, and for one chosen character who was picked, and why."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.charts import bands, noise_lines
from components.charts.live import HIGHEST
from components.pages import controls, frame, ledger, link, prompt_text, prompt_view, texts_view
from components.pages.answers import Answers
from components.pages.columns import parting
from components.pages.glyphs import glyph, name, plain
from components.pages.pick_words import sentence
from components.pages.prompt_text import Prompt
from components.temperature import apply_temperature
from components.temperature.reasons import reason
from components.words.en import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Drawn

LENGTH = link.POSITIONS[-1]
_OFFERED = [f"{tenth / 10:g}" for tenth in range(31)]
_DEFAULT = ["0.5", "1"]
_SCENE, _LEDGER, _BRANCH = "parting scene", "ledger", "branch"


def show(words: Words, first_page: Any) -> None:
    """Show the page; `first_page` is where a branch is read on."""
    st.title(words.parting_title, anchor=False)
    st.markdown(words.parting_lead)
    frame.show(words, partial(_content, first_page=first_page))


def _content(words: Words, answers: Answers, *, first_page: Any) -> None:
    prompt = prompt_view.show(words, answers.vocabulary)
    temperatures, seed = _controls(words)
    if len(temperatures) < 2:
        st.info(words.parting_two)
        return
    drawn = answers.lockstep(prompt.text, temperatures, LENGTH, seed)
    if drawn is None:
        st.info(words.model_coming)
        return
    row, position = _chosen((answers.name, prompt.text, temperatures, seed), drawn)
    st.subheader(words.ledger, anchor=False)
    st.markdown(words.ledger_lead)
    texts_view.show(ledger.rows([sample.scored() for sample in drawn], words), position, key=_LEDGER, on_choice=_choose)
    row, position = _position_field(words, drawn)
    _pick(words, answers, drawn, row, position)
    _branch(words, answers, prompt, drawn[row], position, first_page)


def _controls(words: Words) -> tuple[tuple[float, ...], int]:
    wide, narrow, button = st.columns([5, 2, 1.4], vertical_alignment="bottom")
    given = wide.multiselect(
        words.compared,
        _OFFERED,
        default=_DEFAULT,
        key=link.COMPARED,
        max_selections=link.MOST_COMPARED,
        help=words.compared_help,
        bind="query-params",
        persist_state="session",
    )
    seed = controls.seed(words, narrow, button)
    usable = {value for value in map(link.number, given) if value is not None and 0 <= value <= HIGHEST}
    return tuple(sorted(usable)), seed


def _chosen(scene: tuple[object, ...], drawn: Sequence["Drawn"]) -> tuple[int, int]:
    """Give the chosen row and position; in a new scene that is the coolest text at the first parting."""
    state = st.session_state
    if state.get(_SCENE) != scene:
        first = parting(*(sample.text for sample in drawn))
        asked = link.number(st.query_params.get(link.POSITION, "")) if _SCENE not in state else None
        state[_SCENE] = scene
        state[link.POSITION] = int(asked) if asked is not None else (first or 0) + 1
        state[link.ROW] = 0
    state[link.POSITION] = min(max(state[link.POSITION], 1), LENGTH)
    state[link.ROW] = min(state[link.ROW], len(drawn) - 1)
    return state[link.ROW], state[link.POSITION] - 1


def _choose(row: int, position: int) -> None:
    st.session_state[link.ROW], st.session_state[link.POSITION] = row, position + 1


def _step(by: int) -> None:
    st.session_state[link.POSITION] = min(max(st.session_state[link.POSITION] + by, 1), LENGTH)


def _position_field(words: Words, drawn: Sequence["Drawn"]) -> tuple[int, int]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("←", on_click=_step, args=(-1,), help=words.position_before)
        position = int(st.number_input(words.position, 1, LENGTH, key=link.POSITION, width=140))
        st.button("→", on_click=_step, args=(1,), help=words.position_after)
        row = st.segmented_control(
            words.row,
            range(len(drawn)),
            format_func=lambda place: words.column_title.format(temperature=drawn[place].temperature),
            key=link.ROW,
            required=True,
        )
    link.keep_position(position)
    return int(row or 0), position - 1


def _pick(words: Words, answers: Answers, drawn: Sequence["Drawn"], row: int, position: int) -> None:
    sample = drawn[row]
    logits, noise = sample.logits[position], sample.noise[position]
    names = [name(character, words) for character in answers.vocabulary.characters]
    signs = [glyph(character) for character in answers.vocabulary.characters]
    temperatures = [other.temperature for other in drawn]
    texts = [other.text for other in drawn]
    first = parting(*texts)
    together = first is None or position <= first
    for other in drawn if together else [sample]:
        why = reason(logits, noise, other.temperature, int(other.codes[position]))
        st.markdown(plain(sentence(why, other.temperature, names, words)))
    if not together:
        st.caption(words.parted_before.format(temperature=sample.temperature))
    left, right = st.columns(2)
    with left:
        st.markdown(f"**{words.noise_lines}**")
        st.caption(words.noise_lines_lead)
        data = noise_lines.rows(signs, logits, noise, temperatures, picked_at=words.picked_at)
        st.vega_lite_chart(
            None,
            noise_lines.specification(_of(noise_lines.NoiseLinesLabels, words)) | {"datasets": data},
            key="noise lines",
            width="stretch",
            alt=words.noise_lines_alt.format(said=", ".join(mark["said"] for mark in data[noise_lines.RULES])),
        )
    with right:
        st.markdown(f"**{words.bands}**")
        st.caption(words.bands_lead)
        shares = bands.rows(signs, logits, temperatures, others=words.others)
        st.vega_lite_chart(
            None,
            bands.specification(_of(bands.BandsLabels, words)) | {"datasets": shares},
            key="bands",
            width="stretch",
            alt=words.bands_alt,
        )


def _of(labels: type, words: Words) -> Any:
    return labels(**{field: getattr(words, field) for field in labels.__dataclass_fields__})  # type: ignore[attr-defined]


def _branch(words: Words, answers: Answers, prompt: Prompt, sample: "Drawn", position: int, first_page: Any) -> None:
    st.subheader(words.branch, anchor=False)
    st.markdown(words.branch_lead)
    characters = answers.vocabulary.characters
    chances = apply_temperature(sample.logits[position])
    order = sorted(range(len(characters)), key=lambda place: -chances[place])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = st.selectbox(
            words.branch_character,
            order,
            format_func=lambda place: f"{name(characters[place], words)} · {100 * chances[place]:.2g} %",
            width=240,
        )
        text = prompt.text + sample.text[:position] + characters[place if place is not None else order[0]]
        st.button(words.branch_button, on_click=_take, args=(text,), type="primary")
        st.page_link(
            first_page, label=words.branch_link
        )  # st.switch_page would clear the link, which fields are bound to


def _take(text: str) -> None:
    st.session_state[link.PROMPT] = prompt_text.shown(text)
