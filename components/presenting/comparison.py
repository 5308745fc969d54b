"""Whether a cut helps, in sentences made from the numbers of a comparison."""

from collections.abc import Sequence

from components.analysis.bootstrap import Estimate
from components.analysis.comparison_results import Comparison, Finding, best_of
from components.analysis.comparison_setting import Candidate, Family
from components.charts.families import Point
from components.presenting import numbers
from components.presenting.sweep import nearest, sign
from components.words import Words

FAMILIES = tuple(Family)
IN_WORDS = FAMILIES.index(Family.WORD_PLACE)
_COLD, _HOT = 0.5, 1.5  # the temperatures whose numbers of kept characters are said

Table = dict[str, list[str]]


def name(candidate: Candidate, words: Words) -> str:
    """Return what a candidate is called: its cut, if it has one, and its temperatures.

    Examples
    --------
    >>> from components.temperature import Decoding
    >>> from components.words.en import ENGLISH
    >>> name(Candidate(Family.MIN_P, Decoding(1.4, min_p=0.1)), ENGLISH)
    'min-p 0.1, T first, T = 1.4'
    """
    if candidate.family is Family.WORD_PLACE:
        first, inside = map(numbers.short_number, candidate.temperatures)
        return words.sweep.candidate_in_words.format(first=first, inside=inside)
    temperature = numbers.short_number(candidate.temperatures[0])
    if candidate.family is Family.CONSTANT:
        return words.sweep.candidate_constant.format(temperature=temperature)
    return words.sweep.candidate.format(family=family(candidate.family, words), temperature=temperature)


def family(one: Family, words: Words) -> str:
    """Return what a family is called."""
    return words.sweep.families[FAMILIES.index(one)]


def points(comparison: Comparison, means: dict[str, list[Estimate]], words: Words) -> list[Point]:
    """Return every candidate that has all means as a point of the figures.

    Parameters
    ----------
    comparison : Comparison
        The results.
    means : dict of str to list of Estimate
        As from `comparison_results.summary`.
    words : Words
        The reader's language.
    """
    measured = zip(
        comparison.setting.candidates, means["compressed_share"], means["word_share"], means["kept"], strict=True
    )
    return [
        Point(
            FAMILIES.index(candidate.family),
            f"{candidate.family} {candidate.temperatures[1:]}",  # by place in the word, one for each T inside
            candidate.temperatures[0],
            name(candidate, words),
            size.mean,
            real.mean,
            left.mean,
        )
        for candidate, size, real, left in measured
        if size.mean is not None and real.mean is not None and left.mean is not None
    ]


def lead(comparison: Comparison, words: Words) -> str:
    """Return what was compared."""
    setting = comparison.setting
    return words.sweep.comparison_lead.format(
        samples=comparison.seeds, length=setting.constant.length, count=len(setting.candidates)
    )


def kept(comparison: Comparison, means: dict[str, list[Estimate]], characters: int, words: Words) -> str:
    """Return how many characters min-p keeps at a low and at a high temperature, in both orders."""
    temperatures = comparison.setting.constant.temperatures
    cold, hot = nearest(temperatures, _COLD), nearest(temperatures, _HOT)

    def left(of: Family, temperature: float) -> str:
        place = next(
            index
            for index, one in enumerate(comparison.setting.candidates)
            if one.family is of and one.temperatures == (temperature,)
        )
        return _count(means["kept"][place], words)

    return words.sweep.kept_lead.format(
        characters=characters,
        cold=cold,
        hot=hot,
        first_cold=left(Family.MIN_P, cold),
        first_hot=left(Family.MIN_P, hot),
        last_cold=left(Family.MIN_P_CUT_FIRST, cold),
        last_hot=left(Family.MIN_P_CUT_FIRST, hot),
    )


