"""Small networks that somebody saved, and what is made of the file: for tests of what is taken."""

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from components.language_model.archive import process
from components.language_model.rebuilding import rebuilt
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of("abcdefg")
SIZE = len(VOCABULARY)
TEXT = "badcafeagabbageaac" * 6  # with code 0 in all places

L = keras.layers


def of_codes(*layers: keras.layers.Layer, length: int | None = None, **embedding: object) -> keras.Sequential:
    """Return a network that reads codes."""
    return keras.Sequential([keras.Input((length,), dtype="int32"), L.Embedding(SIZE, 5, **embedding), *layers])


def of_onehot(*layers: keras.layers.Layer, length: int | None = None) -> keras.Sequential:
    """Return a network that reads one-hot characters."""
    return keras.Sequential([keras.Input((length, SIZE)), *layers])


def spread(network: keras.Model, factor: float = 3.0) -> keras.Model:
    """Return a network whose logits differ, as those of a trained one do: untrained ones are nearly equal."""
    for variable in network.trainable_variables:
        variable.assign(variable * factor + 0.1 * keras.random.normal(variable.shape, seed=1))
    return network


def keras_log_probabilities(network: keras.Model, codes: Sequence[int]) -> np.ndarray:
    """Return what Keras's own call predicts after each code, up to a constant each: (length, characters)."""
    given = np.array(codes)[None]
    embedded = any(isinstance(layer, L.Embedding) for layer in network.layers)
    outputs = np.asarray(network(given if embedded else keras.ops.one_hot(given, SIZE)), np.float64)
    softmax = np.allclose(outputs.sum(-1), 1, atol=1e-2) and (outputs >= 0).all()
    scores = np.log(outputs) if softmax else outputs
    scores = scores[0]
    return scores - scores.mean(-1, keepdims=True)


def loop_log_probabilities(path: Path, codes: Sequence[int]) -> np.ndarray:
    """Return what the loop predicts after each code with the network of a file, up to a constant each."""
    sampler = Sampler(rebuilt(*process.read(path)), VOCABULARY)
    scores = np.concatenate([logits for logits, _ in sampler.predictions(np.array([*codes, 0], np.int32))])
    return scores - scores.mean(-1, keepdims=True)
