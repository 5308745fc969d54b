"""The networks: from characters to logits or probabilities of the next one, in a shipped and in a trained form.

Both forms have the same weights. The shipped one is built of Keras's own layers, so that its file loads without running
any code from it. The trained one carries its state from batch to batch and drops recurrent weights (DropConnect: Wan et
al. 2013; on the hidden-to-hidden kernels of an LSTM: Merity, Keskar and Socher 2017).
"""

from typing import Any

import keras
import tensorflow as tf
from keras import ops

from components.language_model.recipe import Recipe


@keras.saving.register_keras_serializable("temperature_explorer")
class DropConnectLSTM(keras.layers.LSTM):
    """An LSTM that drops recurrent *weights* while it trains, with one mask for each batch.

    At inference it is `keras.layers.LSTM`, with the same weights in the same order.

    Parameters
    ----------
    units : int
        The size of the state.
    dropconnect : float, optional
        Share of the recurrent kernel's weights that a batch does without; the others are scaled by
        1 / (1 - dropconnect).
    **kwargs
        As for `keras.layers.LSTM`.
    """

    def __init__(self, units: int, dropconnect: float = 0.0, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.dropconnect = dropconnect
        self.mask_seed = keras.random.SeedGenerator(self.cell.seed)

    def inner_loop(self, sequences: Any, initial_state: Any, mask: Any = None, training: bool = False) -> Any:
        """Return last output, outputs and states of a batch (lanes, steps, features), with one mask for all steps."""
        if not training:
            return super().inner_loop(sequences, initial_state, mask, training=training)
        cell, steps = self.cell, sequences.shape[1]
        kernel = keras.random.dropout(cell.recurrent_kernel, self.dropconnect, seed=self.mask_seed)
        # The inputs of all steps are known: one large product in place of many small ones.
        inputs = ops.transpose(ops.matmul(sequences, cell.kernel) + cell.bias, (1, 0, 2))  # (steps, lanes, 4 * units)
        gates = tf.TensorArray(tf.float32, size=steps).unstack(inputs)
        outputs = tf.TensorArray(tf.float32, size=steps)

        def step(t: Any, hidden: Any, carry: Any, outputs: Any) -> Any:
            # Keras keeps the four gates side by side: input, forget, candidate, output; (lanes, units) each.
            enter, forget, new, leave = ops.split(gates.read(t) + ops.matmul(hidden, kernel), 4, axis=1)
            carry = ops.sigmoid(forget) * carry + ops.sigmoid(enter) * ops.tanh(new)  # (lanes, units)
            hidden = ops.sigmoid(leave) * ops.tanh(carry)  # (lanes, units)
            return t + 1, hidden, carry, outputs.write(t, hidden)

        _, hidden, carry, outputs = tf.while_loop(
            lambda t, *_: t < steps, step, (0, *initial_state, outputs), maximum_iterations=steps
        )
        return hidden, ops.transpose(outputs.stack(), (1, 0, 2)), [hidden, carry]  # outputs: (lanes, steps, units)

    def get_config(self) -> dict[str, Any]:
        """Return the configuration of the layer."""
        return {**super().get_config(), "dropconnect": self.dropconnect}


def network(recipe: Recipe, characters: int) -> keras.Sequential:
    """Return the network in its shipped form, untrained.

    `"embedded"` maps codes (batch, length) to logits (batch, length, characters); `"asker"` maps one one-hot character
    (1, 1, characters) to probabilities (1, characters), and keeps its state between calls.

    Parameters
    ----------
    recipe : Recipe
        Sizes and the number of LSTM layers.
    characters : int
        Size of the vocabulary.

    Examples
    --------
    >>> network(Recipe(), 65).count_params() < 1_000_000
    True
    """
    if recipe.architecture == "asker":
        return _asker_network(recipe, characters, lanes=1, steps=1)
    layers = [keras.layers.Embedding(characters, recipe.embedding)]
    for _ in range(recipe.layers):
        layers += [keras.layers.LSTM(recipe.units, return_sequences=True)]
    layers += [keras.layers.Dense(characters)]
    return keras.Sequential([keras.Input((None,), dtype="int32"), *layers])


def trained_network(recipe: Recipe, characters: int) -> keras.Sequential:
    """Return the network in its trained form: stateful, with dropout, for batches of (lanes, steps) characters.

    Its `trainable_variables` are those of `network`, in the same order.
    """
    if recipe.architecture == "asker":
        return _asker_network(recipe, characters, lanes=recipe.lanes, steps=recipe.steps, sequences=True)
    layers = [keras.layers.Embedding(characters, recipe.embedding)]
    for layer in range(recipe.layers):
        layers += [
            DropConnectLSTM(
                recipe.units,
                dropconnect=recipe.dropconnect,
                return_sequences=True,
                stateful=True,
                seed=recipe.seed + layer,
            ),
            keras.layers.Dropout(recipe.dropout, seed=recipe.seed + recipe.layers + layer),
        ]
    layers += [keras.layers.Dense(characters)]
    return keras.Sequential([keras.Input(batch_shape=(recipe.lanes, recipe.steps), dtype="int32"), *layers])


def _asker_network(
    recipe: Recipe, characters: int, *, lanes: int, steps: int, sequences: bool = False
) -> keras.Sequential:
    """Return the network of the thread's question, for calls of so many lanes and steps."""
    last = recipe.layers - 1
    return keras.Sequential(
        [
            keras.Input(batch_shape=(lanes, steps, characters)),
            *(
                keras.layers.LSTM(
                    recipe.units, return_sequences=sequences or layer < last, stateful=True, unroll=steps == 1
                )
                for layer in range(recipe.layers)
            ),
            keras.layers.Dropout(recipe.dropout, seed=recipe.seed),
            keras.layers.Dense(characters, activation="softmax"),
        ]
    )


def stateful_layers(model: keras.Model) -> list[keras.layers.RNN]:
    """Return the layers of a model that carry state from batch to batch."""
    return [layer for layer in model.layers if getattr(layer, "stateful", False)]


def copy_weights(source: keras.Model, target: keras.Model) -> None:
    """Copy the trained weights of one form of a network into the other.

    Raises
    ------
    ValueError
        If their layers and sizes differ.
    """
    for old, new in zip(source.trainable_variables, target.trainable_variables, strict=True):
        new.assign(old)
