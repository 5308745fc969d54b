"""The sheet of a lesson as a script: its questions, with and without the answers, and links that open what they say."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from components.pages.parts.frame import CHOICE
from components.pages.serving import models
from components.words import Words
from components.words.languages import LANGUAGES
from tests.app.reading import markdown, press, run, warnings

UNITS = {"en": "word", "zh": "pair"}
MODELS = {"en": "shakespeare", "zh": "tang"}
QUESTIONS = ("order", "one", "part", "creative", "best", "top_p")


def _words(language: str) -> Words:
    return LANGUAGES[language].of(UNITS[language])


def _page(name: str) -> None:
    from importlib import import_module

    from components.pages.visit import language

    language.settle()
    import_module(f"components.pages.{name}.page").show(language.words(), {})


def _opened(name: str, **query: str) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=60, args=(name,))
    app.query_params.update(query)
    return run(app)


def _beginning(sentence: str) -> str:
    return sentence.split("{")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_questions_are_there_with_what_to_do_and_what_is_seen(language: str) -> None:
    app, words = _opened("lesson", lang=language), _words(language)
    text = markdown(app)
    for name in QUESTIONS:
        assert getattr(words.lesson, f"{name}_question") in text
    assert text.count(_beginning(words.lesson.lesson_seen)) == len(QUESTIONS)
    assert text.count(_beginning(words.lesson.lesson_task)) == len(QUESTIONS)
    assert not warnings(app)
    assert not app.error


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_answers_there_are_lines_to_write_on(language: str) -> None:
    words = _words(language)
    app = _opened("lesson", lang=language)
    app.toggle(key="answers").set_value(False)
    run(app)
    for sheet in (app, _opened("lesson", lang=language, answers="off")):
        assert "".join(sheet.query_params["answers"]) == "off"
        assert _beginning(words.lesson.lesson_seen) not in markdown(sheet)
        assert words.lesson.order_question in markdown(sheet)
    bad = _opened("lesson", lang=language, answers="later")
    assert words.lesson.lesson_answers_wanted in warnings(bad)
    assert "answers" not in bad.query_params


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_opens_a_page_of_that_network_and_nothing_in_it_is_mended(
    language: str, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)  # what is stored is enough
    links = re.findall(r"\]\((\./[^)]*)\)", markdown(_opened("lesson", lang=language)))
    assert len(links) == len(QUESTIONS)
    for link in dict.fromkeys(links):
        address = urlsplit(link)
        query = dict(parse_qsl(address.query))
        app = _opened(address.path.removeprefix("./") or "explore", **query)
        assert not warnings(app), link
        assert app.session_state[CHOICE] == MODELS[language]
        for name, value in query.items():
            if name in app.query_params:  # what is as usual is left out
                assert "".join(app.query_params[name]) == value
        assert app.get("vega_lite_chart"), link


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_to_it(app: AppTest, language: str) -> None:
    words = LANGUAGES[language]
    app.query_params["lang"] = language
    run(app)
    press(app, words.lesson.lesson_open)
    assert app.title[0].value == words.lesson.lesson_title
