"""A sweep's sentences: their numbers are the summary's, and a claim holds only where its interval says so."""

import re

import numpy as np
import pytest

from components.analysis.bootstrap import Estimate
from components.analysis.measures import Measures
from components.analysis.sweep_results import Results, difference, summary
from components.analysis.sweep_setting import SweepSetting
from components.presenting import sweep as sweep_words
from components.presenting.claims import claims, result
from components.presenting.numbers import MINUS
from components.presenting.sweep import MEASURES, estimate, sentence
from components.words.en import ENGLISH as WORDS

TEMPERATURES = (0.0, 0.2, 0.5, 1.0, 1.2, 2.0)


def _measures(temperature: float, seed: int, *, upside_down: bool = False) -> Measures:
    """Return figures that do with temperature what the article says, or the opposite."""
    noise = np.random.default_rng([seed, int(10 * temperature)]).normal(0, 0.005)
    warm = 2 - temperature if upside_down else temperature
    loops = temperature == 0 and not upside_down
    return Measures(
        word_share=min(1.0, 1 - 0.2 * warm + noise),
        distinct_trigrams=min(1.0, 0.2 + 0.7 * warm + noise),
        compressed_share=0.2 + 0.2 * warm + noise,
        loop_period=12 if loops else None,
        loop_start=36 if loops else None,
        base_bits=1 + warm + noise + (0.8 if warm == 0 else 0),
        top_probability=1 - 0.3 * warm + noise,
        entropy=warm + noise,
        entropy_tenths=tuple(warm + 0.01 * place for place in range(10)),
    )


def _results(seeds: int = 6, *, temperatures: tuple[float, ...] = TEMPERATURES, upside_down: bool = False) -> Results:
    setting = SweepSetting(temperatures=temperatures, samples=max(seeds, 2), length=250)
    rows = tuple(
        tuple(_measures(temperature, seed, upside_down=upside_down) for temperature in temperatures)
        for seed in range(seeds)
    )
    return Results(setting, rows, tuple("text" for _ in temperatures))


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"[-+]?\d+\.?\d*", text.replace(MINUS, "-"))]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_sentence_has_the_numbers_of_the_summary(measure: sweep_words.Measure) -> None:
    results = _results()
    found = summary(results)
    said = sentence(measure, TEMPERATURES, found, Estimate(0.4321, 0.4, 0.5, 9), WORDS)
    scale = 100 if measure.percent else 1
    for wanted in (measure.low, measure.high):
        mean = found[measure.name][TEMPERATURES.index(wanted)].mean
        assert mean is not None
        assert any(abs(number - scale * mean) <= 0.006 * max(1, abs(scale * mean)) for number in _numbers(said)), said
        assert f"T = {wanted:g}" in said
    assert ("43.2" in said) if measure.percent else ("0.43" in said)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_without_real_text_nothing_is_said_of_it(measure: sweep_words.Measure) -> None:
    said = sentence(measure, TEMPERATURES, summary(_results()), None, WORDS)
    assert "real text" not in said
    assert f"T = {measure.high:g}" in said


def test_where_a_temperature_is_missing_the_nearest_is_named() -> None:
    results = _results(temperatures=(0.4, 1.3))
    assert "at T = 0.4" in sentence(MEASURES[0], (0.4, 1.3), summary(results), None, WORDS)


def test_all_four_claims_hold_where_they_hold() -> None:
    results = _results()
    found = claims(results, summary(results), WORDS)
    assert [claim.holds for claim in found] == [True] * 4
    change = difference(results, "word_share", 0.5, 1.2)
    assert estimate(change, WORDS, percent=True) in found[2].evidence
    assert "it ends by repeating the same 12 characters over and over" in found[3].evidence
    assert "T = 0.2" in found[3].limits


def test_no_claim_holds_where_all_is_upside_down() -> None:
    results = _results(upside_down=True)
    found = claims(results, summary(results), WORDS)
    assert [claim.holds for claim in found] == [False] * 4
    assert "But the fewest mistakes are made at T = 2, not at 0." in found[2].limits


def test_what_surprises_least_need_not_be_the_coldest() -> None:
    results = _results()
    assert (
        "text of T = 0.2 is less surprising than that of T = 0. (T = 0 takes"
        in claims(results, summary(results), WORDS)[0].limits
    )


