"""Weights that were saved without their layers: the network of TensorFlow's tutorial, as people have it."""

import json
import shutil
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

from components.language_model.adopt import characters
from components.language_model.adopt.silencing import without
from components.language_model.archive import process
from components.language_model.archive.chain import ArchiveError
from components.language_model.archive.loose import Told, chain_of
from components.language_model.rebuilding import rebuilt
from components.language_model.sampling import Sampler
from tests.conftest import TEXT

L = keras.layers
GRU = Told("gru", logits=True)


class TutorialModel(keras.Model):
    """The network of https://www.tensorflow.org/text/tutorials/text_generation."""

    def __init__(self, vocab_size: int, embedding_dim: int, rnn_units: int) -> None:
        super().__init__()
        self.embedding = L.Embedding(vocab_size, embedding_dim)
        self.gru = L.GRU(rnn_units, return_sequences=True, return_state=True)
        self.dense = L.Dense(vocab_size)

    def call(self, inputs, states=None, return_state=False, training=False):
        x = self.embedding(inputs, training=training)
        if states is None:
            states = self.gru.get_initial_state(tf.shape(x)[0])
        x, states = self.gru(x, initial_state=states, training=training)
        x = self.dense(x, training=training)
        return (x, states) if return_state else x


class OneStep(keras.Model):
    """What the tutorial saves: it writes one character, and never "[UNK]"."""

    def __init__(self, model, chars_from_ids, ids_from_chars) -> None:
        super().__init__()
        self.model, self.chars_from_ids, self.ids_from_chars = model, chars_from_ids, ids_from_chars
        skip_ids = self.ids_from_chars(["[UNK]"])[:, None]
        self.prediction_mask = tf.sparse.to_dense(
            tf.SparseTensor(
                values=[-float("inf")] * len(skip_ids),
                indices=skip_ids,
                dense_shape=[len(ids_from_chars.get_vocabulary())],
            )
        )

    @tf.function
    def generate_one_step(self, inputs, states=None):
        input_ids = self.ids_from_chars(tf.strings.unicode_split(inputs, "UTF-8")).to_tensor()
        predicted_logits, states = self.model(inputs=input_ids, states=states, return_state=True)
        predicted_ids = tf.argmax(predicted_logits[:, -1, :] + self.prediction_mask, -1)  # T = 0
        return self.chars_from_ids(predicted_ids), states


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a folder with all that the tutorial leaves, and what its own code writes behind "First" at T = 0."""
    keras.utils.set_random_seed(1)
    path, known = tmp_path_factory.mktemp("tutorial"), sorted(set(TEXT))
    ids_from_chars = L.StringLookup(vocabulary=known, mask_token=None)
    chars_from_ids = L.StringLookup(vocabulary=ids_from_chars.get_vocabulary(), invert=True, mask_token=None)
    model = TutorialModel(len(known) + 1, 8, 16)
    model(np.zeros((1, 4), np.int64))
    for variable in model.trainable_variables:
        variable.assign(1.5 * keras.random.normal(variable.shape, seed=2))
    model.dense.bias.assign(model.dense.bias + 20 * np.eye(len(known) + 1)[0])  # "[UNK]" would be the most likely
    one_step = OneStep(model, chars_from_ids, ids_from_chars)
    written, states, text = tf.constant(["First"]), None, ""
    for _ in range(60):
        written, states = one_step.generate_one_step(written, states=states)
        text += written.numpy()[0].decode()
    model.save_weights(path / "ckpt_1.weights.h5")
    tf.saved_model.save(one_step, path / "one_step")
    (path / "characters.json").write_text(json.dumps(ids_from_chars.get_vocabulary()))
    return path, text


@pytest.mark.parametrize("name", ["ckpt_1.weights.h5", "one_step"])
def test_the_tutorials_network_writes_what_its_own_code_writes(tutorial: tuple[Path, str], name: str) -> None:
    path, expected = tutorial
    chain, arrays = process.read(path / name, GRU)
    known = characters.read(path / "characters.json", chain.characters)
    assert (len(known), known.silent) == (chain.characters, (0,))
    sampler = Sampler(rebuilt(*without(chain, arrays, known.silent)), known.vocabulary)
    assert sampler.sample("First", [0.0], 60, seed=1)[0].text == expected
    assert len(set(expected)) > 3


@pytest.mark.parametrize("name", ["ckpt_1.weights.h5", "one_step"])
def test_what_is_not_in_the_weights_has_to_be_said(tutorial: tuple[Path, str], name: str) -> None:
    with pytest.raises(ArchiveError, match="say what reads them, --cell lstm, --cell gru or --cell rnn, and --logits"):
        process.read(tutorial[0] / name)
    with pytest.raises(ArchiveError, match="is --cell lstm what the network has"):
        process.read(tutorial[0] / name, Told("lstm", logits=True))


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


def test_a_checkpoint_of_tensorflow_is_taken(tutorial: tuple[Path, str], tmp_path: Path) -> None:
    of_weights = process.read(tutorial[0] / "ckpt_1.weights.h5", GRU)
    model = TutorialModel(of_weights[0].characters, 8, 16)
    model(np.zeros((1, 4), np.int64))
    model.set_weights(of_weights[1])
    tf.train.Checkpoint(model=model).write(tmp_path / "ckpt_9")
    chain, arrays = process.read(tmp_path / "ckpt_9.index", GRU)
    assert chain == of_weights[0]
    for one, other in zip(arrays, of_weights[1], strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_damaged_checkpoint_is_one_sentence(tutorial: tuple[Path, str], tmp_path: Path) -> None:
    for file, content in [("variables.index", b"no index"), ("variables.data-00000-of-00001", b"")]:
        broken = tmp_path / f"with {len(content)} bytes"
        shutil.copytree(tutorial[0] / "one_step", broken)
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
