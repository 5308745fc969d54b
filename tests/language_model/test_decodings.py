"""Texts that are written with cuts and schedules, step by step beside NumPy's picks."""

import math
from dataclasses import replace

import keras
import numpy as np
import pytest

from components.language_model import sampling
from components.language_model.batching import SHARDS, Row, take
from components.language_model.loading import Model
from components.language_model.loop import CHUNK
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary
from components.temperature import Decoding, kept_log_probabilities, kept_logits, log_probabilities, pick
from components.temperature.schedule import Ramp, Shape, WordPlace, temperatures_along
from tests.language_model.written import PROMPT, TEMPERATURES, same

PLACE = WordPlace(1.3, 0.4)
DECODINGS = [
    Decoding(1.0, top_k=5),
    Decoding(1.5, top_p=0.9),
    Decoding(1.5, top_p=0.9, cut_first=True),
    Decoding(2.0, min_p=0.1),
    Decoding(2.0, min_p=0.1, cut_first=True),
    Decoding(1.2, top_nsigma=1.0),
    Decoding(0.7, top_k=20, top_p=0.95, min_p=0.02, top_nsigma=2.0),
    Decoding(0.0, top_p=0.5),
    Decoding(PLACE),
    Decoding(PLACE, top_p=0.8),
    Decoding(Ramp(2.0, 0.2, CHUNK + 20, Shape.COSINE), min_p=0.05),
]
NEUTRAL = Decoding(1.2, top_k=10_000, top_p=1.0, min_p=0.0, cut_first=True)


@pytest.mark.parametrize("before", ["Before we", "Before we ", "\n"])
def test_every_character_is_numpys_pick_among_what_is_kept(sampler: Sampler, before: str) -> None:
    length, near = CHUNK + 30, 0
    for decoding, drawn in zip(DECODINGS, sampler.sample(before, DECODINGS, length, seed=4), strict=True):
        temperatures = temperatures_along(decoding.temperature, drawn.text, before)
        assert np.array_equal(drawn.temperatures, temperatures)
        left = kept_logits(drawn.logits, decoding, temperatures)
        expected = pick(left, temperatures, drawn.noise)
        near += int((expected != drawn.codes).sum())
        assert (left == -math.inf).any() == decoding.has_cut
    assert near <= len(DECODINGS) * length / 500  # float32 may decide a near-tie either way


def test_the_shipped_model_writes_what_numpy_picks(shipped: Model) -> None:
    for decoding, drawn in zip(DECODINGS, shipped.sampler.sample(PROMPT, DECODINGS, 200, seed=2), strict=True):
        left = kept_logits(drawn.logits, decoding, drawn.temperatures)
        assert (pick(left, drawn.temperatures, drawn.noise) != drawn.codes).sum() <= 1


@pytest.mark.parametrize("seed", [3, 8])
def test_what_has_no_cut_is_the_same_bit_for_bit_beside_what_has_one(sampler: Sampler, seed: int) -> None:
    alone = sampler.sample(PROMPT, TEMPERATURES, 200, seed)
    together = sampler.sample(PROMPT, [*DECODINGS[:4], *TEMPERATURES, *DECODINGS[4:]], 200, seed)
    assert all(map(same, together[4:10], alone))
    assert [drawn.decoding for drawn in together] == [*DECODINGS[:4], *map(Decoding, TEMPERATURES), *DECODINGS[4:]]


