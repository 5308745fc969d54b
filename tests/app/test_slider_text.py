"""Text under the slider: written behind the bars, for every temperature, the sampler's own."""

from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.charts import live_text
from components.language_model.loading import Model
from components.pages.serving import answers
from components.presenting.columns import parting
from components.temperature.scale import TEMPERATURES
from tests.app.reading import run

PROMPT = "All:\nSpeak"


def _texts(app: AppTest) -> list[dict[str, Any]]:
    (chart,) = app.get("vega_lite_chart")
    found = {data.name: data.data.data for data in chart.proto.datasets}
    return pa.ipc.open_stream(found[live_text.TEXTS]).read_all().to_pylist()


def _wait(app: AppTest) -> None:
    app.session_state["texts asked"].result(timeout=60)


@pytest.fixture
def written(app: AppTest) -> AppTest:
    """Give the page when the texts are there."""
    app.query_params["prompt"] = PROMPT.replace("\n", "⏎")
    app.query_params["seed"] = "3"
    run(app)
    _wait(app)
    return run(app)


def test_the_bars_do_not_wait_for_it(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    class Idle:
        def submit(self, job: object) -> Any:
            from concurrent.futures import Future

            return Future()

    monkeypatch.setattr(answers, "_background", Idle)
    run(app)
    assert [row["quiet"] + row["loud"] for row in _texts(app)] == [""]


def test_every_place_of_the_slider_has_its_text(written: AppTest, small_model: Model) -> None:
    rows = _texts(written)
    assert [row["T"] for row in rows] == list(TEMPERATURES)
    expected = small_model.sampler.sample(PROMPT, TEMPERATURES, live_text.LENGTH, seed=3)
    trained = next(sample.text for sample in expected if sample.temperature == 1)
    for row, sample in zip(rows, expected, strict=True):
        signs = sample.text.replace(" ", live_text.BLANK).replace("\n", "↵")
        place = parting(trained, sample.text)
        shared = len(signs) if place is None else place
        assert row["quiet"] == signs[:shared].ljust(live_text.LENGTH, live_text.BLANK)
        assert row["loud"] == live_text.BLANK * shared + signs[shared:]
        assert "bits/char" in row["numbers"]


def test_another_prompt_takes_it_away_until_the_new_one_is_there(written: AppTest) -> None:
    before = _texts(written)
    written.text_input(key="prompt").set_value("Speak")
    run(written)
    if len(_texts(written)) == 1:  # it has not been quicker than the page
        _wait(written)
        run(written)
    assert len(_texts(written)) == 61
    assert _texts(written) != before


def test_what_nobody_looks_at_any_more_is_not_written(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import Future

    begun: list[Future[Any]] = []

    class Slow:
        def submit(self, job: object) -> Any:
            begun.append(Future())
            return begun[-1]

    monkeypatch.setattr(answers, "_background", Slow)
    run(app)
    app.text_input(key="prompt").set_value("Speak")
    run(app)
    assert [future.cancelled() for future in begun] == [True, False]
