"""Rows with temperatures, seeds and noise starts of their own, and noise that goes on."""

import numpy as np
import pytest

from components.language_model.batching import Row, take
from components.language_model.loading import Model
from components.language_model.loop import CHUNK
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import UnknownCharacterError
from components.temperature import gumbel_noise
from tests.language_model.written import PROMPT, ROWS, WARM, same


def _check_rows(sampler: Sampler, length: int, size: int) -> None:
    batches = list(sampler.sample_rows(PROMPT, ROWS, length, size=size))
    assert [len(batch) for batch in batches[:-1]] == [size] * (len(batches) - 1)
    drawn = [text for batch in batches for text in batch]
    for row, found in zip(ROWS, drawn, strict=True):
        expected = sampler.sample(PROMPT, [row.decoding], length, row.seed)[0]
        assert same(found, expected)
        assert np.array_equal(found.noise, expected.noise)
        assert np.array_equal(found.codes, expected.codes)
        assert found.decoding == row.decoding


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
    assert same(first[0], later[0])  # no noise acts at T = 0
    assert first[1].text != later[1].text
    noise = gumbel_noise(4, range(CHUNK + 5, CHUNK + 65), len(sampler.vocabulary)).astype(np.float32)
    assert np.array_equal(later[1].noise, noise)


def test_rows_of_several_noise_starts_are_what_sample_gives(sampler: Sampler) -> None:
    rows = [Row.at(1.0, 4, 0), Row.at(1.0, 4, 7), Row.at(0.5, 4, 7), Row.at(1.0, 5, 7)]
    (batch,) = sampler.sample_rows(PROMPT, rows, 50, size=8)
    for row, drawn in zip(rows, batch, strict=True):
        (alone,) = sampler.sample(PROMPT, [row.decoding], 50, row.seed, noise_start=row.noise_start)
        assert same(drawn, alone)


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
        (Row.at(1.0, -3), "seed -3"),
        (Row.at(1e39, 1), "at most"),
        (Row.at(1.0, 1, -2), "got -2"),
    ):
        with pytest.raises(ValueError, match=message):
            sampler.sample_rows(PROMPT, [*ROWS, row], 10)
    with pytest.raises(ValueError, match=r"got -0\.5"):
        Row.at(-0.5, 1)
    with pytest.raises(UnknownCharacterError, match="é"):
        sampler.sample_rows("é", ROWS, 10)
