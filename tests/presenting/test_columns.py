"""Texts side by side: the parting is where the texts part, and the measures are the sample's."""

import math
import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.lexicon import Lexicon, Unit
from components.language_model.sample import Sample
from components.presenting.columns import Column, columns, legend, parting, texts
from components.presenting.glyphs import written
from components.presenting.own_column import slider_texts
from components.presenting.texts import Text
from components.temperature import Decoding
from components.words.en import ENGLISH

NOTHING = Lexicon(Unit.WORD, frozenset())  # is known


def sample(text: str, temperature: float = 1.0, bits: Sequence[float] | None = None) -> Sample:
    """Return a sample whose characters had so many bits of surprise."""
    surprise = np.array([1.0] * len(text) if bits is None else bits, dtype=np.float64)
    return Sample(text, Decoding(temperature), -surprise * math.log(2), -surprise * math.log(2))


def side_by_side(*samples: Sample, known: Lexicon = NOTHING) -> list[Column]:
    return columns(samples, known)


def page(*samples: Sample) -> list[Text]:
    return texts(side_by_side(*samples), ENGLISH)


def marked(shown: Sequence[Text]) -> list[tuple[int, int]]:
    """Return the text and the place of every parting."""
    return [
        (row, place) for row, text in enumerate(shown) for place, state in enumerate(text.states) if state == "parting"
    ]


@given(st.text(min_size=1))
def test_every_character_is_handed_over_as_it_stands(text: str) -> None:
    (shown,) = page(sample(text))
    assert shown.characters == [written(character) for character in text]  # what cannot be seen is its number
    if text.isprintable():
        assert "".join(shown.characters) == text
    assert len(shown.bits) == len(shown.levels) == len(shown.states) == len(text)


@pytest.mark.parametrize(
    ("left", "right", "place"),
    [
        ("hear me speak", "hear me sing", 9),
        ("a", "b", 0),
        ("\n", " ", 0),
        ("same", "same", None),
        ("same", "same and more", None),
        ("", "x", None),
        ("", "", None),
    ],
)
def test_parting(left: str, right: str, place: int | None) -> None:
    assert parting(left, right) == place


@given(st.text("ab"), st.text("ab"))
def test_texts_agree_up_to_their_parting_and_not_there(left: str, right: str) -> None:
    place = parting(left, right)
    if place is None:
        assert left.startswith(right) or right.startswith(left)
    else:
        assert left[:place] == right[:place]
        assert left[place] != right[place]


def test_columns_go_from_cool_to_warm() -> None:
    shown = side_by_side(sample("a", 1.2), sample("b", 0.0), sample("c", 0.5))
    assert [column.sample.temperature for column in shown] == [0.0, 0.5, 1.2]
    assert [column.left for column in shown] == [None, 0.0, 0.5]
    titles = [ENGLISH.explore.column_title.format(temperature=temperature) for temperature in (0.0, 0.5, 1.2)]
    assert [text.title for text in texts(shown, ENGLISH)] == titles


def test_a_column_parts_from_the_cooler_one_beside_it() -> None:
    shown = side_by_side(sample("abcX", 2.0), sample("abcd", 0.5), sample("aYcd", 1.0))
    assert [column.parts_at for column in shown] == [None, 1, 1]


def test_first_differing_character_alone_is_marked() -> None:
    assert marked(page(sample("hear me speak", 0.5), sample("hear me sings", 1.0))) == [(1, 9)]


def test_note_says_how_many_characters_are_shared() -> None:
    notes = [text.note for text in page(sample("hear me speak", 0.5), sample("hear me sings", 1.0))]
    assert notes == [ENGLISH.explore.lowest, ENGLISH.explore.shares_with.format(temperature=0.5, count=9)]


def test_a_text_that_shares_nothing_says_so() -> None:
    notes = [text.note for text in page(sample("speak", 0.5), sample("hear", 1.0))]
    assert notes == [ENGLISH.explore.lowest, ENGLISH.explore.differs_at_once.format(temperature=0.5)]


@given(st.text("ab", min_size=1, max_size=6), st.text("ab", min_size=1, max_size=6))
def test_what_is_shared_stands_before_the_parting(cool: str, warm: str) -> None:
    cooler, warmer = page(sample(cool, 0.5), sample(warm, 1.0))
    assert set(cooler.states) == {""}
    at = parting(cool, warm)
    shared = len(warm) if at is None else at
    assert warmer.states[:shared] == ["shared"] * shared
    assert "shared" not in warmer.states[shared:]


def test_the_sliders_texts_are_handed_over_as_text_and_digits() -> None:
    samples = [sample("ab\n", 0.0, [0.2, 3.9, 12.0]), sample("abc", 0.05, [0.2, 3.9, 1.0])]
    shown = slider_texts(samples, NOTHING, ENGLISH)
    assert shown.title == ENGLISH.explore.slider_title
    assert shown.temperatures == [0.0, 0.05]
    assert shown.texts == ["ab\n", "abc"]
    assert shown.levels == ["039", "031"]
    names = [name for name, _ in shown.measures[0]]
    assert names == [ENGLISH.explore.mean_surprisal, ENGLISH.explore.word_share, ENGLISH.explore.distinct_trigrams]
    assert shown.measures[1][0][1] == ENGLISH.explore.bits_per_character.format(value=(0.2 + 3.9 + 1.0) / 3)


def test_equal_texts_say_so_and_have_no_mark() -> None:
    shown = page(sample("same", 0.5), sample("same", 1.0))
    assert [text.note for text in shown] == [ENGLISH.explore.lowest, ENGLISH.explore.same_as.format(temperature=0.5)]
    assert marked(shown) == []


def test_measures_are_those_of_the_sample() -> None:
    bits = np.linspace(0, 4, len(" the sun the fzz "))
    (column,) = side_by_side(
        sample(" the sun the fzz ", bits=bits.tolist()), known=Lexicon(Unit.WORD, frozenset({"the", "sun"}))
    )
    assert column.mean_surprisal == pytest.approx(2)
    assert column.word_share == 0.75
    assert column.distinct_trigrams == 1
    (shown,) = texts([column], ENGLISH)
    assert [value for _, value in shown.measures] == ["2.00 bits", "75.0 %", "100.0 %"]


def test_measures_of_a_short_text_are_dashes() -> None:
    (shown,) = page(sample("ab"))
    assert [value for _, value in shown.measures] == ["1.00 bits", "–", "–"]


def test_tint_rises_by_one_a_bit_and_stays_at_the_last() -> None:
    (shown,) = page(sample("abcdefg", bits=[0, 0.5, 1.5, 4.5, 8.5, 9.5, 1154.2]))
    assert shown.levels == "0014899"
    assert shown.bits == [0, 0.5, 1.5, 4.5, 8.5, 9.5, 1154.2]


def test_legend_has_a_swatch_for_every_tint() -> None:
    swatches = re.findall(r'<span class="s(\d)">(.*?)</span>', legend(ENGLISH))
    assert [int(level) for level, _ in swatches] == list(range(10))
    assert [said for _, said in swatches] == [*"012345678", "9+"]
