"""The page "Calibration" as a script: the stored numbers, what is said of them, and a text of one's own."""

import json
import re
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import calibration_reading, calibration_result, stored
from components.analysis.calibration_reading import LEAST, MOST, measure
from components.analysis.calibration_result import Calibration, Passage, Passages
from components.charts import loss_curve, reliability
from components.language_model import folder
from components.language_model.loading import Model
from components.pages.calibration import own
from components.pages.parts import frame
from components.pages.serving import models
from components.presenting.calibration import PredictedText, as_csv, sentences
from components.presenting.numbers import percent
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, run
from tests.conftest import TEXT

OWN = (TEXT * 20)[:LEAST]
SHIPPED = len(folder.available())


def _page() -> None:
    from functools import partial

    import streamlit as st

    from components.pages.calibration import page as calibration
    from components.pages.visit import places
    from components.words.en import ENGLISH

    pages: places.Pages = {}
    show = partial(calibration.show, ENGLISH, pages)
    pages[places.CALIBRATION] = st.Page(show, title="here", url_path=places.CALIBRATION, default=True)
    st.navigation(list(pages.values())).run()


@pytest.fixture(scope="module")
def measured(small_model: Model) -> tuple[Calibration, Calibration]:
    """Give two calibrations of the small model."""
    sampler = small_model.sampler
    held_out, training = (measure(sampler, sampler.vocabulary.encode(text)) for text in (TEXT * 2, TEXT))
    return held_out, training


@pytest.fixture
def path(
    app: AppTest,
    folder_copy: Callable[[], Path],
    measured: tuple[Calibration, Calibration],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Give the small model's folder with a stored calibration; the page shows it, and `app` has loaded its model."""
    copy = folder_copy()
    held_out, training = (Passage(0, 9, one.best.temperature + 2e-6, one) for one in measured)
    stored.save(copy, stored.CALIBRATION, {**stored.provenance(copy), **asdict(Passages(held_out, training))})
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copy)
    return copy


@pytest.fixture
def page(path: Path) -> AppTest:
    return AppTest.from_function(_page, default_timeout=60)


def _said(page: AppTest) -> str:
    return re.sub(r"\\(.)", r"\1", "\n".join(element.value for element in page.markdown))


def _rows(page: AppTest, name: str) -> list[dict[str, Any]]:
    for chart in page.get("vega_lite_chart"):
        for data in chart.proto.datasets:
            if data.name == name:
                return list(pa.ipc.open_stream(data.data.data).read_all().to_pylist())
    raise AssertionError(name)


def _press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click()
    run(page)


def _until_over(page: AppTest) -> None:
    end = time.monotonic() + 60
    while not page.session_state["own text measured"].task.over:
        assert time.monotonic() < end
        time.sleep(0.02)
        run(page)
    run(page)


def test_it_opens_on_the_stored_numbers(page: AppTest, measured: tuple[Calibration, Calibration]) -> None:
    run(page)
    held_out, training = measured
    text = _said(page)
    for found, kind in ((held_out, "held-out text"), (training, "training text")):
        assert f"On **{kind}** it predicts best at **T* = {found.best.temperature:.3f}" in text
        best = next(row for row in _rows(page, loss_curve.BEST) if row["label"].startswith(kind))
        assert (best["T"], best["loss"]) == (min(found.best.temperature, 3), found.best.loss)
    assert "within 0.000003" in text or "within 0.000002" in text
    shown = [row for row in _rows(page, reliability.BINS) if row["T"] == 0.5]
    half = next(at for at in held_out.slider if at.temperature == 0.5)
    assert [row["accuracy"] for row in shown] == [share for share in half.accuracy if share is not None]
    readout = next(row["label"] for row in _rows(page, reliability.READOUT) if row["T"] == 0.5)
    for figure in (half.error, half.mean_confidence, held_out.accuracy):
        assert percent(figure) in readout


