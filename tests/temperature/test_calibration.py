"""Loss and reliability against SciPy, against a loop that counts one by one, and against what is known of chance."""

import math
from typing import Any

import numpy as np
import pytest
import scipy.special
from hypothesis import given
from hypothesis import strategies as st

from components.temperature import apply_temperature, gumbel_noise, pick
from components.temperature.calibration import BINS, PIECE, Reliability, Tally
from tests.temperature.predicting import negative_log_likelihood

TEMPERATURES = [0.05, 0.5, 1.0, 3.0]


def predictions(seed: int, count: int, characters: int = 12) -> tuple[Any, Any]:
    """Return logits, and characters that came by the chances that they stand for."""
    logits = np.random.default_rng(seed).normal(size=(count, characters)) * 2
    return logits, pick(logits, 1.0, gumbel_noise(seed, range(count), characters))


def tallied(logits: Any, targets: Any, temperatures: Any) -> Tally:
    tally = Tally(temperatures)
    tally.add(logits, targets)
    return tally


def counted(logits: Any, targets: Any, temperature: float) -> tuple[list[list[tuple[float, bool]]], float]:
    """Sort predictions into bins one by one; give the bins and the expected calibration error."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for row, target in zip(logits, targets, strict=True):
        chances = [float(chance) for chance in apply_temperature(row, temperature)]
        sure = max(chances)
        (place,) = (place for place in range(BINS) if place / BINS < sure <= (place + 1) / BINS)
        bins[place].append((sure, list(row).index(max(row)) == target))
    error = 0.0
    for members in filter(None, bins):
        confidence = math.fsum(sure for sure, _ in members) / len(members)
        accuracy = sum(right for _, right in members) / len(members)
        error += len(members) / len(logits) * abs(accuracy - confidence)
    return bins, error


@given(st.integers(0, 2**32), st.integers(1, 300), st.floats(0.05, 20), st.sampled_from([np.float32, np.float64]))
def test_loss_is_scipys(seed: int, count: int, temperature: float, kind: Any) -> None:
    logits, targets = predictions(seed, count)
    logits = logits.astype(kind)
    chances = scipy.special.log_softmax(logits.astype(np.float64) / temperature, axis=-1)
    expected = -chances[np.arange(count), targets].mean()
    assert negative_log_likelihood(logits, targets, temperature) == pytest.approx(expected, rel=1e-12)


@given(st.integers(0, 2**32), st.lists(st.floats(0.05, 100), min_size=2, max_size=2))
def test_loss_is_convex_in_one_over_t(seed: int, inverses: list[float]) -> None:
    logits, targets = predictions(seed, 30)
    one, middle, other = (
        negative_log_likelihood(logits, targets, 1 / inverse)
        for inverse in (inverses[0], sum(inverses) / 2, inverses[1])
    )
    assert middle <= (one + other) / 2 + 1e-12 * max(one, other)


@pytest.mark.parametrize("temperature", TEMPERATURES)
def test_bins_are_those_of_a_loop(temperature: float) -> None:
    logits, _ = predictions(1, 700)
    _, targets = predictions(2, 700)  # what came has little to do with the logits: every bin is off
    found = tallied(logits, targets, [0.7, temperature]).reliabilities()[1]
    bins, error = counted(logits, targets, temperature)
    assert found.count.tolist() == [len(members) for members in bins]
    for members, confidence, accuracy in zip(bins, found.confidence, found.accuracy, strict=True):
        if members:
            assert confidence == pytest.approx(np.mean([sure for sure, _ in members]), rel=1e-12)
            assert accuracy == pytest.approx(np.mean([right for _, right in members]), rel=1e-12)
        else:
            assert np.isnan([confidence, accuracy]).all()
    assert found.error == pytest.approx(error, rel=1e-12)
    assert error > 0.1


def test_calibrated_chances_are_off_by_sampling_noise_alone() -> None:
    logits, targets = predictions(3, 20_000)
    found = tallied(logits, targets, [1.0]).reliabilities()[0]
    filled = found.count > 0
    count, confidence = found.count[filled], found.confidence[filled]
    # A bin's accuracy is a mean of draws with these chances; the spread within a bin makes it no wider.
    noise = np.sqrt(confidence * (1 - confidence) / count)
    assert (np.abs(found.accuracy[filled] - confidence) < 4 * noise).all()
    expected = math.sqrt(2 / math.pi) * float(noise @ count / count.sum())  # a normal's mean distance
    assert 0 < found.error < 2 * expected
    for sharpened in (0.5, 2.0):
        assert tallied(logits * sharpened, targets, [1.0]).reliabilities()[0].error > 10 * expected


def test_pieces_add_up() -> None:
    logits, targets = predictions(4, 3 * PIECE + 5)
    whole, pieces = tallied(logits, targets, TEMPERATURES), Tally(TEMPERATURES)
    for start in range(0, len(logits), 50):
        pieces.add(logits[start : start + 50], targets[start : start + 50])
    assert pieces.predictions == whole.predictions == len(logits)
    assert pieces.accuracy == whole.accuracy
    assert pieces.losses() == pytest.approx(whole.losses(), rel=1e-13)
    for one, other in zip(pieces.reliabilities(), whole.reliabilities(), strict=True):
        assert one.count.tolist() == other.count.tolist()
        assert one.confidence == pytest.approx(other.confidence, rel=1e-13, nan_ok=True)
        assert one.accuracy == pytest.approx(other.accuracy, rel=1e-13, nan_ok=True)


def test_bins_that_were_given_stay_when_more_is_added() -> None:
    tally = tallied([[1.0, 0.0]], [0], [1.0])
    before = tally.reliabilities()[0]
    tally.add([[1.0, 0.0]], [1])
    assert before.count.sum() == 1
    assert tally.reliabilities()[0].count.sum() == 2


@pytest.mark.parametrize("temperature", [0.01, 1.0, 1e300])
def test_the_first_of_the_most_likely_is_the_prediction_at_every_temperature(temperature: float) -> None:
    logits = [[1.0, 3.0, 3.0], [2.0, 2.0, 2.0], [0.0, 1.0, 1.0 + 1e-9]]
    assert tallied(logits, [1, 0, 2], [temperature]).accuracy == 1.0
    assert tallied(logits, [2, 1, 1], [temperature]).accuracy == 0.0


@pytest.mark.parametrize(("sure", "place"), [(1.0, BINS - 1), (1 / 3, 4), (0.2, 2), (0.5, 7)])
def test_a_bin_ends_with_its_upper_edge(sure: float, place: int) -> None:
    equal = round(1 / sure)
    found = tallied(np.zeros((1, equal)), [0], [1.0]).reliabilities()[0]
    assert np.flatnonzero(found.count).tolist() == [place]
    assert found.confidence[place] == pytest.approx(sure)


def test_error_weighs_bins_by_their_predictions() -> None:
    empty = [math.nan] * (BINS - 2)
    found = Reliability(np.array([3, 1] + [0] * (BINS - 2)), np.array([0.1, 0.5, *empty]), np.array([0.3, 0.4, *empty]))
    assert found.error == pytest.approx((3 * 0.2 + 1 * 0.1) / 4)


@pytest.mark.parametrize("temperature", [1e-6, 1e-3, 1e6])
def test_nothing_overflows(temperature: float) -> None:
    logits = np.array([[1e4, 0.0, -1e4], [-1e4, 0.0, 1e4]], np.float32)
    tally = tallied(logits, [0, 0], [temperature])
    assert np.isfinite(tally.losses()).all()
    assert tally.losses()[0] >= 0
    assert tally.reliabilities()[0].count.sum() == 2


@pytest.mark.parametrize("temperatures", [[], [0.0], [1.0, -1.0], [math.nan], [math.inf]])
def test_temperatures_that_nothing_can_be_divided_by_are_named(temperatures: list[float]) -> None:
    with pytest.raises(ValueError, match="finite and above 0, got"):
        Tally(temperatures)


@pytest.mark.parametrize(
    ("logits", "targets", "said"),
    [
        (np.zeros((2, 3)), [1], r"one target is needed .* \(2, 3\) and \(1,\)"),
        (np.zeros(3), [1, 2, 0], "one target is needed"),
        (np.zeros((1, 3)), [3], "from 0 to 2, got 3"),
        (np.zeros((1, 3)), [-1], "from 0 to 2, got -1"),
        ([[math.nan, 0.0]], [0], "must be finite"),
    ],
)
def test_what_is_no_prediction_is_named(logits: Any, targets: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        negative_log_likelihood(logits, targets)


def test_means_of_nothing_are_refused() -> None:
    for mean in (Tally([1.0]).losses, Tally([1.0]).reliabilities, lambda: Tally([1.0]).accuracy):
        with pytest.raises(ValueError, match="at least one prediction"):
            mean()
