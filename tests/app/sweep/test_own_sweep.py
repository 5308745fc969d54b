"""The page "Sweep" as a script: a sweep of one's own, run in the queue, stopped, refused."""

import threading
import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import sweep
from components.analysis.sweep_results import Results
from components.analysis.sweep_setting import SweepSetting
from components.charts.over_temperature import ESTIMATES
from components.pages.parts import frame
from components.pages.serving.tasks import Report, Task, queue
from components.pages.sweep import own
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, press, run
from tests.app.sweep.conftest import data_of, text_of

pytestmark = pytest.mark.long


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


def test_a_sweep_of_ones_own_is_run_and_shown_and_left(page: AppTest) -> None:
    run(page)
    page.text_input(key="sweep prompt").set_value("All:⏎")
    page.select_slider(key="sweep samples").set_value(2)
    page.select_slider(key="sweep length").set_value(250)
    page.multiselect(key="swept").set_value(["0", "1"])
    press(page, WORDS.sweep.sweep_start)
    _finished(page)
    assert "Your sweep is done: 4 texts." in text_of(page)
    assert "your own sweep, from “All:⏎”" in text_of(page)
    assert [row["T"] for row in data_of(page, ESTIMATES)[4]] == [0.0, 1.0]
    results = page.session_state[own._SWEEP].task.progress.results
    assert results.setting == SweepSetting("All:\n", (0.0, 1.0), 2, 250)
    press(page, WORDS.sweep.sweep_back)
    assert "3 texts of 250 characters" in text_of(page)


def test_a_sweep_without_zero_has_one_text(page: AppTest) -> None:
    run(page)
    page.select_slider(key="sweep samples").set_value(2)
    page.select_slider(key="sweep length").set_value(250)
    page.multiselect(key="swept").set_value(["0.5", "1.5"])
    press(page, WORDS.sweep.sweep_start)
    _finished(page)
    ((written,),) = [given["boxes"] for given in components(page) if "boxes" in given]
    assert [one["T"] for one in written] == [0.5, 1.5]


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
    press(page, WORDS.sweep.sweep_start)
    task = page.session_state[own._SWEEP].task
    for _ in range(600):
        if task.progress is not None:
            break
        time.sleep(0.05)
    run(page)
    assert len(data_of(page, ESTIMATES)[4]) == 21  # what there is so far
    assert WORDS.sweep.sweep_running.format(done=63, total=672, left=609) in str(page.get("progress")[0].proto)
    task.stop()
    begun.set()
    _finished(page)
    done = len(task.progress.results.measures)
    assert done <= 6  # and the piece that it was at
    assert WORDS.sweep.sweep_stopped.format(seeds=done, samples=32) in text_of(page)
    assert len(data_of(page, ESTIMATES)[4]) == 21


def test_others_wait_for_their_turn_and_see_their_place(page: AppTest) -> None:
    other: Task[None] = Task(_endless)
    queue().put(other)
    run(page)
    press(page, WORDS.sweep.sweep_start)
    assert WORDS.frame.job_queued.format(before=1) in text_of(page)
    other.stop()
    page.session_state[own._SWEEP].task.stop()
    _finished(page)


def test_a_sweep_stopped_before_its_first_texts_says_so(page: AppTest) -> None:
    other: Task[None] = Task(_endless)
    queue().put(other)
    run(page)
    press(page, WORDS.sweep.sweep_start)
    press(page, WORDS.sweep.sweep_stop)
    other.stop()
    _finished(page)
    assert WORDS.sweep.sweep_stopped_early in text_of(page)
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
    press(page, WORDS.sweep.sweep_start)
    assert begun.wait(60)
    run(page)
    assert WORDS.frame.job_preparing in str(page.get("progress")[0].proto)
    go.set()
    _finished(page)
    assert "Your sweep is done: 2 texts." in text_of(page)


def test_another_model_stops_the_sweep_and_forgets_it(page: AppTest) -> None:
    run(page)
    press(page, WORDS.sweep.sweep_start)
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
    press(page, WORDS.sweep.sweep_start)
    assert said in text_of(_finished(page))


def test_bad_temperatures_are_said(page: AppTest) -> None:
    run(page)
    page.multiselect(key="swept").set_value(["-1", "1", "1.0", "hot"])
    page.select_slider(key="sweep samples").set_value(2)
    press(page, WORDS.sweep.sweep_start)
    for _ in range(2):  # while it runs, and when it is done
        for bad in ("-1", "hot"):
            assert WORDS.explore.bad_temperature.format(value=bad, highest=3) in text_of(page)
        assert WORDS.explore.temperature_twice.format(value="1.0", temperature=1) in text_of(page)
        _finished(page)
    assert page.session_state[own._SWEEP].task.progress.results.setting.temperatures == (1.0,)


def test_a_sweep_that_fails_is_said(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Results:
        raise RuntimeError("<b>no room</b>")

    monkeypatch.setattr(sweep, "run", broken)
    run(page)
    press(page, WORDS.sweep.sweep_start)
    _finished(page)
    assert "<b>no room</b>" in text_of(page)
