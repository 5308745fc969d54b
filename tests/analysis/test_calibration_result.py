"""Figures of a calibration: what is kept is read again, and what is damaged is told with its remedy."""

import json
import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from components.analysis import stored
from components.analysis.calibration_result import (
    TEMPERATURES,
    Calibration,
    Passage,
    Passages,
    load,
)
from components.analysis.stored import CALIBRATION
from components.language_model.content import parse
from components.language_model.folder import ModelError
from components.temperature import scale
from components.temperature.best import HIGHEST, LOWEST
from components.temperature.calibration import BINS, Tally

ROOT = Path(__file__).parents[2]


def tallied(*temperatures: float) -> Tally:
    tally = Tally(temperatures)
    tally.add(np.log([[0.9, 0.1]] * 4), [0, 0, 0, 1])
    return tally


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return Calibration.of(tallied(0.5, 2.0, 1.0), tallied(2.0), 0.25)


def test_temperatures_are_the_sliders() -> None:
    assert tuple(t for t in scale.TEMPERATURES if t > 0) == TEMPERATURES
    assert len(TEMPERATURES) == 60


def test_figures_are_those_of_the_tallies(calibration: Calibration) -> None:
    assert (calibration.predictions, calibration.accuracy, calibration.standard_error) == (4, 0.75, 0.25)
    assert [figures.temperature for figures in calibration.slider] == [0.5, 2.0]
    assert calibration.slider[1] == calibration.best
    assert calibration.one.temperature == 1.0
    assert calibration.one.loss == pytest.approx(-(3 * math.log(0.9) + math.log(0.1)) / 4, abs=1e-6)
    assert calibration.one.error == pytest.approx(0.15)
    assert calibration.best.loss == pytest.approx(-(3 * math.log(0.75) + math.log(0.25)) / 4, abs=1e-6)
    assert calibration.best.error == 0.0


def test_empty_bins_are_blank(calibration: Calibration) -> None:
    one = calibration.one
    assert len(one.count) == len(one.confidence) == len(one.accuracy) == BINS
    for count, confidence, accuracy in zip(one.count, one.confidence, one.accuracy, strict=True):
        assert (confidence, accuracy) == ((0.9, 0.75) if count else (None, None))
    assert one.mean_confidence == pytest.approx(0.9)


@pytest.mark.parametrize("bound", [LOWEST, HIGHEST])
def test_a_bound_has_no_standard_error(bound: float) -> None:
    found = Calibration.of(tallied(0.5, 1.0), tallied(bound), 0.25)
    assert found.at_bound
    assert found.standard_error is None


def test_what_is_within_the_bounds_may_have_none_either(calibration: Calibration) -> None:
    assert not calibration.at_bound
    assert Calibration.of(tallied(0.5, 1.0), tallied(2.0), None).standard_error is None


def test_json_gives_the_same_back(calibration: Calibration) -> None:
    assert parse(Calibration, json.loads(json.dumps(asdict(calibration), allow_nan=False))) == calibration


def test_what_is_kept_is_loaded(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    calibration = Calibration.of(tallied(*TEMPERATURES, 1.0), tallied(2.0), 0.25)
    held_out = Passage(90, 10, 2.0, calibration)
    training = Passage(80, 10, 2.0, replace(calibration, accuracy=1.0))
    stored.save(model, CALIBRATION, {**stored.provenance(model), "bins": BINS, **asdict(Passages(held_out, training))})
    found = load(model)
    assert found.value == Passages(held_out, training)
    assert found.same_weights
    assert found.command == "python -m components.analysis.calibration --model small --corpus FILE"


@pytest.mark.parametrize("broken", [{}, {"held_out": 3}, {"held_out": {}}, {"training": {"start": 1}}])
def test_what_is_not_a_calibration_is_damaged(
    folder_copy: Callable[[], Path], calibration: Calibration, broken: dict[str, object]
) -> None:
    model = folder_copy()
    passage = Passage(90, 10, 2.0, calibration)
    whole = asdict(Passages(passage, passage)) if broken else {}
    stored.save(model, CALIBRATION, {**stored.provenance(model), **whole, **broken})
    with pytest.raises(ModelError, match=r"calibration.json is damaged.*: mend it with"):
        load(model)


def test_a_missing_file_is_told(folder_copy: Callable[[], Path]) -> None:
    with pytest.raises(ModelError, match="is missing"):
        load(folder_copy())


def test_a_page_can_read_it_without_keras() -> None:
    script = (
        "import sys, components.analysis.calibration_result, components.analysis.calibration_reading, "
        "components.analysis.calibration; sys.exit(any(name in sys.modules for name in ('keras', 'tensorflow')))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
