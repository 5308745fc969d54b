"""Which networks can be sampled from, and their layers in order.

A network is a chain of layers: integer codes through an embedding, or one-hot characters; stacks of LSTM, GRU or
SimpleRNN; dropout, which does nothing at inference; dense layers; at the end logits, or a softmax, which is left off.
"""

import keras

from components.language_model.heads import head
from components.language_model.reasons import Reason

_IDLE = (keras.layers.InputLayer, keras.layers.Dropout)
RECURRENT = (keras.layers.LSTM, keras.layers.GRU, keras.layers.SimpleRNN)
LONGEST_WINDOW = 512  # characters
_TAKEN = "Embedding, LSTM, GRU, SimpleRNN, Dropout and Dense, with a softmax or nothing at the end"


class WindowError(ValueError):
    """A network is built for windows that are too long to be read again for every character."""

    def __init__(self, window: int) -> None:
        self.reason = Reason("window", {"window": str(window), "longest": str(LONGEST_WINDOW)})
        super().__init__(
            f"the network is built for windows of {window:,} characters, each to be read again for every character "
            f"that is written: at most {LONGEST_WINDOW} are"
        )


def chain(network: keras.Model) -> list[keras.layers.Layer]:
    """Return a network's layers in order, without those that do nothing at inference.

    Parameters
    ----------
    network : keras.Model
        Sequential, or functional without branches.

    Returns
    -------
    list of keras.layers.Layer
        Every layer but dropout and a softmax at the end.

    Raises
    ------
    ValueError
        If the network branches, or holds a layer that one step cannot run; the error names it.
    """
    if not isinstance(network, keras.Sequential) and _branches(network):
        raise ValueError(f"the network {network.name!r} branches: only a chain of layers can be sampled from")
    last = head(network)
    layers = [layer for layer in network.layers if not isinstance(layer, _IDLE)]
    layers = layers[: layers.index(last) + 1]
    for index, layer in enumerate(layers):
        _check(layer, first=index == 0)
    return layers


def window(network: keras.Model) -> int | None:
    """Return how many characters a network reads at once, or None if it can read them one after the other.

    A network for windows of fixed length predicts the character after each, and carries no state from one to the next.

    Raises
    ------
    WindowError
        If the window is too long to be read again for every character.

    Examples
    --------
    >>> L = keras.layers
    >>> window(keras.Sequential([keras.Input((40, 7)), L.LSTM(3), L.Dense(7)]))
    40
    """
    length, *_ = network.input_shape[1:]
    carried = any(getattr(layer, "stateful", False) for layer in network.layers)
    if length in (None, 1) or carried or len(network.output_shape) == 3:
        return None
    if length > LONGEST_WINDOW:
        raise WindowError(length)
    return int(length)


def _branches(network: keras.Model) -> bool:
    inputs = [tensor for layer in network.layers for node in layer._inbound_nodes for tensor in node.input_tensors]
    return len(network.inputs) + len(network.outputs) > 2 or len({id(tensor) for tensor in inputs}) < len(inputs)


def _check(layer: keras.layers.Layer, *, first: bool) -> None:
    if isinstance(layer, RECURRENT):
        if layer.go_backwards:
            raise ValueError(f"layer {layer.name!r} runs backwards: text is written forwards")
    elif not isinstance(layer, keras.layers.Dense) and not (isinstance(layer, keras.layers.Embedding) and first):
        raise ValueError(f"layer {layer.name!r} ({type(layer).__name__}) cannot be sampled from; taken are {_TAKEN}")
