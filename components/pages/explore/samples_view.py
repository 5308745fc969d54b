"""What is set once for all columns, and what can be taken away of them."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.language_model.scene import LENGTHS, TEXTS, Setting
from components.pages.parts import controls, download_view, live_view
from components.pages.parts.component import component
from components.pages.serving.answers import Answers
from components.pages.visit import opening, twins
from components.pages.visit.length import LENGTH
from components.pages.visit.link import keep, numbers, read
from components.pages.visit.twins import TWINS
from components.presenting import downloads, networks
from components.presenting.columns import Column, legend
from components.presenting.prompt_text import Prompt
from components.temperature import Decoding
from components.temperature.scale import HIGHEST, LOWEST
from components.temperature.schedule import Schedule
from components.words import Words


def _go_back_to(temperatures: list[str]) -> None:
    usual = [f"{temperature:g}" for temperature in opening.current().temperatures]
    st.session_state[TEMPERATURES.name] = temperatures or usual


TEMPERATURES = numbers("temperatures", LOWEST, HIGHEST, 1.0, most=TEXTS, adopt=_go_back_to, of_a_scene=True)


def settings(words: Words, prompt: Prompt, opens_on: Setting, cut: Decoding, schedule: Schedule | None) -> Setting:
    """Show the legend of the columns with what is set once, and return what is to be written."""
    with st.container(key="legend", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(legend(words), width="stretch")
        with st.container(key="set", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
            with st.popover(words.explore.settings):
                temperatures, remarks = controls.temperatures(
                    words,
                    TEMPERATURES,
                    label=words.explore.temperatures,
                    default=opens_on.temperatures,
                    help_text=words.explore.temperatures_help,
                )
                length = st.slider(
                    words.explore.length,
                    LENGTHS.start,
                    LENGTHS[-1],
                    opens_on.length,
                    LENGTHS.step,
                    key=LENGTH.name,
                    bind="query-params",
                    persist_state="session",
                )
                seed = controls.seed(words, opens_on.seed)
                live_view.options(words)
            if not cut.has_cut and 0.0 not in temperatures and len(temperatures) < TEMPERATURES.most:
                st.button(words.explore.add_zero, on_click=_add_zero, help=words.explore.add_zero_help)
            controls.another_seed(words)
            if cut.has_cut:
                st.toggle(
                    words.explore.twins,
                    read(TWINS),
                    key=TWINS.name,
                    persist_state="session",
                )
            component("copy_link")(
                key="copy link", data={"label": words.explore.copy_link, "copied": words.explore.copied}
            )
    keep(TWINS, twins.current(cut))
    controls.say(remarks)
    return Setting(prompt.text, temperatures, int(length), seed, prompt.noise_start, cut, schedule)


def take_away(words: Words, answers: Answers, setting: Setting, shown: Sequence[Column]) -> None:
    """Show what can be taken away: the texts that are shown, with how they were made."""
    if not shown:
        return
    for label, make, name, kind in (
        (words.explore.download_csv, downloads.as_csv, "samples.csv", "text/csv"),
        (words.explore.download_json, downloads.as_json, "samples.json", "application/json"),
    ):
        made = partial(make, shown, networks.in_file(answers.name), setting)
        download_view.offer(label, made, name, kind)


def _add_zero() -> None:
    st.session_state[TEMPERATURES.name] = ["0", *st.session_state[TEMPERATURES.name]]
