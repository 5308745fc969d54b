"""Temperature at the end of a Keras model: scaled weights and a layer of its own, on heads of every kind."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest

from components.language_model.heads import ends_in_softmax, head, head_alone, scale_last_dense, with_temperature
from components.temperature import apply_temperature

L = keras.layers
X = np.random.default_rng(1).normal(size=(4, 6)).astype(np.float32)
TEMPERATURES = pytest.mark.parametrize("temperature", [0.05, 0.5, 1.0, 3.0])


def _functional() -> keras.Model:
    values = keras.Input((6,))
    left, right = L.Dense(3)(values), L.Dense(3, activation="tanh")(values)
    return keras.Model(values, L.Dense(5, activation="softmax")(L.Add()([left, right])))


MODELS: dict[str, Callable[[], keras.Model]] = {
    "softmax in the head": lambda: keras.Sequential([keras.Input((6,)), L.Dense(4), L.Dense(5, activation="softmax")]),
    "softmax on its own": lambda: keras.Sequential([keras.Input((6,)), L.Dense(5), L.Softmax()]),
    "softmax as an activation": lambda: keras.Sequential([keras.Input((6,)), L.Dense(5), L.Activation("softmax")]),
    "logits": lambda: keras.Sequential([keras.Input((6,)), L.Dense(5)]),
    "no bias": lambda: keras.Sequential([keras.Input((6,)), L.Dense(5, use_bias=False, activation="softmax")]),
    "branches before the head": _functional,
}
ANY_MODEL = pytest.mark.parametrize("name", MODELS)


def _made(name: str) -> keras.Model:
    keras.utils.set_random_seed(2)
    model = MODELS[name]()
    model.set_weights([weights + 0.5 for weights in model.get_weights()])  # biases that are not zero
    return model


def _chances(model: keras.Model) -> Any:
    found = np.asarray(model(X), np.float64)
    return found if ends_in_softmax(model) else apply_temperature(found)


def _expected(model: keras.Model, temperature: float) -> Any:
    return apply_temperature(np.log(_chances(model)), temperature)


@ANY_MODEL
@TEMPERATURES
def test_both_ways_give_the_softmax_of_logits_over_t(name: str, temperature: float) -> None:
    model = _made(name)
    before = [weights.copy() for weights in model.get_weights()]
    for changed in (scale_last_dense(model, temperature), with_temperature(model, temperature)):
        found = np.asarray(changed(X), np.float64)
        chances = found if ends_in_softmax(model) else apply_temperature(found)
        np.testing.assert_allclose(chances, _expected(model, temperature), atol=1e-5)
        assert changed.output_shape == model.output_shape
    assert all(map(np.array_equal, before, model.get_weights()))


def test_the_two_traps_are_real() -> None:
    model = _made("softmax in the head")
    wrong_factor, no_bias = (keras.models.clone_model(model) for _ in range(2))
    kernel, bias = model.layers[-1].get_weights()
    for other, weights in ((wrong_factor, [kernel * 0.5, bias * 0.5]), (no_bias, [kernel / 0.5, bias])):
        other.set_weights(model.get_weights())
        other.layers[-1].set_weights(weights)
    keras.utils.set_random_seed(5)
    bias += np.linspace(-1, 1, 5)
    model.layers[-1].set_weights([kernel, bias])
    for other in (wrong_factor, no_bias):
        assert np.abs(np.asarray(other(X)) - _expected(model, 0.5)).max() > 0.05


def test_a_stateful_model_keeps_its_batch_shape_and_its_state() -> None:
    model = keras.Sequential(
        [keras.Input(batch_shape=(1, 1, 6)), L.LSTM(4, stateful=True), L.Dense(5, activation="softmax")]
    )
    model(X[:1, None])
    state = [np.asarray(part) for part in model.layers[0].states]
    for changed in (scale_last_dense(model, 0.5), with_temperature(model, 0.5)):
        assert changed.input_shape == (1, 1, 6)
        changed(X[:1, None])
    assert all(map(np.array_equal, state, model.layers[0].states))


def test_t_changes_at_run_time_without_a_new_trace() -> None:
    model = _made("softmax in the head")
    tempered = with_temperature(model)
    first = tempered.predict(X, verbose=0)
    traces = tempered.predict_function.experimental_get_tracing_count()
    tempered.get_layer("temperature").temperature = 0.25
    np.testing.assert_allclose(tempered.predict(X, verbose=0), _expected(model, 0.25), atol=1e-6)
    np.testing.assert_allclose(first, _chances(model), atol=1e-6)
    assert tempered.predict_function.experimental_get_tracing_count() == traces


def test_only_the_temperature_can_be_trained() -> None:
    model = _made("branches before the head")
    assert [weights.path.split("/")[-1] for weights in with_temperature(model, trainable=True).trainable_weights] == [
        "log_temperature"
    ]
    assert not with_temperature(model).trainable_weights
    assert model.trainable_weights


@ANY_MODEL
def test_the_head_alone_gives_what_the_model_gives(name: str) -> None:
    model = _made(name)
    features = keras.Model(model.inputs[0], head(model).input)(X)
    np.testing.assert_allclose(np.asarray(head_alone(model)(features)), _chances(model), atol=1e-6)


@pytest.mark.parametrize("change", [scale_last_dense, with_temperature])
@pytest.mark.parametrize(
    ("layers", "named"),
    [
        (lambda: [L.Dense(5, activation="sigmoid")], "sigmoid"),
        (lambda: [L.Dense(5, activation="softmax"), L.Softmax()], "'softmax'.*linear is needed"),
        (lambda: [L.Dense(5), L.Dropout(0.5)], "Dropout.*product of weights"),
        (lambda: [L.Reshape((6, 1)), L.Conv1D(5, 2)], "Conv1D"),
    ],
)
def test_other_ends_are_refused_by_name(change, layers, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        change(keras.Sequential([keras.Input((6,)), *layers()]), 0.5)


@pytest.mark.parametrize("change", [scale_last_dense, with_temperature])
@pytest.mark.parametrize("temperature", [0.0, -1.0, float("nan"), float("inf")])
def test_a_temperature_that_cannot_divide_is_refused(change, temperature: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        change(_made("logits"), temperature)


def test_several_outputs_are_refused() -> None:
    values = keras.Input((6,))
    with pytest.raises(ValueError, match="2 outputs"):
        head(keras.Model(values, [L.Dense(2)(values), L.Dense(3)(values)]))
