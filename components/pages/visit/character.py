"""The character that was chosen, on whatever page: in which text it stands, and where; a page of its own shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.pages.visit import places
from components.pages.visit.link import keep, numbers, read, whole_numbers
from components.presenting.columns import parting
from components.temperature.scale import HIGHEST, LOWEST

USUAL = (0.5, 1.0)  # the temperatures that are compared at first
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
    """Return the temperatures to compare where one of a row of texts was chosen, and its place among them.

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
    start = min(max(0, row - 1), max(0, len(temperatures) - COMPARED.most))
    return list(temperatures[start : start + COMPARED.most]), row - start


def choose(row: int, position: int) -> None:
    """Choose a character; for a callback."""
    st.session_state[_ASKED] = Place(row, position)


def open_at(temperatures: Sequence[float], row: int, position: int) -> None:
    """Ask for the page on which texts part, with a character that was chosen elsewhere; for a callback."""
    _open(*compared(temperatures, row), position)


def open_last_at(temperatures: Sequence[float], position: int) -> None:
    """Ask for the same with a character of the text whose temperature changes: it stands below all others.

    Parameters
    ----------
    temperatures : sequence of float
        Those of the other texts.
    position : int
        The character's, from 0.
    """
    shown = list(temperatures[: COMPARED.most]) or list(USUAL)
    _open(shown, len(shown), position)


def _open(temperatures: Sequence[float], row: int, position: int) -> None:
    choose(row, position)
    places.go(places.PARTING, **{COMPARED.name: [f"{temperature:g}" for temperature in temperatures]})


def place(scene: tuple[object, ...]) -> Place:
    """Return what was chosen last; in a new visit what the link asks for, in a new scene the first parting."""
    state = st.session_state
    asked = state.pop(_ASKED, None)
    if asked is None and _SCENE not in state:
        asked = _of_the_link()
    if asked is None and state[_SCENE] != scene:
        asked = Place()
    state[_SCENE] = scene
    if asked is not None:
        state[_PLACE] = asked
    found: Place = state[_PLACE]
    return found


def length(at: Place) -> int:
    """Return how many characters the texts have to have, so that the chosen one is among them.

    Examples
    --------
    >>> length(Place()), length(Place(0, 239)), length(Place(0, 240)), length(Place(0, 999))
    (240, 240, 480, 1000)
    """
    return min(STRETCH * (1 + (at.position or 0) // STRETCH), POSITIONS[-1])


def settled(at: Place, texts: Sequence[str]) -> Settled:
    """Return the place where it stands in the texts, and keep it, also in the link."""
    position = parting(*texts) or 0 if at.position is None else at.position
    found = Settled(min(at.row, len(texts) - 1), position)
    st.session_state[_PLACE] = found
    keep(POSITION, found.position + 1)
    keep(ROW, found.row + 1)
    return found


def _of_the_link() -> Place:
    return Place(read(ROW) - 1, read(POSITION) - 1 if read(POSITION) else None)


def _go_back_to(position: int) -> None:
    row = st.session_state[_PLACE].row if _PLACE in st.session_state else 0
    st.session_state[_ASKED] = Place(row, position - 1 if position else None)


def _go_back_to_compared(temperatures: list[str]) -> None:
    st.session_state[COMPARED.name] = temperatures or [f"{temperature:g}" for temperature in USUAL]


def _go_back_to_row(row: int) -> None:
    asked = st.session_state.get(_ASKED) or st.session_state.get(_PLACE) or Place()
    st.session_state[_ASKED] = Place(row - 1, asked.position)


MOST_COMPARED = 4
POSITIONS = range(1, 1001)  # of a character in a text
COMPARED = numbers("compare", LOWEST, HIGHEST, 1.0, most=MOST_COMPARED, adopt=_go_back_to_compared, of_a_scene=True)
POSITION = whole_numbers("position", POSITIONS, 0, adopt=_go_back_to, of_a_scene=True)
ROW = whole_numbers("row", range(1, MOST_COMPARED + 2), 1, adopt=_go_back_to_row, of_a_scene=True)
