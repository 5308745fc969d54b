"""Entropy along the text, as a figure: tenth by tenth at the cursor's temperature, beside real text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.following import FOLLOWS, Figures, cursor, whole

TENTHS, REAL = "tenths", "real"
HEIGHT = 220  # pixels


@dataclass(frozen=True)
class AlongLabels:
    """What the figure says, in the reader's language."""

    tenth_axis: str
    entropy_axis: str
    real_text: str


def rows(
    temperatures: Sequence[float], tenths: Sequence[Sequence[Figures]], real: Sequence[Figures] | None
) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    tenths : sequence of sequence of tuple
        At each temperature, mean, lower and upper end of every tenth of the texts.
    real : sequence of tuple, or None
        The same for real text.

    Examples
    --------
    >>> rows([0.5], [[(1.0, 0.9, 1.1), (2.0, None, None)]], None)[TENTHS][1]
    {'T': 0.5, 'tenth': 2, 'mean': 2.0, 'low': 2.0, 'high': 2.0}
    """
    return {
        TENTHS: [
            {"T": temperature, **row}
            for temperature, of_one in zip(temperatures, tenths, strict=True)
            for row in _numbered(of_one)
        ],
        REAL: list(_numbered(real or [])),
    }


def _numbered(estimates: Sequence[Figures]) -> list[dict[str, Any]]:
    return [
        {"tenth": place, **dict(zip(("mean", "low", "high"), whole(estimate), strict=True))}
        for place, estimate in enumerate(estimates, start=1)
        if estimate[0] is not None
    ]


@lru_cache(maxsize=16)
def specification(labels: AlongLabels, *, start: float, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `TENTHS` and `REAL`. It is built
        once and shared: do not change it.
    """
    x = alt.X(
        "tenth:Q",
        scale=alt.Scale(domain=[0.8, 10.2], nice=False),
        axis=alt.Axis(title=labels.tenth_axis, values=list(range(1, 11)), format="d", grid=False),
    )
    scale, axis = alt.Scale(zero=True, nice=True), alt.Axis(title=labels.entropy_axis, tickCount=5)
    y = alt.Y("mean:Q", scale=scale, axis=axis)
    at = (
        alt.Chart(alt.NamedData(TENTHS))
        .transform_filter(FOLLOWS)
        .transform_calculate(said="datum.tenth + ': ' + format(datum.mean, '.2f')")
    )
    band = at.mark_area(style="interval", aria=False).encode(x=x, y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q")
    line = at.mark_line(style="mean", aria=False).encode(x=x, y=y)
    points = at.mark_circle(size=40, opacity=1, color=style.BAR_COLOUR).encode(
        x=x, y=y, description="said:N", tooltip=alt.Tooltip("said:N", title=" ")
    )
    real = alt.Chart(alt.NamedData(REAL))
    dashed = real.mark_line(style="real text", aria=False).encode(x=x, y=y)
    named = (
        real.transform_filter("datum.tenth == 10")
        .mark_text(style="note", align="right", baseline="bottom", dy=-4)
        .encode(x=x, y=y, text=alt.value(labels.real_text))
        .properties(name="named_real")
    )
    figure = alt.layer(band, line, points, dashed, named)
    return style.finished(figure.add_params(cursor(start)), HEIGHT, base=base)
