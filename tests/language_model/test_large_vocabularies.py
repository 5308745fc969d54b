"""A network of thousands of characters holds less at once, and writes what it would write otherwise."""

import keras
import numpy as np
import pytest

from components.language_model import loop, sampling
from components.language_model.batching import Row
from components.language_model.sampling import Sampler
from tests.language_model.written import PROMPT, TEMPERATURES, same


def test_texts_do_not_depend_on_how_many_characters_one_call_writes(
    small_network: keras.Model, sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "_HELD", 1)
    short = Sampler(small_network, sampler.vocabulary)
    assert short._loop.chunk == 16 < sampler._loop.chunk
    assert all(map(same, short.sample(PROMPT, TEMPERATURES, 70, 3), sampler.sample(PROMPT, TEMPERATURES, 70, 3)))
    codes = sampler.vocabulary.encode(sampler.sample("\n", [1.0], 60, 1)[0].text)
    pieces = list(short.predictions(codes))
    assert [len(targets) for _, targets in pieces] == [16, 16, 16, 11]
    whole = np.concatenate([logits for logits, _ in sampler.predictions(codes)])
    np.testing.assert_array_equal(np.concatenate([logits for logits, _ in pieces]), whole)


def test_a_batch_has_as_many_rows_as_its_logits_have_room(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row.at(temperature, 1) for temperature in (0.0, 0.5, 1.0, 1.5, 2.0)]
    whole = [drawn for batch in sampler.sample_rows(PROMPT, rows, 20) for drawn in batch]
    monkeypatch.setattr(sampling, "_HELD", 3 * 20 * len(sampler.vocabulary))
    batches = list(sampler.sample_rows(PROMPT, rows, 20))
    assert [len(batch) for batch in batches] == [3, 2]
    assert all(map(same, whole, [drawn for batch in batches for drawn in batch]))
    assert list(map(len, sampler.sample_rows(PROMPT, rows, 20, size=2))) == [2, 2, 1]
