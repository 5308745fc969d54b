"""The page "Calibration" as a script: a text of one's own, measured in the queue."""

import json
import re
import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import calibration_reading
from components.analysis.calibration_reading import LEAST, MOST, measure
from components.analysis.calibration_result import Calibration
from components.charts import loss_curve, reliability
from components.language_model.loading import Model
from components.pages.calibration import own
from components.pages.parts import frame
from components.words.en import ENGLISH as WORDS
from tests.app.calibration.conftest import show_page
from tests.app.reading import markdown, press, rows_of, run
from tests.conftest import TEXT

pytestmark = pytest.mark.long

OWN = (TEXT * 20)[:LEAST]


def _until_over(page: AppTest) -> None:
    end = time.monotonic() + 60
    while not page.session_state["own text measured"].task.over:
        assert time.monotonic() < end
        time.sleep(0.02)
        run(page)
    run(page)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", WORDS.calibration.own_too_short.format(characters=0, least=LEAST)),
        ("a" * (LEAST - 1), WORDS.calibration.own_too_short.format(characters=LEAST - 1, least=LEAST)),
        ("é" * LEAST, WORDS.calibration.own_too_few_known.format(characters=0, least=LEAST)),
        ("e" * (MOST + 1), WORDS.calibration.own_too_long.format(characters=MOST + 1, most=MOST)),
    ],
)
def test_a_text_too_short_or_too_long_is_refused_in_a_sentence(page: AppTest, text: str, sentence: str) -> None:
    run(page)
    page.text_area(key="own text").set_value(text)
    run(page)
    press(page, WORDS.calibration.own_measure)
    assert sentence in [warning.value for warning in page.warning]
    assert "own text measured" not in page.session_state
    page.text_area(key="own text").set_value(text + "!")
    run(page)
    assert not page.warning  # it is being mended


def test_an_own_text_becomes_a_curve_a_choice_and_a_sentence(page: AppTest, small_model: Model) -> None:
    run(page)
    page.text_area(key="own text").set_value(OWN + "é$" + "".join(map(chr, range(0x4E00, 0x4E0B))))
    run(page)
    press(page, WORDS.calibration.own_measure)
    assert any("13 characters" in caption.value for caption in page.caption)
    assert any("and 3 others" in caption.value for caption in page.caption)
    _until_over(page)
    sampler = small_model.sampler
    found = measure(sampler, sampler.vocabulary.encode(OWN))
    assert f"On **your text** it predicts best at **T* = {found.best.temperature:.3f}" in markdown(page)
    assert [row["T"] for row in rows_of(page, loss_curve.BEST)][2] == min(found.best.temperature, 3)
    assert WORDS.calibration.own_done.format(predictions=LEAST - 1) in [success.value for success in page.success]
    page.button_group(key="calibration text").set_value("own")
    run(page)
    shown = [row["count"] for row in rows_of(page, reliability.BINS) if row["T"] == 1.0]
    assert shown == [count for count in found.one.count if count]
    measured = page.session_state["own text measured"]
    taken = json.loads(own.as_json(measured, measured.task.result))
    assert (taken["characters"], taken["left_out"], taken["predictions"]) == (LEAST, 13, LEAST - 1)
    assert "text" not in taken


def _pausing(sampler: Any, codes: Any, *, report: Any) -> Calibration:
    def slowly(done: int, of: int) -> None:
        report(done, of)
        time.sleep(0.2)

    return measure(sampler, codes, report=slowly)


def test_measuring_is_stopped(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_reading, "measure", _pausing)
    run(page)
    page.text_area(key="own text").set_value(OWN)
    run(page)
    press(page, WORDS.calibration.own_measure)
    press(page, WORDS.calibration.own_stop)
    _until_over(page)
    assert page.session_state["own text measured"].task.state == "stopped"
    assert WORDS.calibration.own_stopped in [info.value for info in page.info]
    assert len(rows_of(page, loss_curve.BEST)) == 2


def test_another_model_stops_measuring(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_reading, "measure", _pausing)
    run(page)
    page.text_area(key="own text").set_value(OWN)
    run(page)
    press(page, WORDS.calibration.own_measure)
    task = page.session_state["own text measured"].task
    page.selectbox(key=frame.CHOICE).set_value("asker_bytes/mended")
    run(page)
    assert not task.wanted
    assert WORDS.calibration.own_stop not in [button.label for button in page.button]


def test_others_see_their_place(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_reading, "measure", _pausing)
    other = AppTest.from_function(show_page, default_timeout=60)
    for visitor in (page, other):
        run(visitor)
        visitor.text_area(key="own text").set_value(OWN)
        run(visitor)
        press(visitor, WORDS.calibration.own_measure)
    assert WORDS.frame.job_queued.format(before=1) in [info.value for info in other.info]
    press(page, WORDS.calibration.own_stop)
    press(other, WORDS.calibration.own_stop)
    _until_over(page)


def test_a_failure_is_a_sentence(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> Calibration:
        raise ValueError("the *network* is tired")

    monkeypatch.setattr(calibration_reading, "measure", fails)
    run(page)
    page.text_area(key="own text").set_value(OWN)
    run(page)
    press(page, WORDS.calibration.own_measure)
    _until_over(page)
    (error,) = page.error[-1:]
    assert WORDS.calibration.own_failed.format(error="the *network* is tired") == re.sub(r"\\(.)", r"\1", error.value)
