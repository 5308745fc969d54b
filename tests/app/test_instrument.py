"""The first page as one file for slides: what it is given, and that texts stay texts."""

import json
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.charts import pictures
from components.pages.explore import instrument, instrument_view
from components.pages.explore.instrument import Instrument
from components.pages.serving import models
from components.temperature.scale import TEMPERATURES
from components.words.en import ENGLISH
from tests.app.reading import run

HOSTILE = '</script></code><script>window.hurt = "$x"</script><!--<script>'


class Read(HTMLParser):
    """Reads the file as a browser does: what stands in its elements, by the name of the element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.found.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[self._open][-1] += data


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[Instrument]:
    """Return what the files hold that are offered; the script that draws is left out."""
    made: list[Instrument] = []

    def noted(make: Any, words: Any, shown: Instrument) -> Any:
        made.append(shown)
        return partial(make, words, shown)

    monkeypatch.setattr(instrument_view, "partial", noted)
    monkeypatch.setattr(pictures, "script", lambda: "")
    return made


def given(page: str) -> Any:
    return json.loads(Read(page).found["script"][1])


def test_the_file_has_the_scene_that_is_shown(app: AppTest, offered: list[Instrument]) -> None:
    app.query_params["T"] = "0.5"
    app.query_params["top_k"] = "3"
    run(app)
    page = instrument.page(ENGLISH, offered[-1])
    shown = given(page)
    assert shown["figure"]["params"][0]["value"] == [{"T": 0.5}]
    assert {row["rank"] for row in shown["figure"]["datasets"]["characters"]} > {1, 2, 3}
    texts = shown["parts"]["texts"]["data"]
    assert len(texts["slider"]["texts"]) == len(TEMPERATURES)
    assert texts["hint"] == ENGLISH.instrument.character_hint
    assert "T=0.5" in Read(page).found["a"][0]
    assert "top-k 3" in page


def test_the_file_does_not_wait_for_the_network(
    app: AppTest, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
    run(app)
    buttons = {button.proto.label: button.proto for button in app.get("download_button")}
    assert not buttons[ENGLISH.instrument.download].disabled


def test_a_slider_that_a_schedule_holds_is_held_in_the_file(app: AppTest, offered: list[Instrument]) -> None:
    app.query_params["schedule"] = "linear_1.5_0.5"
    run(app)
    parts = given(instrument.page(ENGLISH, offered[-1]))["parts"]
    assert set(parts) == {"saying", "texts", "held"}
    assert parts["saying"]["data"]["zero"] == parts["saying"]["data"]["above"]


def test_texts_stay_texts(app: AppTest, offered: list[Instrument]) -> None:
    run(app)
    shown = offered[-1]
    parts = shown.parts()
    texts = {**parts["texts"], "before": HOSTILE}
    hostile = replace(
        shown,
        model=HOSTILE,
        link=f'http://localhost/?"{HOSTILE}',
        setting=replace(shown.setting, prompt=HOSTILE),
        described=HOSTILE,
        parts=lambda: {**parts, "texts": texts},
    )
    page = instrument.page(ENGLISH, hostile)
    read = Read(page).found
    assert len(read["script"]) == 3  # what draws, what it is given, what sets it up
    assert read["code"] == [HOSTILE]
    assert given(page)["parts"]["texts"]["data"]["before"] == HOSTILE
