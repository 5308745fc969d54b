"""The page "Your numbers" as a script: it needs no network."""

import json

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.charts import limits
from components.pages.numbers import field
from components.pages.serving import models
from components.temperature import apply_temperature
from components.temperature.truncated import bounds
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, data, rows, run, warnings

TOP = {"Paris": 0.7, "the": 0.1, "a": 0.05}
ANSWER = json.dumps([{"token": token, "logprob": float(np.log(chance))} for token, chance in TOP.items()])


def _page() -> None:
    from components.pages.numbers import page as numbers
    from components.words.en import ENGLISH

    numbers.show(ENGLISH, {})


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page, not yet run; a network that is asked for fails the test."""

    def begin(model: object) -> None:
        raise AssertionError(model)

    monkeypatch.setattr(models, "begin", begin)
    return AppTest.from_function(_page, default_timeout=60)


def _asked(page: AppTest, **query: str) -> AppTest:
    for name, value in query.items():
        page.query_params[name] = value
    return run(page)


def test_it_opens_on_an_example_with_all_that_is_said_of_it(page: AppTest) -> None:
    _asked(page)
    assert [row["glyph"] for row in rows(page)] == ["cat", "dog", "fish", "stone"]
    np.testing.assert_allclose([row["base"] for row in rows(page)], apply_temperature([3, 2, 1, -2]))
    assert page.table[0].value[WORDS.numbers.character].tolist() == ["cat", "dog", "fish", "stone"]
    (arithmetic,) = [given for given in components(page) if "logits" in given]
    assert arithmetic["logits"] == [3, 2, 1, -2]
    assert "numbers" not in page.query_params


def test_a_link_brings_numbers_kind_and_temperature_back(page: AppTest) -> None:
    _asked(page, numbers="a: -0.5\nb: -0.9328", kind="log-probabilities", T="0.5")
    assert [row["glyph"] for row in rows(page)] == ["a", "b"]
    assert WORDS.explore.probability_column.format(temperature=0.5) in page.table[0].value
    assert page.query_params["kind"] in ("log-probabilities", ["log-probabilities"])


def test_what_is_typed_stands_in_the_link_and_what_is_too_long_does_not(page: AppTest) -> None:
    _asked(page)
    page.text_area[0].set_value("a: 1\nb: 2")
    run(page)
    assert page.query_params["numbers"] in ("a: 1\nb: 2", ["a: 1\nb: 2"])
    page.text_area[0].set_value("\n".join(f"label {place}: 1" for place in range(300)))
    run(page)
    assert "numbers" not in page.query_params
    assert WORDS.numbers.not_in_link in [caption.value for caption in page.caption]


def test_back_to_an_address_without_numbers_is_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, str] = {}
    monkeypatch.setattr(st, "session_state", state)
    field.NUMBERS.adopt("")
    assert list(state.values()) == [WORDS.numbers.example]


@pytest.mark.parametrize("text", ["cat two\ndog", "a: 1", "{", "a: 1\na: 2", "<b>: $x$"])
def test_bad_input_is_said_and_nothing_is_lost(page: AppTest, text: str) -> None:
    _asked(page, numbers=text)
    assert len(page.warning) == 1
    assert page.text_area[0].value == text
    assert not page.get("vega_lite_chart")
    page.text_area[0].set_value("a: 1\nb: 2")
    run(page)
    assert [row["glyph"] for row in rows(page)] == ["b", "a"]


def test_scores_that_are_taken_for_log_probabilities_are_said(page: AppTest) -> None:
    _asked(page, kind="log-probabilities")
    assert "“cat” has the log-probability 3, but none is above 0" in page.warning[0].value.replace("\\", "")


def test_a_list_that_is_cut_off_has_limits_in_place_of_bars(page: AppTest) -> None:
    _asked(page, numbers=ANSWER, T="0.5", others="1000")
    lowest, highest = bounds(np.log(list(TOP.values())), 0.5, 1000)
    found = {(row["name"], row["T"]): (row["low"], row["high"]) for row in data(page, limits.BANDS)}
    for place, token in enumerate(TOP):
        assert found[token, 0.5] == pytest.approx((lowest[place], highest[place]))
        assert found[token, 1.0] == pytest.approx((TOP[token], TOP[token]))
    table = page.table[0].value.set_index(WORDS.numbers.character)
    assert table.loc["Paris", WORDS.numbers.lowest.format(temperature=0.5)] == f"{100 * lowest[0]:.1f} %"
    assert table.loc[WORDS.numbers.others_together_row, WORDS.numbers.exact] == "15.0 %"


def test_too_few_others_are_said(page: AppTest) -> None:
    _asked(page, numbers=ANSWER, others="2")
    assert "With 2 other tokens the list cannot be right" in warnings(page).replace("\\", "")
    assert data(page, limits.BANDS)


def _captions(page: AppTest) -> list[str]:
    return [caption.value.replace("\\", "") for caption in page.caption]


@pytest.mark.parametrize(("rest", "shown"), [("many", limits.BANDS), ("one", None)])
def test_what_says_only_not_among_the_first_is_left_out(page: AppTest, rest: str, shown: str | None) -> None:
    _asked(page, numbers=json.dumps([*json.loads(ANSWER), {"token": "zebra", "logprob": -9999.0}]), rest=rest)
    assert not warnings(page)
    assert WORDS.numbers.not_listed.format(labels="zebra") in _captions(page)
    names = {row["name"] for row in data(page, shown)} if shown else {row["glyph"] for row in rows(page)}
    assert set(TOP) <= names
    assert "zebra" not in names


def test_what_is_left_out_can_be_one_outcome_of_its_own(page: AppTest) -> None:
    _asked(page, numbers=ANSWER, rest="one")
    shown = {row["glyph"]: row["base"] for row in rows(page)}
    assert shown == pytest.approx({**TOP, WORDS.numbers.rest_label: 0.15})


def test_a_position_of_an_answer_is_chosen(page: AppTest) -> None:
    positions = [json.loads(ANSWER), [{"token": "x", "logprob": -0.1}, {"token": "y", "logprob": -2.4}]]
    _asked(page, numbers=json.dumps(positions), answer="2", rest="one")
    assert [row["glyph"] for row in rows(page)][:2] == ["x", "y"]
