"""The two programs that most people have a network from, as their pages have them, at a small size."""

import json
from pathlib import Path
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

L = keras.layers


class Tutorial(NamedTuple):
    """What TensorFlow's tutorial leaves: a folder, and what its own code writes behind "First" at T = 0."""

    path: Path
    written: str


MAXLEN = 40


def keras_example(text: str, path: Path) -> str:
    """Run https://keras.io/examples/generative/lstm_character_level_text_generation/; save its network.

    Returns
    -------
    str
        The beginning of the text, as much as a window has, and what the program writes behind it at T = 0.
    """
    keras.utils.set_random_seed(1)
    chars = sorted(set(text))
    char_indices = {c: i for i, c in enumerate(chars)}
    sentences = [text[i : i + MAXLEN] for i in range(0, len(text) - MAXLEN, 3)]
    next_chars = [text[i + MAXLEN] for i in range(0, len(text) - MAXLEN, 3)]
    x = np.zeros((len(sentences), MAXLEN, len(chars)), dtype="bool")
    y = np.zeros((len(sentences), len(chars)), dtype="bool")
    for i, sentence in enumerate(sentences):
        for t, char in enumerate(sentence):
            x[i, t, char_indices[char]] = 1
        y[i, char_indices[next_chars[i]]] = 1
    model = keras.Sequential(
        [keras.Input(shape=(MAXLEN, len(chars))), L.LSTM(16), L.Dense(len(chars), activation="softmax")]
    )
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.RMSprop(learning_rate=0.01))
    model.fit(x, y, batch_size=32, epochs=20, verbose=0)
    model.save(path)
    written = text[:MAXLEN]
    for _ in range(40):
        x_pred = np.zeros((1, MAXLEN, len(chars)))
        for t, char in enumerate(written[-MAXLEN:]):
            x_pred[0, t, char_indices[char]] = 1.0
        written += chars[int(model.predict(x_pred, verbose=0)[0].argmax())]
    return written


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


def tensorflow_tutorial(text: str, path: Path) -> Tutorial:
    """Run the tutorial of `TutorialModel`; leave its checkpoint, its SavedModel and its vocabulary in a folder."""
    keras.utils.set_random_seed(1)
    vocab = sorted(set(text))
    ids_from_chars = L.StringLookup(vocabulary=vocab, mask_token=None)
    chars_from_ids = L.StringLookup(vocabulary=ids_from_chars.get_vocabulary(), invert=True, mask_token=None)
    all_ids = ids_from_chars(tf.strings.unicode_split(text, "UTF-8"))
    sequences = tf.data.Dataset.from_tensor_slices(all_ids).batch(21, drop_remainder=True)
    dataset = sequences.map(lambda sequence: (sequence[:-1], sequence[1:])).shuffle(100).batch(8, drop_remainder=True)
    model = TutorialModel(len(ids_from_chars.get_vocabulary()), 8, 16)
    model.compile(
        optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    model.fit(dataset, epochs=20, shuffle=False, verbose=0)
    # "[UNK]" would be the most likely character, so that it matters that it is never written.
    model.dense.bias.assign(model.dense.bias + 20 * np.eye(len(vocab) + 1)[0])
    model.save_weights(path / "ckpt_20.weights.h5")
    one_step = OneStep(model, chars_from_ids, ids_from_chars)
    written, states, result = tf.constant(["First"]), None, ""
    for _ in range(60):
        written, states = one_step.generate_one_step(written, states=states)
        result += written.numpy()[0].decode()
    tf.saved_model.save(one_step, path / "one_step")
    (path / "characters.json").write_text(json.dumps(ids_from_chars.get_vocabulary()))
    return Tutorial(path, result)
