"""The guided start as a script: offered, begun, guessed, checked, left at any time, and in the link."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.pages.visit import slider
from components.words.en import ENGLISH as WORDS
from components.words.zh import CHINESE
from tests.app.reading import columns, run


def _press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return run(app)


def _labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def _text(app: AppTest) -> str:
    said = [*app.markdown, *app.caption, *app.success, *app.info]
    return re.sub(r"\\(.)", r"\1", "\n".join(element.value for element in said))


def _guess(app: AppTest, answer: int) -> AppTest:
    app.radio[0].set_value(answer)
    return run(app)


def test_the_tour_is_offered_and_never_in_the_way(app: AppTest) -> None:
    run(app)
    assert WORDS.tour.tour_start in _labels(app)
    assert not app.radio
    assert "tour" not in app.query_params
    assert len(columns(app)) == 4


def test_nothing_is_told_before_a_guess(app: AppTest) -> None:
    run(app)
    _press(app, WORDS.tour.tour_start)
    assert app.query_params["tour"] in ("1", ["1"])
    assert WORDS.tour.fall_question in _text(app)
    assert WORDS.tour.tour_tell not in _labels(app)
    assert WORDS.tour.tour_next not in _labels(app)
    assert len(columns(app)) == 4  # the page stands below, as it was


@pytest.mark.parametrize(("guess", "verdict"), [(1, WORDS.tour.tour_right), (0, WORDS.tour.tour_wrong)])
def test_a_guess_is_checked_by_being_told(app: AppTest, guess: int, verdict: str) -> None:
    app.query_params["tour"] = "1"
    run(app)
    _guess(app, guess)
    assert verdict not in _text(app)
    assert WORDS.tour.fall_check.format(temperature=0.3) in _text(app)
    _press(app, WORDS.tour.tour_tell)
    assert verdict in _text(app)
    assert "At T = 0.3 the tallest bar" in _text(app)
    assert bool(app.success) == (guess == 1)


def test_a_guess_is_checked_by_dragging(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    app.query_params["tour"] = "1"
    run(app)
    _guess(app, 1)
    assert not app.success
    monkeypatch.setattr(slider, "resting", lambda: 0.2)
    run(app)
    assert "At T = 0.2 the tallest bar" in _text(app)
    assert app.success


def test_it_goes_on_to_the_end_and_back(app: AppTest) -> None:
    run(app)
    _press(app, WORDS.tour.tour_start)
    questions = (
        WORDS.tour.fall_question,
        WORDS.tour.made_question,
        WORDS.tour.part_question,
        WORDS.tour.trained_question,
        WORDS.tour.hot_question,
    )
    for question in questions:
        assert question in _text(app)
        _guess(app, 0)
        _press(app, WORDS.tour.tour_tell)
        last = question == questions[-1]
        assert (WORDS.tour.tour_finish in _labels(app)) == last
        if not last:
            _press(app, WORDS.tour.tour_next)
    _press(app, WORDS.tour.tour_back)
    assert WORDS.tour.trained_question in _text(app)
    _press(app, WORDS.tour.tour_next)
    _press(app, WORDS.tour.tour_finish)
    assert not app.radio
    assert WORDS.tour.tour_start in _labels(app)
    assert "tour" not in app.query_params


@pytest.mark.parametrize("step", ["1", "2", "3", "4", "5"])
def test_it_can_be_left_at_every_step(app: AppTest, step: str) -> None:
    app.query_params["tour"] = step
    run(app)
    assert app.radio
    _press(app, WORDS.tour.tour_skip)
    assert not app.radio


def test_one_column_is_enough(app: AppTest) -> None:
    app.query_params.update(tour="3", temperatures=["0.4"])
    run(app)
    assert WORDS.tour.part_intro.format(cool=0.5, warm=1.0) in _text(app)


def test_the_link_may_name_any_step_and_language(app: AppTest) -> None:
    app.query_params.update(tour="9", lang="zh")
    run(app)
    assert CHINESE.tour.hot_question in _text(app)
    assert app.warning
