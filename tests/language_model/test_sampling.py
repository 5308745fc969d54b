"""The sampler: what it writes, what it leaves alone, and what it never compiles again."""

import keras
import numpy as np
import pytest

from components.language_model.batching import LARGEST_BATCH, SHARDS
from components.language_model.loading import Model
from components.language_model.loop import CHUNK
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import UnknownCharacterError, Vocabulary
from components.temperature import apply_temperature, gumbel_noise, pick
from tests.language_model.written import PROMPT, ROWS, TEMPERATURES, same


def test_a_row_does_not_depend_on_its_neighbours(sampler: Sampler) -> None:
    alone = [sampler.sample(PROMPT, [t], 200, seed=5)[0] for t in TEMPERATURES]
    together = sampler.sample(PROMPT, TEMPERATURES, 200, seed=5)
    backwards = sampler.sample(PROMPT, TEMPERATURES[::-1], 200, seed=5)[::-1]
    assert all(map(same, alone, together))
    assert all(map(same, together, backwards))


def test_what_was_written_is_read_with_the_same_logits(sampler: Sampler, shipped: Model) -> None:
    for model in (sampler, shipped.sampler):
        for drawn in model.sample(PROMPT, TEMPERATURES, 300, seed=5):
            for length in (0, 1, CHUNK, 299):
                assert np.array_equal(model.read(PROMPT + drawn.text[:length]).logits, drawn.logits[length])


@pytest.mark.parametrize("split", [1, 40, CHUNK, 299])
def test_what_is_read_in_two_pieces_is_what_is_read_at_once(sampler: Sampler, split: int) -> None:
    prompt = (PROMPT * 100)[:300]
    whole, pieces = sampler.read(prompt), sampler.read(prompt[split:], after=sampler.read(prompt[:split]))
    assert pieces.last == whole.last
    for one, other in zip(
        (pieces.logits, pieces.features, *pieces.states), (whole.logits, whole.features, *whole.states), strict=True
    ):
        assert np.array_equal(one, other)


def test_the_same_seed_gives_the_same_text_and_another_seed_another(sampler: Sampler) -> None:
    first, again = (sampler.sample(PROMPT, [1.0], 100, seed=1)[0] for _ in range(2))
    other = sampler.sample(PROMPT, [1.0], 100, seed=2)[0]
    assert same(first, again)
    assert first.text != other.text


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 300])
def test_a_longer_sample_begins_with_the_shorter_one(sampler: Sampler, length: int) -> None:
    longest = sampler.sample(PROMPT, TEMPERATURES, 400, seed=9)
    for long, short in zip(longest, sampler.sample(PROMPT, TEMPERATURES, length, seed=9), strict=True):
        assert len(short.text) == length
        assert long.text[:length] == short.text
        assert np.array_equal(long.logits[:length], short.logits)


def test_temperature_zero_takes_the_most_likely(sampler: Sampler) -> None:
    cold = sampler.sample(PROMPT, [0.0], 150, seed=4)[0]
    assert np.array_equal(cold.codes, cold.logits.argmax(axis=-1))


def test_every_character_is_the_pick_of_its_logits_and_noise(sampler: Sampler) -> None:
    for sample in sampler.sample(PROMPT, TEMPERATURES, 150, seed=4):
        noise = gumbel_noise(4, range(150), len(sampler.vocabulary)).astype(np.float32)
        assert np.array_equal(sample.noise, noise)
        perturbed = sample.logits + np.float32(sample.temperature) * sample.noise
        best = np.sort(perturbed, axis=-1)[:, -2:]
        clear = best[:, 1] - best[:, 0] > 1e-4  # float32 may decide a near-tie either way
        assert clear.mean() > 0.9
        assert np.array_equal(sample.codes[clear], pick(sample.logits, sample.temperature, sample.noise)[clear])


