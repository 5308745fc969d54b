"""A temperature that changes along the text, as a script: its fields, its column, what is held and what is drawn."""

from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.pages.visit import schedule
from components.presenting.glyphs import written
from components.presenting.prompt_text import shown, typed
from components.temperature import apply_temperature
from components.temperature.schedule import Ramp, Shape, WordPlace
from components.words.en import ENGLISH
from tests.app.reading import columns, components, data, press, run, warnings

WORDS = ENGLISH.schedule
PROMPT, LENGTH, SEED = "All:\nSp", 50, 5
SCHEDULES = {
    "linear_1.5_0.5": Ramp(1.5, 0.5, LENGTH),
    "cosine_0_3": Ramp(0.0, 3.0, LENGTH, Shape.COSINE),
    "word_1.3_0.4": WordPlace(1.3, 0.4),
}


def _given(app: AppTest, *names: str) -> Any:
    """Return what the one component is given that is given all of these."""
    (data,) = [data for data in components(app) if set(names) <= set(data)]
    return data


def _own(app: AppTest) -> Any:
    return _given(app, "slider")["slider"]


def _held(app: AppTest) -> list[Any]:
    return [data for data in components(app) if set(data) == {"temperature", "chosen"}]


def _open(app: AppTest, **query: Any) -> AppTest:
    app.query_params.update({"prompt": shown(PROMPT), "length": str(LENGTH), "seed": str(SEED), **query})
    return run(app)


def _text(app: AppTest) -> str:
    return typed(str(app.text_input(key="prompt").value))


@pytest.mark.parametrize("link", SCHEDULES)
def test_a_link_has_its_text_in_the_sliders_column(app: AppTest, small_model: Model, link: str) -> None:
    _open(app, schedule=link)
    (sample,) = small_model.sampler.sample(PROMPT, [SCHEDULES[link]], LENGTH, SEED)
    own = _own(app)
    assert own["texts"] == [sample.text]
    assert len(own["along"]) == LENGTH
    assert len(columns(app)) == 4  # those of one temperature each stay
    cool = small_model.sampler.sample(PROMPT, [0.2], LENGTH, SEED)[0]
    assert columns(app)[0]["characters"] == [written(character) for character in cool.text]
    assert not app.warning
    assert app.query_params["schedule"] in (link, [link])


@pytest.mark.parametrize(("link", "temperature"), [("linear_1.5_0.5", 1.5), ("word_1.3_0.4", 0.4), ("cosine_0_3", 0.0)])
def test_the_slider_shows_the_first_step_and_keeps_what_was_chosen(
    app: AppTest, small_model: Model, link: str, temperature: float
) -> None:
    _open(app, schedule=link, T="0.7")
    assert _held(app) == [{"temperature": temperature, "chosen": 0.7}]
    assert app.query_params["T"] in ("0.7", ["0.7"])
    header = ENGLISH.explore.probability_column.format(temperature=temperature)
    shown_chances = app.table[0].value[header].iloc[0]
    chances = apply_temperature(small_model.sampler.read(PROMPT).logits, temperature)
    assert float(shown_chances.split()[0]) == pytest.approx(100 * chances.max(), abs=0.051)


def test_clear_lets_t_stay(app: AppTest) -> None:
    _open(app, schedule="linear_1.5_0.5", T="0.7")
    (saying,) = [data for data in components(app) if "zero" in data]
    assert saying["one"] == saying["below"] == WORDS.saying.format(head="1.5 → 0.5")
    app.button(key="clear schedule").click()
    run(app)
    assert "schedule" not in app.query_params
    assert _held(app) == []
    assert _own(app)["title"] == ENGLISH.explore.slider_title
    (saying,) = [data for data in components(app) if "zero" in data]
    assert saying["one"] == ENGLISH.explore.saying_one
    assert saying["temperature"] == 0.7


def test_a_page_without_one_has_neither_its_text_nor_a_word_of_it(app: AppTest) -> None:
    run(app)
    assert _held(app) == []
    assert _own(app)["along"] == []
    assert "schedule" not in app.query_params
    assert [button for button in app.button if button.key == "clear schedule"] == []


