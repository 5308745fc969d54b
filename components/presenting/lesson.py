"""The temperature that predicts best beside the ones that read well: calibration beside the sweep, as a table."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.bootstrap import Estimate
from components.analysis.reference import Reference
from components.analysis.sweep_results import Results
from components.presenting.numbers import percent
from components.words import Words

_WORDS = "word_share"
_COOL, _TRAINED = 0.5, 1.0  # temperatures that stand beside the one nearest to T*


@dataclass(frozen=True)
class Lesson:
    """The spelling of a network at several temperatures.

    Attributes
    ----------
    best : float
        T* on held-out text.
    nearest : float
        The sweep's temperature that is nearest to it.
    like : float
        The sweep's temperature whose share of known words is nearest to that of real text.
    shares : dict of float to float
        Share of words that are in the training text, at every temperature.
    real : float
        The same of real text.
    """

    best: float
    nearest: float
    like: float
    shares: dict[float, float]
    real: float


def lesson(sweep: Results, means: Mapping[str, Sequence[Estimate]], reference: Reference, best: float) -> Lesson | None:
    """Return the shares of known words beside T*; None where there are none, or all of real text is known.

    Parameters
    ----------
    sweep : Results
        A sweep.
    means : mapping of str to sequence of Estimate
        Its summary.
    reference : Reference
        The same measures of real text.
    best : float
        T* on held-out text.
    """
    real = reference.lengths[reference.nearest(sweep.setting.length)][_WORDS].mean
    by_temperature = sorted(zip(sweep.setting.temperatures, means[_WORDS], strict=True))
    shares = {temperature: share.mean for temperature, share in by_temperature if share.mean is not None}
    if real in (None, 1) or not shares:
        return None
    nearest = min(shares, key=lambda temperature: abs(temperature - best))
    return Lesson(best, nearest, _like(shares, real), shares, real)


def _like(shares: dict[float, float], real: float) -> float:
    """Return the temperature at which texts spell as well as real text, from the highest temperature down.

    At low temperatures the share can be low as well, where a text runs in a loop: that is another effect.
    """
    for hotter, cooler in itertools.pairwise(sorted(shares, reverse=True)):
        if shares[cooler] >= real:
            return min(cooler, hotter, key=lambda temperature: abs(shares[temperature] - real))
    return min(shares, key=lambda temperature: abs(shares[temperature] - real))


def sentence(words: Words, of: Lesson) -> str:
    """Return what the numbers say, as Markdown."""
    if of.like == of.nearest:
        return words.calibration.lesson_same.format(best=of.best, like=of.like)
    apart = words.calibration.lesson_apart.format(best=of.best, like=of.like)
    return words.sweep.joint.join([apart, words.calibration.lesson_why])


def table(words: Words, of: Lesson) -> dict[str, list[str]]:
    """Return the shares at four temperatures and in real text, as columns by title."""
    temperatures = sorted({_COOL, _TRAINED, of.like, of.nearest} & set(of.shares))
    names = [
        (words.calibration.lesson_nearest if temperature == of.nearest else words.explore.column_title).format(
            temperature=temperature
        )
        for temperature in temperatures
    ]
    shares = [*(of.shares[temperature] for temperature in temperatures), of.real]
    return {
        words.calibration.lesson_temperature: [*names, words.calibration.lesson_real],
        words.calibration.lesson_words: [percent(share) for share in shares],
    }
