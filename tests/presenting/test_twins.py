"""Texts without the cut below those with it: marked where they part, and measured by themselves."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.lexicon import Lexicon, Unit
from components.language_model.sample import Sample
from components.presenting.columns import Column, columns, parting
from components.presenting.texts import Text
from components.presenting.twins import twins
from components.temperature import Decoding
from components.words.en import ENGLISH

NOTHING = Lexicon(Unit.WORD, frozenset())  # is known

WORDS = ENGLISH.explore


def side_by_side(*texts: str, known: Lexicon = NOTHING) -> list[Column]:
    """Return a column for each text, at T = 0, 1 and so on."""
    return columns(
        [
            Sample(text, Decoding(float(place)), *[np.full(len(text), -math.log(2) * (1 + place))] * 2)
            for place, text in enumerate(texts)
        ],
        known,
    )


def below(cut: str, uncut: str) -> Text:
    (shown,) = twins(side_by_side(cut), side_by_side(uncut), ENGLISH)
    return shown


@given(st.text("ab", min_size=1, max_size=8), st.text("ab", min_size=1, max_size=8))
def test_what_is_shared_is_pale_up_to_the_first_that_the_cut_changed(cut: str, uncut: str) -> None:
    shown, at = below(cut, uncut), parting(cut, uncut)
    assert "".join(shown.characters) == uncut
    if at is None:
        assert set(shown.states) == {""}  # a whole text of pale type is not read
        assert shown.note == WORDS.twin_same
    else:
        assert shown.states == ["shared"] * at + ["parting"] + [""] * (len(uncut) - at - 1)
        assert shown.note == (WORDS.twin_shares.format(count=at) if at else WORDS.twin_at_once)


def test_each_is_the_twin_of_the_one_above() -> None:
    shown = twins(side_by_side("cool", "warm"), side_by_side("cold", "warp"), ENGLISH)
    assert [text.title for text in shown] == ["T = 0, without the cut", "T = 1, without the cut"]
    assert [text.states.index("parting") for text in shown] == [2, 3]


def test_its_measures_are_its_own() -> None:
    known = Lexicon(Unit.WORD, frozenset({"the", "sun"}))
    uncut = side_by_side("a", " the fzz the fzz ", known=known)
    (_, shown) = twins(side_by_side("a", " the sun the sun "), uncut, ENGLISH)
    assert dict(shown.measures)[WORDS.word_share] == "50.0 %"
    assert dict(shown.measures)[WORDS.mean_surprisal] == "2.00 bits"
