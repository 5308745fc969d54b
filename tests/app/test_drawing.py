"""The visitor as the sampler, as a script: characters are taken with the luck of the columns, and taken back."""

from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.presenting.prompt_text import shown, typed
from tests.app.reading import columns, components, run

START = "All:\nSp"
LENGTH = 50


def _ask(app: AppTest, kind: str, *, temperature: float = 1.0, index: int | None = None) -> AppTest:
    """Ask as the component does."""
    app.session_state["drawing request"] = {"kind": kind, "index": index, "temperature": temperature}
    return run(app)


def _text(app: AppTest) -> str:
    return typed(str(app.text_input(key="prompt").value))


def _buttons(app: AppTest) -> dict[str, bool]:
    (buttons,) = [given["buttons"] for given in components(app) if "buttons" in given]
    return {button["kind"]: button["enabled"] for button in buttons}


@pytest.fixture
def page(app: AppTest) -> AppTest:
    app.query_params.update(prompt=shown(START), seed="5", length=str(LENGTH), temperatures=["0.2", "1.2"])
    return run(app)


@pytest.mark.parametrize(("row", "temperature"), [(0, 0.2), (1, 1.2)])
def test_drawing_one_by_one_writes_the_column(page: AppTest, row: int, temperature: float) -> None:
    column = "".join(columns(page)[row]["characters"])
    for count in range(1, 13):
        _ask(page, "draw", temperature=temperature)
        assert _text(page) == START + column[:count]
        assert page.query_params["taken"] in (str(count), [str(count)])
    # What is left of the column goes on as it was.
    assert "".join(columns(page)[row]["characters"])[: LENGTH - 12] == column[12:]


def test_the_most_likely_is_what_zero_takes(page: AppTest, small_model: Model) -> None:
    text = START
    for _ in range(4):
        _ask(page, "likeliest", temperature=2.5)
        logits = small_model.sampler.read(text).logits
        text += small_model.sampler.vocabulary.characters[int(np.argmax(logits))]
        assert _text(page) == text


def test_a_bar_takes_its_character(page: AppTest, small_model: Model) -> None:
    characters = small_model.sampler.vocabulary.characters
    _ask(page, "take", index=3)
    assert _text(page) == START + characters[3]
    _ask(page, "take", index=len(characters))  # no such bar
    assert _text(page) == START + characters[3]


def test_back_and_start_again_take_away_what_was_taken_and_no_more(page: AppTest) -> None:
    assert _buttons(page) == {"draw": True, "likeliest": True, "back": False, "again": False}
    for _ in range(3):
        _ask(page, "draw")
    three = _text(page)
    assert _buttons(page) == dict.fromkeys(("draw", "likeliest", "back", "again"), True)
    _ask(page, "back")
    assert _text(page) == three[:-1]
    _ask(page, "again")
    assert _text(page) == START
    assert "taken" not in page.query_params
    _ask(page, "back")
    assert _text(page) == START


def test_who_types_makes_a_prompt_of_their_own(page: AppTest) -> None:
    _ask(page, "draw")
    page.text_input(key="prompt").set_value("Speak")
    run(page)
    assert _buttons(page)["back"] is False
    assert "taken" not in page.query_params


def test_the_link_says_where_the_luck_goes_on(page: AppTest, app: AppTest) -> None:
    before = columns(page)[1]["characters"]
    for _ in range(5):
        _ask(page, "draw", temperature=1.2)
    fresh: Any = AppTest.from_file(page._script_path, default_timeout=60)
    fresh.query_params.update(
        {name: page.query_params[name] for name in ("prompt", "seed", "length", "temperatures", "taken")}
    )
    run(fresh)
    assert columns(fresh)[1]["characters"][: LENGTH - 5] == before[5:]
    _ask(fresh, "again")
    assert _text(fresh) == START


@pytest.mark.parametrize("taken", ["99", "-3", "many"])
def test_a_link_that_took_more_than_there_is_does_no_harm(app: AppTest, taken: str) -> None:
    app.query_params.update(prompt="Sp", taken=taken)
    run(app)
    _ask(app, "again")
    assert columns(app)
