"""Networks in one HDF5 file, as Keras 2 saved them."""

import json
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from components.language_model.archive import process
from components.language_model.archive.chain import ArchiveError
from components.language_model.rebuilding import rebuilt

L = keras.layers
CODES = np.arange(7)[None]


def _network(**settings: object) -> keras.Sequential:
    keras.utils.set_random_seed(1)
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32", batch_size=1),
            L.Embedding(7, 4),
            L.LSTM(5, return_sequences=True, stateful=True, **settings),
            L.GRU(6, return_sequences=True),
            L.TimeDistributed(L.Dense(7, activation="softmax")),
        ]
    )


def _of_keras_2(name: str, kind: str, **settings: object) -> dict[str, object]:
    common = {"name": name, "trainable": True, "dtype": "float32"}
    return {"class_name": kind, "config": {**common, **settings}}


def _save_as_keras_2(path: Path, network: keras.Sequential, version: str = "2.15.0", **of_lstm: object) -> None:
    """Write what Keras 2.15 writes for such a network."""
    recurrent = {
        "return_sequences": True,
        "return_state": False,
        "go_backwards": False,
        "unroll": False,
        "time_major": False,
        "activation": "tanh",
        "recurrent_activation": "sigmoid",
        "use_bias": True,
        "implementation": 2,
        "dropout": 0.0,
        "recurrent_dropout": 0.0,
    }
    dense = _of_keras_2("dense", "Dense", units=7, activation="softmax", use_bias=True)
    batch_shape = {"batch_input_shape": [1, None]}
    described = {
        "class_name": "Sequential",
        "config": {
            "name": "sequential",
            "layers": [
                _of_keras_2("embedding_input", "InputLayer", **batch_shape, sparse=False, ragged=False),
                _of_keras_2("embedding", "Embedding", **batch_shape, input_dim=7, output_dim=4, input_length=None),
                _of_keras_2("lstm", "LSTM", **{**recurrent, "units": 5, "stateful": True, **of_lstm}),
                _of_keras_2("gru", "GRU", **recurrent, units=6, stateful=False, reset_after=True),
                _of_keras_2("time_distributed", "TimeDistributed", layer=dense),
            ],
        },
    }
    names = {
        "embedding": ["embedding/embeddings:0"],
        "lstm": [f"lstm/lstm_cell/{name}:0" for name in ("kernel", "recurrent_kernel", "bias")],
        "gru": [f"gru/gru_cell/{name}:0" for name in ("kernel", "recurrent_kernel", "bias")],
        "time_distributed": ["time_distributed/kernel:0", "time_distributed/bias:0"],
    }
    values = iter(network.trainable_variables)
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"], file.attrs["model_config"] = version, json.dumps(described)
        weights = file.create_group("model_weights")
        for layer, of_layer in names.items():
            group = weights.create_group(layer)
            group.attrs["weight_names"] = [name.encode() for name in of_layer]
            for name in of_layer:
                group[name] = np.asarray(next(values))


def test_a_file_of_keras_2_is_taken(tmp_path: Path) -> None:
    network, path = _network(), tmp_path / "their.h5"
    _save_as_keras_2(path, network)
    np.testing.assert_allclose(rebuilt(*process.read(path))(CODES), network(CODES), atol=1e-6)


@pytest.mark.filterwarnings("ignore:.*HDF5:UserWarning")
def test_such_a_file_of_keras_3_is_taken(tmp_path: Path) -> None:
    network, path = _network(), tmp_path / "their.h5"
    network.save(path)
    np.testing.assert_allclose(rebuilt(*process.read(path))(CODES), network(CODES), atol=1e-6)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"time_major": True}, "time_major True: save it with the batch first"),
        ({"recurrent_activation": "hard_sigmoid"}, "hard_sigmoid of Keras 2.15.0, which is another function"),
        ({"go_backwards": True}, "go_backwards True: a text is written forwards"),
        ({"units": 6}, "shape"),
    ],
)
def test_what_would_be_wrong_is_refused(tmp_path: Path, settings: dict[str, object], sentence: str) -> None:
    _save_as_keras_2(tmp_path / "their.h5", _network(), **settings)
    with pytest.raises(ArchiveError, match=sentence):
        process.read(tmp_path / "their.h5")


def test_hard_sigmoid_is_taken_where_it_means_what_it_means_now(tmp_path: Path) -> None:
    network = _network(recurrent_activation="hard_sigmoid")
    _save_as_keras_2(tmp_path / "their.h5", network, "3.15.1", recurrent_activation="hard_sigmoid")
    np.testing.assert_allclose(rebuilt(*process.read(tmp_path / "their.h5"))(CODES), network(CODES), atol=1e-6)


def test_names_that_are_not_those_of_the_configuration_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "their.h5"
    _save_as_keras_2(path, _network())
    with h5py.File(path, "r+") as file:
        file["model_weights/lstm"].attrs["weight_names"] = [b"lstm/lstm_cell/kernel:0"]
    with pytest.raises(ArchiveError, match="'lstm' has 1 arrays in the file, and 3 by the configuration"):
        process.read(path)