def sentences(comparison: Comparison, found: Sequence[Finding], real_words: float, words: Words) -> list[str]:
    """Return what was found: the best of all, whether place in the word helps, what was learnt by heart, min-p.

    Parameters
    ----------
    comparison : Comparison
        The results.
    found : sequence of Finding
        As from `comparison_results.findings`.
    real_words : float
        The share of real words in real text.
    words : Words
        The reader's language.
    """
    best, by_family = best_of(found), {one.candidate.family: one for one in found}
    if best is None:
        return [words.sweep.none_reaches.format(real=numbers.share(real_words, words))]
    said = [_best(comparison, best, real_words, words)]
    if place := by_family.get(Family.WORD_PLACE):
        said.append(_verdict(place.gain, words).format(name=name(place.candidate, words), gain=_gain(place, words)))
    elif comparison.setting.first:
        said.append(words.sweep.place_none)
    said.append(_learnt(comparison, best, by_family, words))
    orders = [by_family[one] for one in (Family.MIN_P, Family.MIN_P_CUT_FIRST) if one in by_family]
    measured = words.sweep.several_gains.join(
        words.sweep.gain_of.format(name=name(one.candidate, words), gain=_gain(one, words)) for one in orders
    )
    said.append(words.sweep.disputed.format(gains=measured or words.explore.nothing))
    return [sentence for sentence in said if sentence]


def _best(comparison: Comparison, best: Finding, real_words: float, words: Words) -> str:
    return words.sweep.best.format(
        real=numbers.share(real_words, words),
        count=len(comparison.setting.candidates),
        name=name(best.candidate, words),
        size=_with_interval(best.size, words),
        words=_with_interval(best.words, words),
        half=comparison.seeds // 2,
        rest=comparison.seeds - comparison.seeds // 2,
    )


def _verdict(gain: Estimate, words: Words) -> str:
    return {1: words.sweep.place_beats, 0: words.sweep.place_open, -1: words.sweep.place_loses}[sign(gain)]


def _learnt(comparison: Comparison, best: Finding, by_family: dict[Family, Finding], words: Words) -> str:
    constant = by_family.get(Family.CONSTANT)
    if best.copied is None or constant is None or constant.copied is None:
        return words.sweep.learnt_unknown
    return words.sweep.learnt.format(
        best=numbers.share(best.copied.mean, words),
        constant_name=name(constant.candidate, words),
        constant=numbers.share(constant.copied.mean, words),
        real=numbers.share(comparison.real_copied.mean, words),
    )


def table(found: Sequence[Finding], words: Words) -> Table:
    """Return the best candidate of every family, a row each, with 95 % intervals."""
    return {
        words.sweep.column_candidate: [name(one.candidate, words) for one in found],
        words.sweep.column_words: [_with_interval(one.words, words) for one in found],
        words.sweep.column_size: [_with_interval(one.size, words) for one in found],
        words.sweep.column_gain: [
            words.explore.nothing if one.candidate.family is Family.CONSTANT else _gain(one, words) for one in found
        ],
        words.sweep.column_kept: [_count(one.kept, words) for one in found],
        words.sweep.column_copied: [numbers.share(one.copied.mean if one.copied else None, words) for one in found],
    }


def _count(characters: Estimate, words: Words) -> str:
    return words.explore.nothing if characters.mean is None else numbers.plain_number(characters.mean, 1)


def _with_interval(estimate: Estimate, words: Words) -> str:
    """Return a share in percent, with its interval."""
    mean = numbers.share(estimate.mean, words)
    if estimate.low is None or estimate.high is None:
        return mean
    return words.sweep.interval.format(
        mean=mean, low=numbers.plain_number(100 * estimate.low, 1), high=numbers.plain_number(100 * estimate.high, 1)
    )


def _gain(finding: Finding, words: Words) -> str:
    """Return a gain in points, with its sign and its interval."""
    mean, low, high = finding.gain.mean, finding.gain.low, finding.gain.high
    if mean is None or low is None or high is None:
        return words.explore.nothing
    return words.sweep.gain_interval.format(
        mean=numbers.signed(100 * mean, 1), low=numbers.signed(100 * low, 1), high=numbers.signed(100 * high, 1)
    )
