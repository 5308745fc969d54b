"""Means with their intervals, and the level of real text, as layers that several figures share."""

from collections.abc import Callable
from typing import Any

import altair as alt

from components.charts import style
from components.charts.style import encoded

# A mean with the ends of its interval, such as `components.analysis.bootstrap.Estimate`; None where there is none.
Interval = tuple[float | None, float | None, float | None]
Position = Callable[[str], alt.Y]  # a field's position along the figure's y axis


def columns(estimate: Interval, names: tuple[str, str, str] = ("mean", "low", "high")) -> dict[str, float | None]:
    """Return an estimate as columns; without an interval both ends are the mean.

    Examples
    --------
    >>> columns((0.5, None, None)), columns((0.5, 0.4, 0.6))
    ({'mean': 0.5, 'low': 0.5, 'high': 0.5}, {'mean': 0.5, 'low': 0.4, 'high': 0.6})
    """
    mean, low, high = estimate
    return dict(zip(names, (mean, mean if low is None else low, mean if high is None else high), strict=True))


def interval(chart: alt.Chart, x: alt.X, y: Position) -> alt.Chart:
    """Return the band between the ends of the intervals."""
    return encoded(chart.mark_area(style="interval", aria=False), x=x, y=y("low:Q"), y2="high:Q")


def line(chart: alt.Chart, x: alt.X, y: Position) -> alt.Chart:
    """Return the line through the means."""
    return encoded(chart.mark_line(style="mean", aria=False), x=x, y=y("mean:Q"))


def points(chart: alt.Chart, x: alt.X, y: Position, *, size: int) -> alt.Chart:
    """Return a point at each mean, with the column `label` for screen readers and as a tooltip."""
    circles = chart.mark_circle(size=size, opacity=1, color=style.BAR_COLOUR)
    return encoded(circles, x=x, y=y("mean:Q"), description="label:N", tooltip=alt.Tooltip("label:N", title=" "))


def real_point(chart: alt.Chart, at: dict[str, Any], name: str) -> tuple[alt.Chart, alt.Chart]:
    """Return the point of real text, and its name beside it; `at` has the channels x and y."""
    diamond = chart.mark_point(shape="diamond", size=220, filled=True, opacity=1, color=style.TEXT_COLOUR)
    text = chart.mark_text(style="name", align="right", dx=-8, dy=16)
    return (
        encoded(diamond, **at, description=alt.value(name)),
        encoded(text, **at, text=alt.value(name)).properties(name="named_real"),
    )
