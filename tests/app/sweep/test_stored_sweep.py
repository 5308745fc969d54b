"""The page "Sweep" as a script: the stored result, and stored files that cannot be used."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import comparison, comparison_results, reference, stored
from components.analysis.comparison_setting import ComparisonSetting
from components.analysis.sweep_results import Results, summary, to_content
from components.analysis.sweep_setting import SweepSetting
from components.charts import families
from components.charts.over_temperature import ESTIMATES
from components.language_model.loading import Model
from components.presenting.sweep import MEASURES, sentence
from components.words.en import ENGLISH as WORDS
from tests.app.reading import components, run
from tests.app.sweep.conftest import KNOWN, SETTING, data_of, text_of


def test_it_opens_on_the_stored_sweep(page: AppTest, made: Results) -> None:
    run(page)
    found = summary(made)
    assert len(data_of(page, ESTIMATES)) == len(MEASURES)
    for rows, measure in zip(data_of(page, ESTIMATES), MEASURES, strict=True):
        expected = [(t, one.mean) for t, one in zip(SETTING.temperatures, found[measure.name], strict=True)]
        there = [pair for pair in expected if pair[1] is not None]
        np.testing.assert_allclose([(row["T"], row["mean"]) for row in rows], there, atol=1e-5)  # as it is rounded
    assert "3 texts of 250 characters at each of 4 temperatures" in text_of(page)
    assert WORDS.sweep.claim_loops in text_of(page)
    ((written, fixed),) = [given["boxes"] for given in components(page) if "boxes" in given]
    assert [(one["T"], one["text"]) for one in written] == list(zip(SETTING.temperatures, made.texts, strict=True))
    assert fixed == [{"title": WORDS.sweep.written_at_zero, "text": made.texts[0]}]
    assert not page.error
    assert not page.warning


def test_every_figure_has_its_sentence_and_the_line_of_realtext_of(page: AppTest, made: Results) -> None:
    run(page)
    dashed = sentence(MEASURES[4], SETTING.temperatures, summary(made), None, WORDS)
    said = next(line for line in text_of(page).split("\n") if line.startswith("**Surprise.**"))
    assert said.split(",")[:2] == dashed.split(",")[:2]
    assert WORDS.explore.nothing not in said
    assert [len(rows) for rows in data_of(page, "real")][:7] == [1] * 7


def test_the_slider_starts_where_the_link_says(page: AppTest) -> None:
    page.query_params["at"] = "0.45"
    run(page)
    (start,) = [given["start"] for given in components(page) if "shown" in given]
    assert start == 0.45
    assert page.query_params["at"] in ("0.5", ["0.5"])  # the nearest that there is


@pytest.mark.parametrize(("at", "said"), [("9", "the nearest that works here is 3"), ("warm", "not a number")])
def test_a_bad_link_is_said(page: AppTest, at: str, said: str) -> None:
    page.query_params["at"] = at
    run(page)
    assert said in text_of(page)


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
    assert len(data_of(page, ESTIMATES)) == len(MEASURES)
    assert data_of(page, "real")[0] == []
    assert WORDS.sweep.trade_off_diamond not in text_of(page)


def test_a_damaged_reference_is_said_once_and_leaves_the_rest(page: AppTest, model: Path, small_model: Model) -> None:
    setting = ComparisonSetting(SweepSetting(temperatures=(0.5, 1.5), samples=4, length=250), (1.3,), (0.4,))
    compared = comparison.run(small_model.sampler, KNOWN, setting)
    stored.save(model, stored.COMPARISON, comparison_results.to_content(compared, stored.provenance(model)))
    (model / stored.REFERENCE).write_text("{")
    run(page)
    assert len(page.error) == 1
    assert "components.analysis.reference" in page.error[0].value
    assert data_of(page, families.CURVES)[1]
    assert WORDS.sweep.sweep_start in [button.label for button in page.button]


def test_other_weights_are_said_and_the_result_is_shown(page: AppTest, model: Path) -> None:
    content = json.loads((model / stored.SWEEP).read_text("utf-8"))
    stored.save(model, stored.SWEEP, {**content, "network_sha256": "0" * 64})
    run(page)
    assert "made with other weights" in page.warning[0].value
    assert len(data_of(page, ESTIMATES)) == len(MEASURES)


def test_a_file_that_was_made_again_is_read_again(page: AppTest, model: Path, made: Results) -> None:
    content = {**to_content(made, stored.provenance(model)), "network_sha256": "0" * 64}
    stored.save(model, stored.SWEEP, content)
    run(page)
    assert "made with other weights" in page.warning[0].value
    time.sleep(0.02)
    stored.save(model, stored.SWEEP, to_content(made, stored.provenance(model)))
    run(page)
    assert not page.warning


def test_without_a_comparison_its_section_says_how_to_make_one(page: AppTest) -> None:
    run(page)
    (said,) = [info.value for info in page.info if "```sh" in info.value]
    assert "python -m components.analysis.sweep --comparison --model" in said
    assert data_of(page, families.CURVES) == []
    assert not page.error


def test_a_comparison_is_shown_with_its_findings(page: AppTest, model: Path, small_model: Model) -> None:
    setting = ComparisonSetting(SweepSetting(temperatures=(0.5, 1.5), samples=4, length=250), (1.3,), (0.4,))
    compared = comparison.run(small_model.sampler, KNOWN, setting)
    stored.save(model, stored.COMPARISON, comparison_results.to_content(compared, stored.provenance(model)))
    run(page)
    near, everywhere = data_of(page, families.CURVES)
    assert len(everywhere) == 12
    assert len(near) <= 13
    found = comparison_results.findings(compared, reference.load(model).value.lengths[250]["word_share"].mean)
    assert len(page.table) == (1 if found else 0)
    assert f"in each of {len(setting.candidates)} ways" in text_of(page)
    assert not page.error


def test_a_damaged_comparison_leaves_the_rest(page: AppTest, model: Path) -> None:
    (model / stored.COMPARISON).write_text("{")
    run(page)
    assert "components.analysis.sweep --comparison" in page.error[0].value
    assert len(page.error) == 1
    assert len(data_of(page, ESTIMATES)) == len(MEASURES)
