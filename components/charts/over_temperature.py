"""One measure over temperature, as a small figure: its mean with an interval, and the level of real text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import altair as alt

from components.charts import estimates, following, style
from components.charts.estimates import Interval, Position
from components.charts.expressions import filled, percent, quoted
from components.charts.following import FOLLOWS, SLIDER, SLIDER_ROWS
from components.charts.style import encoded

ESTIMATES, REAL = "estimates", "real"
HEIGHT = 210  # pixels
_NAME = 0.2  # of the axis: as far as the name of the level may reach


@dataclass(frozen=True)
class OverTemperatureLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    real_text: str
    between: str  # the interval, from {low} to {high}


def rows(
    temperatures: Sequence[float], measured: Sequence[Interval], real: Interval | None
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    measured : sequence of tuple
        Mean, lower and upper end at each; a temperature without a mean is left out.
    real : tuple or None
        The same for real text.

    Returns
    -------
    dict of list
        `ESTIMATES`, a row for each temperature; `REAL`, one row or none; `following.SLIDER`.

    Examples
    --------
    >>> rows([1.0, 0.5], [(2.0, None, None), (None, None, None)], None)[ESTIMATES]
    [{'T': 1.0, 'mean': 2.0, 'low': 2.0, 'high': 2.0}]
    """
    texts = [
        {"T": temperature, **estimates.columns(estimate)}
        for temperature, estimate in sorted(zip(temperatures, measured, strict=True))
        if estimate[0] is not None
    ]
    level = [{**estimates.columns(real), "side": _side(texts, real[0])}] if real and real[0] is not None else []
    return {ESTIMATES: texts, REAL: level, SLIDER: SLIDER_ROWS}


def _side(texts: Sequence[dict[str, Any]], level: float) -> str:
    """Return the end of the figure at which the line of the texts leaves more room for the name above a level."""
    if not texts:
        return "right"
    width = _NAME * texts[-1]["T"]
    left = [row["mean"] for row in texts if row["T"] <= width]
    right = [row["mean"] for row in texts if row["T"] >= texts[-1]["T"] - width]
    above = [min((mean - level for mean in means if mean > level), default=math.inf) for means in (left, right)]
    return "left" if above[0] > above[1] else "right"


@lru_cache(maxsize=64)
def specification(
    labels: OverTemperatureLabels,
    *,
    start: float,
    highest: float,
    share: bool,
    base: int = style.BASE_SIZE,
) -> dict[str, Any]:
    """Build the figure, without its data.

    Parameters
    ----------
    labels : OverTemperatureLabels
        Its texts.
    start : float
        Where the slider stands at first.
    highest : float
        Where the axis of T ends; it begins at 0.
    share : bool
        Whether the measure is a share.
    base : int, optional
        The page's size of type, in pixels.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once
        and shared: do not change it.
    """
    x = style.temperature(labels.temperature_axis, highest=highest, ticks=8)
    scale = alt.Scale(zero=False, nice=True, padding=4)
    numbers: dict[str, Any] = {"labelExpr": style.PERCENT} if share else {"format": "~g"}
    axis = alt.Axis(title=None, tickCount=4, minExtent=44, maxExtent=44, **numbers)

    def y(field: str) -> alt.Y:
        return alt.Y(field, scale=scale, axis=axis)

    estimate, name = _estimate(labels.between, share=share), quoted(labels.real_text)
    texts = alt.Chart(alt.NamedData(ESTIMATES)).transform_calculate(
        label=f"'T = ' + format(datum.T, '~g') + ': ' + {estimate}", readout=f"{FOLLOWS} ? {estimate} : ''"
    )
    real = alt.Chart(alt.NamedData(REAL)).transform_calculate(label=f"{name} + ' ' + {estimate}")
    intervals = (_real_interval(real, y), estimates.interval(texts, x, y))
    levels = (_real_level(real, y), *_real_names(real, y, name))
    means = (estimates.line(texts, x, y), estimates.points(texts, x, y, size=30))
    at_slider = (following.rule(x), _ring(texts, x, y), _readout(texts))
    figure = alt.layer(*intervals, *levels, *means, *at_slider)
    return style.finished(figure.add_params(following.slider(start)), HEIGHT, base=base)


def _estimate(between: str, *, share: bool) -> str:
    """Return the expression that writes a mean with its interval, where it has a width."""
    form, scale = (".1f", "100 * ") if share else (".2f", "")
    mean = percent("datum.mean") if share else f"format(datum.mean, '{form}')"
    low, high = (f"format({scale}datum.{name}, '{form}')" for name in ("low", "high"))
    return f"{mean} + (datum.low < datum.high ? {filled(between, low=low, high=high)} : '')"


def _real_interval(real: alt.Chart, y: Position) -> alt.Chart:
    band = real.mark_rect(opacity=0.18, color=style.TEXT_COLOUR, aria=False)
    return encoded(band, x=alt.value(0), x2=alt.value("width"), y=y("low:Q"), y2="high:Q")


def _real_level(real: alt.Chart, y: Position) -> alt.Chart:
    return encoded(real.mark_rule(style="real text"), y=y("mean:Q"), description="label:N")


def _real_names(real: alt.Chart, y: Position, name: str) -> list[alt.Chart]:
    """Return the name of the level twice, at the left and at the right end: the data say which is seen."""
    ends: tuple[tuple[Literal["left", "right"], Any, int], ...] = (("left", 0, 4), ("right", "width", -4))
    return [
        encoded(
            real.transform_calculate(name=f"datum.side == '{side}' ? {name} : ''").mark_text(
                style="note", align=side, baseline="bottom", dx=dx, dy=-3
            ),
            x=alt.value(end),
            y=y("mean:Q"),
            text="name:N",
        ).properties(name=f"named_{side}")
        for side, end, dx in ends
    ]


def _ring(texts: alt.Chart, x: alt.X, y: Position) -> alt.Chart:
    """Return a ring around the mean at the slider."""
    ring = texts.mark_point(size=130, strokeWidth=2.5, color=style.TEXT_COLOUR, aria=False)
    return encoded(ring, x=x, y=y("mean:Q"), opacity=style.visible_if(FOLLOWS))


def _readout(texts: alt.Chart) -> alt.Chart:
    text = texts.mark_text(style="readout", align="right", baseline="bottom")
    return encoded(text, x=alt.value("width"), y=alt.value(-14), text="readout:N").properties(name="readout")
