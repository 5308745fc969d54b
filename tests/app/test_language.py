"""The page in another language: chosen in the link or in the page, and kept there."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.words.en import ENGLISH
from components.words.languages import LANGUAGES, NAMES
from components.words.zh import CHINESE
from tests.app.reading import run


def _visible(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.title, *app.subheader, *app.markdown, *app.caption])


def test_every_language_has_a_name() -> None:
    assert set(NAMES) == set(LANGUAGES)


def test_a_link_asks_for_a_language(app: AppTest) -> None:
    app.query_params["lang"] = "zh"
    run(app)
    assert app.title[0].value == CHINESE.frame.title
    assert ENGLISH.explore.measures_help not in _visible(app)
    assert not app.warning
    assert app.query_params["lang"] in ("zh", ["zh"])


def test_the_default_is_english_and_not_in_the_link(app: AppTest) -> None:
    run(app)
    assert app.title[0].value == ENGLISH.frame.title
    assert "lang" not in app.query_params


@pytest.mark.parametrize("asked", ["xx", "<b>"])
def test_a_language_that_is_none_is_said(app: AppTest, asked: str) -> None:
    app.query_params["lang"] = asked
    run(app)
    said = re.sub(r"\\(.)", r"\1", " ".join(warning.value for warning in app.warning))
    assert asked in said
    assert "one of the languages here: en, zh" in said
    assert "lang" not in app.query_params
