"""The shipped network and its trained twin: sizes, DropConnect, carried state."""

import keras
import numpy as np
import pytest

from components.language_model.network import (
    DropConnectLSTM,
    copy_weights,
    network,
    stateful_layers,
    trained_network,
)
from components.language_model.recipe import Recipe

CODES = np.arange(64, dtype=np.int32).reshape(2, 32) % 7


@pytest.fixture
def recipe() -> Recipe:
    return Recipe(embedding=4, units=8, lanes=2, steps=32, dropout=0.0, dropconnect=0.5)


def test_the_default_network_is_under_a_million_parameters_and_gives_logits() -> None:
    shipped = network(Recipe(), 65)
    assert shipped.count_params() < 1_000_000
    assert shipped.layers[-1].activation is keras.activations.linear


def test_the_shipped_network_needs_none_of_our_code() -> None:
    assert all(type(layer).__module__.startswith("keras.") for layer in network(Recipe(), 65).layers)


def test_twins_with_the_same_weights_agree_at_inference(recipe: Recipe) -> None:
    trained, plain = trained_network(recipe, 7), network(recipe, 7)
    copy_weights(trained, plain)
    np.testing.assert_allclose(trained(CODES, training=False), plain(CODES), atol=1e-6)


def test_without_dropconnect_training_computes_what_an_lstm_computes(recipe: Recipe) -> None:
    layer = DropConnectLSTM(8, dropconnect=0.0, return_sequences=True)
    inputs = keras.random.normal((2, 32, 4), seed=1)
    plain = keras.layers.LSTM(8, return_sequences=True)
    plain.build(inputs.shape)
    layer.build(inputs.shape)
    plain.set_weights(layer.get_weights()[:3])
    np.testing.assert_allclose(layer(inputs, training=True), plain(inputs), atol=1e-6)


def test_masks_differ_from_batch_to_batch(recipe: Recipe) -> None:
    model = trained_network(recipe, 7)
    outputs = []
    for _ in range(3):
        for layer in stateful_layers(model):
            layer.reset_state()
        outputs.append(np.asarray(model(CODES, training=True)))
    assert not np.allclose(outputs[0], outputs[1])
    assert not np.allclose(outputs[1], outputs[2])


def test_masks_differ_from_batch_to_batch_inside_a_compiled_step(recipe: Recipe) -> None:
    layer = stateful_layers(trained_network(recipe, 7))[0]
    model = keras.Sequential([keras.Input(batch_shape=(2, 32, 4)), layer])
    model.compile("sgd", "mse", jit_compile=False)
    before = np.asarray(layer.mask_seed.state)
    model.fit(np.ones((4, 32, 4)), np.ones((4, 32, 8)), batch_size=2, shuffle=False, verbose=0)
    assert not np.array_equal(before, np.asarray(layer.mask_seed.state))


def test_one_mask_serves_all_steps_of_a_batch() -> None:
    layer = DropConnectLSTM(3, dropconnect=0.5, return_sequences=True, seed=2)
    inputs = keras.random.normal((1, 20, 2), seed=1)
    layer.build(inputs.shape)
    again = keras.random.SeedGenerator(0)
    again.state.assign(layer.mask_seed.state)
    masked = keras.random.dropout(layer.cell.recurrent_kernel, 0.5, seed=again)
    outputs = layer(inputs, training=True)
    plain = keras.layers.LSTM(3, return_sequences=True)
    plain.build(inputs.shape)
    kernel, _, bias = layer.get_weights()[:3]
    plain.set_weights([kernel, np.asarray(masked), bias])
    np.testing.assert_allclose(outputs, plain(inputs), atol=1e-6)


def test_carried_state_moves(recipe: Recipe) -> None:
    model = trained_network(recipe, 7)
    first = np.asarray(model(CODES, training=False))
    second = np.asarray(model(CODES, training=False))
    assert not np.allclose(first, second)
    assert all(np.any(state) for layer in stateful_layers(model) for state in layer.states)


def test_the_trained_layer_survives_saving() -> None:
    layer = DropConnectLSTM(4, dropconnect=0.3, stateful=True)
    again = DropConnectLSTM.from_config(layer.get_config())
    assert (again.units, again.dropconnect, again.stateful) == (4, 0.3, True)
