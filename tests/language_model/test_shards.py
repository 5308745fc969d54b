"""A text is the same whatever shards its rows are cut into, and whoever writes at the same time."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import numpy as np
import pytest

from components.language_model import sampling
from components.language_model.batching import SHARDS, Row
from components.language_model.folder import MODELS
from components.language_model.gathering import Gathering
from components.language_model.loading import load
from components.language_model.recipe import FETCHED
from components.language_model.sampling import Sampler
from components.language_model.workers import Workers
from tests.language_model.written import PROMPT, TEMPERATURES, WARM, same

pytestmark = pytest.mark.long


def _cut_into(size: int) -> Callable[..., tuple[int, ...]]:
    return lambda rows, *others: (size,) * math.ceil(rows / size)


def _check_that_shards_do_not_matter(sampler: Sampler, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row.at(temperature, seed) for seed in (3, 1, 40, 7) for temperature in TEMPERATURES]
    (expected,) = sampler.sample_rows(PROMPT, rows, 400)
    texts = sampler.vocabulary.encode(PROMPT + expected[3].text)
    read = np.concatenate([logits for logits, _ in sampler.predictions(texts)])
    columns = np.stack([texts] * 19, axis=1)
    for size in SHARDS:
        monkeypatch.setattr(sampling, "shards", _cut_into(size))
        (written,) = sampler.sample_rows(PROMPT, rows, 400)
        assert all(map(same, written, expected)), size
        again = np.concatenate([logits for logits, _ in sampler.predictions(columns)])
        assert (again == read[:, None]).all(), size
    monkeypatch.undo()


def test_texts_are_the_same_whatever_shards_they_are_cut_into(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_that_shards_do_not_matter(sampler, monkeypatch)


@pytest.mark.parametrize("name", FETCHED)
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
    assert all(map(same, sampler.sample(PROMPT, TEMPERATURES * 3, 150, seed=5), expected))


def test_threads_do_not_disturb_each_other(sampler: Sampler) -> None:
    jobs = [(PROMPT, [0.5, 1.0], 200, seed) for seed in range(6)] + [("All:\n", [0.0, 3.0], 300, 1)] * 2
    alone = [sampler.sample(*job) for job in jobs]
    with ThreadPoolExecutor(2) as pool:
        at_once = list(pool.map(lambda job: sampler.sample(*job), jobs))
    for ours, theirs in zip(alone, at_once, strict=True):
        assert all(map(same, ours, theirs))


def test_texts_of_those_who_wait_are_written_together_and_stay_the_same(
    sampler: Sampler, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [(PROMPT[: 5 + seed], WARM, 150, seed) for seed in range(5)]
    alone = [sampler.sample(*job) for job in jobs]
    team = Workers(1)
    monkeypatch.setattr(sampling, "workers", lambda: team)
    together: list[int] = []
    whole = sampler._write
    gathering = Gathering(lambda texts: together.append(len(texts)) or whole(texts), SHARDS[-1], team.cores)
    monkeypatch.setattr(sampler, "_gathering", lambda team: gathering)
    with ThreadPoolExecutor(len(jobs)) as visitors:
        with gathering._cores:  # all of them wait
            samples = [visitors.submit(sampler.sample, *job) for job in jobs]
            while len(gathering._waiting) < len(jobs):
                sleep(0.001)
        for ours, theirs in zip(samples, alone, strict=True):
            assert all(map(same, ours.result(60), theirs))
    assert together == [16, 4]
