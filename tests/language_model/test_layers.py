"""Which networks one step can run, and that it runs them as Keras does."""

import keras
import numpy as np
import pytest

from components.language_model.layers import chain
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of("abcdefg")
SIZE = len(VOCABULARY)
PROMPT = "badcafe"
L = keras.layers


def _onehot(*layers: keras.layers.Layer) -> keras.Sequential:
    return keras.Sequential([keras.Input((None, SIZE)), *layers])


def _codes(*layers: keras.layers.Layer) -> keras.Sequential:
    return keras.Sequential([keras.Input((None,), dtype="int32"), L.Embedding(SIZE, 5), *layers])


def _skipping(*layers: keras.layers.Layer) -> keras.Sequential:
    return keras.Sequential([keras.Input((None,), dtype="int32"), L.Embedding(SIZE, 5, mask_zero=True), *layers])


def _lstm(units: int) -> keras.layers.Layer:
    return L.LSTM(units, return_sequences=True)


NETWORKS = {
    "embedding, LSTM stack": lambda: _codes(_lstm(6), _lstm(4), L.Dense(SIZE)),
    "embedding, LSTM without bias, with other activations": lambda: _codes(
        L.LSTM(6, return_sequences=True, use_bias=False, activation="softsign", recurrent_activation="hard_sigmoid"),
        L.LSTM(4, return_sequences=True, use_bias=False, activation="relu"),
        L.Dense(SIZE),
    ),
    "embedding, dense before the LSTM": lambda: _codes(L.Dense(4, activation="tanh"), _lstm(6), L.Dense(SIZE)),
    "one-hot, dense alone": lambda: _onehot(L.Dense(SIZE)),
    "embedding, GRU": lambda: _codes(L.GRU(6, return_sequences=True), L.Dense(SIZE)),
    "embedding, SimpleRNN, dropout, dense": lambda: _codes(
        L.SimpleRNN(6, return_sequences=True),
        L.Dropout(0.5),
        L.Dense(5, activation="relu"),
        L.Dense(SIZE, use_bias=False),
    ),
    "one-hot, LSTM, softmax in the head": lambda: _onehot(_lstm(6), L.Dense(SIZE, activation="softmax")),
    "one-hot, GRU, softmax on its own": lambda: _onehot(L.GRU(6, return_sequences=True), L.Dense(SIZE), L.Softmax()),
    "embedding that skips code 0, LSTM stack": lambda: _skipping(_lstm(6), L.Dropout(0.5), _lstm(4), L.Dense(SIZE)),
    "embedding that skips code 0, GRU and SimpleRNN": lambda: _skipping(
        L.Dense(4, activation="tanh"),
        L.GRU(6, return_sequences=True),
        L.SimpleRNN(5, return_sequences=True),
        L.Dense(SIZE),
    ),
    "one-hot, softmax as an activation layer": lambda: _onehot(_lstm(6), L.Dense(SIZE), L.Activation("softmax")),
}


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("prompt", [PROMPT, "aabaca", "fedaa"])  # code 0 inside, at the beginning and at the end
def test_one_step_after_another_gives_what_keras_gives(name: str, prompt: str) -> None:
    keras.utils.set_random_seed(1)
    network = NETWORKS[name]()
    codes = VOCABULARY.encode(prompt)[None]
    given = keras.ops.one_hot(codes, SIZE) if name.startswith("one-hot") else codes
    expected = np.asarray(network(given))[0, -1]
    if "softmax" in name:
        expected = np.log(expected)
    ours = Sampler(network, VOCABULARY).read(prompt).logits
    # Logits that were once a softmax are known up to a constant.
    np.testing.assert_allclose(ours - ours.mean(), expected - expected.mean(), atol=1e-5)


def test_a_stateful_network_of_one_step_is_sampled_without_touching_its_state() -> None:
    network = keras.Sequential(
        [
            keras.Input(batch_shape=(3, 1, SIZE)),
            L.LSTM(6, return_sequences=True, stateful=True),
            L.Dense(SIZE, activation="softmax"),
        ]
    )
    Sampler(network, VOCABULARY).sample(PROMPT, [0.0, 1.0], 20, seed=1)
    assert all(not np.any(state) for state in network.layers[0].states)


def test_a_functional_chain_is_taken() -> None:
    codes = keras.Input((None,), dtype="int32")
    values = _lstm(4)(L.Embedding(SIZE, 3)(codes))
    network = keras.Model(codes, L.Dense(SIZE)(values))
    assert [type(layer).__name__ for layer in chain(network)] == ["Embedding", "LSTM", "Dense"]


def test_a_network_that_branches_is_refused() -> None:
    codes = keras.Input((None,), dtype="int32")
    values = L.Embedding(SIZE, 3)(codes)
    network = keras.Model(codes, L.Dense(SIZE)(L.Add()([values, L.Dense(3)(values)])))
    with pytest.raises(ValueError, match="branches"):
        chain(network)


@pytest.mark.parametrize(
    ("layers", "named"),
    [
        (lambda: [L.Conv1D(4, 2), L.Dense(SIZE)], "Conv1D"),
        (lambda: [_lstm(4)], "Dense"),
        (lambda: [L.Dense(SIZE, activation="sigmoid")], "sigmoid"),
        (lambda: [L.LSTM(4, return_sequences=True, go_backwards=True), L.Dense(SIZE)], "backwards"),
        (lambda: [L.Bidirectional(_lstm(4)), L.Dense(SIZE)], "Bidirectional"),
    ],
)
def test_what_cannot_be_taken_is_named(layers, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        chain(_codes(*layers()))
