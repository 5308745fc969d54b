"""Texts in which a character can be chosen: one component, by mouse, touch or keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.pages.parts.component import component
from components.presenting.glyphs import glyph, name, written
from components.presenting.own_column import SliderTexts
from components.presenting.texts import Text
from components.words import Words


@dataclass(frozen=True)
class Twins:
    """The texts that stand below others: the same without the cut.

    Attributes
    ----------
    fixed : list of Text
        Those of the fixed columns; empty while they are being written.
    own : SliderTexts
        Those of the slider's own column.
    """

    fixed: list[Text]
    own: SliderTexts


def show_ledger(
    texts: Sequence[Text], words: Words, *, key: str, on_choice: Callable[[int, int], None], chosen: int
) -> None:
    """Show texts one under another, a line each, with a chosen position that is marked in all of them.

    Parameters
    ----------
    texts : sequence of Text
        Texts of one length.
    words : Words
        The reader's language.
    key : str
        The component's own.
    on_choice : callable
        Called with the row and the position of a character that was chosen.
    chosen : int
        The marked position; it follows the arrow keys.
    """

    def choose() -> None:
        choice = st.session_state[key].chosen
        if choice:
            on_choice(int(choice["row"]), int(choice["position"]))

    data = _common(texts, words, key) | {"parting": words.parting.first_parting, "follows": True, "chosen": chosen}
    component("texts")(key=key, data=data, on_chosen_change=choose)


def columns_data(
    texts: Sequence[Text],
    temperatures: Sequence[float],
    slider: SliderTexts,
    twins: Twins | None,
    words: Words,
    *,
    key: str,
    before: str,
    resting: float,
    hidden: str = "",
) -> dict[str, Any]:
    """Return what the component of texts side by side is given, the slider's own first.

    Parameters
    ----------
    texts : sequence of Text
        The fixed columns.
    temperatures : sequence of float
        Theirs.
    slider : SliderTexts
        The slider's own; while one is being written, the nearest column stands for it.
    twins : Twins or None
        The same without the cut, which stand below.
    words : Words
        The reader's language.
    key : str
        The component's own.
    before : str
        What stands before each text.
    resting : float
        Where the slider stands, should the figure not be there.
    hidden : str, optional
        What is said in place of the texts, while they would give an answer away.
    """
    own_texts = [*slider.texts, *(twins.own.texts if twins else ())]
    characters = {character for text in own_texts for character in text}
    return _common(texts, words, key) | {
        "parting": words.explore.parting,
        "follows": False,
        "fixed": list(temperatures),
        "slider": vars(slider)
        | {
            "resting": resting,
            "same": words.explore.same_as,
            "shares": words.explore.shares_with,
            "at_once": words.explore.differs_at_once,
            "nearest": words.explore.slider_nearest,
            "coming": words.explore.slider_coming,
            "alone": words.explore.slider_coming_alone,
            "character_at": words.schedule.character_at,
        },
        "twins": twins and _twins(twins, words),
        "signs": {character: written(character) for character in characters if written(character) != character},
        "before": before,
        "copy": words.explore.copy_text,
        "copied": words.explore.copied,
        "hidden": hidden,
    }


def show_columns(
    data: dict[str, Any], *, on_choice: Callable[[float | None, int], None], on_wanted: Callable[[], None]
) -> None:
    """Show texts side by side; the slider's own follows the live figure's slider in the browser.

    Parameters
    ----------
    data : dict
        As `columns_data` returns it.
    on_choice : callable
        Called with the temperature of the text in which a character was chosen, None where it changes along the text,
        and the character's position.
    on_wanted : callable
        Called when a hand comes to the slider while not all of the slider's texts are there.
    """
    key = data["id"]

    def temperature_of(row: int, of_slider: float | None) -> float | None:
        if row >= 0:
            return float(data["fixed"][row])
        return None if data["slider"]["along"] or of_slider is None else float(of_slider)

    def choose() -> None:
        choice = st.session_state[key].chosen
        if choice:
            row = int(choice["row"])
            on_choice(temperature_of(row, choice["temperature"]), int(choice["position"]))

    component("texts")(key=key, data=data, on_chosen_change=choose, on_wanted_change=on_wanted)


def _twins(twins: Twins, words: Words) -> dict[str, object]:
    return {
        "fixed": [vars(text) for text in twins.fixed],
        "own": vars(twins.own),
        "title": words.explore.twin_title,
        "same": words.explore.twin_same,
        "shares": words.explore.twin_shares,
        "at_once": words.explore.twin_at_once,
        "coming": words.explore.twin_coming,
        "parting": words.explore.twin_parting,
        "hint": words.explore.twin_hint,
    }


def _common(texts: Sequence[Text], words: Words, key: str) -> dict[str, object]:
    return {
        "id": key,
        "texts": [vars(text) for text in texts],  # not copied: there are thousands of characters
        "names": {sign(character): name(character, words) for character in " \n" for sign in (glyph, written)},
        "hint": words.explore.character_hint,
    }
