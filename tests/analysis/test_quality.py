"""Measures of a text against texts whose answers are known by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.quality import bits_per_character, distinct_trigrams, whole_words, word_share
from components.language_model.lexicon import Lexicon, Unit

KNOWN = Lexicon(Unit.WORD, frozenset({"the", "sun", "is", "up", "o'er", "duke’s", "tis"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eak, speak. We kno", ["speak", "we"]),
        (" speak, speak ", ["speak", "speak"]),
        (".Speak. We kno", ["speak", "we"]),
        ("eak, speak.", ["speak"]),
        ("speak", []),
        ("speak ", []),
        (" speak", []),
        ("", []),
        (" \n.", []),
        ("3 dogs_bark 4", ["dogs", "bark"]),
    ],
)
def test_words_cut_by_an_end_are_left_out(text: str, expected: list[str]) -> None:
    assert whole_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" o'er the Duke’s ", ["o'er", "the", "duke’s"]),
        ("'er the sun ", ["the", "sun"]),
        (" the sun o'", ["the", "sun"]),
        (" the sun th’", ["the", "sun"]),
    ],
)
def test_apostrophes_belong_to_their_words(text: str, expected: list[str]) -> None:
    assert whole_words(text) == expected


def test_apostrophe_that_stands_alone_cuts_no_word() -> None:
    assert whole_words("' the sun is up '") == ["the", "sun", "is", "up"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" the sun the fzz ", 0.75),
        (" The SUN is ", 1.0),
        (" fzz grr brr ", 0.0),
        ("the the sun is fzz fzz", 0.75),
        (" 'Tis o'er the duke’s dukes ", 0.8),
    ],
)
def test_share_of_known_words(text: str, expected: float) -> None:
    assert word_share(text, KNOWN) == expected


@pytest.mark.parametrize("text", ["", " ", "the", " the sun ", "the sun is up", "he the sun i", "12 34 56 78"])
def test_shares_are_blank_below_three_whole_words(text: str) -> None:
    assert word_share(text, KNOWN) is None
    assert distinct_trigrams(text) is None


@given(
    st.lists(st.sampled_from(["the", "sun", "is", "o'er", "fzz", "grr"]), min_size=3).flatmap(
        lambda order: st.tuples(st.just(order), st.permutations(order))
    )
)
def test_order_of_words_does_not_change_the_share_of_known_ones(orders: tuple[list[str], list[str]]) -> None:
    one, other = (word_share(f" {' '.join(order)} ", KNOWN) for order in orders)
    assert one == other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" to be or ", 1.0),
        (" to be or to be or to be ", 0.5),
        (" to to to to to ", 1 / 3),
        (" To be or, to be OR ", 0.75),
        (" a b c d e f ", 1.0),
    ],
)
def test_share_of_distinct_runs_of_three_words(text: str, expected: float) -> None:
    assert distinct_trigrams(text) == expected


def test_runs_do_not_hold_the_fragments_at_the_ends() -> None:
    assert distinct_trigrams("the to be or to be or the") == distinct_trigrams(" to be or to be or ")


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([0.5], 1.0), ([0.5, 0.125], 2.0), ([1.0, 1.0], 0.0), ([1 / 65] * 7, math.log2(65))],
)
def test_bits_per_character(chances: list[float], expected: float) -> None:
    assert bits_per_character(np.log(chances)) == pytest.approx(expected, rel=1e-14)


def test_bits_per_character_of_chances_below_the_smallest_float() -> None:
    assert bits_per_character(np.array([-800.0])) == pytest.approx(800 / math.log(2))


def test_certain_text_has_no_minus_before_its_zero_bits() -> None:
    assert f"{bits_per_character(np.zeros(3)):.2f}" == "0.00"


def test_bits_per_character_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one character"):
        bits_per_character(np.array([]))


@pytest.mark.parametrize(
    ("text", "share"), [("\nAnn\nBob\nFzz\nEve\n", 0.75), ("nn\nAnn\nBob\n\nFzz\nEv", 2 / 3), ("Ann\nBob\nEve", None)]
)
def test_share_of_known_lines_leaves_out_those_that_the_ends_may_have_cut(text: str, share: float | None) -> None:
    assert word_share(text, Lexicon(Unit.LINE, frozenset({"ann", "bob", "eve"}))) == share


def test_share_of_known_pairs() -> None:
    known = Lexicon(Unit.PAIR, frozenset({"明月", "月光"}))
    assert word_share("明月光\n明月月光", known) == pytest.approx(4 / 5)
    assert word_share("明月光\n明", known) is None  # two pairs say nothing
    assert word_share("明月光明月", Lexicon(Unit.PAIR)) is None


def test_runs_are_of_what_is_counted() -> None:
    assert distinct_trigrams("\na\nb\na\nb\na\n", Unit.LINE) == 2 / 3
    assert distinct_trigrams("明月\n明月明", Unit.PAIR) == 2 / 3
    assert distinct_trigrams("明月", Unit.PAIR) is None
