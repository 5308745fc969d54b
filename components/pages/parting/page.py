"""The page on which texts part: character by character, and why one chosen character was picked."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model.folder import SCENE
from components.language_model.scene import Setting
from components.pages.parting import pick_view, place_fields
from components.pages.parts import (
    controls,
    cut_view,
    failure_view,
    file_view,
    frame,
    prompt_view,
    schedule_view,
    texts_view,
)
from components.pages.serving.answers import Answers
from components.pages.visit import character, cut, length, places, schedule, seed
from components.pages.visit import prompt as visit_prompt
from components.pages.visit.link import keep_version
from components.pages.visit.places import Pages
from components.presenting import ledger
from components.presenting.glyphs import name
from components.presenting.numbers import percent
from components.presenting.prompt_text import Prompt
from components.temperature import apply_temperature
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn

_LEDGER = "ledger"


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.parting.parting_title, words.parting.parting_lead, _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    schedule_view.settle(words, answers.vocabulary)
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        prompt = prompt_view.show(words, answers)
        setting, remarks = _settings(words, prompt, answers)
    prompt_view.say(prompt)
    controls.say(remarks)
    keep_version(FIELDS)
    if len(setting.decodings) < 2:
        st.info(words.parting.parting_two)
        return
    at = character.place((answers.name, setting))
    drawn = answers.lockstep(replace(setting, length=character.length(at)))
    if drawn is None:
        failure_view.say_missing(words, answers)
        return
    at = character.settled(at, [sample.text for sample in drawn])
    rows = ledger.texts([sample.scored() for sample in drawn], words)
    texts_view.show_ledger(rows, words, key=_LEDGER, on_choice=character.choose, chosen=at.position)
    with st.container(key="place", horizontal=True, vertical_alignment="center", gap="small"):
        place_fields.show(words, at, [decoding.temperature for decoding in setting.decodings])
        with st.container(key="marks", width="content"):
            st.caption(words.parting.ledger_lead)
    pick_view.show(words, answers.vocabulary, drawn, at)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="chances"):
        pick_view.show_chances(words, answers.vocabulary, drawn, at)
    with right, st.container(key="branch"):
        _branch(words, answers, prompt, drawn[at.row], at.position)
    file_view.say_what_is_left_out(words, answers.left_out, SCENE)


def _settings(words: Words, prompt: Prompt, answers: Answers) -> tuple[Setting, list[str]]:
    """Show what is set once, and return what is to be written, with what is to be said of it."""
    opening, vocabulary = answers.opening, answers.vocabulary
    on = schedule.current(vocabulary, length.current())
    with st.container(key="set", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
        with st.popover(words.parting.parting_settings):
            temperatures, remarks = controls.temperatures(
                words,
                character.COMPARED,
                label=words.parting.compared,
                default=character.USUAL,
                help_text=words.parting.compared_help,
            )
            chosen_seed = controls.seed(words, opening.seed)
        controls.another_seed(words)
        cut_view.show(words, len(vocabulary))
        schedule_view.show(words, vocabulary, on, lead=words.parting.schedule_lead)
    length.keep_current()
    now = cut.current(len(vocabulary))
    return Setting(prompt.text, temperatures, opening.length, chosen_seed, prompt.noise_start, now, on), remarks


def _branch(words: Words, answers: Answers, prompt: Prompt, sample: "Drawn", position: int) -> None:
    st.header(words.parting.branch, anchor=False)
    st.caption(words.parting.branch_lead)
    characters = answers.vocabulary.characters
    probabilities = apply_temperature(sample.logits[position])
    order = sorted(range(len(characters)), key=lambda index: -probabilities[index])
    picked = sample.text[position]
    another = next(rank for rank, index in enumerate(order) if characters[index] != picked)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        index = st.selectbox(
            words.parting.branch_character,
            order,
            index=another,
            format_func=lambda index: f"{name(characters[index], words)} · {percent(float(probabilities[index]))}",
            width=240,
        )
        text = prompt.text + sample.text[:position] + characters[index if index is not None else order[another]]
        taken = prompt.noise_start + position + 1
        st.button(words.parting.branch_button, on_click=_read_on, args=(text, taken), type="primary")


def _read_on(text: str, taken: int) -> None:
    visit_prompt.put(text, taken)
    places.go(places.EXPLORE)


FIELDS = (
    visit_prompt.PROMPT,
    visit_prompt.TAKEN,
    seed.SEED,
    character.COMPARED,
    *cut.FIELDS,
    schedule.SCHEDULE,
    length.LENGTH,
    character.POSITION,
    character.ROW,
)
PAGE = places.Page(places.PARTING, lambda words: words.parting.parting_title, show, FIELDS)
