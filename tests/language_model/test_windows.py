"""Networks that were built for windows: the last characters are read anew at each step, as they were trained."""

import keras
import numpy as np
import pytest

from components.language_model import agreement
from components.language_model.layers import window
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of("abcdefg")
SIZE, WINDOW = len(VOCABULARY), 40
TEXT = "badcafeagabbageaac" * 5
L = keras.layers


def _onehot() -> keras.Sequential:
    """Return the network of https://keras.io/examples/generative/lstm_character_level_text_generation/, small."""
    return keras.Sequential([keras.Input((WINDOW, SIZE)), L.LSTM(12), L.Dense(SIZE, activation="softmax")])


def _codes() -> keras.Sequential:
    return keras.Sequential(
        [
            keras.Input((WINDOW,), dtype="int32"),
            L.Embedding(SIZE, 5, mask_zero=True),
            L.GRU(6, return_sequences=True),
            L.LSTM(6),
            L.Dense(SIZE),
        ]
    )


@pytest.fixture(params=[_onehot, _codes])
def network(request: pytest.FixtureRequest) -> keras.Sequential:
    keras.utils.set_random_seed(1)
    built = request.param()
    for variable in built.trainable_variables:
        variable.assign(3 * variable)
    return built


def _of_keras(network: keras.Model, text: str) -> np.ndarray:
    """Return the logits that Keras's own call predicts after a text, up to a constant."""
    codes = VOCABULARY.encode(text)[None]
    embedded = isinstance(network.layers[0], L.Embedding)
    outputs = np.asarray(network(codes if embedded else keras.ops.one_hot(codes, SIZE)))[0]
    scores = outputs if embedded else np.log(outputs)
    return scores - scores.mean()


@pytest.mark.parametrize("length", [WINDOW, WINDOW + 1, 90])
def test_the_last_characters_are_read_as_one_window(network: keras.Sequential, length: int) -> None:
    seen = Sampler(network, VOCABULARY).read(TEXT[:length]).logits
    np.testing.assert_allclose(seen - seen.mean(), _of_keras(network, TEXT[length - WINDOW : length]), atol=1e-5)


def test_what_is_carried_on_would_be_something_else(network: keras.Sequential) -> None:
    """The difference is not rounding: a network that is streamed predicts otherwise behind a full window."""
    seen = [Sampler(network, VOCABULARY).read(text).logits for text in (TEXT[:80], TEXT[40:80])]
    np.testing.assert_array_equal(*seen)
    shorter = Sampler(network, VOCABULARY).read(TEXT[45:80]).logits
    assert np.abs(seen[0] - shorter).max() > 1e-3


@pytest.mark.parametrize("split", [1, 39, 41])
def test_what_is_read_in_two_pieces_is_what_is_read_at_once(network: keras.Sequential, split: int) -> None:
    sampler, text = Sampler(network, VOCABULARY), TEXT[:60]
    pieces = sampler.read(text[split:], after=sampler.read(text[:split]))
    np.testing.assert_array_equal(pieces.logits, sampler.read(text).logits)


def test_a_text_is_written_as_the_networks_own_code_writes_it(network: keras.Sequential) -> None:
    text = TEXT[:WINDOW]
    for _ in range(30):  # T = 0
        text += VOCABULARY.characters[int(_of_keras(network, text[-WINDOW:]).argmax())]
    written = Sampler(network, VOCABULARY).sample(TEXT[:WINDOW], [0.0, 0.0, 1.0], 30, seed=1)
    assert written[0].text == written[1].text == text[WINDOW:]


def test_a_text_is_the_same_whatever_stands_beside_it(network: keras.Sequential) -> None:
    sampler = Sampler(network, VOCABULARY)
    one, *_ = sampler.sample(TEXT[:10], [1.0], 50, seed=3)
    assert one.text == sampler.sample(TEXT[:10], [0.2, 0.5, 1.0, 1.2, 2.0], 50, seed=3)[2].text


def test_the_loop_agrees_with_keras(network: keras.Sequential) -> None:
    assert agreement.check(network, Sampler(network, VOCABULARY)) < 1e-5


def test_which_networks_have_a_window() -> None:
    lstm = [L.LSTM(3, return_sequences=True), L.Dense(SIZE)]
    assert window(_onehot()) == window(_codes()) == WINDOW
    assert window(keras.Sequential([keras.Input((None, SIZE)), L.LSTM(3), L.Dense(SIZE)])) is None
    assert window(keras.Sequential([keras.Input((WINDOW, SIZE)), *lstm])) is None
    stateful = keras.Sequential([keras.Input((4, SIZE), batch_size=1), L.LSTM(3, stateful=True), L.Dense(SIZE)])
    assert window(stateful) is None
    with pytest.raises(ValueError, match=r"windows of 1,000 characters.*at most 512"):
        window(keras.Sequential([keras.Input((1_000, SIZE)), L.LSTM(3), L.Dense(SIZE)]))
