"""Texts in which a character can be chosen: one component, by mouse, touch or keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from components.pages.ledger import Row

_FOLDER = Path(__file__).parent / "texts"


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., object]:
    return st.components.v2.component(
        "texts",
        html='<div class="texts"></div>',
        css=(_FOLDER / "texts.css").read_text("utf-8"),
        js=(_FOLDER / "texts.js").read_text("utf-8"),
    )


def show(rows: Sequence[Row], chosen: int | None, *, key: str, on_choice: Callable[[int, int], None]) -> None:
    """Show texts as a ledger, one line each.

    Parameters
    ----------
    rows : sequence of Row
        The texts.
    chosen : int or None
        The position that is marked in all of them.
    key : str
        The component's own.
    on_choice : callable
        Called with the row and the position of a character that was chosen.
    """

    def answer() -> None:
        choice = st.session_state[key].chosen
        if choice:
            on_choice(int(choice["row"]), int(choice["position"]))

    _component()(
        key=key,
        data={"id": key, "ledger": True, "rows": [asdict(row) for row in rows], "chosen": chosen},
        on_chosen_change=answer,
    )
