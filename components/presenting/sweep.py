"""The measures of a sweep, in sentences made from its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.bootstrap import Estimate
from components.analysis.sweep_results import Results
from components.presenting import numbers
from components.words import Words

Means = Mapping[str, Sequence[Estimate]]  # of each measure, at every temperature

DRIFT_AT = 1.0  # the temperature whose drift of entropy is said


@dataclass(frozen=True)
class Measure:
    """A measure as the page shows it.

    Attributes
    ----------
    name : str
        As in `analysis.measures.SUMMED`.
    percent : bool
        Whether it is a share.
    low, high : float
        The temperatures that its sentence compares, or the nearest of the sweep.
    """

    name: str
    percent: bool
    low: float
    high: float


MEASURES = (
    Measure("word_share", True, 0.5, 1.2),
    Measure("distinct_trigrams", True, 0.2, 1.0),
    Measure("compressed_share", True, 0.2, 1.2),
    Measure("loops", True, 0.0, 0.2),
    Measure("base_bits", False, 0.5, 1.2),
    Measure("top_probability", True, 0.5, 1.2),
    Measure("entropy", False, 0.5, 1.2),
)


def nearest(temperatures: Sequence[float], temperature: float) -> float:
    """Return the temperature of a sweep that is nearest to another one.

    Examples
    --------
    >>> nearest([0.0, 0.4, 1.0], 0.5)
    0.4
    """
    return min(temperatures, key=lambda one: abs(one - temperature))


def title(measure: Measure, words: Words) -> str:
    """Return what a measure is called."""
    return words.sweep.measure_names[MEASURES.index(measure)]


def sentence(measure: Measure, temperatures: Sequence[float], means: Means, real: Estimate | None, words: Words) -> str:
    """Return the sentence on a measure: its mean at two temperatures, and in real text where that was measured."""
    low, high = nearest(temperatures, measure.low), nearest(temperatures, measure.high)
    estimates = means[measure.name]

    def shown(estimate: Estimate) -> str:
        if measure.percent or estimate.mean is None:
            return numbers.share(estimate.mean, words)
        return numbers.plain_number(estimate.mean)

    def at(temperature: float) -> str:
        return shown(estimates[list(temperatures).index(temperature)])

    form = {
        "word_share": words.sweep.sweep_word_share,
        "distinct_trigrams": words.sweep.sweep_distinct_trigrams,
        "compressed_share": words.sweep.sweep_compressed_share,
        "loops": words.sweep.sweep_loops,
        "base_bits": words.sweep.sweep_base_bits,
        "top_probability": words.sweep.sweep_top_probability,
        "entropy": words.sweep.sweep_entropy,
    }[measure.name]
    level = words.sweep.on_real if measure.name in ("top_probability", "entropy") else words.sweep.in_real
    in_real = level.format(value=shown(real)) if real else ""
    return form.format(name=title(measure, words), low=low, high=high, at_low=at(low), at_high=at(high), real=in_real)


def trade(temperatures: Sequence[float], means: Means, real: Mapping[str, Estimate] | None, words: Words) -> str:
    """Return the sentence on which temperatures reach real text in both the share of words and the compressed size."""
    quality, size = (real[name].mean if real else None for name in ("word_share", "compressed_share"))
    if quality is None or size is None:
        return ""
    reach = [
        temperature
        for temperature, good, varied in zip(temperatures, means["word_share"], means["compressed_share"], strict=True)
        if good.mean is not None and varied.mean is not None and good.mean >= quality and varied.mean >= size
    ]
    form = words.sweep.trade_off_reached if reach else words.sweep.trade_off_missed
    return form.format(
        quality=numbers.share(quality, words),
        size=numbers.share(size, words),
        which=words.sweep.several.join(map(numbers.short_number, reach)),
    )


def drift(temperatures: Sequence[float], means: Means, real: Mapping[str, Estimate] | None, words: Words) -> str:
    """Return the sentence on how far the entropy changes along the texts of `DRIFT_AT`, and along real text."""
    at = nearest(temperatures, DRIFT_AT)
    change = means["entropy_drift"][list(temperatures).index(at)]
    of_real = words.sweep.along_real.format(change=estimate(real["entropy_drift"], words)) if real else ""
    return words.sweep.along_lead.format(
        name=words.sweep.along, drift=estimate(change, words), temperature=at, real=of_real
    )


def how(results: Results, real: Mapping[str, Estimate] | None, words: Words) -> str:
    """Return the sentences on what was measured, and on how the figures are read."""
    setting = results.setting
    counts = {"samples": len(results.measures), "length": setting.length, "count": len(setting.temperatures)}
    sentences = [words.sweep.sweep_how.format(**counts)]
    if 0 in setting.temperatures:
        sentences.append(words.sweep.sweep_how_at_zero)
    if real is not None:
        passages = real["base_bits"].count
        sentences.append(words.sweep.sweep_how_real.format(passages=passages, reference=setting.length))
    return words.sweep.joint.join(sentences)


def estimate(change: Estimate, words: Words, *, percent: bool = False) -> str:
    """Return in words how far something rises or falls, with the interval of that: in percentage points, or in bits.

    Where the interval includes 0, that is said in place of a direction.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> estimate(Estimate(-0.25, -0.262, -0.236, 32), ENGLISH)
    'falls by 0.25 bits (95 % interval 0.24 to 0.26)'
    >>> estimate(Estimate(0.1, None, None, 1), ENGLISH, percent=True)
    'rises by 10.0 points'
    >>> estimate(Estimate(-0.02, -0.09, 0.05, 32), ENGLISH)
    'does not clearly change (−0.02 bits; 95 % interval −0.09 to 0.05)'
    """
    if change.mean is None:
        return words.explore.nothing
    scale, digits = (100, 1) if percent else (1, 2)
    unit = words.sweep.in_points if percent else words.sweep.in_bits

    def shown_ends(estimate: Estimate) -> list[str]:
        ends = (estimate.mean, estimate.low, estimate.high)
        return ["" if end is None else numbers.plain_number(scale * end, digits) for end in ends]

    mean, low, high = shown_ends(change)
    if {mean, low, high} <= {"", numbers.plain_number(0, digits), numbers.plain_number(-0.0, digits)}:
        return words.sweep.unchanged
    if low and high and sign(change) == 0:
        return words.sweep.unclear.format(size=unit.format(size=mean), low=low, high=high)
    falls = change.mean < 0
    mean, low, high = shown_ends(negative(change) if falls else change)
    between = words.sweep.between.format(low=low, high=high) if low and high else ""
    return (words.sweep.falls if falls else words.sweep.rises).format(size=unit.format(size=mean)) + between


def sign(change: Estimate) -> int:
    """Return the sign of a change, 0 where its interval holds 0."""
    if change.mean is None:
        return 0
    low, high = (change.mean if end is None else end for end in (change.low, change.high))
    return int(low > 0) - int(high < 0)


def negative(change: Estimate) -> Estimate:
    """Return a change with its sign reversed."""
    mean, low, high = (None if value is None else -value for value in (change.mean, change.high, change.low))
    return Estimate(mean, low, high, change.count)
