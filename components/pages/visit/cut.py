"""What is cut beside the temperature: the same on every page that picks characters, and kept in the link."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from components.pages.visit.link import Field, number, read
from components.temperature import NO_CUT, Decoding
from components.words import Words

BEFORE, AFTER = "before", "after"
LEAST_WIDTH = 0.01  # of top-nσ, in standard deviations


def current(characters: int) -> Decoding:
    """Return what is cut, as its fields have it, or where they have not been shown as the link has it.

    Parameters
    ----------
    characters : int
        The size of the vocabulary.

    Returns
    -------
    Decoding
        At T = 1, without what has no effect.
    """
    values = {field.name: st.session_state.get(field.name, read(field)) for field in NUMBERS}
    cut_first = st.session_state.get(ORDER.name, read(ORDER)) == BEFORE
    return Decoding(**values, cut_first=cut_first).canonical(characters)


def clear() -> None:
    """Take the cut away; for a callback."""
    put(NO_CUT)


def put(cut: Decoding) -> None:
    """Fill the fields; for a callback.

    Parameters
    ----------
    cut : Decoding
        Its temperature does not matter.
    """
    for field in NUMBERS:
        st.session_state[field.name] = getattr(cut, field.name)
    st.session_state[ORDER.name] = BEFORE if cut.cut_first else AFTER


def _parse(name: str, text: str) -> float | int | None:
    value = number(text)
    try:
        found: float | int | None = getattr(Decoding(**{name: value}), name)  # type: ignore[arg-type]
    except ValueError:
        return None
    return found


def _go_back_to(name: str, value: object) -> None:
    st.session_state[name] = value


def _field(name: str, wanted: Callable[[Words], str], **more: Any) -> Field[Any]:
    return Field(name, partial(_parse, name), None, partial(_go_back_to, name), wanted=wanted, of_a_scene=True, **more)


TOP_K = _field("top_k", lambda words: words.cut.wanted_number_of_characters)
TOP_P = _field("top_p", lambda words: words.cut.wanted_share)
MIN_P = _field("min_p", lambda words: words.cut.wanted_share)
TOP_NSIGMA = _field("top_nsigma", lambda words: words.cut.wanted_width, nearest=lambda width: max(width, LEAST_WIDTH))
NUMBERS = (TOP_K, TOP_P, MIN_P, TOP_NSIGMA)  # named as the attributes of a decoding
ORDER: Field[str] = Field(
    "cut",
    lambda text: text if text in (BEFORE, AFTER) else None,
    AFTER,
    partial(_go_back_to, "cut"),
    wanted=lambda words: words.cut.wanted_order,
    of_a_scene=True,
)
FIELDS = (*NUMBERS, ORDER)
