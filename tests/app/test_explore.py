"""The first page as a script: what it shows, what it does with prompts, links and missing weights."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.language_model.scene import Scene, Setting
from components.language_model.text import Reading
from components.pages.serving import models
from components.presenting.glyphs import written
from components.presenting.prompt_text import typed
from components.temperature import apply_temperature
from components.words.en import ENGLISH as WORDS
from tests.app.conftest import APP
from tests.app.reading import chart, columns, rows, run, warnings

HOSTILE = "<b>$x$*_# \\alpha ::red[no]"


def _assert_bars_are_those_of(app: AppTest, model: Model, prompt: str) -> None:
    base = np.sort(apply_temperature(model.sampler.read(prompt).logits))[::-1]
    np.testing.assert_allclose([row["base"] for row in rows(app)], base, rtol=1e-6)


def test_the_page_shows_every_character_and_four_columns(app: AppTest, small_model: Model) -> None:
    run(app)
    bars = rows(app)
    assert len(bars) == len(small_model.sampler.vocabulary)
    assert [row["rank"] for row in bars] == list(range(1, len(bars) + 1))
    assert {"␣", "⏎"} <= {row["glyph"] for row in bars}
    assert len(columns(app)) == 4
    assert not app.warning
    assert WORDS.explore.live_description.format(characters=len(bars)) in str(chart(app))


def test_the_bars_are_those_of_the_prompt(app: AppTest, small_model: Model) -> None:
    run(app)
    app.text_input(key="prompt").set_value("All:⏎Speak, \\nspe")
    run(app)
    _assert_bars_are_those_of(app, small_model, "All:\nSpeak, \nspe")


def test_of_a_prompt_that_goes_on_only_the_rest_is_read(
    app: AppTest, small_model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces, read = [], small_model.sampler.read

    def noted(prompt: str, **more: Any) -> Reading:
        pieces.append(prompt)
        return read(prompt, **more)

    run(app)
    with monkeypatch.context() as patch:
        patch.setattr(small_model.sampler, "read", noted)
        for prompt in ("Speak", "Speak, sp", "Speak,"):
            app.text_input(key="prompt").set_value(prompt)
            run(app)
    assert pieces == ["Speak", ", sp", "Speak,"]
    _assert_bars_are_those_of(app, small_model, "Speak,")


def test_only_data_changes_from_prompt_to_prompt(app: AppTest) -> None:
    specifications = []
    for prompt in ("All:", "Speak"):
        run(app)
        app.text_input(key="prompt").set_value(prompt)
        run(app)
        specification = json.loads(chart(app).spec)
        specifications.append(specification)
    assert specifications[0] == specifications[1]


def test_samples_follow_prompt_seed_and_length(app: AppTest, small_model: Model) -> None:
    run(app)
    app.text_input(key="prompt").set_value("All:⏎")
    app.slider(key="length").set_value(50)
    run(app)
    before = columns(app)
    next(button for button in app.button if button.label == WORDS.explore.another_seed).click()
    run(app)
    assert app.number_input(key="seed").value == Setting().seed + 1
    assert columns(app) != before
    sample = small_model.sampler.sample("All:\n", [0.2], 50, Setting().seed + 1)[0]
    assert columns(app)[0]["characters"] == [written(character) for character in sample.text]
    assert len(sample.text) == 50


def test_the_line_break_button_fills_the_field(app: AppTest) -> None:
    run(app)
    next(button for button in app.button if button.label == WORDS.explore.line_break_button).click()
    run(app)
    assert app.text_input(key="prompt").value.endswith("⏎")


def test_unknown_characters_are_named_and_left_out(app: AppTest, small_model: Model) -> None:
    run(app)
    app.text_input(key="prompt").set_value("Allé:7")
    run(app)
    assert "é 7" in warnings(app)
    _assert_bars_are_those_of(app, small_model, "All:")


def test_an_empty_prompt_starts_from_a_line_break(app: AppTest, small_model: Model) -> None:
    run(app)
    app.text_input(key="prompt").set_value("")
    run(app)
    assert "starts from “line break”" in warnings(app)
    _assert_bars_are_those_of(app, small_model, "\n")


def test_of_a_huge_prompt_the_end_is_read(app: AppTest, small_model: Model) -> None:
    run(app)
    prompt = "Speak, " * 400
    app.text_input(key="prompt").set_value(prompt)
    run(app)
    assert "2,800 characters; only the last 2,000" in warnings(app)
    _assert_bars_are_those_of(app, small_model, prompt[-2000:])


def test_hostile_text_is_named_as_text(app: AppTest) -> None:
    run(app)
    app.text_input(key="prompt").set_value(HOSTILE)
    run(app)
    shown = re.sub(r"\\(.)", r"\1", app.warning[0].value)  # Markdown shows what a backslash escapes
    assert shown == WORDS.explore.unknown_characters.format(characters="< b > $ * _ # \\ [ ]")


def test_temperatures_that_are_none_are_said_and_left_out(app: AppTest) -> None:
    run(app)
    app.multiselect(key="temperatures").set_value(["0", "warm", "7", "0.50", "0.5"])
    run(app)
    assert "“warm” is not a temperature from 0 to 3" in warnings(app)
    assert "“7” is not a temperature" in warnings(app)
    assert len(columns(app)) == 2  # T = 0, and 0.5 once


def test_no_temperatures_is_a_sentence(app: AppTest) -> None:
    run(app)
    app.multiselect(key="temperatures").set_value([])
    run(app)
    assert WORDS.explore.no_temperatures in [info.value for info in app.info]


def test_a_link_restores_the_page(app: AppTest) -> None:
    app.query_params.update(prompt="All:\nSpe", T="0.35", temperatures=["0", "2.5"], length="100", seed="23")
    run(app)
    assert app.text_input(key="prompt").value == "All:⏎Spe"
    assert app.multiselect(key="temperatures").value == ["0", "2.5"]
    assert app.slider(key="length").value == 100
    assert app.number_input(key="seed").value == 23
    assert len(columns(app)) == 2
    assert not app.warning
    start = next(param for param in json.loads(chart(app).spec)["params"] if param["name"] == "T")
    assert start["value"] == [{"T": 0.35}]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"T": "9"}, "The link asked for T = 9; the nearest that works here is 3."),
        ({"T": "-1"}, "The link asked for T = -1; the nearest that works here is 0."),
        ({"T": "0.333"}, "the nearest that works here is 0.35."),
        ({"T": "warm"}, "The link asked for T = “warm”, which is not a number; it was left out."),
        ({"T": "nan"}, "which is not a number"),
        ({"length": "5000"}, "The link asked for length = 5000; the nearest that works here is 1000."),
        ({"length": "long"}, "which is not a whole number"),
        ({"seed": "-4"}, "The link asked for seed = -4; the nearest that works here is 0."),
        ({"seed": "1e99"}, "the nearest that works here is 999999."),
        ({"seed": "0.5"}, "which is not a whole number"),
        ({"temperatures": ["0.2", "5"]}, "The link asked for temperatures = 5; the nearest that works here is 3."),
        ({"temperatures": ["x"]}, "The link asked for temperatures = “x”, which is not a number"),
        ({"temperatures": [str(i / 10) for i in range(12)]}, "names 12 temperatures; the first 8 are shown"),
        ({"T": "<b>$x$"}, "<b>$x$"),
        ({"length": ["100", "200"]}, "The link names length more than once; the last, “200”, is used."),
        ({"seed": "x" * 5000}, "x" * 40 + "…”"),
        ({"temperatures": ["hot", "cold", "1"]}, "temperatures = “hot, cold”, which is not a number"),
    ],
)
def test_a_bad_link_is_mended_and_said(app: AppTest, query: dict[str, Any], sentence: str) -> None:
    app.query_params.update(query)
    run(app)
    assert sentence in warnings(app)
    assert rows(app)
    assert columns(app)


def test_a_clamped_value_is_used(app: AppTest) -> None:
    app.query_params.update(length="5000", seed="-4", temperatures=["5", "0.2"])
    run(app)
    assert app.slider(key="length").value == 1000
    assert app.number_input(key="seed").value == 0
    assert app.multiselect(key="temperatures").value == ["3", "0.2"]


def test_the_table_has_what_the_figure_has(app: AppTest) -> None:
    run(app)
    table = app.table[0].value
    assert len(table) == len(rows(app))
    assert WORDS.explore.space in list(table[WORDS.explore.character])
    assert "\\-" in list(table[WORDS.explore.character])  # a cell is Markdown, where a hyphen alone begins a list


def test_what_was_wrong_with_a_link_is_said_until_somebody_can_read_it(
    app: AppTest, small_model: Model, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
    app.query_params.update(T="9")
    run(app)
    assert "the nearest that works here is 3" in warnings(app)
    coming.future.set_result(small_model)
    app.session_state["link remarks"] = app.session_state["link remarks said"]  # what the waiting fragment does
    run(app)
    assert "the nearest that works here is 3" in warnings(app)
    run(app)
    assert not app.warning


def test_app_py_is_wiring() -> None:
    assert len(APP.read_text().splitlines()) <= 60


def test_a_link_of_before_opens_the_scene_that_it_opened_then(app: AppTest) -> None:
    app.query_params["T"] = "0.4"
    run(app)
    assert app.text_input(key="prompt").value == "First Citizen:⏎Before we proceed any further, hear me s"
    assert app.number_input(key="seed").value == 1
    assert not app.warning


def test_a_link_of_now_opens_on_the_models_own_scene(app: AppTest, small_folder: Path) -> None:
    app.query_params.update(T="0.4", v="2")
    run(app)
    opening = Scene.load(small_folder).setting
    assert typed(app.text_input(key="prompt").value) == opening.prompt
    assert app.number_input(key="seed").value == opening.seed
    assert app.query_params["v"] in ("2", ["2"])


def test_a_first_visit_has_a_clean_link(app: AppTest) -> None:
    run(app)
    assert dict(app.query_params) == {}
