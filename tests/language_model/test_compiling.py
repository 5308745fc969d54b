"""A TensorFlow that was built without XLA."""

import logging
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from components.language_model import compiling
from components.language_model.sampling import Sampler
from components.temperature import Decoding
from components.temperature.schedule import WordPlace

DECODINGS = [0.0, 0.5, 1.0, Decoding(1.2, top_p=0.8), Decoding(WordPlace(1.3, 0.4))]


@pytest.fixture
def without_xla(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let everything that is to be compiled fail, as it does in such a TensorFlow."""
    function = tf.function

    def refused(chunk: Any, *, jit_compile: bool, **settings: Any) -> Any:
        made = function(chunk, **settings)

        def call(*_: Any) -> Any:
            raise tf.errors.UnimplementedError(None, None, "Could not find compiler for platform Host: NOT_FOUND")

        return call if jit_compile else made

    compiling._xla_is_there.cache_clear()
    monkeypatch.setattr(tf, "function", refused)
    yield
    compiling._xla_is_there.cache_clear()


def test_the_same_texts_are_written_and_the_log_says_once_that_it_is_slower(
    sampler: Sampler, small_network: Any, without_xla: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        uncompiled = Sampler(small_network, sampler.vocabulary)
        reading = uncompiled.read("First Citizen:\n")
        texts = uncompiled.sample(reading, DECODINGS, 200, seed=3)
    compiled = sampler.sample(sampler.read("First Citizen:\n"), DECODINGS, 200, seed=3)
    assert [text.text for text in texts] == [text.text for text in compiled]
    for one, other in zip(texts, compiled, strict=True):
        np.testing.assert_allclose(one.logits, other.logits, rtol=0, atol=1e-3)
    assert [record.message for record in caplog.records if "uncompiled" in record.message] == [
        "texts are written uncompiled, which is slower: this TensorFlow has no XLA "
        "(Could not find compiler for platform Host: NOT_FOUND)"
    ]
