"""The Temperature layer: what it gives, what it keeps, and what training may do to it."""

from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model.temperature_layer import Temperature
from components.temperature import apply_temperature

LOGITS = np.random.default_rng(3).normal(size=(5, 7)).astype(np.float32) * 4


@pytest.mark.parametrize("temperature", [1e-3, 0.5, 1.0, 7.0])
def test_a_softmax_after_it_is_the_softmax_at_t(temperature: float) -> None:
    found = keras.ops.softmax(Temperature(temperature)(LOGITS))
    np.testing.assert_allclose(np.asarray(found), apply_temperature(LOGITS, temperature), atol=1e-4)
    assert np.array_equal(np.asarray(Temperature()(LOGITS)), LOGITS)


def test_it_comes_back_from_its_configuration_and_from_a_file(tmp_path: Path) -> None:
    layer = Temperature(0.5, trainable=True, name="mine")
    layer.temperature = 0.75
    again = Temperature.from_config(layer.get_config())
    assert (again.temperature, again.trainable, again.name) == (pytest.approx(0.75), True, "mine")
    model = keras.Sequential([keras.Input((7,)), layer, keras.layers.Softmax()])
    layer.temperature = 2.0
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    assert loaded.layers[0].temperature == pytest.approx(2.0)
    np.testing.assert_array_equal(np.asarray(loaded(LOGITS)), np.asarray(model(LOGITS)))


def test_it_stands_in_functional_models_and_in_sequences_of_any_length() -> None:
    values = keras.Input((None, 7))
    model = keras.Model(values, Temperature(0.5)(values))
    np.testing.assert_allclose(np.asarray(model(LOGITS[None])), 2 * LOGITS[None], rtol=1e-6)
    assert model.output_shape == (None, None, 7)


def test_training_cannot_make_it_negative() -> None:
    layer = Temperature(trainable=True)
    model = keras.Sequential([keras.Input((7,)), layer])
    model.compile(keras.optimizers.SGD(1.0), "mse")
    model.fit(LOGITS, np.zeros_like(LOGITS), epochs=1, verbose=0)
    assert layer.temperature > 0


def test_a_frozen_one_stays_where_it_is() -> None:
    layer = Temperature(0.5)
    model = keras.Sequential([keras.Input((7,)), keras.layers.Dense(7), layer])
    model.compile("sgd", "mse")
    model.fit(LOGITS, np.zeros_like(LOGITS), epochs=2, verbose=0)
    assert layer.temperature == pytest.approx(0.5)


@pytest.mark.parametrize("temperature", [0, -0.5, float("nan"), float("inf")])
def test_what_it_cannot_divide_by_is_named(temperature: float) -> None:
    with pytest.raises(ValueError, match=f"got {temperature}"):
        Temperature(temperature)
    layer = Temperature()
    with pytest.raises(ValueError, match="argmax"):
        layer.temperature = temperature
    assert layer.temperature == 1
