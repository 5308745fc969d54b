"""The same without the cut, as a script: offered with a cut, with the same luck, in the link and in the files."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.pages.explore import samples_view
from components.presenting.columns import Column
from components.presenting.glyphs import written
from components.presenting.prompt_text import shown
from components.temperature.scale import TEMPERATURES
from components.temperature.schedule import Ramp
from components.words.en import ENGLISH
from tests.app.reading import columns, components, run

PROMPT, LENGTH, SEED = "All:\nSp", 50, 5
QUERY = {"prompt": shown(PROMPT), "length": str(LENGTH), "seed": str(SEED), "temperatures": ["0.2", "1.2"]}
KEY = "twins"


def _open(app: AppTest, **query: str) -> AppTest:
    app.query_params.update({**QUERY, **query})
    return run(app)


def _twins(app: AppTest) -> Any:
    (data,) = [data for data in components(app) if "slider" in data]
    return data["twins"]


def _signs(text: str) -> list[str]:
    return [written(character) for character in text]


@pytest.mark.usefixtures("hand")
def test_each_has_the_text_of_the_same_luck_without_the_cut(app: AppTest, small_model: Model) -> None:
    _open(app, top_k="2", twins="on")
    for writing in app.session_state["slider texts"]:
        writing.future.result(timeout=60)
    run(app)
    uncut = small_model.sampler.sample(PROMPT, [0.2, 1.2], LENGTH, SEED)
    assert [text["characters"] for text in _twins(app)["fixed"]] == [_signs(sample.text) for sample in uncut]
    assert [text["characters"] for text in columns(app)] != [text["characters"] for text in _twins(app)["fixed"]]
    own = small_model.sampler.sample(PROMPT, TEMPERATURES, LENGTH, SEED)
    assert _twins(app)["own"]["texts"] == [sample.text for sample in own]
    assert not app.warning


def test_the_switch_is_offered_while_something_is_cut(app: AppTest) -> None:
    _open(app, twins="on")  # and a link cannot turn on what is not offered
    assert [toggle for toggle in app.toggle if toggle.key == KEY] == []
    assert _twins(app) is None
    app.number_input(key="top_k").set_value(3)
    run(app)
    assert "twins" not in app.query_params
    app.toggle(key=KEY).set_value(True)
    run(app)
    assert _twins(app)["fixed"]
    assert app.query_params["twins"] in ("on", ["on"])
    app.button(key="clear cut").click()
    run(app)
    assert _twins(app) is None
    assert "twins" not in app.query_params


def test_a_schedule_has_its_twin_too(app: AppTest, small_model: Model) -> None:
    _open(app, top_k="2", twins="on", schedule="linear_1.5_0.5")
    (uncut,) = small_model.sampler.sample(PROMPT, [Ramp(1.5, 0.5, LENGTH)], LENGTH, SEED)
    assert _twins(app)["own"]["texts"] == [uncut.text]
    assert len(_twins(app)["own"]["along"]) == LENGTH


def test_what_is_taken_away_says_which_is_cut(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[list[Column]] = []
    monkeypatch.setattr(samples_view, "take_away", lambda words, answers, setting, shown: files.append(shown))
    _open(app, top_k="2", twins="on", T="0.7")
    decodings = [column.sample.decoding for column in files[-1]]
    assert [decoding.top_k for decoding in decodings] == [2, 2, 2, None, None, None]
    assert [decoding.temperature for decoding in decodings] == [0.2, 1.2, 0.7] * 2


def test_a_bad_link_is_said(app: AppTest) -> None:
    app.query_params.update({**QUERY, "top_k": "2", "twins": "perhaps"})
    run(app)
    assert ENGLISH.explore.twins_wanted in app.warning[0].value.replace("\\", "")
    assert _twins(app) is None
