"""Entropy along the text, as a figure: tenth by tenth at the slider's temperature, beside real text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import estimates, style
from components.charts.estimates import Interval, Position
from components.charts.following import FOLLOWS, slider
from components.charts.style import encoded

TENTHS, REAL = "tenths", "real"
HEIGHT = 210  # pixels


@dataclass(frozen=True)
class AlongLabels:
    """The figure's texts in the reader's language."""

    tenth_axis: str
    entropy_axis: str
    real_text: str


def rows(
    temperatures: Sequence[float], tenths: Sequence[Sequence[Interval]], real: Sequence[Interval] | None
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    temperatures : sequence of float
        In any order.
    tenths : sequence of sequence of tuple
        At each temperature, mean, lower and upper end for every tenth of the texts.
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
            for temperature, estimates_here in zip(temperatures, tenths, strict=True)
            for row in _numbered(estimates_here)
        ],
        REAL: _numbered(real or []),
    }


def _numbered(tenths: Sequence[Interval]) -> list[dict[str, Any]]:
    return [
        {"tenth": number, **estimates.columns(estimate)}
        for number, estimate in enumerate(tenths, start=1)
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

    def y(field: str) -> alt.Y:
        return alt.Y(field, scale=scale, axis=axis)

    here = (
        alt.Chart(alt.NamedData(TENTHS))
        .transform_filter(FOLLOWS)
        .transform_calculate(label="datum.tenth + ': ' + format(datum.mean, '.2f')")
    )
    texts = (estimates.interval(here, x, y), estimates.line(here, x, y), estimates.points(here, x, y, size=40))
    figure = alt.layer(*texts, _real_line(x, y), _real_name(x, y, labels.real_text))
    return style.finished(figure.add_params(slider(start)), HEIGHT, base=base)


def _real_line(x: alt.X, y: Position) -> alt.Chart:
    line = alt.Chart(alt.NamedData(REAL)).mark_line(style="real text", aria=False)
    return encoded(line, x=x, y=y("mean:Q"))


def _real_name(x: alt.X, y: Position, name: str) -> alt.Chart:
    last = alt.Chart(alt.NamedData(REAL)).transform_filter("datum.tenth == 10")
    text = last.mark_text(style="note", align="right", baseline="bottom", dy=-4)
    return encoded(text, x=x, y=y("mean:Q"), text=alt.value(name)).properties(name="named_real")
