"""The ledger: what is shared, the first parting, and later meetings."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.sample import Sample
from components.presenting.columns import parting
from components.presenting.ledger import seen, states
from components.presenting.ledger import texts as shown_texts
from components.temperature import Decoding
from components.temperature.schedule import WordPlace
from components.words.en import ENGLISH as WORDS

texts = st.integers(1, 30).flatmap(
    lambda length: st.lists(st.text("ab\n", min_size=length, max_size=length), min_size=2, max_size=4)
)


@given(texts)
def test_one_parting_at_most_and_everything_before_it_is_shared(given_texts: list[str]) -> None:
    found, first = states(given_texts), parting(*given_texts)
    assert len(found) == len(given_texts[0])
    assert found.count("parting") == (first is not None)
    assert all(state == "shared" for state in found[:first])
    if first is not None:
        assert found[first] == "parting"
        for place in range(first + 1, len(found)):
            agree = len({text[place] for text in given_texts}) == 1
            assert found[place] == ("met" if agree else "apart")


@pytest.mark.parametrize(("given_texts", "place"), [(["ab", "ab"], None), (["ab", "ac"], 1), (["b", "a", "b"], 0)])
def test_where_they_part(given_texts: list[str], place: int | None) -> None:
    assert parting(*given_texts) == place


def test_a_row_says_what_every_character_is() -> None:
    hostile = "<b>\n \x07"
    sample = Sample(hostile, Decoding(0.5), np.log(np.full(6, 0.125)), np.log(np.full(6, 0.5)))
    (row,) = shown_texts([sample], WORDS)
    assert row.characters == ["<", "b", ">", "⏎", "␣", "0x07"]
    assert row.bits == [3.0] * 6
    assert row.levels == "333333"
    assert row.title == "T = 0.5"


@pytest.mark.parametrize(
    ("position", "sentence"),
    [
        (0, "every T compared picks “a”"),
        (1, "“b” is picked at T = 0.5, “␣ space” is picked at T = 1."),
        (2, "Shown here: the text “T = 1”."),
    ],
)
def test_what_is_seen_at_a_position_is_said(position: int, sentence: str) -> None:
    both = [
        Sample(text, Decoding(temperature), np.zeros(3), np.zeros(3))
        for text, temperature in (("abc", 0.5), ("a c", 1.0))
    ]
    assert sentence in seen(both, [0.5, 1.0], 1, position, WORDS)


def test_texts_that_pick_the_same_are_named_together() -> None:
    texts = zip("abb", (0.0, 0.3, 1.0), strict=True)
    samples = [Sample(text, Decoding(temperature), np.zeros(1), np.zeros(1)) for text, temperature in texts]
    assert "“a” is picked at T = 0, “b” is picked at T = 0.3, 1." in seen(samples, [0.0, 0.3, 1.0], 0, 0, WORDS)


@pytest.mark.parametrize(
    ("cut", "depends"),
    [
        (Decoding(min_p=0.1), True),
        (Decoding(top_k=9, top_p=0.9), True),
        (Decoding(top_k=9, top_nsigma=1.0), False),
        (Decoding(min_p=0.1, cut_first=True), False),
        (Decoding(), False),
    ],
)
def test_where_what_is_cut_depends_on_t_it_is_said(cut: Decoding, depends: bool) -> None:
    decodings = [replace(cut, temperature=temperature) for temperature in (0.5, 1.0)]
    samples = [Sample(text, each, np.zeros(2), np.zeros(2)) for text, each in zip(("ab", "ac"), decodings, strict=True)]
    assert (WORDS.parting.seen_cut in seen(samples, [0.5, 1.0], 0, 1, WORDS)) == depends
    assert WORDS.parting.seen_cut not in seen(samples, [0.5, 1.0], 0, 0, WORDS)


def test_a_text_whose_temperature_changes_is_named_by_that_of_the_step_and_by_its_head() -> None:
    decodings = [Decoding(0.5), Decoding(WordPlace(first=1.3, inside=0.4))]
    samples = [Sample(text, each, np.zeros(2), np.zeros(2)) for text, each in zip(("ab", "cb"), decodings, strict=True)]
    assert "“a” is picked at T = 0.5, “c” is picked at T = 1.3." in seen(samples, [0.5, 1.3], 1, 0, WORDS)
    assert "Shown here: the text “1.3 at starts, 0.4 inside”." in seen(samples, [0.5, 0.4], 1, 1, WORDS)
