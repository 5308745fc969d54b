"""The visitor as the sampler: take a character, at the slider's temperature or off the bars, and take it back."""

from dataclasses import replace

import streamlit as st

from components.language_model.batching import take
from components.pages.parts.component import component
from components.pages.serving.answers import Answers
from components.pages.visit import prompt, slider
from components.presenting.prompt_text import Prompt
from components.temperature import Decoding
from components.temperature.schedule import Schedule
from components.words import Words

_KEY, _REQUEST = "drawing", "drawing request"


def show(words: Words, read: Prompt) -> None:
    """Show the buttons; with them, keys and the bars of the live figure take characters too."""
    taken = read.noise_start > 0
    buttons = [
        ("draw", words.explore.draw, words.explore.draw_more, words.explore.draw_help, "d", True),
        ("likeliest", words.explore.likeliest, words.explore.likeliest_more, words.explore.likeliest_help, "m", True),
        ("back", words.explore.take_back, "", words.explore.take_back_help, "b", taken),
        ("again", words.explore.start_again, "", words.explore.start_again_help, "a", taken),
    ]
    names = ("kind", "label", "more", "help", "key", "enabled")
    component("drawing")(
        key=_KEY,
        data={
            "buttons": [dict(zip(names, button, strict=True)) for button in buttons],
            "temperature": slider.resting(),
        },
        on_act_change=_remember,
    )


def act(answers: Answers, words: Words, seed: int, cut: Decoding, schedule: Schedule | None) -> None:
    """Do what was asked for last; before the field is shown, which then holds the result.

    A character that is drawn has the luck of the columns, the noise of the seed at this step, and their cut; and the
    temperature of the slider, or of the schedule at this step.
    """
    request = st.session_state.pop(_REQUEST, None)
    if request is None:
        return
    if request["kind"] == "back":
        prompt.take_back()
    elif request["kind"] == "again":
        prompt.start_again()
    else:
        index = _index(request, answers, words, seed, cut, schedule)
        if index is not None:
            prompt.add(answers.vocabulary.characters[index])


def _index(
    request: dict[str, object], answers: Answers, words: Words, seed: int, cut: Decoding, schedule: Schedule | None
) -> int | None:
    if request["kind"] == "take":
        index = int(str(request["index"]))
        return index if 0 <= index < len(answers.vocabulary) else None
    read = prompt.read(answers.vocabulary, words)
    logits = answers.logits(read.text)
    if logits is None:
        return None  # the network is not there yet, and the page says so
    temperature = schedule or float(str(request["temperature"]))
    if request["kind"] == "likeliest":
        temperature = 0.0
    return take(logits, replace(cut, temperature=temperature), seed, read.noise_start, before=read.text)


def _remember() -> None:
    request = st.session_state[_KEY].act
    if request:
        st.session_state[_REQUEST] = dict(request)
