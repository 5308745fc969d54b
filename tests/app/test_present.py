"""The large view for a projector, as a script: in the link and mended there, with the same scene and larger type."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from components.pages.visit import present
from components.words import Words
from components.words.languages import LANGUAGES
from tests.app.reading import chart, columns, components, press, rows, run, warnings


def _is_large(app: AppTest, words: Words) -> bool:
    label = words.lesson.present_leave
    return any(given.get("label") == label for given in components(app) if isinstance(given, dict))


def _type(app: AppTest) -> float:
    return float(json.loads(chart(app).spec)["config"]["axis"]["labelFontSize"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_opens_it_on_the_same_scene(app: AppTest, language: str) -> None:
    words = LANGUAGES[language]
    app.query_params["lang"] = language
    run(app)
    usual, scene, texts = _type(app), rows(app), columns(app)
    assert not _is_large(app, words)
    press(app, words.lesson.present)
    assert app.query_params[present.PRESENT.name] in ("1", ["1"])
    assert _is_large(app, words)
    assert _type(app) == pytest.approx(present.LARGER * usual)
    assert (rows(app), columns(app)) == (scene, texts)

    fresh = AppTest.from_file(app._script_path, default_timeout=60)
    fresh.query_params.update(lang=language, present="1")
    run(fresh)
    assert _is_large(fresh, words)
    assert _type(fresh) == _type(app)
    assert (rows(fresh), columns(fresh)) == (scene, texts)
    assert not warnings(fresh)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_that_does_not_work_is_left_out_and_said(app: AppTest, language: str) -> None:
    words = LANGUAGES[language]
    app.query_params.update(lang=language, present="large")
    run(app)
    assert not _is_large(app, words)
    wanted = words.lesson.present_wanted
    assert words.frame.link_dropped.format(name="present", value="large", wanted=wanted) in warnings(app)
    assert "present" not in app.query_params


def test_nothing_stands_beside_it(app: AppTest) -> None:
    app.query_params.update(present="1", tour="2")
    run(app)
    assert app.session_state["tour at"] is None
    assert "tour" not in app.query_params


def test_the_slider_starts_where_it_stood(app: AppTest) -> None:
    app.query_params["T"] = "0.6"
    run(app)
    press(app, LANGUAGES["en"].lesson.present)
    values = [p["value"] for p in json.loads(chart(app).spec)["params"] if p["name"] == "T"]
    assert values == [[{"T": 0.6}]]