def test_the_diagram_is_of_the_chosen_text(page: AppTest, measured: tuple[Calibration, Calibration]) -> None:
    run(page)
    page.button_group(key="calibration text").set_value("training")
    run(page)
    one = [row["count"] for row in _rows(page, reliability.BINS) if row["T"] == 1.0]
    assert one == [count for count in measured[1].one.count if count]


def test_the_cursor_starts_where_the_link_says(page: AppTest) -> None:
    page.query_params["T"] = "1.25"
    run(page)
    (start,) = [given["start"] for given in components(page) if "start" in given]
    assert start == 1.25
    assert page.query_params["T"] in ("1.25", ["1.25"])


def test_until_the_model_is_there_all_stored_is_shown(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    coming = models.Loading(Future(), ())
    monkeypatch.setattr(models, "begin", lambda path: coming)
    run(page)
    assert len(page.get("vega_lite_chart")) == 2
    assert WORDS.frame.model_coming_behind in [caption.value for caption in page.caption]


@pytest.mark.parametrize("content", [None, "{", "{}"])
def test_a_missing_or_damaged_file_is_one_sentence_and_the_rest_stays(
    page: AppTest, path: Path, content: str | None
) -> None:
    (path / stored.CALIBRATION).unlink()
    if content is not None:
        (path / stored.CALIBRATION).write_text(content)
    run(page)
    (error,) = page.error
    assert f"{'missing' if content is None else 'damaged'}" in error.value
    assert stored.command(path, stored.CALIBRATION) in error.value
    assert not page.get("vega_lite_chart")
    assert page.text_area(key="own text") is not None
    assert len(page.table[0].value) == 2 * SHIPPED


def test_other_weights_are_said_and_shown(page: AppTest, path: Path) -> None:
    content = json.loads((path / stored.CALIBRATION).read_text("utf-8"))
    (path / stored.CALIBRATION).write_text(json.dumps(content | {"network_sha256": "other"}))
    run(page)
    (warning,) = page.warning
    assert "other weights" in warning.value
    assert stored.command(path, stored.CALIBRATION) in warning.value
    assert len(page.get("vega_lite_chart")) == 2


def test_the_lesson_has_the_shipped_sweeps_numbers(page: AppTest, path: Path) -> None:
    for name in (stored.CALIBRATION, stored.SWEEP, stored.REFERENCE):
        shutil.copy(folder.MODELS / "shakespeare" / name, path)
    run(page)
    found = calibration_result.load(path).value
    best = found.held_out.calibration.best.temperature
    assert f"this network predicts held-out text best at T* = {best:.2f}, but it spells as well as real" in _said(page)
    shares = page.table[0].value
    assert shares.iloc[0, 0] == "T = 0.5"
    assert shares.iloc[-1, 0] == WORDS.calibration.lesson_real
    in_percent = [float(share.removesuffix(" %")) for share in shares.iloc[:, 1]]
    assert in_percent[:-1] == sorted(in_percent[:-1], reverse=True)


def test_all_networks_stand_side_by_side(page: AppTest) -> None:
    run(page)
    table = page.table[-1].value
    assert len(table) == 2 * (SHIPPED + 1)
    shipped = calibration_result.load(folder.MODELS / "asker_bytes" / "mended").value.held_out.calibration
    row = table[table.iloc[:, 0] == dict(WORDS.frame.model_labels)["asker_bytes/mended"]].iloc[1]
    assert f"{shipped.best.temperature:.3f} ± {shipped.standard_error:.3f}" == row.iloc[2]
    assert f"{percent(shipped.one.error)} → {percent(shipped.best.error)}" == row.iloc[4]


@pytest.mark.parametrize("name", ["shakespeare", "asker_bytes/as_asked", "asker_bytes/mended"])
def test_what_is_said_is_what_was_measured(name: str) -> None:
    found = calibration_result.load(folder.MODELS / name).value
    held_out, training = found.held_out.calibration, found.training.calibration
    text = sentences(WORDS, [PredictedText("held_out", "", held_out), PredictedText("training", "", training)], found)
    first, second = text.split("\n")[:2]
    assert WORDS.calibration.best_overconfident in first
    falls = held_out.best.error < held_out.one.error
    assert ("The ECE falls" in first, "The ECE does not fall" in first) == (falls, not falls)
    assert (WORDS.calibration.best_underconfident in second) == (name == "asker_bytes/mended")
    assert (WORDS.calibration.best_as_trained in second) == (name != "asker_bytes/mended")


def test_curves_to_take_away_hold_every_temperature(measured: tuple[Calibration, Calibration]) -> None:
    lines = as_csv(
        [PredictedText("held_out", "", measured[0]), PredictedText("training", "", measured[1])]
    ).splitlines()
    assert len(lines) == 1 + 2 * 60
    assert lines[1].startswith(f"held_out,0.05,{measured[0].slider[0].loss}")


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
    _press(page, WORDS.calibration.own_measure)
    assert sentence in [warning.value for warning in page.warning]
    assert "own text measured" not in page.session_state
    page.text_area(key="own text").set_value(text + "!")
    run(page)
    assert not page.warning  # it is being mended


def test_an_own_text_becomes_a_curve_a_choice_and_a_sentence(page: AppTest, small_model: Model) -> None:
    run(page)
    page.text_area(key="own text").set_value(OWN + "é$" + "".join(map(chr, range(0x4E00, 0x4E0B))))
    run(page)
    _press(page, WORDS.calibration.own_measure)
    assert any("13 characters" in caption.value for caption in page.caption)
    assert any("and 3 others" in caption.value for caption in page.caption)
    _until_over(page)
    sampler = small_model.sampler
    found = measure(sampler, sampler.vocabulary.encode(OWN))
    assert f"On **your text** it predicts best at **T* = {found.best.temperature:.3f}" in _said(page)
    assert [row["T"] for row in _rows(page, loss_curve.BEST)][2] == min(found.best.temperature, 3)
    assert WORDS.calibration.own_done.format(predictions=LEAST - 1) in [success.value for success in page.success]
    page.button_group(key="calibration text").set_value("own")
    run(page)
    shown = [row["count"] for row in _rows(page, reliability.BINS) if row["T"] == 1.0]
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
    _press(page, WORDS.calibration.own_measure)
    _press(page, WORDS.calibration.own_stop)
    _until_over(page)
    assert page.session_state["own text measured"].task.state == "stopped"
    assert WORDS.calibration.own_stopped in [info.value for info in page.info]
    assert len(_rows(page, loss_curve.BEST)) == 2


def test_another_model_stops_measuring(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_reading, "measure", _pausing)
    run(page)
    page.text_area(key="own text").set_value(OWN)
    run(page)
    _press(page, WORDS.calibration.own_measure)
    task = page.session_state["own text measured"].task
    page.selectbox(key=frame.CHOICE).set_value("asker_bytes/mended")
    run(page)
    assert not task.wanted
    assert WORDS.calibration.own_stop not in [button.label for button in page.button]


def test_others_see_their_place(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_reading, "measure", _pausing)
    other = AppTest.from_function(_page, default_timeout=60)
    for visitor in (page, other):
        run(visitor)
        visitor.text_area(key="own text").set_value(OWN)
        run(visitor)
        _press(visitor, WORDS.calibration.own_measure)
    assert WORDS.frame.job_queued.format(before=1) in [info.value for info in other.info]
    _press(page, WORDS.calibration.own_stop)
    _press(other, WORDS.calibration.own_stop)
    _until_over(page)


def test_a_failure_is_a_sentence(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> Calibration:
        raise ValueError("the *network* is tired")

    monkeypatch.setattr(calibration_reading, "measure", fails)
    run(page)
    page.text_area(key="own text").set_value(OWN)
    run(page)
    _press(page, WORDS.calibration.own_measure)
    _until_over(page)
    (error,) = page.error[-1:]
    assert WORDS.calibration.own_failed.format(error="the *network* is tired") == re.sub(r"\\(.)", r"\1", error.value)
