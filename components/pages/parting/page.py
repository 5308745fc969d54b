"""The page "Why they part": texts character by character, and why one chosen character was picked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from components.charts import bands, noise_lines
from components.language_model.scene import Setting
from components.pages.parting import place_fields
from components.pages.parts import controls, figure, frame, prompt_view, texts_view
from components.pages.serving.answers import Answers
from components.pages.visit import character, places, seed
from components.pages.visit import prompt as visit_prompt
from components.pages.visit.link import keep_version
from components.pages.visit.places import Pages
from components.presenting import ledger
from components.presenting.columns import parting
from components.presenting.glyphs import glyph, name, plain
from components.presenting.numbers import percent
from components.presenting.pick import sentence
from components.presenting.prompt_text import Prompt
from components.temperature import apply_temperature
from components.temperature.contenders import reason
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn

_LEDGER = "ledger"


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.parting.parting_title, words.parting.parting_lead, _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    with st.container(key="prompt row", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        prompt = prompt_view.show(words, answers.vocabulary, answers.opening)
    prompt_view.say(prompt)
    wide, narrow, button = st.columns([5, 2, 1.4], vertical_alignment="bottom")
    with wide:
        temperatures, remarks = controls.temperatures(
            words,
            character.COMPARED,
            label=words.parting.compared,
            default=character.USUAL,
            help_text=words.parting.compared_help,
        )
    controls.say(remarks)
    with narrow:
        chosen_seed = controls.seed(words, answers.opening.seed)
    with button:
        controls.another_seed(words)
    keep_version(FIELDS)
    if len(temperatures) < 2:
        st.info(words.parting.parting_two)
        return
    setting = Setting(prompt.text, temperatures, answers.opening.length, chosen_seed, prompt.noise_start)
    at = character.place((answers.name, setting))
    drawn = answers.lockstep(replace(setting, length=character.length(at)))
    if drawn is None:
        st.info(words.frame.model_coming)
        return
    at = character.settled(at, [sample.text for sample in drawn])
    st.subheader(words.parting.ledger, anchor=False)
    st.markdown(words.parting.ledger_lead)
    scored = [sample.scored() for sample in drawn]
    rows = ledger.texts(scored, words)
    texts_view.show_ledger(rows, words, key=_LEDGER, on_choice=character.choose, chosen=at.position)
    place_fields.show(words, at, temperatures)
    _pick(words, answers, drawn, at.row, at.position)
    _branch(words, answers, prompt, drawn[at.row], at.position)


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
        st.caption(words.parting.parted_before.format(temperature=sample.temperature))
    left, right = st.columns(2)
    with left:
        st.markdown(f"**{words.parting.noise_lines}**")
        st.caption(words.parting.noise_lines_lead)
        figure.show(
            noise_lines.specification(
                figure.labels(noise_lines.NoiseLinesLabels, words.parting, words.explore), base=figure.base_size()
            ),
            noise_lines.rows(signs, logits, noise, temperatures, picked_at=words.parting.picked_at),
            key="noise lines",
            alt=words.parting.noise_lines_alt,
        )
    with right:
        st.markdown(f"**{words.parting.bands}**")
        st.caption(words.parting.bands_lead)
        figure.show(
            bands.specification(
                figure.labels(bands.BandsLabels, words.parting, words.explore), base=figure.base_size()
            ),
            bands.rows(signs, logits, temperatures, others=words.parting.others),
            key="bands",
            alt=words.parting.bands_alt,
        )


def _branch(words: Words, answers: Answers, prompt: Prompt, sample: "Drawn", position: int) -> None:
    st.subheader(words.parting.branch, anchor=False)
    st.markdown(words.parting.branch_lead)
    characters = answers.vocabulary.characters
    probabilities = apply_temperature(sample.logits[position])
    order = sorted(range(len(characters)), key=lambda index: -probabilities[index])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        index = st.selectbox(
            words.parting.branch_character,
            order,
            format_func=lambda index: f"{name(characters[index], words)} · {percent(float(probabilities[index]))}",
            width=240,
        )
        text = prompt.text + sample.text[:position] + characters[index if index is not None else order[0]]
        taken = prompt.noise_start + position + 1
        st.button(words.parting.branch_button, on_click=_read_on, args=(text, taken), type="primary")


def _read_on(text: str, taken: int) -> None:
    visit_prompt.put(text, taken)
    places.go(places.EXPLORE)


FIELDS = (visit_prompt.PROMPT, visit_prompt.TAKEN, seed.SEED, character.COMPARED, character.POSITION, character.ROW)
PAGE = places.Page(places.PARTING, lambda words: words.parting.parting_title, show, FIELDS)
