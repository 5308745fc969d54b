"""The figures of a sweep: quality against diversity, each measure over temperature, and the entropy along the text."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.analysis.bootstrap import Estimate
from components.analysis.measures import ALONG
from components.charts import along, over_temperature, trade_off
from components.charts.estimates import Interval
from components.pages.parts import figure
from components.presenting import sweep
from components.presenting.numbers import unbroken
from components.presenting.sweep import MEASURES, Means, Measure
from components.words import Words

_BEFORE = 1.0  # where a figure's own slider stands until the page's moves it; another value would build it anew
_DIVERSITY, _QUALITY = "compressed_share", "word_share"


@dataclass(frozen=True)
class Measured:
    """What the figures show.

    Attributes
    ----------
    temperatures : tuple of float
        Those of the sweep.
    means : mapping of str to sequence of Estimate
        Of each measure, at every temperature.
    real : mapping of str to Estimate, or None
        Of each measure, in real text of the same length.
    """

    temperatures: tuple[float, ...]
    means: Means
    real: Mapping[str, Estimate] | None


def main(words: Words, measured: Measured) -> None:
    """Show quality against diversity under the sentence on what is seen in it."""
    seen = sweep.trade(measured.temperatures, measured.means, measured.real, words)
    diamond = [words.sweep.trade_off_diamond] if measured.real else []
    lead = words.sweep.joint.join([words.sweep.trade_off_lead, *diamond])
    with st.container(key="sweep seen"):
        st.header(words.sweep.trade_off, anchor=False)
        st.markdown(unbroken(seen or lead))
    diversity, quality = ([*map(_interval, measured.means[name])] for name in (_DIVERSITY, _QUALITY))
    real = measured.real
    of_real = (_interval(real[_DIVERSITY]), _interval(real[_QUALITY])) if real else None
    with st.container(key="trade off figure"):
        figure.show(
            trade_off.specification(
                figure.labels(trade_off.TradeOffLabels, words.sweep), start=_BEFORE, base=figure.base_size()
            ),
            trade_off.rows(measured.temperatures, diversity, quality, of_real),
            key="trade off",
            name=words.sweep.trade_off,
            alt=words.sweep.trade_off_alt,
            height="stretch",
        )
    if seen:
        st.caption(lead)


def small(words: Words, measured: Measured) -> None:
    """Show each measure over temperature, and the entropy along the text, in two columns."""
    shown = [*MEASURES, None]  # the last is the entropy along the text
    for pair in zip(shown[::2], shown[1::2], strict=True):
        for column, measure in zip(st.columns(2, gap="large", vertical_alignment="bottom"), pair, strict=True):
            with column:
                if measure is None:
                    _along(words, measured)
                else:
                    _over_temperature(words, measured, measure)


def _interval(estimate: Estimate | None) -> Interval:
    return (None, None, None) if estimate is None else (estimate.mean, estimate.low, estimate.high)


def _over_temperature(words: Words, measured: Measured, measure: Measure) -> None:
    of_real = measured.real[measure.name] if measured.real else None
    st.markdown(unbroken(sweep.sentence(measure, measured.temperatures, measured.means, of_real, words)))
    figure.show(
        over_temperature.specification(
            figure.labels(over_temperature.OverTemperatureLabels, words.sweep, words.parting),
            start=_BEFORE,
            highest=max(measured.temperatures) or 1.0,
            share=measure.percent,
            base=figure.base_size(),
        ),
        over_temperature.rows(
            measured.temperatures, [*map(_interval, measured.means[measure.name])], _interval(of_real)
        ),
        key=f"sweep {measure.name}",
        name=sweep.title(measure, words),
        alt=words.sweep.sweep_alt.format(measure=sweep.title(measure, words)),
    )


def _along(words: Words, measured: Measured) -> None:
    st.markdown(unbroken(sweep.drift(measured.temperatures, measured.means, measured.real, words)))
    tenths = [[_interval(measured.means[name][index]) for name in ALONG] for index in range(len(measured.temperatures))]
    real = measured.real
    figure.show(
        along.specification(
            figure.labels(along.AlongLabels, words.sweep, words.parting), start=_BEFORE, base=figure.base_size()
        ),
        along.rows(measured.temperatures, tenths, [_interval(real[name]) for name in ALONG] if real else None),
        key="along",
        name=words.pictures.along,
        alt=words.sweep.along_alt,
    )
