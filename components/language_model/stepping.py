"""One step of a network, over its own layers, with the state outside of them.

What a step needs is laid out once. A code picks a row, so that an embedding, or a one-hot character,
and what an LSTM first does with it are one table; the two products of a later LSTM are one.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import keras
import numpy as np
import tensorflow as tf
from keras import ops
from numpy.typing import NDArray

from components.language_model.layers import RECURRENT, chain, window

States = list[Any]
Floats = NDArray[np.float32]


class _Part(Protocol):
    """A piece of a step: values and states in, values and states out."""

    def states(self, rows: int) -> States: ...

    def __call__(self, values: Any, states: States) -> tuple[Any, States]: ...


class Stepper:
    """Reads one character a row.

    Parameters
    ----------
    layers : sequence of keras.layers.Layer
        As `components.language_model.layers.chain` gives them. Their weights are taken as they are now.
    """

    def __init__(self, layers: Sequence[keras.layers.Layer]) -> None:
        self._parts, self._head = _parts(layers), layers[-1]
        self._skips_zero = bool(getattr(layers[0], "mask_zero", False))
        self.units = int(self._head.kernel.shape[0])
        self._counts = [len(part.states(1)) for part in self._parts]

    def initial_states(self, rows: int) -> States:
        """Return the zero states of all recurrent layers, in order, for so many rows."""
        return [state for part in self._parts for state in part.states(rows)]

    def __call__(self, codes: Any, states: States) -> tuple[Any, States]:
        """Read one character a row.

        Parameters
        ----------
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
        features, after = self.features(codes, states)
        return self.logits(features), after

    def features(self, codes: Any, states: States) -> tuple[Any, States]:
        """Read one character a row; give what the last layer makes its logits of, (rows, units)."""
        values, before = codes, list(states)
        after: States = []
        for part, count in zip(self._parts, self._counts, strict=True):
            values, new = part(values, before[:count])
            if self._skips_zero and count:  # at code 0 a recurrent layer stays as it is: its first state is its output
                skipped = ops.equal(codes, 0)[:, None]  # (rows, 1)
                new = [tf.where(skipped, old, state) for old, state in zip(before[:count], new, strict=True)]
                values = new[0]
            before, after = before[count:], [*after, *new]
        return values, after

    def logits(self, features: Any) -> Any:
        """Return the last layer's logits (rows, characters), without a softmax that it may have."""
        scores = ops.matmul(features, self._head.kernel)
        return scores if self._head.bias is None else scores + self._head.bias


class WindowStepper:
    """Reads one character a row, with those before it anew from a zero state: as many together as the window has.

    Parameters
    ----------
    layers : sequence of keras.layers.Layer
        As for `Stepper`.
    window : int
        How many characters the network was trained to read.
    """

    def __init__(self, layers: Sequence[keras.layers.Layer], window: int) -> None:
        self._step, self._window = Stepper(layers), window
        self.units, self.logits = self._step.units, self._step.logits

    def initial_states(self, rows: int) -> States:
        """Return windows without characters, for so many rows."""
        return [tf.fill((rows, self._window), -1)]

    def __call__(self, codes: Any, states: States) -> tuple[Any, States]:
        """Read one character a row; arguments and results as those of `Stepper`."""
        features, after = self.features(codes, states)
        return self.logits(features), after

    def features(self, codes: Any, states: States) -> tuple[Any, States]:
        """Read one character a row; give what the last layer makes its logits of, (rows, units)."""
        (before,) = states
        window = tf.concat([before[:, 1:], tf.cast(codes, tf.int32)[:, None]], axis=1)  # (rows, window)
        zeros = self._step.initial_states(window.shape[0])

        def body(t: Any, features: Any, *states: Any) -> Any:
            read = window[:, t]  # (rows,): -1 before the first character of a text
            values, after = self._step.features(tf.maximum(read, 0), list(states))
            kept = [
                tf.where((read >= 0)[:, None], new, old)
                for new, old in zip((values, *after), (features, *states), strict=True)
            ]
            return t + 1, *kept

        start = (0, tf.zeros((window.shape[0], self.units)), *zeros)
        _, features, *_ = tf.while_loop(lambda t, *_: t < self._window, body, start, maximum_iterations=self._window)
        return features, [window]