def test_one_temperature_leaves_the_claims_open() -> None:
    results = _results(temperatures=(1.0,))
    found = claims(results, summary(results), WORDS)
    assert [claim.holds for claim in found] == [None] * 4
    assert {claim.evidence for claim in found} == {WORDS.sweep.claim_open}


def test_one_seed_has_means_and_no_intervals() -> None:
    results = _results(seeds=1)
    for claim in claims(results, summary(results), WORDS):
        assert "interval" not in claim.evidence
    assert "interval" not in estimate(difference(results, "word_share", 0.5, 1.2), WORDS, percent=True)


def test_which_temperatures_reach_real_text_in_both() -> None:
    results = _results()
    found = summary(results)
    real = {"word_share": Estimate(0.85, None, None, 9), "compressed_share": Estimate(0.25, None, None, 9)}
    reach = [
        f"{temperature:g}"
        for place, temperature in enumerate(TEMPERATURES)
        if found["word_share"][place].mean >= 0.85 and found["compressed_share"][place].mean >= 0.25  # type: ignore[operator]
    ]
    assert reach == ["0.5"]
    matched = "At T = 0.5 the texts are as good and as diverse as real text (the diamond): 85.0 % real words"
    assert sweep_words.trade(TEMPERATURES, found, real, WORDS).startswith(matched)
    none = {**real, "compressed_share": Estimate(0.9, None, None, 9)}
    missed = "At no T are the texts as good and as diverse as real text (the diamond)"
    assert sweep_words.trade(TEMPERATURES, found, none, WORDS).startswith(missed)
    assert sweep_words.trade(TEMPERATURES, found, None, WORDS) == ""


def test_already_is_said_only_of_a_little_luck() -> None:
    results = _results(temperatures=(0.0, 2.0))
    assert claims(results, summary(results), WORDS)[3].limits == ""


def test_some_loops_are_not_most() -> None:
    results = _results(temperatures=(0.2, 1.0))
    assert claims(results, summary(results), WORDS)[3].holds is False


@pytest.mark.parametrize(
    ("change", "percent", "text"),
    [
        (Estimate(0.129, 0.125, 0.134, 9), True, "rises by 12.9 points (95 % interval 12.5 to 13.4)"),
        (Estimate(-0.134, -0.145, -0.123, 9), True, "falls by 13.4 points (95 % interval 12.3 to 14.5)"),
        (
            Estimate(-0.02, -0.09, 0.05, 9),
            False,
            "does not clearly change (−0.02 bits; 95 % interval −0.09 to 0.05)",
        ),
        (Estimate(0.001, -0.001, 0.002, 9), False, "does not change"),
        (Estimate(0.0, None, None, 1), True, "does not change"),
        (Estimate(None, None, None, 0), True, WORDS.explore.nothing),
    ],
)
def test_a_change_is_said_with_its_direction(change: Estimate, percent: bool, text: str) -> None:
    assert estimate(change, WORDS, percent=percent) == text


def test_a_result_is_verdict_evidence_and_limits() -> None:
    results = _results()
    (_, _, mistakes, loops) = claims(results, summary(results), WORDS)
    assert result(mistakes, WORDS).startswith(f"{WORDS.sweep.claim_holds} From T = 0.5 to 1.2 the share")
    assert result(loops, WORDS) == f"{WORDS.sweep.claim_holds} {loops.evidence} {loops.limits}"


def test_how_it_was_measured_says_of_zero_and_of_real_text_only_where_they_are() -> None:
    results = _results(temperatures=(0.5, 1.0))
    assert sweep_words.how(results, None, WORDS) == WORDS.sweep.sweep_how.format(samples=6, length=250, count=2)
    cold, real = _results(), {"base_bits": Estimate(2.0, 1.9, 2.1, 111)}
    assert WORDS.sweep.sweep_how_at_zero in sweep_words.how(cold, None, WORDS)
    assert "111 passages of 250 characters" in sweep_words.how(cold, real, WORDS)


def test_the_drift_is_that_at_the_temperature_nearest_to_one() -> None:
    results = _results(temperatures=(0.5, 1.2))
    real = {"entropy_drift": Estimate(-0.02, None, None, 9)}
    text = sweep_words.drift((0.5, 1.2), summary(results), real, WORDS)
    assert "the entropy rises by 0.09 bits" in text
    assert "at T = 1.2; in real text it falls by 0.02 bits" in text
