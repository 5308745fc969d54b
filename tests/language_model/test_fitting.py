"""The trained temperature agrees with a one-dimensional minimiser, and with the truth where that is known."""

from typing import Any

import keras
import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from components.language_model.fitting import fit_temperature
from components.language_model.heads import with_temperature
from components.temperature import gumbel_noise, log_probabilities, pick


def _drawn(logits: Any) -> Any:
    return pick(logits, 1.0, gumbel_noise(5, range(len(logits)), logits.shape[1]))


def _minimised(logits: Any, targets: Any) -> float:
    def loss(log_temperature: float) -> float:
        chances = log_probabilities(logits, np.exp(log_temperature))
        return -float(np.take_along_axis(chances, targets[:, None], axis=-1).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-4, 4), method="bounded", options={"xatol": 1e-8}).x))


@pytest.mark.parametrize("sharpened", [0.05, 0.2, 0.8, 1.0, 1.7, 6.0, 30.0])
def test_it_agrees_with_a_minimiser(sharpened: float) -> None:
    logits = np.random.default_rng(1).normal(size=(3000, 12)) * 2
    targets = _drawn(logits)
    found = fit_temperature(sharpened * logits, targets)
    assert found == pytest.approx(_minimised(sharpened * logits, targets), rel=1e-3)
    assert found == pytest.approx(sharpened, rel=0.06)  # the truth, to what 3,000 draws tell


@pytest.mark.long
def test_a_whole_model_trained_with_everything_else_frozen_finds_the_same() -> None:
    keras.utils.set_random_seed(4)
    x = np.random.default_rng(2).normal(size=(800, 6)).astype(np.float32)
    model = keras.Sequential(
        [keras.Input((6,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(5, activation="softmax")]
    )
    model.set_weights([3 * weights for weights in model.get_weights()])
    logits = np.log(np.asarray(model(x), np.float64))
    targets = _drawn(logits / 2.5)
    tempered = with_temperature(model, trainable=True)
    tempered.compile(
        keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.1, 400)), "sparse_categorical_crossentropy"
    )
    # All steps are one epoch: each end of one costs far more than a step.
    tempered.fit(np.tile(x, (400, 1)), np.tile(targets, 400), batch_size=len(x), shuffle=False, verbose=0)
    assert tempered.get_layer("temperature").temperature == pytest.approx(_minimised(logits, targets), rel=1e-3)


@pytest.mark.parametrize(
    ("logits", "targets"), [(np.zeros((0, 3)), []), (np.zeros((2, 3)), [1]), (np.zeros(3), [1, 2, 0])]
)
def test_shapes_that_do_not_fit_are_named(logits: Any, targets: list[int]) -> None:
    with pytest.raises(ValueError, match="one target"):
        fit_temperature(logits, targets)
