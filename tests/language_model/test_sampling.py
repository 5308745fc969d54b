"""The sampler: what it writes, what it leaves alone, and what it never compiles again."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import keras
import numpy as np
import pytest

from components.language_model import sampling
from components.language_model.batching import LARGEST_BATCH, SHARDS, Row, take
from components.language_model.folder import MODELS
from components.language_model.loading import Model, load
from components.language_model.loop import CHUNK
from components.language_model.recipe import SHIPPED
from components.language_model.sample import Drawn
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import UnknownCharacterError, Vocabulary
from components.language_model.workers import Workers
from components.temperature import apply_temperature, gumbel_noise, pick

PROMPT = "First Citizen:\nBefore we"
TEMPERATURES = [0.0, 0.2, 0.5, 1.0, 1.2, 3.0]
WARM = [0.2, 0.5, 1.0, 1.2]


def _same(ours: Drawn, theirs: Drawn) -> bool:
    return ours.text == theirs.text and np.array_equal(ours.logits, theirs.logits)


def test_a_row_does_not_depend_on_its_neighbours(sampler: Sampler) -> None:
    alone = [sampler.sample(PROMPT, [t], 200, seed=5)[0] for t in TEMPERATURES]
    together = sampler.sample(PROMPT, TEMPERATURES, 200, seed=5)
    backwards = sampler.sample(PROMPT, TEMPERATURES[::-1], 200, seed=5)[::-1]
    assert all(map(_same, alone, together))
    assert all(map(_same, together, backwards))


def _cut_into(size: int) -> Callable[..., tuple[int, ...]]:
    return lambda rows, *others: (size,) * math.ceil(rows / size)


def _check_that_shards_do_not_matter(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row(temperature, seed) for seed in (3, 1, 40, 7) for temperature in TEMPERATURES]
    (expected,) = sampler.sample_rows(PROMPT, rows, 400)
    texts = sampler.vocabulary.encode(PROMPT + expected[3].text)
    read = np.concatenate([logits for logits, _ in sampler.predictions(texts)])
    columns = np.stack([texts] * 19, axis=1)
    for size in SHARDS:
        monkeypatch.setattr(sampling, "shards", _cut_into(size))
        (written,) = sampler.sample_rows(PROMPT, rows, 400)
        assert all(map(_same, written, expected)), size
        again = np.concatenate([logits for logits, _ in sampler.predictions(columns)])
        assert (again == read[:, None]).all(), size
    monkeypatch.undo()


def test_texts_are_the_same_whatever_shards_they_are_cut_into(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_that_shards_do_not_matter(sampler, monkeypatch)


@pytest.mark.parametrize("name", SHIPPED)
def test_texts_of_shipped_models_are_the_same_whatever_shards_they_are_cut_into(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_that_shards_do_not_matter(load(MODELS / name).sampler, monkeypatch)


@pytest.mark.parametrize("cores", [1, 2, 3, 16])
def test_texts_are_the_same_on_however_many_cores(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    expected = sampler.sample(PROMPT, TEMPERATURES * 3, 150, seed=5)
    monkeypatch.setattr(sampling, "workers", lambda: Workers(cores))
    assert all(map(_same, sampler.sample(PROMPT, TEMPERATURES * 3, 150, seed=5), expected))


def test_what_was_written_is_read_with_the_same_logits(sampler: Sampler, shipped: Model) -> None:
    for model in (sampler, shipped.sampler):
        for drawn in model.sample(PROMPT, TEMPERATURES, 300, seed=5):
            for length in (0, 1, CHUNK, 299):
                assert np.array_equal(model.read(PROMPT + drawn.text[:length]).logits, drawn.logits[length])


def test_the_same_seed_gives_the_same_text_and_another_seed_another(sampler: Sampler) -> None:
    first, again = (sampler.sample(PROMPT, [1.0], 100, seed=1)[0] for _ in range(2))
    other = sampler.sample(PROMPT, [1.0], 100, seed=2)[0]
    assert _same(first, again)
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


ROWS = [Row(temperature, seed) for seed in (3, 1, 40) for temperature in TEMPERATURES]


def _check_rows(sampler: Sampler, length: int, size: int) -> None:
    batches = list(sampler.sample_rows(PROMPT, ROWS, length, size=size))
    assert [len(batch) for batch in batches[:-1]] == [size] * (len(batches) - 1)
    drawn = [text for batch in batches for text in batch]
    for row, found in zip(ROWS, drawn, strict=True):
        expected = sampler.sample(PROMPT, [row.temperature], length, row.seed)[0]
        assert _same(found, expected)
        assert np.array_equal(found.noise, expected.noise)
        assert np.array_equal(found.codes, expected.codes)
        assert found.temperature == row.temperature


@pytest.mark.parametrize("size", [8, 64])
def test_a_row_with_a_seed_of_its_own_is_what_sample_gives(sampler: Sampler, size: int) -> None:
    _check_rows(sampler, CHUNK + 30, size)


def test_a_row_of_the_shipped_model_with_a_seed_of_its_own_is_what_sample_gives(shipped: Model) -> None:
    _check_rows(shipped.sampler, CHUNK + 30, 64)


def test_rows_of_one_seed_have_the_same_noise_and_no_others(sampler: Sampler) -> None:
    drawn = [text for batch in sampler.sample_rows(PROMPT, ROWS, 50, size=4) for text in batch]
    for one, first in zip(ROWS, drawn, strict=True):
        for other, second in zip(ROWS, drawn, strict=True):
            assert np.array_equal(first.noise, second.noise) == (one.seed == other.seed)


def _check_that_noise_goes_on(sampler: Sampler, taken: int) -> None:
    length = taken + 40
    for seed in (1, 2):
        for column in sampler.sample(PROMPT, WARM, length, seed):
            prompt = PROMPT
            for step in range(taken):
                index = take(sampler.read(prompt).logits, column.temperature, seed, step)
                prompt += sampler.vocabulary.characters[index]
            assert prompt == PROMPT + column.text[:taken]
            (rest,) = sampler.sample(prompt, [column.temperature], length - taken, seed, noise_start=taken)
            assert rest.text == column.text[taken:]
            assert np.array_equal(rest.noise, column.noise[taken:])
            assert np.array_equal(rest.logits, column.logits[taken:])


@pytest.mark.parametrize("taken", [1, 12])
def test_taking_characters_one_by_one_writes_the_column_and_its_rest_goes_on(sampler: Sampler, taken: int) -> None:
    _check_that_noise_goes_on(sampler, taken)


def test_taking_characters_one_by_one_writes_the_column_of_the_shipped_model(shipped: Model) -> None:
    _check_that_noise_goes_on(shipped.sampler, 30)


def test_a_noise_start_moves_the_noise_and_nothing_else(sampler: Sampler) -> None:
    first = sampler.sample(PROMPT, [0.0, 1.0], 60, seed=4)
    later = sampler.sample(PROMPT, [0.0, 1.0], 60, seed=4, noise_start=CHUNK + 5)
    assert _same(first[0], later[0])  # no noise acts at T = 0
    assert first[1].text != later[1].text
    noise = gumbel_noise(4, range(CHUNK + 5, CHUNK + 65), len(sampler.vocabulary)).astype(np.float32)
    assert np.array_equal(later[1].noise, noise)


def test_rows_of_several_noise_starts_are_what_sample_gives(sampler: Sampler) -> None:
    rows = [Row(1.0, 4, 0), Row(1.0, 4, 7), Row(0.5, 4, 7), Row(1.0, 5, 7)]
    (batch,) = sampler.sample_rows(PROMPT, rows, 50, size=8)
    for row, drawn in zip(rows, batch, strict=True):
        (alone,) = sampler.sample(PROMPT, [row.temperature], 50, row.seed, noise_start=row.noise_start)
        assert _same(drawn, alone)


def test_no_more_is_written_than_is_asked_for(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    whole = sampler._write_batch
    monkeypatch.setattr(sampler, "_write_batch", lambda *args, **options: written.append(1) or whole(*args, **options))
    batches = sampler.sample_rows(PROMPT, ROWS, 10, size=4)
    assert not written
    next(batches)
    batches.close()
    assert len(written) == 1


def test_a_bad_row_is_named_before_anything_is_written(sampler: Sampler) -> None:
    for row, message in (
        (Row(-0.5, 1), "got -0.5"),
        (Row(1.0, -3), "seed -3"),
        (Row(1e39, 1), "at most"),
        (Row(1.0, 1, -2), "got -2"),
    ):
        with pytest.raises(ValueError, match=message):
            sampler.sample_rows(PROMPT, [*ROWS, row], 10)
    with pytest.raises(UnknownCharacterError, match="é"):
        sampler.sample_rows("é", ROWS, 10)


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
    assert _same(first, again)
    assert all(map(np.array_equal, before, (variable.numpy() for variable in small_network.variables)))


def test_threads_do_not_disturb_each_other(sampler: Sampler) -> None:
    jobs = [(PROMPT, [0.5, 1.0], 200, seed) for seed in range(6)] + [("All:\n", [0.0, 3.0], 300, 1)] * 2
    alone = [sampler.sample(*job) for job in jobs]
    with ThreadPoolExecutor(2) as pool:
        at_once = list(pool.map(lambda job: sampler.sample(*job), jobs))
    for ours, theirs in zip(alone, at_once, strict=True):
        assert all(map(_same, ours, theirs))


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
    with pytest.raises(ValueError, match="one temperature can be sampled alone, got 2"):
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
