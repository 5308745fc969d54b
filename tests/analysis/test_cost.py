"""The cost of a sweep is said, and must be agreed to above an hour."""

import types
from collections.abc import Callable
from pathlib import Path

import pytest

from components.analysis import calibration, comparison, cost, reference, stored, sweep
from components.analysis.comparison_setting import ComparisonSetting
from components.analysis.cost import Cost
from components.analysis.sweep_setting import SweepSetting
from components.language_model import durable, first_scene, folder, loading, machine
from components.language_model.scene_criteria import Effort
from tests.conftest import TEXT


@pytest.mark.parametrize(
    ("texts", "length", "said"),
    [
        (2, 100, "2 texts of 100 characters: about 0 seconds on two cores, and 400 bytes"),
        (100_000, 250, "100,000 texts of 250 characters: about 8 minutes on two cores, and 20.0 MB"),
        (10_000, 50_000, "10,000 texts of 50,000 characters: about 3 hours on two cores, and 2.0 MB"),
        (2_100_000_000, 1000, "2,100,000,000 texts of 1,000 characters: about 486 days on two cores, and 420.0 GB"),
    ],
)
def test_a_cost_is_said_in_its_fitting_unit(texts: int, length: int, said: str) -> None:
    assert str(Cost(texts, length)) == said


def test_a_window_is_read_anew_for_every_character() -> None:
    assert Cost(10, 500, window=40).seconds == 40 * Cost(10, 500).seconds
    assert Cost(10, 500, window=40).size == Cost(10, 500).size


def test_above_an_hour_somebody_must_agree(tmp_path: Path) -> None:
    hour = Cost(180_000, 1000)
    assert hour.seconds == 3600
    hour.check(tmp_path, is_agreed=False)
    with pytest.raises(
        ValueError, match=r"180,001 texts .* about 60 minutes .*: add --yes if that is meant, or ask for"
    ):
        Cost(180_001, 1000).check(tmp_path, is_agreed=False)
    Cost(180_001, 1000).check(tmp_path, is_agreed=True)


def test_what_does_not_fit_is_refused_whoever_agrees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "free_memory", lambda: 1_000_000_000)
    with pytest.raises(ValueError, match=r"measures take 1.2 GB of memory, and 1.0 GB are free: ask for fewer"):
        Cost(600_000, 10).check(tmp_path, is_agreed=True)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: types.SimpleNamespace(free=50_000_000))
    with pytest.raises(durable.RoomError, match=r"needs 80.0 MB, and 50.0 MB are free"):
        Cost(400_000, 10).check(tmp_path, is_agreed=True)


def test_the_size_is_about_that_of_a_stored_sweep() -> None:
    stored = (folder.DEFAULT_MODEL / "sweep.json").stat().st_size
    assert Cost(SweepSetting().texts, 1000).size == pytest.approx(stored, rel=0.3)


MEASURES: dict[str, Callable[[Path], object]] = {
    folder.SCENE: lambda model: first_scene.write(model, TEXT, Effort(1, 0)),
    stored.SWEEP: lambda model: sweep.write(model, SweepSetting()),
    stored.COMPARISON: lambda model: comparison.write(model, ComparisonSetting()),
    stored.REFERENCE: lambda model: reference.write(model, TEXT),
    stored.CALIBRATION: lambda model: calibration.calibrate(model, TEXT),
}


@pytest.mark.parametrize("file", MEASURES)
def test_room_is_asked_for_before_anything_is_measured(
    small_folder: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: types.SimpleNamespace(free=10_000))
    monkeypatch.setattr(loading, "load", pytest.fail)
    with pytest.raises(
        durable.RoomError, match=r"small needs \d.\d MB, and 10.0 kB are free on its disk: make room there"
    ):
        MEASURES[file](small_folder)


@pytest.mark.parametrize("file", MEASURES)
def test_room_is_held_while_it_is_measured_and_given_back(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    model = folder_copy()
    before = {path.name: path.read_bytes() for path in model.iterdir()}
    held: list[int] = []

    def stopped(_: Path) -> None:
        held.append((model / f"{file}.new").stat().st_size)
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "load", stopped)
    with pytest.raises(KeyboardInterrupt):
        MEASURES[file](model)
    (size,) = held
    assert size >= (folder.DEFAULT_MODEL / file).stat().st_size  # what the shipped network's takes
    assert {path.name: path.read_bytes() for path in model.iterdir()} == before
