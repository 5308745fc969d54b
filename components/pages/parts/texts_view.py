"""Texts in which a character can be chosen: one component, by mouse, touch or keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.analysis.quality import surprisals
from components.language_model.sample import Sample
from components.pages.parts.component import component
from components.pages.parts.glyphs import glyph, name, written
from components.words.en import Words

LEVELS = 9  # tints: one a bit; the last is for all that is above


@dataclass(frozen=True)
class Text:
    """A text as it is shown, character by character.

    Attributes
    ----------
    title : str
        What stands beside or above it.
    characters : list of str
        What stands for each character.
    bits : list of float
        How surprising each was at T = 1, in bits.
    levels : str
        The strength of each one's tint, a digit each.
    states : list of str
        What each is among the other texts: "parting" where they part; see `ledger.states`.
    note : str, optional
        What is said under the title.
    measures : tuple of (str, str), optional
        Names and values that stand below.
    """

    title: str
    characters: list[str]
    bits: list[float]
    levels: str
    states: list[str]
    note: str = ""
    measures: tuple[tuple[str, str], ...] = ()


def text(
    sample: Sample,
    words: Words,
    states: Sequence[str],
    *,
    sign: Callable[[str], str],
    note: str = "",
    measures: tuple[tuple[str, str], ...] = (),
) -> Text:
    """Give a sample as it is shown; `sign` gives what stands for a character."""
    bits = surprisals(sample.base_log_probabilities)
    return Text(
        title=words.column_title.format(temperature=sample.temperature),
        characters=[sign(character) for character in sample.text],
        bits=bits.round(2).tolist(),
        levels="".join(str(min(int(surprise), LEVELS)) for surprise in bits),
        states=list(states),
        note=note,
        measures=measures,
    )


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
