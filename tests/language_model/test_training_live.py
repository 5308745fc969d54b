"""What a network predicts and writes while it learns is what the finished one would."""

import keras
import numpy as np
import pytest

from components.language_model.sampling import Sampler
from components.language_model.training.live import Live
from components.language_model.vocabulary import Vocabulary
from tests.conftest import TEXT

pytestmark = pytest.mark.long

TEMPERATURES = (0.0, 0.5, 1.0, 2.0)


def test_it_reads_and_writes_as_the_sampler_does(
    small_network: keras.Model, sampler: Sampler, vocabulary: Vocabulary
) -> None:
    live = Live(small_network, vocabulary)
    codes = np.stack([vocabulary.encode(TEXT[:50]), vocabulary.encode(TEXT[50:100])])
    logits, targets = live.predictions(codes)
    expected = np.concatenate([logits for logits, _ in sampler.predictions(codes.T)])  # (steps, texts, characters)
    np.testing.assert_allclose(logits.reshape(2, 49, -1), expected.transpose(1, 0, 2), atol=1e-5)
    np.testing.assert_array_equal(targets.reshape(2, 49), codes[:, 1:])
    for prompt in ("All:\nSpeak", "S"):
        texts = live.write(prompt, TEMPERATURES, 40, seed=7)
        assert texts == [text.text for text in sampler.sample(prompt, TEMPERATURES, 40, seed=7)]


def test_it_follows_the_weights(small_network: keras.Model, vocabulary: Vocabulary) -> None:
    network = keras.models.clone_model(small_network)
    network.set_weights(small_network.get_weights())
    live = Live(network, vocabulary)
    before = live.write("All", [0.0], 20, seed=1)
    network.layers[-1].bias.assign(np.eye(len(vocabulary))[3] * 1e6)
    assert live.write("All", [0.0], 20, seed=1) == [vocabulary.characters[3] * 20] != before