@pytest.mark.parametrize("link", SCHEDULES)
def test_drawing_one_by_one_writes_the_column(app: AppTest, link: str) -> None:
    _open(app, schedule=link)
    column = _own(app)["texts"][0]
    for count in range(1, 9):
        app.session_state["drawing request"] = {"kind": "draw", "index": None, "temperature": 2.9}
        run(app)
        assert _text(app) == PROMPT + column[:count]
        assert _own(app)["texts"][0][: LENGTH - count] == column[count:]


def test_the_most_likely_is_taken_whatever_the_schedule(app: AppTest, small_model: Model) -> None:
    _open(app, schedule="linear_3_3")
    logits = small_model.sampler.read(PROMPT).logits
    app.session_state["drawing request"] = {"kind": "likeliest", "index": None, "temperature": 2.9}
    run(app)
    assert _text(app)[-1] == small_model.sampler.vocabulary.characters[int(np.argmax(logits))]


def test_the_fields_change_it(app: AppTest) -> None:
    _open(app)
    app.selectbox(key="schedule kind").set_value("cosine")
    run(app)
    assert _own(app)["title"] == "1.5 → 0.5, cosine"
    app.number_input(key="schedule second").set_value(2.0)
    run(app)
    assert app.query_params["schedule"] in ("cosine_1.5_2", ["cosine_1.5_2"])
    app.selectbox(key="schedule kind").set_value("linear")
    run(app)
    assert _own(app)["title"] == "1.5 → 2"  # what was typed stays


def test_temperatures_that_nobody_changed_follow_the_kind(app: AppTest) -> None:
    _open(app)
    for kind, title in (
        ("linear", "1.5 → 0.5"),
        ("word", "1.3 at starts, 0.4 inside"),
        ("cosine", "1.5 → 0.5, cosine"),
    ):
        app.selectbox(key="schedule kind").set_value(kind)
        run(app)
        assert _own(app)["title"] == title


def test_it_goes_over_the_length_of_the_text(app: AppTest) -> None:
    _open(app, schedule="linear_1.5_0.5")
    assert _own(app)["along"][-1] == 0.5
    app.slider(key="length").set_value(100)
    run(app)
    assert len(_own(app)["along"]) == 100
    assert _own(app)["along"][-1] == 0.5
    assert _own(app)["along"][LENGTH - 1] > 0.9


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("linear_1.5", WORDS.wanted),
        ("linear_1.5_nan", WORDS.wanted),
        ("word_hot_cold", WORDS.wanted),
        ("linear_1.5_9", "linear_1.5_3"),
        ("word_-1_0.4", "word_0_0.4"),
    ],
)
def test_a_bad_link_is_mended_and_said(app: AppTest, link: str, sentence: str) -> None:
    _open(app, schedule=link)
    assert len(app.warning) == 1
    assert sentence in warnings(app)
    assert link in warnings(app)


def test_without_spaces_there_is_no_place_in_the_word(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "offered", lambda vocabulary: (schedule.STAYS, *schedule.RAMPS))
    _open(app, schedule="word_1.3_0.4")
    assert WORDS.no_spaces in [info.value for info in app.info]
    assert WORDS.word not in app.selectbox(key="schedule kind").options
    assert _held(app) == []
    assert "schedule" not in app.query_params


def test_the_guided_start_has_the_slider_for_itself(app: AppTest) -> None:
    _open(app, schedule="linear_1.5_0.5")
    press(app, ENGLISH.tour.tour_start)
    assert _held(app) == []
    assert "schedule" not in app.query_params


def test_the_bars_are_of_its_very_temperature(app: AppTest, small_model: Model) -> None:
    app.query_params.update({"v": "2", "prompt": "All:\nSpeak ", "schedule": "word_1.37_0.4"})
    run(app)
    largest = apply_temperature(small_model.sampler.read("All:\nSpeak ").logits, 1.37).max()
    nearest = data(app, "temperatures")[27]  # 1.35 where the slider can be moved
    assert np.exp(-nearest["log_z"]) == pytest.approx(largest, rel=1e-9)
