"""The chosen character of the page "Why they part": in which text it stands, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.pages import link
from components.pages.parts.columns import parting
from components.words.en import Words

STRETCH = 240  # characters; the texts are as many stretches long as the chosen one needs

_SCENE, _PLACE, _ASKED = "parting scene", "parting place", "parting asked"


@dataclass(frozen=True)
class Place:
    """A character of the ledger.

    Attributes
    ----------
    row : int
        The text, from 0.
    position : int or None
        The character, from 0; None for the one at which the texts part first.
    """

    row: int = 0
    position: int | None = None


@dataclass(frozen=True)
class Settled(Place):
    """A place whose position is known."""

    position: int = 0


def compared(temperatures: Sequence[float], row: int) -> tuple[list[float], int]:
    """Give the temperatures to compare where one of a row of texts was chosen, and its place among them.

    Examples
    --------
    >>> compared([0.2, 0.5, 1.0], 2)
    ([0.2, 0.5, 1.0], 2)
    >>> compared([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 5)  # the nearest, where they are too many
    ([0.3, 0.4, 0.5, 0.6], 3)
    >>> compared([0.5], 0)  # T = 1 or a cooler one, where there is nothing to compare with
    ([0.5, 1.0], 0)
    """
    chosen = temperatures[row]
    if len(temperatures) == 1:
        pair = sorted({chosen, 1.0 if chosen != 1 else 0.5})
        return pair, pair.index(chosen)
    start = min(max(0, row - 1), max(0, len(temperatures) - link.MOST_COMPARED))
    return list(temperatures[start : start + link.MOST_COMPARED]), row - start


def choose(row: int, position: int) -> None:
    """Choose a character; for a callback."""
    st.session_state[_ASKED] = Place(row, position)


def place(scene: tuple[object, ...]) -> Place:
    """Give what was chosen last; in a new visit what the link asks for, in a new scene the first parting."""
    state = st.session_state
    asked = state.pop(_ASKED, None)
    if asked is None and _SCENE not in state:
        asked = Place(*link.place())
    if asked is None and state[_SCENE] != scene:
        asked = Place()
    state[_SCENE] = scene
    if asked is not None:
        state[_PLACE] = asked
    found: Place = state[_PLACE]
    return found


def length(at: Place) -> int:
    """Give how many characters the texts have to have, so that the chosen one is among them.

    Examples
    --------
    >>> length(Place()), length(Place(0, 239)), length(Place(0, 240)), length(Place(0, 999))
    (240, 240, 480, 1000)
    """
    return min(STRETCH * (1 + (at.position or 0) // STRETCH), link.POSITIONS[-1])


def settled(at: Place, texts: Sequence[str]) -> Settled:
    """Give the place where it stands in the texts, and keep it, also in the link."""
    position = parting(*texts) or 0 if at.position is None else at.position
    found = Settled(min(at.row, len(texts) - 1), position)
    st.session_state[_PLACE] = found
    link.keep_place(found.row, found.position)
    return found


def fields(words: Words, at: Settled, temperatures: Sequence[float]) -> None:
    """Show the fields in which another place can be chosen."""
    # Both fields follow what was chosen elsewhere, so they are told where they stand on every run.
    st.session_state[link.POSITION], st.session_state[link.ROW] = at.position + 1, at.row
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("←", on_click=_step, args=(at, -1), help=words.position_before)
        st.number_input(
            words.position, link.POSITIONS[0], link.POSITIONS[-1], key=link.POSITION, width=140, on_change=_read
        )
        st.button("→", on_click=_step, args=(at, 1), help=words.position_after)
        st.segmented_control(
            words.row,
            range(len(temperatures)),
            format_func=lambda row: words.column_title.format(temperature=temperatures[row]),
            key=link.ROW,
            required=True,
            on_change=_read,
        )


def _step(at: Settled, by: int) -> None:
    choose(at.row, min(max(at.position + by, 0), link.POSITIONS[-1] - 1))


def _read() -> None:
    choose(int(st.session_state[link.ROW]), int(st.session_state[link.POSITION]) - 1)
