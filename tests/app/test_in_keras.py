"""The page "In Keras" as a script: every method over the reference, the table, the draws, the two trainings."""

import json
import re
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import folder
from components.language_model.loading import Model
from components.language_model.programs import LINES, source
from components.pages.in_keras.setup_view import AS_ASKED, MENDED
from components.pages.serving import models
from components.temperature import apply_temperature, published
from components.words.en import ENGLISH as WORDS
from tests.app.reading import markdown, run

PROMPT = "All:\nSpeak"


def _page() -> None:
    from components.pages.in_keras import page as in_keras
    from components.words.en import ENGLISH

    in_keras.show(ENGLISH, {})


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """Return the page on the small model, which `app` has put in its place; not yet run."""
    opened = AppTest.from_function(_page, default_timeout=60)
    opened.query_params["prompt"] = PROMPT.replace("\n", "⏎")
    return opened


def _charts(page: AppTest) -> list[list[dict[str, Any]]]:
    """Read the rows of all figures but the live one."""
    return [
        pa.ipc.open_stream(chart.proto.datasets[0].data.data).read_all().to_pylist()
        for chart in page.get("vega_lite_chart")
        if chart.proto.datasets[0].name == "compared"
    ]


def _text(page: AppTest) -> str:
    return markdown(page)


def _rows(page: AppTest, method: str) -> list[dict[str, Any]]:
    page.query_params["method"] = method
    (rows,) = _charts(run(page))
    return rows


@pytest.mark.parametrize("method", ["scaled", "log", "power", "layer", "mistake"])
@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_four_methods_stand_on_the_reference_and_the_mistake_does_not(
    page: AppTest, small_model: Model, temperature: float, method: str
) -> None:
    page.query_params["T"] = f"{temperature:g}"
    rows = _rows(page, method)
    expected = np.sort(apply_temperature(small_model.sampler.read(PROMPT).logits, temperature))[::-1][:12]
    np.testing.assert_allclose([row["reference"] for row in rows], expected, atol=1e-7)
    error = np.abs(np.array([row["probability"] for row in rows]) - expected).max()
    assert error > 0.01 if method == "mistake" else error < 1e-5


@pytest.mark.parametrize("method", ["scaled", "log", "power", "layer", "mistake"])
def test_a_chosen_method_shows_its_line_and_its_program_and_is_in_the_link(page: AppTest, method: str) -> None:
    run(page)
    page.selectbox(key="method chosen").set_value(method)
    run(page)
    shown = [block.value.rstrip() for block in page.code]
    programs = {"scaled": "scale_last_dense", "log": "log_divide_exp", "power": "power", "layer": "temperature_layer"}
    assert (published.MISTAKE if method == "mistake" else LINES[programs[method]]) in shown
    for name, program in programs.items():
        assert (source(program).rstrip() in shown) == (name == method)
    if method != "mistake":
        assert getattr(WORDS.in_keras, f"{method}_answer") in _text(page)
    assert ("stackoverflow.com/questions/37246030" in _text(page)) == (method != "mistake")
    assert page.query_params.get("method", "scaled") == method


def _opens_at(page: AppTest) -> float:
    (live,) = [chart for chart in page.get("vega_lite_chart") if chart.proto.datasets[0].name == "characters"]
    (value,) = [found[0]["T"] for found in map(_value, json.loads(live.proto.spec)["params"]) if found]
    return float(value)


def _value(parameter: dict[str, Any]) -> Any:
    return parameter.get("value") if parameter["name"] == "T" else None


@pytest.mark.parametrize(
    ("link", "temperature"),
    [
        ({}, 0.5),
        ({"lang": "zh"}, 0.5),
        ({"T": "0.8"}, 0.8),
        ({"T": "1"}, 1.0),
        ({"method": "log"}, 1.0),
        ({"method": "log", "T": "0.5"}, 0.5),
        ({"prompt": "Speak"}, 1.0),
        ({"prompt": "Speak", "T": "0.5"}, 0.5),
    ],
)
def test_it_opens_where_methods_differ_unless_the_link_names_anything(
    app: AppTest, link: dict[str, str], temperature: float
) -> None:
    page = AppTest.from_function(_page, default_timeout=60)
    page.query_params.update(link)
    run(page)
    assert _opens_at(page) == temperature
    again = AppTest.from_function(_page, default_timeout=60)
    again.query_params.update(
        {name: page.query_params[name] for name in ("T", "method", "prompt") if name in page.query_params}
    )
    assert _opens_at(run(again)) == temperature


def test_what_is_chosen_at_the_opening_temperature_keeps_it_in_the_link(app: AppTest) -> None:
    page = run(AppTest.from_function(_page, default_timeout=60))
    assert "T" not in page.query_params
    page.selectbox(key="method chosen").set_value("log")
    run(page)
    assert page.query_params["T"] in ("0.5", ["0.5"])


def test_an_unknown_method_in_a_link_is_named(page: AppTest) -> None:
    page.query_params["method"] = "divide"
    run(page)
    assert "divide" in page.warning[0].value
    assert page.selectbox(key="method chosen").value == "scaled"


