"""Texts in which a character can be chosen: one component, by mouse, touch or keyboard."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.pages.parts.component import component
from components.presenting.glyphs import glyph, name, written
from components.presenting.texts import Text
from components.words.en import Words


def show(
    texts: Sequence[Text],
    words: Words,
    *,
    key: str,
    on_choice: Callable[[int, int], None],
    chosen: int | None = None,
) -> None:
    """Show texts: side by side, or with a chosen position as a ledger, one line each.

    Parameters
    ----------
    texts : sequence of Text
        The texts.
    words : Words
        The reader's language.
    key : str
        The component's own.
    on_choice : callable
        Called with the text and the position of a character that was chosen.
    chosen : int, optional
        The position that is marked in all of a ledger's lines; it follows the arrow keys.
    """

    def answer() -> None:
        choice = st.session_state[key].chosen
        if choice:
            on_choice(int(choice["row"]), int(choice["position"]))

    component("texts")(
        key=key,
        data={
            "id": key,
            "texts": [vars(text) for text in texts],  # not copied: there are thousands of characters
            "names": {sign(character): name(character, words) for character in " \n" for sign in (glyph, written)},
            "hint": words.character_hint,
            "parting": words.parting if chosen is None else words.first_parting,
            "follows": chosen is not None,
            "chosen": chosen,
        },
        on_chosen_change=answer,
    )