def test_log_probabilities_are_those_of_the_picked_characters(sampler: Sampler) -> None:
    for sample in sampler.sample(PROMPT, [0.5, 1.0], 60, seed=4):
        scored = sample.scored()
        for temperature, given in (
            (1.0, scored.base_log_probabilities),
            (sample.temperature, scored.tempered_log_probabilities),
        ):
            chances = apply_temperature(sample.logits, temperature)[np.arange(60), sample.codes]
            np.testing.assert_allclose(np.exp(given), chances, rtol=1e-9)


def test_at_temperature_one_base_and_tempered_agree(sampler: Sampler) -> None:
    sample = sampler.sample(PROMPT, [1.0], 60, seed=4)[0].scored()
    np.testing.assert_array_equal(sample.base_log_probabilities, sample.tempered_log_probabilities)


def test_the_loop_gives_the_networks_own_logits(sampler: Sampler, small_network: keras.Model) -> None:
    sample = sampler.sample(PROMPT, [1.0], 300, seed=8)[0]
    codes = sampler.vocabulary.encode(PROMPT + sample.text)
    expected = small_network(codes[None]).numpy()[0, len(PROMPT) - 1 : -1]
    np.testing.assert_allclose(sample.logits, expected, atol=1e-4)


def test_the_shipped_loop_gives_the_networks_own_logits(shipped: Model) -> None:
    sample = shipped.sampler.sample("ROMEO:\n", [0.0, 1.0], 300, seed=8)[1]
    codes = shipped.sampler.vocabulary.encode("ROMEO:\n" + sample.text)
    expected = shipped.network(codes[None]).numpy()[0, len("ROMEO:\n") - 1 : -1]
    np.testing.assert_allclose(sample.logits, expected, atol=1e-4)


def test_nothing_compiles_after_the_warm_up(small_network: keras.Model, vocabulary: Vocabulary) -> None:
    fresh = Sampler(small_network, vocabulary)
    fresh.warm_up()
    compiled = fresh.compilations
    for prompt, temperatures, length in (
        ("A", [0.3, 0.7, 0.9], 1),
        (PROMPT * 20, [0.0, 1.0, 2.0, 3.0], 777),
        ("\n", [2], 128),
        (PROMPT, [1.0], 0),
        (PROMPT, [1.0] * 61, 10),
    ):
        fresh.sample(prompt, temperatures, length, seed=2)
    for rows, length in ((ROWS, 1), (ROWS * 5, 140), (ROWS[:1], 0)):
        assert sum(map(len, fresh.sample_rows(PROMPT, rows, length))) == len(rows)
    assert fresh.compilations == compiled == 1 + len(SHARDS)


def test_no_state_stays_behind(sampler: Sampler, small_network: keras.Model) -> None:
    before = [variable.numpy() for variable in small_network.variables]
    first = sampler.sample(PROMPT, [1.0], 50, seed=1)[0]
    sampler.sample("Speak", [2.0], 500, seed=3)
    again = sampler.sample(PROMPT, [1.0], 50, seed=1)[0]
    assert same(first, again)
    assert all(map(np.array_equal, before, (variable.numpy() for variable in small_network.variables)))


def test_a_text_that_is_written_alone_parts_from_it_only_at_near_ties(shipped: Model) -> None:
    for seed in range(200):
        (alone,) = shipped.sampler.sample(PROMPT, [1.0], 60, seed, alone=True)
        (beside,) = shipped.sampler.sample(PROMPT, [1.0], 60, seed)
        if alone.text == beside.text:
            continue
        place = int((alone.codes != beside.codes).argmax())
        best = np.sort(alone.logits[place] + alone.noise[place])[-2:]
        assert best[1] - best[0] < 1e-3


@pytest.mark.parametrize("count", [0, LARGEST_BATCH + 1])
def test_too_few_or_too_many_temperatures_are_refused(sampler: Sampler, count: int) -> None:
    with pytest.raises(ValueError, match=f"from 1 to {LARGEST_BATCH} rows, got {count}"):
        sampler.sample(PROMPT, [1.0] * count, 10, seed=1)


