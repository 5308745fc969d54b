"""One measure over temperature, as a small figure: its mean with an interval, and the line of real text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import altair as alt

from components.charts import style
from components.charts.expressions import quoted
from components.charts.following import FOLLOWS, PLACE, Figures, cursor, upright, whole

FOUND, REAL = "found", "real"
HEIGHT = 150  # pixels


@dataclass(frozen=True)
class OverTemperatureLabels:
    """What the figure says, in the reader's language."""

    temperature_axis: str
    real_text: str


def rows(
    temperatures: Sequence[float], estimates: Sequence[Figures], real: Figures | None
) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    estimates : sequence of tuple
        Mean, lower and upper end at each; a temperature without a mean is left out.
    real : tuple or None
        The same for real text.

    Returns
    -------
    dict of list
        `FOUND`, a row a temperature; `REAL`, one row or none; `PLACE`.

    Examples
    --------
    >>> rows([1.0, 0.5], [(2.0, None, None), (None, None, None)], None)[FOUND]
    [{'T': 1.0, 'mean': 2.0, 'low': 2.0, 'high': 2.0}]
    """
    found = [
        {"T": temperature, **_whole(estimate)}
        for temperature, estimate in sorted(zip(temperatures, estimates, strict=True))
        if estimate[0] is not None
    ]
    level = [{**_whole(real), "side": _side(found, real[0])}] if real and real[0] is not None else []
    return {FOUND: found, REAL: level, PLACE: [{"row": 0}]}


def _side(found: Sequence[dict[str, Any]], level: float) -> str:
    """Give the end of the figure at which the line of the texts leaves more room for the name of another line."""
    ends = [abs(found[place]["mean"] - level) for place in (0, -1)] if found else [0, 1]
    return "left" if ends[0] > ends[1] else "right"


def _whole(estimate: Figures) -> dict[str, float | None]:
    return dict(zip(("mean", "low", "high"), whole(estimate), strict=True))


@lru_cache(maxsize=64)
def specification(
    labels: OverTemperatureLabels,
    *,
    start: float,
    highest: float,
    percent: bool,
    titled: bool = False,
    base: int = style.BASE_SIZE,
) -> dict[str, Any]:
    """Build the figure, without its data.

    Parameters
    ----------
    labels : OverTemperatureLabels
        What it says.
    start : float
        Where the cursor stands at first.
    highest : float
        Where the axis of T ends; it begins at 0.
    percent : bool
        Whether the measure is a share.
    titled : bool, optional
        Whether the axis of T says so; where figures stand under one another, the last one does.
    base : int, optional
        The page's size of type, in pixels.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` gives. It is built once
        and shared: do not change it.
    """
    form, unit = (".1~f", " %") if percent else (".3~f", "")
    shown = {name: f"format({'100 * ' if percent else ''}datum.{name}, '{form}')" for name in ("mean", "low", "high")}
    said = f"{shown['mean']} + '{unit}  [' + {shown['low']} + ', ' + {shown['high']} + ']'"
    x = style.temperature(labels.temperature_axis if titled else None, highest=highest, ticks=8)
    scale = alt.Scale(zero=False, nice=True, padding=4)
    axis = alt.Axis(title=None, format="~%" if percent else "~g", tickCount=4, minExtent=44, maxExtent=44)
    found = alt.Chart(alt.NamedData(FOUND)).transform_calculate(
        said=f"'T = ' + format(datum.T, '~g') + ': ' + {said}", readout=f"{FOLLOWS} ? {said} : ''"
    )
    y = alt.Y("mean:Q", scale=scale, axis=axis)
    band = found.mark_area(style="interval", aria=False).encode(
        x=x, y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"
    )
    line = found.mark_line(style="mean", aria=False).encode(x=x, y=y)
    points = found.mark_circle(size=30, opacity=1, color=style.BAR_COLOUR).encode(
        x=x, y=y, description="said:N", tooltip=alt.Tooltip("said:N", title=" ")
    )
    real = alt.Chart(alt.NamedData(REAL)).transform_calculate(said=f"{quoted(labels.real_text)} + ' ' + {said}")
    interval = real.mark_rect(opacity=0.18, color=style.TEXT_COLOUR, aria=False).encode(
        x=alt.value(0), x2=alt.value("width"), y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"
    )
    level = real.mark_rule(style="real text").encode(y=y, description="said:N")
    ends: tuple[tuple[Literal["left", "right"], Any, int], ...] = (("left", 0, 4), ("right", "width", -4))
    named = [
        real.transform_calculate(name=f"datum.side == '{side}' ? {quoted(labels.real_text)} : ''")
        .mark_text(style="note", align=side, baseline="bottom", dx=dx, dy=-3)
        .encode(x=alt.value(place), y=y, text="name:N")
        .properties(name=f"named_{side}")
        for side, place, dx in ends
    ]
    ring = found.mark_point(size=130, strokeWidth=2.5, color=style.TEXT_COLOUR, aria=False).encode(
        x=x, y=y, opacity=style.visible_if(FOLLOWS)
    )
    readout = (
        found.mark_text(style="readout", align="right", baseline="bottom")
        .encode(x=alt.value("width"), y=alt.value(-14), text="readout:N")
        .properties(name="readout")
    )
    figure = alt.layer(interval, band, level, *named, line, points, upright(x), ring, readout)
    return style.finished(figure.add_params(cursor(start)), HEIGHT, base=base)
