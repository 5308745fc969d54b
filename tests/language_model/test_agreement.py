"""The check that the loop predicts what Keras predicts: it passes where it does, and fails where it does not."""

import keras
import numpy as np
import pytest

from components.language_model import agreement
from components.language_model.agreement import AgreementError
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of("abcdefg")
SIZE = len(VOCABULARY)
L = keras.layers


def _network(*, mask_zero: bool = False) -> keras.Sequential:
    keras.utils.set_random_seed(1)
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            L.Embedding(SIZE, 5, mask_zero=mask_zero, embeddings_initializer="normal"),
            L.LSTM(6, return_sequences=True),
            L.Dense(SIZE, activation="softmax"),
        ]
    )


@pytest.mark.parametrize("length", [agreement.SHORT, agreement.FULL])
@pytest.mark.parametrize("mask_zero", [False, True])
def test_the_loop_agrees_with_keras(length: int, mask_zero: bool) -> None:
    network = _network(mask_zero=mask_zero)
    assert agreement.check(network, Sampler(network, VOCABULARY), length) < 1e-5


def test_a_network_of_one_layer_is_compared() -> None:
    network = keras.Sequential([keras.Input((None, SIZE)), L.Dense(SIZE)])
    assert agreement.check(network, Sampler(network, VOCABULARY)) < 1e-5


@pytest.mark.parametrize("length", [agreement.SHORT, agreement.FULL])
def test_a_mask_that_the_loop_does_not_know_of_is_seen(length: int) -> None:
    masked, plain = _network(mask_zero=True), _network()
    plain.set_weights(masked.get_weights())
    with pytest.raises(AgreementError, match="otherwise than Keras's own call"):
        agreement.check(masked, Sampler(plain, VOCABULARY), length)


@pytest.mark.parametrize("variable", range(5))
def test_a_weight_that_is_off_by_a_little_is_seen(variable: int) -> None:
    network, other = _network(), _network()
    weights = network.trainable_variables[variable]
    weights.assign(weights + 0.01 * keras.random.normal(weights.shape, seed=1))
    with pytest.raises(AgreementError, match="nats"):
        agreement.check(network, Sampler(other, VOCABULARY), agreement.SHORT)


def test_finite_weights_whose_scores_overflow_are_seen() -> None:
    network = _network()
    for variable in network.trainable_variables:  # states of 1, and six of them times 3e38
        variable.assign(np.full(variable.shape, 10 if variable.shape[-1] != SIZE else 3e38, np.float32))
    with pytest.raises(AgreementError, match="not finite"):
        agreement.check(network, Sampler(network, VOCABULARY), agreement.SHORT)
