"""One step of a network, over its own layers, with the state outside of them.

A network is a chain of layers: integer codes through an embedding, or one-hot characters; stacks of
LSTM, GRU or SimpleRNN; dropout, which does nothing here; dense layers; at the end logits, or a
softmax, which is left off.
"""

from typing import Any

import keras
from keras import ops

_IDLE = (keras.layers.InputLayer, keras.layers.Dropout)
_RECURRENT = (keras.layers.LSTM, keras.layers.GRU, keras.layers.SimpleRNN)
_TAKEN = "Embedding, LSTM, GRU, SimpleRNN, Dropout and Dense, with a softmax or nothing at the end"


def chain(network: keras.Model) -> list[keras.layers.Layer]:
    """Give a network's layers in order, without those that do nothing at inference.

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
    layers = [layer for layer in network.layers if not isinstance(layer, _IDLE)]
    if layers and _is_softmax(layers[-1]):
        layers = layers[:-1]
    if not layers or not isinstance(layers[-1], keras.layers.Dense):
        raise ValueError(f"the network {network.name!r} must end in a Dense layer; it may hold {_TAKEN}")
    for place, layer in enumerate(layers):
        _check(layer, first=place == 0, last=layer is layers[-1])
    return layers


def _branches(network: keras.Model) -> bool:
    inputs = [tensor for layer in network.layers for node in layer._inbound_nodes for tensor in node.input_tensors]
    return len(network.inputs) + len(network.outputs) > 2 or len({id(tensor) for tensor in inputs}) < len(inputs)


def _is_softmax(layer: keras.layers.Layer) -> bool:
    return isinstance(layer, keras.layers.Softmax) or (
        isinstance(layer, keras.layers.Activation) and layer.activation is keras.activations.softmax
    )


def _check(layer: keras.layers.Layer, *, first: bool, last: bool) -> None:
    if isinstance(layer, keras.layers.Dense):
        allowed = (keras.activations.linear, keras.activations.softmax)
        if last and layer.activation not in allowed:
            name = keras.activations.serialize(layer.activation)
            raise ValueError(f"the last layer {layer.name!r} has activation {name!r}: softmax or linear is needed")
    elif isinstance(layer, _RECURRENT):
        if layer.go_backwards:
            raise ValueError(f"layer {layer.name!r} runs backwards: text is written forwards")
    elif not (isinstance(layer, keras.layers.Embedding) and first):
        raise ValueError(f"layer {layer.name!r} ({type(layer).__name__}) cannot be sampled from; taken are {_TAKEN}")


def initial_states(layers: list[keras.layers.Layer], rows: int) -> list[Any]:
    """Give the zero states of all recurrent layers, in order, for so many rows."""
    return [
        state for layer in layers if isinstance(layer, _RECURRENT) for state in layer.get_initial_state(batch_size=rows)
    ]


def run_step(layers: list[keras.layers.Layer], codes: Any, states: list[Any]) -> tuple[Any, list[Any]]:
    """Read one character a row.

    Parameters
    ----------
    layers : list of keras.layers.Layer
        As `chain` gives them.
    codes : tensor of int, shape (rows,)
        The characters.
    states : list of tensor
        As `initial_states` gives them, or as this function returned them.

    Returns
    -------
    logits : tensor of float32, shape (rows, characters)
        Scores of the next character.
    states : list of tensor
        The states after this character.
    """
    before = list(states)
    after: list[Any] = []
    values = codes
    if not isinstance(layers[0], keras.layers.Embedding):
        values = ops.one_hot(codes, _input_size(layers[0]), dtype="float32")
    for layer in layers[:-1]:
        if isinstance(layer, _RECURRENT):
            count = len(layer.get_initial_state(batch_size=1))
            values, new = layer.cell.call(values, before[:count], training=False)
            before, after = before[count:], [*after, *new]
        else:
            values = layer.call(values)
    head = layers[-1]
    logits = ops.matmul(values, head.kernel)
    return (logits if head.bias is None else logits + head.bias), after


def _input_size(layer: keras.layers.Layer) -> int:
    kernel = layer.cell.kernel if isinstance(layer, _RECURRENT) else layer.kernel
    return int(kernel.shape[0])
