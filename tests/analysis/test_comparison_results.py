"""What is found in a comparison: by constructed figures whose answers are known. No network is needed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy import stats

from components.analysis.comparison_results import (
    Comparison,
    best_of,
    findings,
    from_content,
    gain,
    summary,
    to_content,
)
from components.analysis.comparison_setting import ComparisonSetting, Family
from components.analysis.sweep_setting import SweepSetting

TEMPERATURES = (0.5, 1.0, 1.5)
SEEDS = 12
SETTING = ComparisonSetting(SweepSetting(temperatures=TEMPERATURES, samples=SEEDS), first=(1.4,), inside=(0.5, 0.6))


def _constructed(noise: float = 0.01) -> Comparison:
    """Return a comparison in which min-p lies 0.02 above a constant temperature and top-k 0.01 below it."""
    generator = np.random.default_rng(5)
    candidates = SETTING.candidates
    # At a constant temperature words fall and sizes rise in a straight line.
    hot = np.array([one.temperatures[0] for one in candidates])
    above = np.array([{Family.MIN_P: 0.02, Family.TOP_K: -0.01}.get(one.family, 0.0) for one in candidates])
    words = 1 - 0.1 * hot + noise * generator.normal(size=(SEEDS, len(candidates)))
    sizes = 0.4 + 0.2 * hot + above + noise * generator.normal(size=(SEEDS, len(candidates)))
    values = {"word_share": words, "compressed_share": sizes, "kept": np.full(words.shape, 7.0)}
    return Comparison(SETTING, values | {"copied_share": np.full(words.shape, 0.004)}, np.array([0.001, 0.003]))


def _index(family: Family, temperature: float) -> int:
    return next(
        index
        for index, one in enumerate(SETTING.candidates)
        if one.family is family and one.temperatures[0] == temperature
    )


@pytest.mark.parametrize(
    ("family", "temperature", "expected"),
    [(Family.MIN_P, 1.0, 0.02), (Family.TOP_K, 1.5, -0.01), (Family.WORD_PLACE, 1.4, 0.0), (Family.CONSTANT, 1.0, 0.0)],
)
def test_a_gain_is_what_it_was_made_with(family: Family, temperature: float, expected: float) -> None:
    found = gain(_constructed(noise=0.0), _index(family, temperature), slice(SEEDS))
    assert (found.mean, found.low, found.high) == pytest.approx((expected,) * 3)


def test_a_gain_is_taken_at_the_same_share_of_words() -> None:
    compared = _constructed(noise=0.0)
    at = _index(Family.MIN_P, 1.0)
    compared.values["word_share"][:, at] -= 0.02  # as few words as at T = 1.2, whose size is larger by 0.04
    assert gain(compared, at, slice(SEEDS)).mean == pytest.approx(0.02 - 0.04)


def test_cold_texts_with_few_words_are_no_measure_of_a_gain() -> None:
    compared = _constructed(noise=0.0)
    coldest = _index(Family.CONSTANT, 0.5)
    at = _index(Family.MIN_P, 1.5)
    compared.values["word_share"][:, coldest] = compared.values["word_share"][0, at]  # a loop with a mistake in it
    compared.values["compressed_share"][:, coldest] = 0.05
    assert gain(compared, at, slice(SEEDS)).mean == pytest.approx(0.02)


def test_a_gain_with_its_interval_is_near_that_of_scipy() -> None:
    compared = _constructed()
    at, constants = _index(Family.MIN_P, 1.0), [0, 1, 2]
    words, sizes = (compared.values[name][:, [*constants, at]].T for name in ("word_share", "compressed_share"))

    def statistic(*columns: np.ndarray) -> float:
        of_words, of_sizes = (np.array([column.mean() for column in half]) for half in (columns[:4], columns[4:]))
        line = stats.linregress  # not used where the points are exact: the line is drawn between neighbours
        order = np.argsort(of_words[:3])
        below, above = of_words[:3][order], of_sizes[:3][order]
        right = max(1, min(2, int(np.searchsorted(below, of_words[3]))))
        fitted = line(below[right - 1 : right + 1], above[right - 1 : right + 1])
        return float(of_sizes[3] - (fitted.intercept + fitted.slope * of_words[3]))

    theirs = stats.bootstrap(
        (*words, *sizes),
        statistic,
        paired=True,
        vectorized=False,
        n_resamples=1000,
        method="percentile",
        rng=np.random.default_rng(7),
    ).confidence_interval
    found = gain(compared, at, slice(SEEDS))
    width = theirs.high - theirs.low
    assert found.mean == pytest.approx(statistic(*words, *sizes))
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=0.12 * width)


def test_the_best_is_chosen_by_one_half_and_reported_by_the_other() -> None:
    compared = _constructed(noise=0.0)
    half = SEEDS // 2
    lucky, honest = _index(Family.MIN_P, 0.5), _index(Family.MIN_P, 1.0)
    compared.values["compressed_share"][:half, lucky] = 0.9
    compared.values["compressed_share"][half:, lucky] = 0.3
    found = {finding.candidate.family: finding for finding in findings(compared, real_words=0.89)}
    assert found[Family.MIN_P].candidate == SETTING.candidates[lucky]
    assert found[Family.MIN_P].chosen_size == pytest.approx(0.9)
    assert found[Family.MIN_P].size.mean == pytest.approx(0.3)
    assert found[Family.MIN_P].size.count == half
    compared.values["word_share"][:half, lucky] = 0.88  # too few words, in the half that it is chosen by
    found = {finding.candidate.family: finding for finding in findings(compared, real_words=0.89)}
    assert found[Family.MIN_P].candidate == SETTING.candidates[honest]
    assert found[Family.MIN_P].gain.mean == pytest.approx(0.02)


def test_the_best_of_all_is_that_of_the_half_it_was_chosen_by() -> None:
    compared = _constructed(noise=0.0)
    found = findings(compared, real_words=0.89)
    assert [finding.candidate.family for finding in found] == [
        family for family in Family if family is not Family.WORD_PLACE
    ]  # whose words are fewer
    best = best_of(found)
    assert best is not None
    assert best.candidate == SETTING.candidates[_index(Family.MIN_P, 1.0)]
    assert best_of(findings(compared, real_words=0.99)) is None


def test_what_is_kept_comes_back() -> None:
    compared = _constructed()
    compared.values["word_share"][2, 3] = np.nan
    content = json.loads(json.dumps(to_content(compared, {"model": "small"})))
    found = from_content(content)
    assert found.setting == SETTING
    for name, values in compared.values.items():
        assert found.values[name] == pytest.approx(values, abs=0.005 if name == "kept" else 5e-5, nan_ok=True)
    assert json.loads(json.dumps(to_content(found, {"model": "small"}))) == content
    assert found.real_copied.mean == pytest.approx(0.002)
    assert summary(found)["word_share"][3].count == SEEDS - 1


def test_without_what_was_learnt_the_rest_comes_back() -> None:
    whole = _constructed()
    values = {name: values for name, values in whole.values.items() if name != "copied_share"}
    less = replace(whole, values=values, real_copied_shares=np.array([]))
    found = from_content(json.loads(json.dumps(to_content(less, {}))))
    assert found.real_copied.mean is None
    assert all(finding.copied is None for finding in findings(found, 0.89))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda content: content.pop("setting"), "an object with setting"),
        (lambda content: content.pop("candidates"), "an object with candidates"),
        (lambda content: content["candidates"].reverse(), "those of its setting"),
        (lambda content: content.pop("kept"), "an object with kept"),
        (lambda content: content["kept"].pop(), "kept has figures"),
        (lambda content: content["kept"][0].pop(), "kept has 12 figures"),
        (lambda content: content["word_share"][0].__setitem__(0, -1), "word_share has figures of 0 or more"),
        (lambda content: content["word_share"][0].__setitem__(0, "many"), r"at word_share\[0\]\[0\]"),
        (lambda content: content["setting"]["constant"].update(samples=14), "has 14 figures"),
        (lambda content: content["setting"]["constant"].update(samples=2), "needs at least 4, got 2"),
        (lambda content: content.pop("real_copied_shares"), "an object with real_copied_shares"),
        (lambda content: content.update(word_share=None), "at word_share: a list"),
    ],
)
def test_a_file_that_does_not_fit_is_damaged(change: Callable[[dict[str, Any]], object], message: str) -> None:
    content = json.loads(json.dumps(to_content(_constructed(), {})))
    change(content)
    with pytest.raises(ValueError, match=message):
        from_content(content)