def test_a_shard_holds_texts_of_one_loop(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: list[set[bool]] = []
    whole = sampler._write
    monkeypatch.setattr(
        sampler, "_write", lambda texts: kinds.append({text.is_plain for text in texts}) or whole(texts)
    )
    monkeypatch.setattr(sampler, "_gatherings", {})
    mixed = [each for pair in zip(DECODINGS, TEMPERATURES, strict=False) for each in pair]
    drawn = sampler.sample(PROMPT, mixed, 20, seed=1)
    assert [text.decoding for text in drawn[::2]] == DECODINGS[: len(TEMPERATURES)]
    assert all(len(kind) == 1 for kind in kinds)
    assert set.union(*kinds) == {True, False}


def test_what_cuts_nothing_is_written_by_the_plain_loop(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampler._loop, "write_cut", None)
    plain = sampler.sample(PROMPT, [1.2, 0.5], 100, seed=3)
    neutral = sampler.sample(PROMPT, [NEUTRAL, WordPlace(0.5, 0.5)], 100, seed=3)
    assert all(map(same, neutral, plain))
    assert neutral[0].decoding == NEUTRAL


def test_the_loop_with_cuts_writes_the_same_without_one(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = sampler.sample(PROMPT, TEMPERATURES, 200, seed=3)
    monkeypatch.setattr(sampling.Text, "is_plain", False)
    assert all(map(same, sampler.sample(PROMPT, TEMPERATURES, 200, seed=3), plain))


def _check_that_shards_do_not_matter(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row(decoding, seed) for seed in (3, 1) for decoding in DECODINGS]
    (expected,) = sampler.sample_rows(PROMPT, rows, 200)
    for size in SHARDS:
        monkeypatch.setattr(sampling, "shards", lambda rows, *others, size=size: (size,) * math.ceil(rows / size))
        (written,) = sampler.sample_rows(PROMPT, rows[::-1], 200)
        assert all(map(same, written[::-1], expected)), size
    monkeypatch.undo()


def test_a_text_with_a_cut_is_the_same_whatever_stands_beside_it(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_that_shards_do_not_matter(sampler, monkeypatch)


def test_a_text_of_the_shipped_model_with_a_cut_is_the_same_whatever_stands_beside_it(
    shipped: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_that_shards_do_not_matter(shipped.sampler, monkeypatch)


def test_a_longer_text_begins_with_the_shorter_one(sampler: Sampler) -> None:
    longest = sampler.sample(PROMPT, DECODINGS, 300, seed=9)
    for length in (0, 1, CHUNK, CHUNK + 1):
        for long, short in zip(longest, sampler.sample(PROMPT, DECODINGS, length, seed=9), strict=True):
            assert long.text[:length] == short.text
            assert np.array_equal(long.logits[:length], short.logits)


def test_a_longer_prompt_goes_on_with_the_schedule(sampler: Sampler) -> None:
    taken = 25
    for whole in sampler.sample(PROMPT, DECODINGS, 80, seed=2):
        prompt = PROMPT + whole.text[:taken]
        (rest,) = sampler.sample(prompt, [whole.decoding], 80 - taken, seed=2, noise_start=taken)
        assert rest.text == whole.text[taken:]
        assert np.array_equal(rest.temperatures, whole.temperatures[taken:])


def test_characters_taken_one_by_one_write_the_text(sampler: Sampler) -> None:
    for whole in sampler.sample(PROMPT, DECODINGS, 60, seed=6):
        before = [PROMPT + whole.text[:step] for step in range(60)]
        codes = [take(whole.logits[step], whole.decoding, 6, step, before=before[step]) for step in range(60)]
        assert (codes != whole.codes).sum() <= 1  # but for a near-tie


def test_no_other_cut_schedule_or_order_compiles_anything(small_network: keras.Model, vocabulary: Vocabulary) -> None:
    fresh = Sampler(small_network, vocabulary)
    fresh.warm_up()
    plain = fresh.compilations
    fresh.sample(PROMPT, TEMPERATURES, 20, seed=1)
    assert fresh.compilations == plain
    for count in SHARDS:
        fresh._write(
            [sampling.Text(fresh.read(PROMPT), Row(Decoding(top_k=3), 1), np.zeros((9, len(vocabulary)), np.float32))]
            * count
        )
    compiled = fresh.compilations
    assert compiled == plain + len(SHARDS)
    for decodings in (DECODINGS, [Decoding(1.0, top_k=k, top_p=k / 9) for k in range(1, 9)], [NEUTRAL, *DECODINGS[:2]]):
        for length in (1, 150):
            fresh.sample(PROMPT, decodings, length, seed=2)
            fresh.sample(PROMPT + " ", [replace(each, cut_first=True) for each in decodings], length, seed=2)
    assert fresh.compilations == compiled


def test_log_probabilities_are_over_what_was_kept(sampler: Sampler) -> None:
    for decoding, drawn in zip(DECODINGS, sampler.sample(PROMPT, DECODINGS, 120, seed=4), strict=True):
        scored, places = drawn.scored(), np.arange(120)
        base = log_probabilities(drawn.logits)[places, drawn.codes]
        expected = kept_log_probabilities(drawn.logits, decoding, drawn.temperatures)[places, drawn.codes]
        near = expected == -math.inf
        assert near.sum() <= 1
        assert np.array_equal(scored.base_log_probabilities, base)
        np.testing.assert_allclose(scored.tempered_log_probabilities[~near], expected[~near], rtol=1e-12)
        assert np.isfinite(scored.tempered_log_probabilities).all()
        assert scored.decoding == decoding


def test_a_character_that_only_float32_kept_has_a_finite_log_probability(sampler: Sampler) -> None:
    (drawn,) = sampler.sample(PROMPT, [Decoding(1.0)], 30, seed=4)
    stricter = replace(drawn, decoding=Decoding(1.0, top_k=1)).scored()
    assert np.isfinite(stricter.tempered_log_probabilities).all()


def test_one_temperature_of_a_schedule_is_refused(sampler: Sampler) -> None:
    (drawn,) = sampler.sample(PROMPT, [PLACE], 5, seed=1)
    for text in (drawn, drawn.scored()):
        with pytest.raises(ValueError, match="one temperature of all steps is needed, got WordPlace"):
            text.temperature  # noqa: B018


@pytest.mark.parametrize("schedule", [WordPlace(1.0, 1e31), Ramp(1e31, 0.0, 9)])
def test_a_schedule_that_float32_cannot_hold_is_named(sampler: Sampler, schedule: WordPlace | Ramp) -> None:
    with pytest.raises(ValueError, match=r"at most 1e\+30 here, got 1e\+31"):
        sampler.sample(PROMPT, [schedule], 10, seed=1)