def test_one_log_probability_divided_by_t_is_not_the_chance(page: AppTest) -> None:
    run(page)
    text = next(element.value for element in page.markdown if "ln p₁" in element.value)
    weights = np.exp(np.array([2.0, 1.0, 0.0]) / 0.5)
    base = np.exp(2) / np.exp([2.0, 1.0, 0.0]).sum()
    for number in (base, base**2, weights[0] / weights.sum()):
        assert f"{number:.4f}" in text
    assert f"{float(f'{base:.4f}') ** 2:.4f}" in text  # the digits shown agree


def test_the_table_says_where_they_fail_and_the_thresholds_why(page: AppTest, small_model: Model) -> None:
    run(page)
    table = next(table.value for table in page.table if WORDS.in_keras.fails_method in table.value)
    cells = table.set_index(WORDS.in_keras.fails_method)
    assert "NaN" in cells.loc[WORDS.in_keras.log_published, "T = 0.0001"]
    assert "⚠" in cells.loc[WORDS.in_keras.power_published, "T = 0.0001"]
    assert "†" in cells.loc[WORDS.in_keras.unshifted, "T = 0.0001"]
    for sound in (WORDS.in_keras.scaled, WORDS.in_keras.layer, WORDS.in_keras.log, WORDS.in_keras.power):
        assert not any("NaN" in cell or "⚠" in cell for cell in cells.loc[sound])
    chances = published.unshifted_softmax(small_model.sampler.read(PROMPT).logits, 1.0)
    assert f"103.97 = {float(published.underflows_below(chances)):.2g}" in _text(page)


def test_softmax_of_z_and_of_log_p_are_the_same_numbers(page: AppTest) -> None:
    page.query_params["T"] = "0.5"
    run(page)
    table = next(table.value for table in page.table if WORDS.in_keras.from_logits in table.value)
    z, log_p, wrong = (
        table[name].astype(float)
        for name in (WORDS.in_keras.from_logits, WORDS.in_keras.from_logarithms, WORDS.in_keras.from_chances)
    )
    np.testing.assert_allclose(z, log_p, atol=2e-6)
    assert np.abs(z - wrong).max() > 0.01


def test_programs_are_shown_as_they_stand(page: AppTest) -> None:
    run(page)
    shown = [block.value for block in page.code]
    for name in ("scale_last_dense", "train_temperature", "draw"):
        assert source(name).rstrip() in [text.rstrip() for text in shown]
    assert source("asker_network").rstrip() in [text.rstrip() for text in shown]


def test_all_four_ways_draw_and_differ(page: AppTest) -> None:
    run(page)
    table = next(table.value for table in page.table if WORDS.in_keras.drawing_way in table.value)
    assert len(table) == 4
    assert table[WORDS.in_keras.drawing_first.format(seed=1)].nunique() > 2
    assert all(float(cell.removesuffix(" %")) < 3 for cell in table[WORDS.in_keras.drawing_off])


def test_the_two_trainings_are_told_by_their_records(page: AppTest) -> None:
    run(page)
    table = next(table.value for table in page.table if WORDS.in_keras.setup_streamed in table.value)
    records = [json.loads((path / folder.TRAINING).read_text()) for path in (AS_ASKED, MENDED)]
    losses = [record["validation"][folder.STREAMED] for record in records]
    assert list(table[WORDS.in_keras.setup_streamed]) == [f"{loss:.4f}" for loss in losses]
    assert list(table[WORDS.in_keras.setup_steps]) == ["1", str(records[1]["recipe"]["steps"])]
    assert losses[1] < losses[0]


def test_until_the_model_is_there_ideas_and_code_are(
    page: AppTest, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
    run(page)
    assert WORDS.in_keras.methods_coming in [info.value for info in page.info]
    assert not _charts(page)
    assert len(page.code) >= 3


def test_a_network_that_is_not_there_is_named(page: AppTest) -> None:
    page.query_params["model"] = "<b>elsewhere"
    run(page)
    said = re.sub(r"\\(.)", r"\1", " ".join(warning.value for warning in page.warning))
    assert "<b>elsewhere" in said
    assert "asker_bytes/mended" in said
    assert "model" not in page.query_params


def test_why_a_temperature_may_do_nothing_is_said_with_the_right_numbers(page: AppTest) -> None:
    run(page)
    assert WORDS.in_keras.cuts in [header.value for header in page.header]
    assert "github.com/ggml-org/llama.cpp/issues/6676" in _text(page)
    table = next(table.value for table in page.table if WORDS.in_keras.order_last in table.value)
    assert table[WORDS.in_keras.order_logit].tolist() == ["3", "2", "1"]
    assert table["p at T = 0.5"].tolist() == ["0.867", "0.117", "0.016"]
    assert table[WORDS.in_keras.order_last].tolist() == ["0.881", "0.119", WORDS.in_keras.order_cut]
    assert table[WORDS.in_keras.order_first].tolist() == ["1.000", *[WORDS.in_keras.order_cut] * 2]
    assert "0.665 and 0.245; together they are 0.910, which is 0.8 or more" in _text(page)


def test_each_cut_has_its_line_in_sight_and_its_program_folded(page: AppTest) -> None:
    run(page)
    shown = [block.value.rstrip() for block in page.code]
    for name in ("top_k", "top_p", "min_p"):
        assert LINES[name] in shown
        assert source(name).rstrip() in shown
    folded = [block.value.rstrip() for fold in page.expander for block in fold.code]
    assert not set(LINES.values()) & set(folded)
