"""A network built by our own code from a chain of layers and its arrays, whoever saved them."""

from collections.abc import Sequence

import keras
import numpy as np
from numpy.typing import ArrayLike

from components.language_model.archive.chain import Chain, Layer
from components.language_model.layers import RECURRENT


def rebuilt(chain: Chain, arrays: Sequence[ArrayLike]) -> keras.Sequential:
    """Return the network of a chain: float32, without state of its own, for texts of any length or for windows.

    Parameters
    ----------
    chain : Chain
        Its layers.
    arrays : sequence of ndarray
        Those of all layers, in Keras's order.

    Returns
    -------
    keras.Sequential
        From codes (batch, length), or one-hot characters (batch, length, characters), to scores or probabilities of
        the character after each: (batch, length, characters). For windows: to those of the character after the
        last, (batch, characters).

    Examples
    --------
    >>> from components.language_model.archive.chain import Chain, Layer
    >>> chain = Chain(2, (Layer("head", "Dense", 2),), softmax=False)
    >>> rebuilt(chain, [[[1.0, 0.0], [0.0, 1.0]], [0.0, 5.0]])(keras.ops.ones((1, 1, 2))).numpy().tolist()
    [[[1.0, 6.0]]]
    """
    embedded = chain.layers[0].kind == "Embedding"
    length = chain.window
    first = keras.Input((length,), dtype="int32") if embedded else keras.Input((length, chain.characters))
    layers = [_layer(layer, chain, last=at == len(chain.layers) - 1) for at, layer in enumerate(chain.layers)]
    if length is not None:
        [layer for layer in layers if isinstance(layer, RECURRENT)][-1].return_sequences = False
    network = keras.Sequential([first, *layers])
    network.set_weights([np.asarray(array, np.float32) for array in arrays])
    return network


def _layer(layer: Layer, chain: Chain, *, last: bool) -> keras.layers.Layer:
    # Names are left to Keras: those of a stranger can be such as it refuses.
    settings = {"use_bias": layer.use_bias, "dtype": "float32"}
    if layer.kind == "Embedding":
        return keras.layers.Embedding(chain.characters, layer.units, mask_zero=chain.skips_zero, dtype="float32")
    if layer.kind == "Dense":
        return keras.layers.Dense(
            layer.units, activation="softmax" if last and chain.softmax else layer.activation, **settings
        )
    if layer.kind != "SimpleRNN":
        settings["recurrent_activation"] = layer.recurrent_activation
    if layer.kind == "GRU":
        settings["reset_after"] = layer.reset_after
    kind = {"LSTM": keras.layers.LSTM, "GRU": keras.layers.GRU, "SimpleRNN": keras.layers.SimpleRNN}[layer.kind]
    return kind(layer.units, activation=layer.activation, return_sequences=True, **settings)
