"""Controls that more than one page has."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.language_model.scene import Setting
from components.pages import link
from components.words.en import Words


def seed(words: Words, field: DeltaGenerator, button: DeltaGenerator) -> int:
    """Show the field for the seed and the button for another one, and give the seed."""
    value = field.number_input(
        words.seed,
        link.SEEDS.start,
        link.SEEDS[-1],
        Setting().seed,
        key=link.SEED,
        help=words.seed_help,
        bind="query-params",
        persist_state="session",
    )
    button.button(words.another_seed, on_click=_another_seed, width="stretch")
    return int(value)


def _another_seed() -> None:
    st.session_state[link.SEED] = (st.session_state[link.SEED] + 1) % len(link.SEEDS)
