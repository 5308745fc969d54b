"""The cut on the first page, as a script: the figure, its sentence, the table and the link say the same of it."""

import json
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.temperature import Decoding, enters_at, kept, kept_log_probabilities, kept_mass
from components.temperature.scale import TEMPERATURES
from components.words.en import ENGLISH as WORDS
from tests.app.reading import chart, components, data, press, rows, run, warnings

PROMPT = "All:\nSpe"


def opened(app: AppTest, **parameters: Any) -> AppTest:
    for name, value in {"v": "2", "prompt": PROMPT, **parameters}.items():
        app.query_params[name] = str(value)
    return run(app)


def sentences(app: AppTest) -> dict[str, str]:
    (said,) = [given for given in components(app) if "above" in given]
    return said


def specification(app: AppTest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(chart(app).spec)
    return found


@pytest.mark.parametrize(
    ("parameters", "cut"),
    [
        ({"top_p": 0.8}, Decoding(top_p=0.8)),
        ({"min_p": 0.1, "cut": "before"}, Decoding(min_p=0.1, cut_first=True)),
        ({"top_k": 5, "top_nsigma": 1.5}, Decoding(top_k=5, top_nsigma=1.5)),
    ],
)
def test_the_bars_have_the_cut_of_the_link(
    app: AppTest, small_model: Model, parameters: dict[str, Any], cut: Decoding
) -> None:
    opened(app, **parameters)
    logits = small_model.sampler.read(PROMPT).logits
    entering = [None if np.isinf(one) else one for one in enters_at(logits, cut)]
    assert [row["enters_at"] for row in rows(app)] == [entering[row["index"]] for row in rows(app)]
    sums = data(app, "temperatures")
    assert [row["kept"] for row in sums] == kept(logits, cut, TEMPERATURES).sum(axis=-1).tolist()
    np.testing.assert_allclose([row["mass"] for row in sums], kept_mass(logits, cut, TEMPERATURES), rtol=1e-9)
    assert WORDS.cut.live_description_cut.format(characters=len(rows(app))) in str(chart(app))


def test_another_cut_changes_data_alone_and_none_is_the_figure_of_before(app: AppTest) -> None:
    opened(app)
    before = specification(app)
    app.number_input(key="top_p").set_value(0.9)
    run(app)
    with_cut = specification(app)
    app.number_input(key="top_k").set_value(3)
    run(app)
    assert specification(app) == with_cut != before
    press(app, WORDS.cut.clear)
    assert specification(app) == before
    assert "enters_at" not in rows(app)[0]


@pytest.mark.parametrize(
    ("parameters", "below", "above"),
    [
        ({}, WORDS.explore.saying_below, WORDS.explore.saying_above),
        ({"top_p": 0.9}, WORDS.cut.saying_below_moves, WORDS.cut.saying_above_moves),
        ({"top_p": 0.9, "cut": "before"}, WORDS.cut.saying_below_stays, WORDS.cut.saying_above_stays),
        ({"top_k": 3}, WORDS.cut.saying_below_stays, WORDS.cut.saying_above_stays),
    ],
)
def test_the_sentence_says_whether_the_cut_follows_the_slider(
    app: AppTest, parameters: dict[str, Any], below: str, above: str
) -> None:
    opened(app, **parameters)
    said = sentences(app)
    assert said["below"] == below
    assert said["above"] == above.format(count=len(rows(app)))
    assert (said["one"] == WORDS.cut.saying_one) == bool(parameters)


def test_the_table_says_what_is_kept_and_from_where_on(app: AppTest, small_model: Model) -> None:
    opened(app, T=0.5, min_p=0.2)
    (table,) = [one.value for one in app.table]
    logits = small_model.sampler.read(PROMPT).logits
    order = np.argsort(-logits, kind="stable")
    cut = Decoding(min_p=0.2)
    chances = np.exp(kept_log_probabilities(logits, cut, 0.5))[order]
    shown = table[WORDS.cut.probability_kept.format(temperature=0.5)]
    assert [text == "0 %" for text in shown] == (chances == 0).tolist()
    assert 0 < (chances == 0).sum() < len(order)
    assert table[WORDS.cut.kept_title][0] == WORDS.cut.kept_always
    assert WORDS.cut.probability_uncut.format(temperature=0.5) in table
    assert WORDS.explore.base_column not in table


@pytest.mark.parametrize(
    ("label", "link"),
    [
        (WORDS.cut.as_llama_cpp, {"top_k": "40", "top_p": "0.95", "min_p": "0.05", "cut": "before"}),
        (WORDS.cut.as_hugging_face, {"top_k": "50"}),
        (WORDS.cut.as_api, {"top_p": "0.9"}),
    ],
)
def test_a_preset_fills_the_fields_and_leaves_nothing_of_the_cut_before(
    app: AppTest, label: str, link: dict[str, str]
) -> None:
    opened(app, top_nsigma=2, cut="before", T=0.5)
    press(app, label)
    shown = {name: app.number_input(key=name).value for name in ("top_k", "top_p", "min_p", "top_nsigma")}
    assert {name: f"{value:g}" for name, value in shown.items() if value is not None} == {
        name: value for name, value in link.items() if name != "cut"
    }
    assert "".join(app.query_params.get("cut", "after")) == link.get("cut", "after")
    assert "".join(app.query_params["T"]) == "0.5"


def test_a_width_that_the_field_cannot_hold_is_said(app: AppTest) -> None:
    opened(app, top_nsigma=0.001)
    assert WORDS.frame.link_clamped.format(name="top_nsigma", value="0.001", used="0.01") in warnings(app)
    assert app.number_input(key="top_nsigma").value == 0.01


def test_the_guided_start_is_of_temperature_alone(app: AppTest) -> None:
    opened(app, top_p=0.9)
    press(app, WORDS.tour.tour_start)
    assert app.number_input(key="top_p").value is None
    assert "enters_at" not in rows(app)[0]


def test_the_arithmetic_has_the_cut_as_its_last_step(app: AppTest) -> None:
    opened(app, top_k=2)
    (given,) = [one for one in components(app) if "entersAt" in one]
    assert given["entersAt"] == [0.0, 0.0, *[None] * (len(given["logits"]) - 2)]
    press(app, WORDS.cut.clear)
    (given,) = [one for one in components(app) if "entersAt" in one]
    assert given["entersAt"] is None
