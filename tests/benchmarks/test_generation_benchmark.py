"""What the benchmark of generation works out by itself: weights, processes, threads, and ratios."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from components.language_model.loading import Model
from tests.benchmarks import contenders, generation
from tests.benchmarks.contenders import CONTENDERS, MissingLibraryError, Weights, kind
from tests.benchmarks.contending import Rival
from tests.benchmarks.generation import FULL, PROMPT, QUICK, ROWS, Timing, best_threads, figures, started
from tests.benchmarks.roofline import Roofline


@pytest.fixture(scope="module")
def weights(shipped: Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "weights.npz"
    Weights.of(shipped.network, shipped.sampler.vocabulary).save(path)
    return path


def test_weights_are_read_as_they_were_written(weights: Path, shipped: Model) -> None:
    kept, taken = Weights.load(weights), Weights.of(shipped.network, shipped.sampler.vocabulary)
    assert kept.vocabulary == taken.vocabulary
    assert np.array_equal(kept.embedding, taken.embedding)
    assert np.array_equal(kept.kernel, taken.kernel)
    assert np.array_equal(kept.bias, taken.bias)
    for ours, theirs in zip(kept.cells, taken.cells, strict=True):
        assert all(map(np.array_equal, vars(ours).values(), vars(theirs).values()))


def test_a_contender_in_a_process_of_its_own_writes_our_text(weights: Path, shipped: Model) -> None:
    rival = Rival("numpy", weights, threads=1)
    try:
        (ours,) = shipped.sampler.sample(PROMPT, [0.0], 80, seed=1)
        assert rival.text(PROMPT, 80) == ours.text
        assert rival.seconds(PROMPT, [0.5, 1.0], 5) > 0
        assert (rival.one_at_a_time, rival.longest, rival.takes_threads) == (False, None, True)
    finally:
        rival.close()


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contenders, "find_spec", lambda name: None)
    for key, libraries in contenders.LIBRARIES.items():
        assert key in CONTENDERS
        with pytest.raises(MissingLibraryError, match=libraries[0]):
            kind(key)


class _Fake:
    """A contender that is fastest with two threads at one row, and with one thread at more."""

    def __init__(self, key: str, weights: Path, threads: int) -> None:
        self.key, self.threads, self.one_at_a_time = key, threads, key == "slow"
        self.takes_threads = key != "ours"

    def seconds(self, prompt: str, temperatures: list[float], length: int) -> float:
        return abs(self.threads - (2 if len(temperatures) == 1 else 1)) + 1.0

    def close(self) -> None:
        pass


def test_the_number_of_threads_is_chosen_for_each_number_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generation, "Rival", _Fake)
    monkeypatch.setattr(generation, "REST", 0)
    monkeypatch.setattr(generation, "cores", lambda: 8)
    assert best_threads("any", Path(), FULL) == {1: 2, 4: 1, 8: 1, 64: 1}
    assert best_threads("slow", Path(), FULL) == {1: 2}
    assert best_threads("ours", Path(), FULL) == dict.fromkeys(ROWS)
    of_four = {timing.rows: timing.rival for timing in started("any", Path(), FULL)}
    assert {rows: rival.threads for rows, rival in of_four.items()} == {1: 2, 4: 1, 8: 1, 64: 1}
    assert of_four[4] is of_four[64]  # one process serves both
    assert [timing.rival.threads for timing in started("any", Path(), QUICK)] == [8] * len(ROWS)


def test_ratios_are_those_of_the_medians() -> None:
    def timing(key: str, rows: int, seconds: list[float]) -> Any:
        return Timing(SimpleNamespace(key=key), rows, seconds)  # type: ignore[arg-type]

    timings = [timing("ours", rows, [1.0, 9.0, 1.0]) for rows in ROWS]
    timings += [timing("onnxruntime", rows, [2.0, 2.0, 0.1]) for rows in ROWS]
    timings += [timing("pytorch", 4, [1.5])]
    ratios = figures(timings, Roofline(4e9, 1e12), 1_000_000, QUICK)
    assert ratios["ours_over_onnxruntime_64"] == 2.0
    assert ratios["ours_over_pytorch_4"] == ratios["ours_over_best_4"] == 1.5
    assert ratios["ours_over_best_8"] == 2.0
    assert ratios["ours_over_keras_predict_1"] is None
    assert ratios["cost_64_over_1"] == 1.0
    assert ratios["step_over_roofline_1"] == pytest.approx(1 / QUICK.length / 1e-3)
