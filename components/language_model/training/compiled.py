"""What a run trains: the network with its loss and optimizer, on batches of a text."""

from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from components.language_model.folder import NETWORK, VOCABULARY, ModelError
from components.language_model.loading import load
from components.language_model.network import copy_weights, trained_network
from components.language_model.recipe import Recipe
from components.language_model.training.optimizer import optimizer
from components.language_model.vocabulary import Vocabulary


def compiled(recipe: Recipe, steps: int | None, characters: int) -> keras.Model:
    """Return the network that is trained, with fresh weights and everything built.

    Parameters
    ----------
    recipe : Recipe
        Sizes and settings.
    steps : int or None
        Of the whole run, where their number is known: see `optimizer`.
    characters : int
        Size of the vocabulary.
    """
    keras.utils.set_random_seed(recipe.seed)
    model = trained_network(recipe, characters)
    model.compile(optimizer(recipe, steps), _loss(recipe), jit_compile=False)
    model.optimizer.build(model.trainable_variables)
    return model


def start_from(folder: Path, model: keras.Model, vocabulary: Vocabulary) -> None:
    """Initialize the weights of a network from an earlier model."""
    earlier = load(folder)
    if earlier.sampler.vocabulary != vocabulary:
        raise ModelError(folder, VOCABULARY, "unfit", "its characters are not those of the text")
    try:
        copy_weights(earlier.network, model)
    except ValueError as error:
        raise ModelError(folder, NETWORK, "unfit", "its layers are not of the recipe's sizes") from error


def dataset(batches: Any, recipe: Recipe, characters: int) -> tf.data.Dataset:
    """Return the batches that a generator of codes yields, as the network takes them."""
    signature = tf.TensorSpec((recipe.lanes, recipe.steps), tf.int32)
    codes = tf.data.Dataset.from_generator(batches, output_signature=(signature, signature))
    if recipe.architecture == "asker":
        codes = codes.map(lambda inputs, targets: (tf.one_hot(inputs, characters), tf.one_hot(targets, characters)))
    return codes.prefetch(2)


def _loss(recipe: Recipe) -> keras.losses.Loss:
    if recipe.architecture == "asker":
        return keras.losses.CategoricalCrossentropy()
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)
