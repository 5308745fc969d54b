"""What an article says of temperature, each sentence beside the results of a sweep.

The article is Karpathy's "The Unreasonable Effectiveness of Recurrent Neural Networks", 2015,
https://karpathy.github.io/2015/05/21/rnn-effectiveness/.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from components.analysis.bootstrap import Estimate
from components.analysis.sweep_results import Results, difference
from components.presenting import numbers
from components.presenting.sweep import Means, estimate, nearest, negative, sign
from components.words import Words

FULL = 0.99  # of three-word sequences are distinct: hardly more can be
NEAR_ZERO = 0.2
LITTLE = 0.3  # up to this T little noise breaks out of a loop


@dataclass(frozen=True)
class Claim:
    """One of the article's claims, beside the result of a sweep.

    Attributes
    ----------
    sentence : str
        The claim.
    holds : bool or None
        Whether it holds; None where the sweep does not tell.
    evidence : str
        The numbers, in a sentence.
    limits : str
        Where it does not hold; may be empty.
    """

    sentence: str
    holds: bool | None
    evidence: str
    limits: str = ""


def claims(results: Results, means: Means, words: Words) -> list[Claim]:
    """Return the article's four claims, each beside the result of a sweep.

    Parameters
    ----------
    results : Results
        The sweep's.
    means : mapping of str to sequence of Estimate
        As from `sweep_results.summary`.
    words : Words
        The reader's language.
    """
    return [make(results, means, words) for make in (_confident, _diverse, _mistakes, _loops)]


def result(claim: Claim, words: Words) -> str:
    """Return whether a claim holds, with the numbers that say so, and where it does not."""
    verdict = {True: words.sweep.claim_holds, False: words.sweep.claim_fails, None: ""}[claim.holds]
    return words.sweep.joint.join(part for part in (verdict, claim.evidence, claim.limits) if part)


def _pair(results: Results, cold: float, hot: float) -> tuple[float, float] | None:
    temperatures = results.setting.temperatures
    pair = nearest(temperatures, cold), nearest(temperatures, hot)
    return pair if pair[0] < pair[1] else None


def _changes(results: Results, cold: float, hot: float, *names: str) -> list[Estimate]:
    return [difference(results, name, cold, hot) for name in names]


def _extreme(results: Results, estimates: Sequence[Estimate], choose: Callable[[np.ndarray], np.intp]) -> float | None:
    """Return the temperature of the largest or the smallest mean."""
    means = np.array([np.nan if one.mean is None else one.mean for one in estimates])
    return None if np.isnan(means).all() else results.setting.temperatures[int(choose(means))]


def _confident(results: Results, means: Means, words: Words) -> Claim:
    pair = _pair(results, 0.5, 1.0)
    if pair is None:
        return Claim(words.sweep.claim_confident, None, words.sweep.claim_open)
    hot_to_cold = [negative(one) for one in _changes(results, *pair, "top_probability", "base_bits")]
    confidence, surprise = hot_to_cold
    least, coldest = _extreme(results, means["base_bits"], np.nanargmin), min(results.setting.temperatures)
    return Claim(
        words.sweep.claim_confident,
        sign(confidence) > 0 and sign(surprise) < 0,
        words.sweep.claim_confident_found.format(
            cold=pair[0],
            hot=pair[1],
            confidence=estimate(confidence, words, percent=True),
            surprise=estimate(surprise, words),
        ),
        "" if least in (None, coldest) else words.sweep.claim_confident_but.format(least=least, coldest=coldest),
    )


def _diverse(results: Results, means: Means, words: Words) -> Claim:
    pair = _pair(results, 0.2, 1.0)
    if pair is None:
        return Claim(words.sweep.claim_diverse, None, words.sweep.claim_open)
    distinct, size = _changes(results, *pair, "distinct_trigrams", "compressed_share")
    full = _from_on(results, means["distinct_trigrams"], lambda mean: mean >= FULL)
    return Claim(
        words.sweep.claim_diverse,
        sign(distinct) > 0 and sign(size) > 0,
        words.sweep.claim_diverse_found.format(
            cold=pair[0],
            hot=pair[1],
            distinct=estimate(distinct, words, percent=True),
            size=estimate(size, words, percent=True),
        ),
        "" if full is None else words.sweep.claim_diverse_but.format(full=full),
    )


def _mistakes(results: Results, means: Means, words: Words) -> Claim:
    pair = _pair(results, 0.5, 1.2)
    if pair is None:
        return Claim(words.sweep.claim_mistakes, None, words.sweep.claim_open)
    (change,) = _changes(results, *pair, "word_share")
    best, coldest = _extreme(results, means["word_share"], np.nanargmax), min(results.setting.temperatures)
    return Claim(
        words.sweep.claim_mistakes,
        None if change.mean is None else sign(change) < 0,
        words.sweep.claim_mistakes_found.format(cold=pair[0], hot=pair[1], words=estimate(change, words, percent=True)),
        "" if best in (None, coldest) else words.sweep.claim_mistakes_but.format(best=best, coldest=coldest),
    )


def _loops(results: Results, means: Means, words: Words) -> Claim:
    temperatures = results.setting.temperatures
    cold = min(temperatures)
    index = temperatures.index(cold)
    if cold > NEAR_ZERO:
        return Claim(words.sweep.claim_loops, None, words.sweep.claim_open)
    looping, period = (means[name][index].mean for name in ("loops", "loop_period"))
    if not looping or period is None:
        return Claim(words.sweep.claim_loops, False, words.sweep.claim_loops_none.format(cold=cold))
    free = _from_on(results, means["loops"], lambda mean: mean == 0)
    form = words.sweep.claim_loops_zero if cold == 0 else words.sweep.claim_loops_found
    return Claim(
        words.sweep.claim_loops,
        looping > 0.5,
        form.format(cold=cold, share=numbers.share(looping, words), period=period),
        words.sweep.claim_loops_but.format(free=free) if free is not None and free <= LITTLE else "",
    )


def _from_on(results: Results, estimates: Sequence[Estimate], holds: Callable[[float], bool]) -> float | None:
    """Return the lowest temperature from which on a condition holds at every one, or None."""
    lowest = None
    for temperature, one in sorted(zip(results.setting.temperatures, estimates, strict=True), reverse=True):
        if one.mean is None or not holds(one.mean):
            break
        lowest = temperature
    return lowest
