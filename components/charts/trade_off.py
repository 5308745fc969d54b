"""Quality against diversity, as a figure: a point for each temperature, joined in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.estimates import Interval, columns, real_point
from components.charts.expressions import filled, percent
from components.charts.following import FOLLOWS, slider
from components.charts.style import encoded

POINTS, REAL = "points", "real"
HEIGHT = 420  # pixels
_NAMED = 0.5  # every multiple of this T has its name beside its point


@dataclass(frozen=True)
class TradeOffLabels:
    """The figure's texts in the reader's language."""

    diversity: str
    quality: str
    real_text: str
    at_point: str  # what is said of one, of {temperature}, {quality} and {diversity}, in two lines


def rows(
    temperatures: Sequence[float],
    diversity: Sequence[Interval],
    quality: Sequence[Interval],
    real: tuple[Interval, Interval] | None,
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    diversity, quality : sequence of tuple
        Mean, lower and upper end at each; a temperature without both means is left out.
    real : tuple of two such tuples, or None
        Diversity and quality of real text.

    Returns
    -------
    dict of list
        `POINTS`, a row for each temperature; `REAL`, one row or none.

    Examples
    --------
    >>> points = rows([0.5], [(0.5, 0.4, 0.6)], [(0.9, None, None)], None)[POINTS]
    >>> points[0]["name"], points[0]["diversity_low"], points[0]["quality_low"]
    ('T = 0.5', 0.4, 0.9)
    """
    points = [
        {
            "T": temperature,
            "name": f"T = {temperature:g}",
            "named": abs(temperature / _NAMED - round(temperature / _NAMED)) < 1e-6,
            **row,
        }
        for temperature, *measures in sorted(zip(temperatures, diversity, quality, strict=True))
        for row in _measured(*measures)
    ]
    return {POINTS: points, REAL: _measured(*real) if real else []}


def _measured(diversity: Interval, quality: Interval) -> list[dict[str, float | None]]:
    """Return a row with both measures, or none where one of them has no mean."""
    if diversity[0] is None or quality[0] is None:
        return []
    names = [(name, f"{name}_low", f"{name}_high") for name in ("diversity", "quality")]
    return [{**columns(diversity, names[0]), **columns(quality, names[1])}]


@lru_cache(maxsize=16)
def specification(labels: TradeOffLabels, *, start: float, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `POINTS` and `REAL`. It is built
        once and shared: do not change it.
    """
    scale = alt.Scale(zero=False, nice=True, padding=12)
    x_axis = alt.Axis(title=labels.diversity, labelExpr=style.PERCENT, tickCount=6)
    y_axis = alt.Axis(title=labels.quality, labelExpr=style.PERCENT, tickCount=6)
    at = {
        "x": alt.X("diversity:Q", scale=scale, axis=x_axis),
        "y": alt.Y("quality:Q", scale=scale, axis=y_axis),
    }
    said = {"quality": percent("datum.quality"), "diversity": percent("datum.diversity")}
    label = filled(labels.at_point, temperature="format(datum.T, '~g')", **said)
    points = alt.Chart(alt.NamedData(POINTS)).transform_calculate(label=label)
    real, here = alt.Chart(alt.NamedData(REAL)), points.transform_filter(FOLLOWS)
    across = {**at, "x": alt.X("diversity_low:Q", scale=scale, axis=x_axis), "x2": "diversity_high:Q"}
    upward = {**at, "y": alt.Y("quality_low:Q", scale=scale, axis=y_axis), "y2": "quality_high:Q"}
    texts = (_path(points, at), _interval(points, across), _interval(points, upward), _dots(points, at))
    figure = alt.layer(
        *texts, *_names(points, at), *real_point(real, at, labels.real_text), _ring(here, at), _readout(here, base)
    )
    return style.finished(figure.add_params(slider(start)), HEIGHT, base=base)


def _path(points: alt.Chart, at: dict[str, Any]) -> alt.Chart:
    line = points.mark_line(strokeWidth=1.5, opacity=0.6, color=style.BAR_COLOUR, aria=False)
    return encoded(line, **at, order="T:Q")


def _interval(points: alt.Chart, ends: dict[str, Any]) -> alt.Chart:
    return encoded(points.mark_rule(strokeWidth=1.5, color=style.BAR_COLOUR, aria=False), **ends)


def _dots(points: alt.Chart, at: dict[str, Any]) -> alt.Chart:
    dots = points.mark_circle(opacity=1, color=style.BAR_COLOUR)
    size = alt.condition("datum.named", alt.value(150), alt.value(50))  # which point a name belongs to
    return encoded(dots, **at, size=size, description="label:N", tooltip=alt.Tooltip("label:N", title=" "))


def _names(points: alt.Chart, at: dict[str, Any]) -> tuple[alt.Chart, alt.Chart]:
    """Return the names of some points: above them where the path is flat, beside them where it falls."""
    flat = points.transform_filter("datum.named && datum.T < 1").mark_text(style="name", dy=-13)
    falling = points.transform_filter("datum.named && datum.T >= 1").mark_text(style="name", align="left", dx=11, dy=-5)
    above, beside = (encoded(text, **at, text="name:N") for text in (flat, falling))
    return above.properties(name="names_above"), beside.properties(name="names_beside")


def _ring(here: alt.Chart, at: dict[str, Any]) -> alt.Chart:
    """Return a ring around the point at the slider."""
    return encoded(here.mark_point(size=260, strokeWidth=3, color=style.TICK_COLOUR, aria=False), **at)


def _readout(here: alt.Chart, base: int) -> alt.Chart:
    second_line = style.line_height("readout", base)  # below the first, which is what is placed
    text = here.mark_text(style="readout", align="left", baseline="bottom", lineBreak="\n", dy=-8 - second_line)
    return encoded(text, x=alt.value(8), y=alt.value("height"), text="label:N").properties(name="readout")
