"""A run that ends with its time."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.language_model import durable
from components.language_model.recipe import Recipe
from components.language_model.training.callbacks import DivergedError, run_variables, values
from components.language_model.training.timed import Run, _columns
from tests.conftest import TEXT

pytestmark = pytest.mark.long

RECIPE = Recipe(embedding=4, units=8, layers=1, lanes=4, steps=16, warmup_steps=2)


def test_it_goes_on_where_it_was_measured(tmp_path: Path) -> None:
    run = Run(TEXT * 15, RECIPE, 60, tmp_path)
    run.learn(0.2)
    first = run.measure().losses
    assert not run.has_learned
    assert first["validation"] < 1.1 * math.log(len(run.vocabulary))
    kept = values(run_variables(run._model))
    run.learn(0.1)  # and is killed before it is measured
    again = Run(TEXT * 15, RECIPE, 60, tmp_path)
    assert again.losses == (first,)
    for one, other in zip(kept, values(run_variables(again._model)), strict=True):
        np.testing.assert_array_equal(one, other)
    assert again.best().losses["validation"] == pytest.approx(first["validation"], abs=1e-5)
    again.learn(0.1)
    assert again.seconds >= first["seconds"] + 0.1
    assert again.passes > first["passes"]


def test_it_ends_with_its_time_and_where_it_is_not_wanted(tmp_path: Path) -> None:
    run = Run(TEXT * 15, RECIPE, 1, tmp_path)
    run.learn(5.0, lambda: False)
    assert (run.seconds, run.speed, run.has_learned) == (0.0, None, False)
    run.learn(5.0)
    assert run.is_over
    assert run.seconds == pytest.approx(1.0, abs=0.5)
    learned = run.passes
    run.learn(5.0)
    assert run.passes == learned


def test_the_weights_that_predict_best_are_kept(tmp_path: Path) -> None:
    run = Run(TEXT * 15, RECIPE, 60, tmp_path)
    run.learn(0.2)
    best = run.measure().losses["validation"]
    for average in run._model.optimizer._model_variables_moving_average:
        average.assign(average + 3.0)
    run.learn(0.01)
    assert run.measure().losses["validation"] > best
    assert run.best().losses["validation"] == pytest.approx(best, abs=1e-5)


def test_numbers_that_are_none_end_it(tmp_path: Path) -> None:
    run = Run(TEXT * 15, replace(RECIPE, ema_momentum=0.9), 60, tmp_path)
    bias = run._model.layers[-1].bias
    bias.assign(bias * math.nan)
    with pytest.raises(DivergedError, match="no number"):
        run.learn(0.2)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_not_made_again_for_the_network(tmp_path: Path) -> None:
    run = Run(TEXT * 15, RECIPE, 60, tmp_path)
    run.learn(0.1)
    run.measure()
    with pytest.raises(durable.RoomError):
        run.publish(tmp_path / "gone" / "made")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize(("length", "characters", "shape"), [(200, 60, (1, 200)), (2_000, 60, (7, 257))])
def test_stretches_of_a_text(length: int, characters: int, shape: tuple[int, int]) -> None:
    codes = np.arange(length, dtype=np.int32)
    columns = _columns(codes, characters)
    assert columns.shape == shape
    assert (np.diff(columns, axis=1) == 1).all()
    assert (columns[0, 0], columns[-1, -1]) == (0, length - 1)


def test_fewer_stretches_are_measured_of_many_characters() -> None:
    codes = np.arange(200_000, dtype=np.int32)
    assert [len(_columns(codes, characters)) for characters in (60, 2_000, 5_000)] == [64, 16, 6]
