"""The page "Calibration" as a script: the stored numbers, and what is said of them."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import calibration_result, stored
from components.analysis.calibration_result import Calibration, Passage, Passages
from components.charts import loss_curve, reliability
from components.language_model import checksums, folder
from components.pages.serving import models
from components.presenting.calibration import PredictedText, as_csv, networks_lead, readout, sentences
from components.presenting.numbers import percent
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, markdown, rows_of, run

SHIPPED = len(folder.available())


def test_it_opens_on_the_stored_numbers(page: AppTest, measured: tuple[Calibration, Calibration]) -> None:
    run(page)
    held_out, training = measured
    text = markdown(page)
    for found, kind in ((held_out, "held-out text"), (training, "training text")):
        assert f"On **{kind}** it predicts best at **T* = {found.best.temperature:.3f}" in text
        best = next(row for row in rows_of(page, loss_curve.BEST) if row["label"].startswith(kind))
        assert (best["T"], best["loss"]) == (min(found.best.temperature, 3), found.best.loss)
    assert "within 0.000003" in text or "within 0.000002" in text
    shown = [row for row in rows_of(page, reliability.BINS) if row["T"] == 0.5]
    half = next(at for at in held_out.slider if at.temperature == 0.5)
    assert [row["accuracy"] for row in shown] == [share for share in half.accuracy if share is not None]
    readout = next(row["label"] for row in rows_of(page, reliability.READOUT) if row["T"] == 0.5)
    for figure in (half.error, half.mean_confidence, held_out.accuracy):
        assert percent(figure) in readout


def test_the_diagram_is_of_the_chosen_text(page: AppTest, measured: tuple[Calibration, Calibration]) -> None:
    run(page)
    page.button_group(key="calibration text").set_value("training")
    run(page)
    one = [row["count"] for row in rows_of(page, reliability.BINS) if row["T"] == 1.0]
    assert one == [count for count in measured[1].one.count if count]


def test_the_slider_starts_where_the_link_says(page: AppTest) -> None:
    page.query_params["T"] = "1.25"
    run(page)
    (start,) = [given["start"] for given in components(page) if "start" in given]
    assert start == 1.25
    assert page.query_params["T"] in ("1.25", ["1.25"])


def test_until_the_model_is_there_all_stored_is_shown(
    page: AppTest, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
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
    stored.save(path, stored.CALIBRATION, content | {"network_sha256": "other"})
    run(page)
    (warning,) = page.warning
    assert "other weights" in warning.value
    assert stored.command(path, stored.CALIBRATION) in warning.value
    assert len(page.get("vega_lite_chart")) == 2


def test_the_lesson_has_the_shipped_sweeps_numbers(page: AppTest, path: Path) -> None:
    for name in (stored.CALIBRATION, stored.SWEEP, stored.REFERENCE):
        shutil.copy(folder.MODELS / "shakespeare" / name, path)
    checksums.sign(path)
    run(page)
    found = calibration_result.load(path).value
    best = found.held_out.calibration.best.temperature
    assert f"this network predicts held-out text best at T* = {best:.2f}, but what it writes" in markdown(page)
    shares = page.table[0].value
    assert shares.iloc[0, 0] == "T = 0.5"
    assert shares.iloc[-1, 0] == WORDS.calibration.lesson_real
    in_percent = [float(share.removesuffix(" %")) for share in shares.iloc[:, 1]]
    assert in_percent[:-1] == sorted(in_percent[:-1], reverse=True)


def test_an_error_that_rises_is_explained_and_one_that_falls_is_not(
    measured: tuple[Calibration, Calibration],
) -> None:
    for change, rises in ((0.01, True), (1e-7, False), (-0.01, False)):  # what is shown alike does not rise
        held_out, training = (
            replace(one, best=replace(one.best, error=one.one.error + (change if first else -0.01)))
            for first, one in zip((True, False), measured, strict=True)
        )
        lead = networks_lead(WORDS, [Passages(Passage(0, 9, 1.0, held_out), Passage(0, 9, 1.0, training))])
        assert (WORDS.calibration.networks_error_rises in lead) == rises


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


@pytest.mark.parametrize(
    ("temperature", "verdict"), [(0.5, "overconfident"), (1.0, "overconfident"), (3.0, "underconfident")]
)
def test_the_diagram_says_whether_the_network_is_too_sure(temperature: float, verdict: str) -> None:
    held_out = calibration_result.load(folder.MODELS / "shakespeare").value.held_out.calibration
    at = next(at for at in held_out.slider if at.temperature == temperature)
    first, second = readout(WORDS, held_out, at).split("\n")
    assert first.startswith(f"T = {temperature:g}: {verdict} ")
    assert percent(at.error) in first
    assert [percent(at.mean_confidence), percent(held_out.accuracy)] == re.findall(r"[\d.]+ %", second)


def test_a_difference_too_small_to_be_seen_is_none() -> None:
    held_out = calibration_result.load(folder.MODELS / "shakespeare").value.held_out.calibration
    for excess, verdict in (
        (0.009, "honest"),
        (-0.009, "honest"),
        (0.011, "overconfident"),
        (-0.011, "underconfident"),
    ):
        shifted = replace(held_out, accuracy=held_out.one.mean_confidence - excess)
        assert f" {getattr(WORDS.calibration, verdict)} " in readout(WORDS, shifted, held_out.one)


def test_curves_to_take_away_hold_every_temperature(measured: tuple[Calibration, Calibration]) -> None:
    lines = as_csv(
        [PredictedText("held_out", "", measured[0]), PredictedText("training", "", measured[1])]
    ).splitlines()
    assert len(lines) == 1 + 2 * 60
    assert lines[1].startswith(f"held_out,0.05,{measured[0].slider[0].loss}")
