"""Networks that are taken from a file predict what Keras's own call of them predicts."""

from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model import folder
from components.language_model.archive import process
from components.language_model.folder import MODELS, NETWORK
from components.language_model.rebuilding import rebuilt
from components.language_model.sampling import Sampler
from tests.language_model.archive.saving import (
    SIZE,
    TEXT,
    VOCABULARY,
    L,
    keras_log_probabilities,
    loop_log_probabilities,
    of_codes,
    of_onehot,
    spread,
)

pytestmark = pytest.mark.long

CODES = VOCABULARY.encode(TEXT)[:100]


def _sequences(layer: type[keras.layers.RNN], units: int = 6, **settings: object) -> keras.layers.Layer:
    return layer(units, return_sequences=True, **settings)


def _functional() -> keras.Model:
    codes = keras.Input((None,), dtype="int32")
    values = _sequences(L.LSTM)(L.Embedding(SIZE, 4, mask_zero=True)(codes))
    return keras.Model(codes, L.Dense(SIZE, activation="softmax")(_sequences(L.GRU, 5)(values)))


def _called() -> keras.Model:
    network = keras.Sequential([L.Embedding(SIZE, 4), _sequences(L.LSTM), L.Dense(SIZE)])
    network(CODES[None])
    return network


def _trained() -> keras.Model:
    network = of_onehot(_sequences(L.LSTM), L.Dropout(0.2), L.Dense(SIZE, activation="softmax"))
    network.compile("adam", "categorical_crossentropy")
    onehot = np.eye(SIZE, dtype=np.float32)[CODES][None]
    network.fit(onehot[:, :-1], onehot[:, 1:], verbose=0)
    return network


TAKEN = {
    "Embedding, LSTM, Dense": lambda: of_codes(_sequences(L.LSTM), L.Dense(SIZE)),
    "two LSTM, Dropout, TimeDistributed(Dense), softmax": lambda: of_codes(
        _sequences(L.LSTM),
        L.Dropout(0.2),
        _sequences(L.LSTM),
        L.TimeDistributed(L.Dense(SIZE)),
        L.Activation("softmax"),
    ),
    "TimeDistributed(Dense(softmax))": lambda: of_onehot(
        _sequences(L.LSTM), L.TimeDistributed(L.Dense(SIZE, activation="softmax"))
    ),
    "Embedding(mask_zero=True)": lambda: of_codes(
        _sequences(L.LSTM), _sequences(L.LSTM), L.Dense(SIZE), mask_zero=True
    ),
    "functional, with a mask": _functional,
    "GRU as before Keras 2.3": lambda: of_onehot(_sequences(L.GRU, reset_after=False), L.Dense(SIZE)),
    "GRU without bias": lambda: of_onehot(_sequences(L.GRU, use_bias=False), L.Dense(SIZE, use_bias=False)),
    "SimpleRNN, Dense inside": lambda: of_codes(
        _sequences(L.SimpleRNN, activation="sigmoid"), L.Dense(4, activation="tanh"), L.Dense(SIZE)
    ),
    "LSTM with other activations": lambda: of_codes(
        _sequences(L.LSTM, activation="softsign", recurrent_activation="hard_sigmoid"), L.Dense(SIZE)
    ),
    "built by calling it": _called,
    "trained, with its optimizer": _trained,
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_network_of_a_file_predicts_what_keras_predicts(name: str, tmp_path: Path) -> None:
    keras.utils.set_random_seed(1)
    network, path = spread(TAKEN[name]()), tmp_path / "their.keras"
    network.save(path)
    expected = keras_log_probabilities(network, CODES)
    assert np.abs(expected).max() > 0.1
    np.testing.assert_allclose(loop_log_probabilities(path, CODES), expected, atol=1e-4)


@pytest.mark.parametrize(
    ("build", "window"),
    [
        (lambda: of_onehot(L.LSTM(6), L.Dense(SIZE), length=40), 40),
        (lambda: of_codes(_sequences(L.GRU), L.LSTM(6), L.Dropout(0.1), L.Dense(SIZE), length=40), 40),
        (lambda: of_onehot(L.LSTM(6), L.Dense(SIZE)), None),
        (lambda: of_onehot(L.LSTM(6), L.Dense(SIZE), length=1), None),
        (lambda: of_onehot(_sequences(L.LSTM), L.Dense(SIZE), length=40), None),
    ],
)
def test_windows_are_those_of_which_only_the_next_character_is_predicted(
    build: Callable[[], keras.Model], window: int | None, tmp_path: Path
) -> None:
    network = spread(build())
    network.save(tmp_path / "their.keras")
    chain, arrays = process.read(tmp_path / "their.keras")
    assert chain.window == window
    if window is not None:
        codes = CODES[None, :window]
        given = codes if chain.layers[0].kind == "Embedding" else keras.ops.one_hot(codes, SIZE)
        np.testing.assert_allclose(rebuilt(chain, arrays)(given), network(given), atol=1e-6)


def test_a_folder_that_an_archive_was_unpacked_into_is_taken(tmp_path: Path) -> None:
    import zipfile

    network, path = spread(of_codes(_sequences(L.LSTM), L.Dense(SIZE))), tmp_path / "their.keras"
    network.save(path)
    zipfile.ZipFile(path).extractall(tmp_path / "unpacked")
    archived, unpacked = process.read(path), process.read(tmp_path / "unpacked")
    assert archived[0] == unpacked[0]
    for one, other in zip(archived[1], unpacked[1], strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "float16", "bfloat16", "float64"])
def test_numbers_of_every_float_policy_are_read_as_float32(policy: str, tmp_path: Path) -> None:
    keras.utils.set_random_seed(1)
    # Keras itself cannot draw an orthogonal kernel in bfloat16.
    network = of_codes(
        _sequences(L.LSTM, dtype=policy, recurrent_initializer="glorot_uniform"),
        L.Dense(SIZE, dtype=policy),
        dtype=policy,
    )
    network.save(tmp_path / "their.keras")
    _, arrays = process.read(tmp_path / "their.keras")
    for array, variable in zip(arrays, network.trainable_variables, strict=True):
        assert array.dtype == np.float32
        np.testing.assert_array_equal(array, np.asarray(keras.ops.cast(variable, "float32")))


@pytest.mark.parametrize("name", ["shakespeare", "asker_bytes/as_asked", "asker_bytes/mended"])
def test_shipped_networks_have_the_logits_that_they_have_as_keras_loads_them(name: str) -> None:
    path = MODELS / name
    characters = folder.vocabulary(path)
    loaded = keras.saving.load_model(path / NETWORK, compile=False)
    ours = Sampler(rebuilt(*process.read(path / NETWORK)), characters)
    theirs = Sampler(loaded, characters)
    prompt = "Against him first: he's a very dog to the c"
    np.testing.assert_array_equal(ours.read(prompt).logits, theirs.read(prompt).logits)
