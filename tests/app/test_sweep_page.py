"""The page "Sweep" as a script: the stored result, a sweep of one's own, and stored files that cannot be used."""

import json
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import stored, sweep
from components.analysis.reference import reference
from components.analysis.sweep_results import Results, summary, to_content
from components.analysis.sweep_setting import SweepSetting
from components.charts.over_temperature import ESTIMATES
from components.language_model import folder
from components.language_model.loading import Model
from components.pages.parts import frame
from components.pages.serving.tasks import Report, Task, queue
from components.pages.sweep import own
from components.presenting.sweep import MEASURES, sentence
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, run
from tests.conftest import TEXT

SETTING = SweepSetting(prompt="\n", temperatures=(0.0, 0.5, 1.0, 2.0), samples=3, length=250)


def _page() -> None:
    from components.pages.sweep import page as sweep
    from components.words.en import ENGLISH

    sweep.show(ENGLISH, {})


@pytest.fixture(scope="module")
def made(small_model: Model) -> Results:
    return sweep.run(small_model.sampler, {"speak", "we"}, SETTING)


@pytest.fixture
def model(app: AppTest, folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of the small model that may be broken, in the place of the one that `app` put there."""
    copied = folder_copy()
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copied)
    return copied


@pytest.fixture
def page(model: Path, small_model: Model, made: Results) -> AppTest:
    """Give the page with a stored sweep and reference; not yet run."""
    stored.save(model, stored.SWEEP, to_content(made, stored.provenance(model)))
    found = reference(small_model.sampler, TEXT * 12, {"speak", "we"})
    stored.save(model, stored.REFERENCE, {**stored.provenance(model), **found})
    return AppTest.from_function(_page, default_timeout=60)


def _text(page: AppTest) -> str:
    said = [*page.markdown, *page.caption, *page.info, *page.success, *page.warning, *page.error]
    return re.sub(r"\\(.)", r"\1", "\n".join(element.value for element in said))


def _data(page: AppTest, name: str) -> list[list[dict[str, Any]]]:
    return [
        pa.ipc.open_stream(data.data.data).read_all().to_pylist()
        for chart in page.get("vega_lite_chart")
        for data in chart.proto.datasets
        if data.name == name
    ]


def _press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return run(page)


def _endless(report: Report) -> None:
    while True:
        time.sleep(0.01)
        report(0, 1)


def _finished(page: AppTest) -> AppTest:
    """Run the page until its sweep is over, as the browser would twice a second."""
    for _ in range(300):
        own_sweep = page.session_state[own._SWEEP]
        if own_sweep.task.over:
            return run(page)
        time.sleep(0.1)
        run(page)
    raise AssertionError("the sweep does not end")


def test_it_opens_on_the_stored_sweep(page: AppTest, made: Results) -> None:
    run(page)
    found = summary(made)
    assert len(_data(page, ESTIMATES)) == len(MEASURES)
    for rows, measure in zip(_data(page, ESTIMATES), MEASURES, strict=True):
        expected = [(t, one.mean) for t, one in zip(SETTING.temperatures, found[measure.name], strict=True)]
        there = [pair for pair in expected if pair[1] is not None]
        np.testing.assert_allclose([(row["T"], row["mean"]) for row in rows], there, atol=1e-5)  # as it is rounded
    assert "3 texts of 250 characters at each of 4 temperatures" in _text(page)
    assert WORDS.sweep.claim_loops in _text(page)
    assert not page.error
    assert not page.warning


def test_every_figure_has_its_sentence_and_the_line_of_real_text(page: AppTest, made: Results) -> None:
    run(page)
    dashed = sentence(MEASURES[4], SETTING.temperatures, summary(made), None, WORDS)
    said = next(line for line in _text(page).split("\n") if line.startswith("**Surprise.**"))
    assert said.split(",")[:2] == dashed.split(",")[:2]
    assert WORDS.explore.nothing not in said
    assert [len(rows) for rows in _data(page, "real")][:7] == [1] * 7


def test_the_cursor_starts_where_the_link_says(page: AppTest) -> None:
    page.query_params["at"] = "0.45"
    run(page)
    (start,) = [given["start"] for given in components(page) if "start" in given]
    assert start == 0.45
    assert page.query_params["at"] in ("0.5", ["0.5"])  # the nearest that there is


@pytest.mark.parametrize(("at", "said"), [("9", "the nearest that works here is 3"), ("warm", "not a number")])
def test_a_bad_link_is_said(page: AppTest, at: str, said: str) -> None:
    page.query_params["at"] = at
    run(page)
    assert said in _text(page)


@pytest.mark.parametrize("text", ["{", '{"network_sha256": 1}', ""])
def test_a_damaged_file_is_one_sentence_with_a_command(page: AppTest, model: Path, text: str) -> None:
    (model / stored.SWEEP).write_text(text)
    run(page)
    assert len(page.error) == 1
    assert "python -m components.analysis.sweep --model" in page.error[0].value
    assert (model / stored.SWEEP).read_text() == text  # nothing is overwritten
    assert WORDS.sweep.sweep_start in [button.label for button in page.button]


def test_a_missing_reference_leaves_the_sweep(page: AppTest, model: Path) -> None:
    (model / stored.REFERENCE).unlink()
    run(page)
    assert "components.analysis.reference" in page.error[0].value
    assert len(_data(page, ESTIMATES)) == len(MEASURES)
    assert _data(page, "real")[0] == []


def test_other_weights_are_said_and_the_result_is_shown(page: AppTest, model: Path) -> None:
    content = json.loads((model / stored.SWEEP).read_text("utf-8"))
    stored.save(model, stored.SWEEP, {**content, "network_sha256": "0" * 64})
    run(page)
    assert "made with other weights" in page.warning[0].value
    assert len(_data(page, ESTIMATES)) == len(MEASURES)


def test_a_sweep_of_ones_own_is_run_and_shown_and_left(page: AppTest) -> None:
    run(page)
    page.text_input(key="sweep prompt").set_value("All:⏎")
    page.select_slider(key="sweep samples").set_value(2)
    page.select_slider(key="sweep length").set_value(250)
    page.multiselect(key="swept").set_value(["0", "1"])
    _press(page, WORDS.sweep.sweep_start)
    _finished(page)
    assert "Your sweep is done: 4 texts." in _text(page)
    assert "your own sweep, from “All:⏎”" in _text(page)
    assert [row["T"] for row in _data(page, ESTIMATES)[4]] == [0.0, 1.0]
    results = page.session_state[own._SWEEP].task.progress.results
    assert results.setting == SweepSetting("All:\n", (0.0, 1.0), 2, 250)
    _press(page, WORDS.sweep.sweep_back)
    assert "3 texts of 250 characters" in _text(page)


def test_a_stopped_sweep_keeps_what_there_is(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, whole = threading.Event(), sweep.run

    def held(*arguments: Any, report: Report) -> Results:
        def slowly(*progress: Any) -> None:
            report(*progress)
            begun.wait(60)  # the rest of it, when the test says so

        return whole(*arguments, report=slowly)

    monkeypatch.setattr(sweep, "run", held)
    run(page)
    page.multiselect(key="swept").set_value([f"{tenth / 10:g}" for tenth in range(21)])
    page.select_slider(key="sweep samples").set_value(32)
    _press(page, WORDS.sweep.sweep_start)
    task = page.session_state[own._SWEEP].task
    for _ in range(600):
        if task.progress is not None:
            break
        time.sleep(0.05)
    run(page)
    assert len(_data(page, ESTIMATES)[4]) == 21  # what there is so far
    assert WORDS.sweep.sweep_running.format(done=63, total=672, left=609) in str(page.get("progress")[0].proto)
    task.stop()
    begun.set()
    _finished(page)
    done = len(task.progress.results.measures)
    assert done <= 6  # and the piece that it was at
    assert WORDS.sweep.sweep_stopped.format(seeds=done, samples=32) in _text(page)
    assert len(_data(page, ESTIMATES)[4]) == 21


def test_a_file_that_was_made_again_is_read_again(page: AppTest, model: Path, made: Results) -> None:
    content = {**to_content(made, stored.provenance(model)), "network_sha256": "0" * 64}
    stored.save(model, stored.SWEEP, content)
    run(page)
    assert "made with other weights" in page.warning[0].value
    time.sleep(0.02)
    stored.save(model, stored.SWEEP, to_content(made, stored.provenance(model)))
    run(page)
    assert not page.warning


def test_others_wait_for_their_turn_and_see_their_place(page: AppTest) -> None:
    other: Task[None] = Task(_endless)
    queue().put(other)
    run(page)
    _press(page, WORDS.sweep.sweep_start)
    assert WORDS.frame.job_queued.format(before=1) in _text(page)
    other.stop()
    page.session_state[own._SWEEP].task.stop()
    _finished(page)


def test_a_sweep_stopped_before_its_first_texts_says_so(page: AppTest) -> None:
    other: Task[None] = Task(_endless)
    queue().put(other)
    run(page)
    _press(page, WORDS.sweep.sweep_start)
    _press(page, WORDS.sweep.sweep_stop)
    other.stop()
    _finished(page)
    assert WORDS.sweep.sweep_stopped_early in _text(page)
    assert WORDS.sweep.sweep_back not in [button.label for button in page.button]
    assert WORDS.sweep.sweep_start in [button.label for button in page.button]


def test_until_there_is_something_the_page_says_what_is_prepared(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun, whole = threading.Event(), threading.Event(), sweep.run

    def held(*arguments: Any, **options: Any) -> Results:
        begun.set()
        go.wait(60)
        return whole(*arguments, **options)

    monkeypatch.setattr(sweep, "run", held)
    run(page)
    page.select_slider(key="sweep samples").set_value(2)
    page.multiselect(key="swept").set_value(["1"])
    _press(page, WORDS.sweep.sweep_start)
    assert begun.wait(60)
    run(page)
    assert WORDS.frame.job_preparing in str(page.get("progress")[0].proto)
    go.set()
    _finished(page)
    assert "Your sweep is done: 2 texts." in _text(page)


def test_another_model_stops_the_sweep_and_forgets_it(page: AppTest) -> None:
    run(page)
    _press(page, WORDS.sweep.sweep_start)
    task = page.session_state[own._SWEEP].task
    page.selectbox(key=frame.CHOICE).set_value("asker_bytes/mended")
    run(page)
    assert not task.wanted
    assert page.session_state[own._SWEEP] is None
    assert WORDS.sweep.sweep_stop not in [button.label for button in page.button]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("sweep prompt", "ß", "This network does not know ß"),
        ("sweep prompt", "", "is empty, so the network starts from"),
    ],
)
def test_a_bad_prompt_is_said(page: AppTest, field: str, value: str, said: str) -> None:
    run(page)
    page.text_input(key=field).set_value(value)
    page.select_slider(key="sweep samples").set_value(2)
    page.multiselect(key="swept").set_value(["1"])
    _press(page, WORDS.sweep.sweep_start)
    assert said in _text(_finished(page))


def test_bad_temperatures_are_said(page: AppTest) -> None:
    run(page)
    page.multiselect(key="swept").set_value(["-1", "1", "1.0", "hot"])
    page.select_slider(key="sweep samples").set_value(2)
    _press(page, WORDS.sweep.sweep_start)
    for _ in range(2):  # while it runs, and when it is done
        for bad in ("-1", "hot"):
            assert WORDS.explore.bad_temperature.format(value=bad, highest=3) in _text(page)
        assert WORDS.explore.temperature_twice.format(value="1.0", temperature=1) in _text(page)
        _finished(page)
    assert page.session_state[own._SWEEP].task.progress.results.setting.temperatures == (1.0,)


def test_a_sweep_that_fails_is_said(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Results:
        raise RuntimeError("<b>no room</b>")

    monkeypatch.setattr(sweep, "run", broken)
    run(page)
    _press(page, WORDS.sweep.sweep_start)
    _finished(page)
    assert "<b>no room</b>" in _text(page)