def stepper(network: keras.Model) -> Stepper | WindowStepper:
    """Return the step of a network, whichever way it reads.

    Raises
    ------
    ValueError
        As `components.language_model.layers.chain` and `window`.
    """
    length = window(network)
    return Stepper(chain(network)) if length is None else WindowStepper(chain(network), length)


def _parts(layers: Sequence[keras.layers.Layer]) -> list[_Part]:
    first, *rest = layers
    if isinstance(first, keras.layers.Embedding):
        table = _array(first.embeddings)
    else:
        table, rest = np.eye(_input_size(first), dtype=np.float32), list(layers)
    inner = rest[:-1]
    parts: list[_Part]
    if inner and isinstance(inner[0], keras.layers.LSTM):
        parts, inner = [_FirstLSTM(table, inner[0].cell)], inner[1:]
    else:
        parts = [_Lookup(table)]
    return [*parts, *map(_part, inner)]


def _part(layer: keras.layers.Layer) -> _Part:
    if isinstance(layer, keras.layers.LSTM):
        return _LSTM(layer.cell)
    return _Recurrent(layer) if isinstance(layer, RECURRENT) else _Layer(layer)


def _input_size(layer: keras.layers.Layer) -> int:
    kernel = layer.cell.kernel if isinstance(layer, RECURRENT) else layer.kernel
    return int(kernel.shape[0])


def _array(weights: Any) -> Floats:
    return np.asarray(ops.convert_to_numpy(weights), np.float32)


class _Layer:
    """A layer without state."""

    def __init__(self, layer: keras.layers.Layer) -> None:
        self._layer = layer

    def states(self, rows: int) -> States:
        return []

    def __call__(self, values: Any, states: States) -> tuple[Any, States]:
        return self._layer.call(values), states


class _Lookup:
    """The values that a code stands for."""

    def __init__(self, table: Floats) -> None:
        self._table = tf.constant(table)

    def states(self, rows: int) -> States:
        return []

    def __call__(self, values: Any, states: States) -> tuple[Any, States]:
        return tf.gather(self._table, values), states


class _Recurrent:
    """A recurrent layer, by its own cell."""

    def __init__(self, layer: keras.layers.RNN) -> None:
        self._layer = layer

    def states(self, rows: int) -> States:
        return list(self._layer.get_initial_state(batch_size=rows))

    def __call__(self, values: Any, states: States) -> tuple[Any, States]:
        values, after = self._layer.cell.call(values, states, training=False)
        return values, list(after)


class _LSTM:
    """An LSTM whose two products are one: values and hidden state side by side."""

    def __init__(self, cell: keras.layers.Layer) -> None:
        self._cell = cell
        self._kernel = tf.constant(np.concatenate([_array(cell.kernel), _array(cell.recurrent_kernel)]))
        self._bias = tf.constant(_bias(cell))

    def states(self, rows: int) -> States:
        return list(self._cell.get_initial_state(batch_size=rows))

    def __call__(self, values: Any, states: States) -> tuple[Any, States]:
        hidden, carry = states
        gates = tf.matmul(tf.concat([values, hidden], axis=1), self._kernel) + self._bias
        return self._through(gates, carry)

    def _through(self, gates: Any, carry: Any) -> tuple[Any, States]:
        enter, forget, new, leave = tf.split(gates, 4, axis=1)
        squash, cell = self._cell.recurrent_activation, self._cell
        carry = squash(forget) * carry + squash(enter) * cell.activation(new)
        hidden = squash(leave) * cell.activation(carry)
        return hidden, [hidden, carry]


class _FirstLSTM(_LSTM):
    """The LSTM that reads codes: what it makes of each of them is a row of a table."""

    def __init__(self, table: Floats, cell: keras.layers.Layer) -> None:
        self._cell = cell
        with np.errstate(over="ignore", invalid="ignore"):  # what is predicted is checked before it is shown
            self._table = tf.constant(table @ _array(cell.kernel) + _bias(cell))
        self._kernel = tf.constant(_array(cell.recurrent_kernel))

    def __call__(self, values: Any, states: States) -> tuple[Any, States]:
        hidden, carry = states
        return self._through(tf.gather(self._table, values) + tf.matmul(hidden, self._kernel), carry)


def _bias(cell: keras.layers.Layer) -> Floats:
    return np.zeros(4 * cell.units, np.float32) if cell.bias is None else _array(cell.bias)