def test_two_temperatures_are_not_alone(sampler: Sampler) -> None:
    with pytest.raises(ValueError, match="one text can be sampled alone, got 2"):
        sampler.sample(PROMPT, [0.5, 1.0], 10, seed=1, alone=True)


def test_a_prompt_is_read_to_its_last_character(sampler: Sampler, small_network: keras.Model) -> None:
    for length in (1, CHUNK - 1, CHUNK, CHUNK + 1, 2000):
        prompt = (PROMPT * 100)[:length]
        expected = small_network(sampler.vocabulary.encode(prompt)[None]).numpy()[0, -1]
        # Weights that were spread out make a small error grow over 2,000 characters.
        np.testing.assert_allclose(sampler.read(prompt).logits, expected, atol=2e-3)


@pytest.mark.parametrize("length", [2, CHUNK, CHUNK + 1, CHUNK + 2, 300])
def test_each_character_is_predicted_from_those_before_it(
    sampler: Sampler, small_network: keras.Model, length: int
) -> None:
    codes = sampler.vocabulary.encode((PROMPT * 20)[:length])
    pieces = list(sampler.predictions(codes))
    assert all(len(logits) == len(targets) <= CHUNK for logits, targets in pieces)
    assert np.array_equal(np.concatenate([targets for _, targets in pieces]), codes[1:])
    expected = small_network(codes[None, :-1]).numpy()[0]
    np.testing.assert_allclose(np.concatenate([logits for logits, _ in pieces]), expected, atol=1e-3)


def test_several_texts_are_predicted_side_by_side(sampler: Sampler) -> None:
    texts = [(PROMPT * 20)[start : start + 200] for start in (0, 3, 50)]
    columns = np.stack([sampler.vocabulary.encode(text) for text in texts], axis=1)
    logits, targets = map(np.concatenate, zip(*sampler.predictions(columns), strict=True))
    assert logits.shape == (199, 3, len(sampler.vocabulary))
    assert np.array_equal(targets, columns[1:])
    for row, text in enumerate(texts):
        alone = np.concatenate([part for part, _ in sampler.predictions(sampler.vocabulary.encode(text))])
        assert np.array_equal(logits[:, row], alone)


def test_one_character_predicts_nothing(sampler: Sampler) -> None:
    assert list(sampler.predictions(sampler.vocabulary.encode("F"))) == []


@pytest.mark.parametrize("temperature", [-0.1, float("nan"), float("inf")])
def test_a_bad_temperature_is_named(sampler: Sampler, temperature: float) -> None:
    with pytest.raises(ValueError, match=f"got {temperature}"):
        sampler.sample(PROMPT, [1.0, temperature], 10, seed=1)


def test_a_temperature_that_float32_cannot_hold_is_named(sampler: Sampler) -> None:
    with pytest.raises(ValueError, match=r"at most 1e\+30 here, got 1e\+39"):
        sampler.sample(PROMPT, [1.0, 1e39], 10, seed=1)


def test_a_bad_length_seed_or_prompt_is_named(sampler: Sampler) -> None:
    with pytest.raises(ValueError, match="got -1"):
        sampler.sample(PROMPT, [1.0], -1, seed=1)
    with pytest.raises(ValueError, match="seed -3"):
        sampler.sample(PROMPT, [1.0], 1, seed=-3)
    with pytest.raises(ValueError, match="noise_start must be 0 or more, got -1"):
        sampler.sample(PROMPT, [1.0], 1, seed=3, noise_start=-1)
    with pytest.raises(ValueError, match="line break"):
        sampler.sample("", [1.0], 1, seed=1)
    with pytest.raises(UnknownCharacterError, match="é"):
        sampler.sample("é", [1.0], 1, seed=1)


def test_a_vocabulary_of_another_size_is_refused(small_network: keras.Model) -> None:
    with pytest.raises(ValueError, match="3 characters"):
        Sampler(small_network, Vocabulary.of("abc"))
