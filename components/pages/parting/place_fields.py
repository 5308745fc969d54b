"""The fields in which another character is chosen: its position, and the text in which it stands."""

from collections.abc import Sequence

import streamlit as st

from components.pages.visit import character
from components.pages.visit.character import Settled
from components.presenting.schedule import title
from components.temperature.schedule import Temperature
from components.words import Words


def show(words: Words, at: Settled, temperatures: Sequence[Temperature]) -> None:
    """Show the fields for text and position of the character."""
    titles = [title(temperature, words) for temperature in temperatures]
    # Both fields follow a choice that is made elsewhere, so they are set on every run.
    st.session_state[character.POSITION.name], st.session_state[character.ROW.name] = at.position + 1, at.row
    with st.container(
        key="position fields", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"
    ):
        st.button("←", on_click=_step, args=(at, -1), help=words.parting.position_before)
        st.number_input(
            words.parting.position,
            character.POSITIONS[0],
            character.POSITIONS[-1],
            key=character.POSITION.name,
            width=150,
            on_change=_read,
        )
        st.button("→", on_click=_step, args=(at, 1), help=words.parting.position_after)
    st.segmented_control(
        words.parting.row,
        range(len(titles)),
        format_func=titles.__getitem__,
        key=character.ROW.name,
        required=True,
        on_change=_read,
        width="content",
    )


def _step(at: Settled, by: int) -> None:
    character.choose(at.row, min(max(at.position + by, 0), character.POSITIONS[-1] - 1))


def _read() -> None:
    character.choose(int(st.session_state[character.ROW.name]), int(st.session_state[character.POSITION.name]) - 1)
