"""Weights that were saved without their layers: the network of TensorFlow's tutorial, as people have it."""

import shutil
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

from components.language_model.archive import process
from components.language_model.archive.chain import ArchiveError
from components.language_model.archive.loose import Told, chain_of
from components.language_model.rebuilding import rebuilt
from tests.language_model.their_code import Tutorial, TutorialModel

pytestmark = pytest.mark.long

L = keras.layers
GRU = Told("gru", logits=True)


@pytest.mark.parametrize("name", ["ckpt_20.weights.h5", "one_step"])
def test_what_is_not_in_the_weights_has_to_be_said(tutorial: Tutorial, name: str) -> None:
    with pytest.raises(ArchiveError, match="say what reads them, --cell lstm, --cell gru or --cell rnn, and --logits"):
        process.read(tutorial.path / name)
    with pytest.raises(ArchiveError, match="is --cell lstm what the network has"):
        process.read(tutorial.path / name, Told("lstm", logits=True))


@pytest.mark.parametrize("logits", [True, False])
@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_weights_of_each_cell_make_the_network_that_they_are_of(cell: str, logits: bool, tmp_path: Path) -> None:
    kind = {"lstm": L.LSTM, "gru": L.GRU, "rnn": L.SimpleRNN}[cell]
    network = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            L.Embedding(7, 4),
            *(kind(6, return_sequences=True) for _ in range(11)),  # more than 10: numbers are ordered by their value
            L.Dense(5),
            L.Dense(7, activation=None if logits else "softmax"),
        ]
    )
    network.save_weights(tmp_path / "their.weights.h5")
    chain, arrays = process.read(tmp_path / "their.weights.h5", Told(cell, logits))
    codes = np.arange(7)[None]
    np.testing.assert_allclose(rebuilt(chain, arrays)(codes), network(codes), atol=1e-6)


def test_a_checkpoint_of_tensorflow_is_taken(tutorial: Tutorial, tmp_path: Path) -> None:
    of_weights = process.read(tutorial.path / "ckpt_20.weights.h5", GRU)
    model = TutorialModel(of_weights[0].characters, 8, 16)
    model(np.zeros((1, 4), np.int64))
    model.set_weights(of_weights[1])
    tf.train.Checkpoint(model=model).write(tmp_path / "ckpt_9")
    chain, arrays = process.read(tmp_path / "ckpt_9.index", GRU)
    assert chain == of_weights[0]
    for one, other in zip(arrays, of_weights[1], strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_damaged_checkpoint_is_one_sentence(tutorial: Tutorial, tmp_path: Path) -> None:
    for file, content in [("variables.index", b"no index"), ("variables.data-00000-of-00001", b"")]:
        broken = tmp_path / f"with {len(content)} bytes"
        shutil.copytree(tutorial.path / "one_step", broken)
        (broken / "variables" / file).write_bytes(content)
        with pytest.raises(ArchiveError, match=r"damaged|empty"):
            process.read(broken, GRU)


@pytest.mark.parametrize(
    "shapes",
    [
        {},
        {"dense/vars/0": ()},
        {"dense/vars/0": (7,)},
        {"embedding/vars/0": (7, 4)},
        {"embedding/vars/0": (7, 4), "dense/vars/0": (5, 7)},
        {"embedding/vars/0": (7, 4), "dense/vars/0": (4, 6)},
        {"embedding/vars/0": (7, 0), "dense/vars/0": (0, 7)},
        {"gru/cell/vars/0": (7, 15), "gru/cell/vars/1": (5, 15), "gru/cell/vars/2": (3, 15), "dense/vars/0": (5, 7)},
    ],
)
def test_arrays_that_make_up_no_network_are_refused(shapes: dict[str, tuple[int, ...]]) -> None:
    with pytest.raises(ArchiveError):
        chain_of(shapes, GRU)
