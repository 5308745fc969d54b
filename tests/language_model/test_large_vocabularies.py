"""A network of thousands of characters holds less at once, and writes what it would write otherwise."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from components.analysis import comparison, sweep
from components.language_model import loop, sample, sampling, scene_prompts
from components.language_model.batching import Row
from components.language_model.lexicon import Lexicon
from components.language_model.sampling import Sampler
from components.temperature import Decoding
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


@pytest.mark.parametrize("decoding", [Decoding(0.8), Decoding(0.8, top_p=0.9, cut_first=True)])
def test_what_is_made_of_a_text_does_not_depend_on_how_much_of_it_is_worked_on_at_once(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch, decoding: Decoding
) -> None:
    (drawn,) = sampler.sample(PROMPT, [decoding], 50, 3)
    assert len(drawn.stretches()) == 1
    whole, measured = drawn.scored(), sweep.measured_text(drawn, Lexicon())
    left = comparison.measured_text(drawn, Lexicon(), None)
    monkeypatch.setattr(sample, "_TOGETHER", 7 * len(sampler.vocabulary))
    again = replace(drawn)  # nothing is kept of what was made
    assert [len(drawn.codes[part]) for part in again.stretches()] == [7] * 7 + [1]
    np.testing.assert_array_equal(again.scored().base_log_probabilities, whole.base_log_probabilities)
    np.testing.assert_array_equal(again.scored().tempered_log_probabilities, whole.tempered_log_probabilities)
    assert sweep.measured_text(again, Lexicon()) == measured
    np.testing.assert_array_equal(comparison.measured_text(again, Lexicon(), None), left)


def test_prompts_to_try_do_not_depend_on_how_many_are_read_at_once(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (PROMPT + "\n") * 200
    found = scene_prompts.examples(sampler, text)
    monkeypatch.setattr(scene_prompts, "_HELD", 1)
    assert scene_prompts.examples(sampler, text) == found


def test_a_batch_has_as_many_rows_as_its_logits_have_room(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row.at(temperature, 1) for temperature in (0.0, 0.5, 1.0, 1.5, 2.0)]
    whole = [drawn for batch in sampler.sample_rows(PROMPT, rows, 20) for drawn in batch]
    monkeypatch.setattr(sampling, "_HELD", 3 * 20 * len(sampler.vocabulary))
    batches = list(sampler.sample_rows(PROMPT, rows, 20))
    assert [len(batch) for batch in batches] == [3, 2]
    assert all(map(same, whole, [drawn for batch in batches for drawn in batch]))
    assert list(map(len, sampler.sample_rows(PROMPT, rows, 20, size=2))) == [2, 2, 1]
