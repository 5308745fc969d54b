"""Quality against diversity, as a figure: one point a temperature, joined in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.expressions import percent
from components.charts.following import FOLLOWS, Figures, cursor, whole

POINTS, REAL = "points", "real"
HEIGHT = 420  # pixels
_NONE: Figures = (None, None, None)
_NAMED = 0.5  # every so much of T a point has its name


@dataclass(frozen=True)
class TradeOffLabels:
    """What the figure says, in the reader's language."""

    diversity: str
    quality: str
    real_text: str


def rows(
    temperatures: Sequence[float],
    diversity: Sequence[Figures],
    quality: Sequence[Figures],
    real: tuple[Figures, Figures] | None,
) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    diversity, quality : sequence of tuple
        Mean, lower and upper end at each; a temperature without both means is left out.
    real : tuple of two such tuples, or None
        Those of real text.

    Returns
    -------
    dict of list
        `POINTS`, a row a temperature; `REAL`, one row or none.

    Examples
    --------
    >>> found = rows([0.5], [(0.5, 0.4, 0.6)], [(0.9, None, None)], None)
    >>> found[POINTS][0]["name"], found[POINTS][0]["diversity_low"], found[POINTS][0]["quality_low"]
    ('T = 0.5', 0.4, 0.9)
    """
    points = [
        {
            "T": temperature,
            "name": f"T = {temperature:g}",
            "named": abs(temperature / _NAMED - round(temperature / _NAMED)) < 1e-6,
            **_named("diversity", varied),
            **_named("quality", good),
        }
        for temperature, varied, good in sorted(zip(temperatures, diversity, quality, strict=True))
        if varied[0] is not None and good[0] is not None
    ]
    varied, good = real or (_NONE, _NONE)
    there = varied[0] is not None and good[0] is not None
    return {POINTS: points, REAL: [{**_named("diversity", varied), **_named("quality", good)}] if there else []}


def _named(name: str, estimate: Figures) -> dict[str, float | None]:
    return dict(zip((name, f"{name}_low", f"{name}_high"), whole(estimate), strict=True))


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
    x_axis = alt.Axis(title=labels.diversity, format="~%", tickCount=6)
    y_axis = alt.Axis(title=labels.quality, format="~%", tickCount=6)
    x, y = alt.X("diversity:Q", scale=scale, axis=x_axis), alt.Y("quality:Q", scale=scale, axis=y_axis)
    points = alt.Chart(alt.NamedData(POINTS)).transform_calculate(
        said=f"datum.name + ': ' + {percent('datum.quality', '.1~f')} + ' · ' + {percent('datum.diversity', '.1~f')}"
    )
    path = points.mark_line(strokeWidth=1.5, opacity=0.6, color=style.BAR_COLOUR, aria=False).encode(
        x=x, y=y, order="T:Q"
    )
    across = points.mark_rule(strokeWidth=1.5, color=style.BAR_COLOUR, aria=False).encode(
        x=alt.X("diversity_low:Q", scale=scale, axis=x_axis), x2="diversity_high:Q", y=y
    )
    upward = points.mark_rule(strokeWidth=1.5, color=style.BAR_COLOUR, aria=False).encode(
        x=x, y=alt.Y("quality_low:Q", scale=scale, axis=y_axis), y2="quality_high:Q"
    )
    dots = points.mark_circle(size=70, opacity=1, color=style.BAR_COLOUR).encode(
        x=x, y=y, description="said:N", tooltip=alt.Tooltip("said:N", title=" ")
    )
    names = (
        points.transform_filter("datum.named")
        .mark_text(style="name", align="left", dx=9, dy=-9)
        .encode(x=x, y=y, text="name:N")
        .properties(name="names")
    )
    real = alt.Chart(alt.NamedData(REAL))
    star = real.mark_point(shape="diamond", size=220, filled=True, opacity=1, color=style.TEXT_COLOUR).encode(
        x=x, y=y, description=alt.value(labels.real_text)
    )
    real_name = (
        real.mark_text(style="name", align="right", dx=-8, dy=16)
        .encode(x=x, y=y, text=alt.value(labels.real_text))
        .properties(name="named_real")
    )
    at = points.transform_filter(FOLLOWS)
    ring = at.mark_point(size=260, strokeWidth=3, color=style.TICK_COLOUR, aria=False).encode(x=x, y=y)
    readout = (
        at.mark_text(style="readout", align="left", baseline="bottom", dy=-8)
        .encode(x=alt.value(8), y=alt.value("height"), text="said:N")
        .properties(name="readout")
    )
    figure = alt.layer(path, across, upward, dots, names, star, real_name, ring, readout)
    return style.finished(figure.add_params(cursor(start)), HEIGHT, base=base)
