"""The optimizer of a run: its average of the weights, and its learning rate, at every length of a run."""

import math
from dataclasses import replace

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.recipe import Recipe
from components.language_model.training.optimizer import AveragingAdamW, optimizer

RECIPE = Recipe(warmup_steps=200, ema_momentum=0.998)


def averaged(momentum: float, steps: int) -> tuple[list[float], float]:
    """Return a weight after each step of a run, and its average at the end."""
    weight = keras.Variable([0.0])
    moving = AveragingAdamW(0.1, use_ema=True, ema_momentum=momentum)
    moving.build([weight])
    weights = []
    for step in range(steps):
        moving.apply([keras.ops.convert_to_tensor([math.sin(step)])])
        weights.append(float(np.asarray(weight)[0]))
    moving.finalize_variable_values([weight])
    return weights, float(np.asarray(weight)[0])


@pytest.mark.parametrize("steps", [1, 2, 30])
def test_the_average_of_a_short_run_counts_each_step_by_its_eighth_power(steps: int) -> None:
    weights, average = averaged(0.998, steps)
    shares = [math.comb(step + 7, 8) for step in range(1, steps + 1)]
    assert average == pytest.approx(np.average(weights, weights=shares), rel=1e-5)


def test_the_average_of_a_long_run_is_that_of_its_momentum() -> None:
    weights, average = averaged(0.5, 60)  # reached after 9 steps
    expected = weights[0]
    for weight in weights[1:]:
        expected = 0.5 * expected + 0.5 * weight
    assert average == pytest.approx(expected, rel=1e-5)


def test_without_momentum_the_average_is_the_last_weight() -> None:
    weights, average = averaged(0.0, 5)
    assert average == weights[-1]


@given(st.integers(1, 20_000))
def test_the_learning_rate_rises_for_half_a_run_at_most_and_ends_low(steps: int) -> None:
    rate = optimizer(RECIPE, steps)._learning_rate
    rates = [float(rate(step)) for step in (0, min(200, steps // 2), steps)]
    highest = RECIPE.learning_rate
    assert rates == pytest.approx([0 if steps >= 2 else highest, highest, highest * 0.02], rel=1e-3)


def test_a_rate_without_warmup_begins_at_its_highest() -> None:
    rate = optimizer(replace(RECIPE, warmup_steps=0), 100)._learning_rate
    assert float(rate(0)) == pytest.approx(RECIPE.learning_rate)
