"""The reliability diagram: predictions in bins by the chance that was given, and the share of each that came.

References
----------
Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
https://arxiv.org/abs/1706.04599.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.expressions import percent, quoted
from components.charts.following import FOLLOWS, cursor

BINS, DIAGONAL, READOUT = "bins", "diagonal", "summary"
HEIGHT = 430  # pixels
_TOP = 4  # times the size of type: above it stands the readout
SPLIT, COUNTS = "height - 92", "height - 68"  # below the split stands how many predictions there are


@dataclass(frozen=True)
class ReliabilityLabels:
    """What the figure says, in the reader's language."""

    given_axis: str
    came_axis: str
    came: str
    gap: str
    predictions: str
    predictions_share: str
    perfect: str


@dataclass(frozen=True)
class Bins:
    """The predictions of a text at one temperature, in bins of equal width from 0 to 1.

    Attributes
    ----------
    temperature : float
        The temperature.
    count : sequence of int
        Predictions in each bin.
    confidence, accuracy : sequence of float or None
        The mean of the largest chances in each, and the share that came; None in an empty bin.
    said : str
        What is read of all of them.
    """

    temperature: float
    count: Sequence[int]
    confidence: Sequence[float | None]
    accuracy: Sequence[float | None]
    said: str


def rows(of_all: Sequence[Bins]) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    of_all : sequence of Bins
        One a temperature.

    Returns
    -------
    dict of list
        `BINS`, a row a temperature and filled bin; `READOUT`, a row a temperature; `DIAGONAL`.

    Examples
    --------
    >>> found = rows([Bins(0.5, (0, 4), (None, 0.75), (None, 0.5), "all")])
    >>> found[BINS]
    [{'T': 0.5, 'low': 0.5, 'high': 1.0, 'count': 4, 'share': 1.0, 'confidence': 0.75, 'accuracy': 0.5}]
    """
    bins = [
        {
            "T": bins.temperature,
            "low": place / len(bins.count),
            "high": (place + 1) / len(bins.count),
            "count": count,
            "share": count / sum(bins.count),
            "confidence": bins.confidence[place],
            "accuracy": bins.accuracy[place],
        }
        for bins in of_all
        for place, count in enumerate(bins.count)
        if count
    ]
    readout = [{"T": bins.temperature, "said": bins.said} for bins in of_all]
    return {BINS: bins, READOUT: readout, DIAGONAL: [{"given": end, "came": end} for end in (0, 1)]}


@lru_cache(maxsize=16)
def specification(labels: ReliabilityLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` gives. It is built once
        and shared: do not change it.
    """
    x_axis = alt.Axis(title=labels.given_axis, format="~%", tickCount=5, grid=False)
    unit = alt.Scale(domain=[0, 1], nice=False)
    x, x2 = alt.X("low:Q", scale=unit, axis=x_axis), alt.X2("high:Q")
    top = _TOP * base
    scale = alt.Scale(domain=[0, 1], range=[alt.ExprRef(SPLIT), top])
    axis = alt.Axis(
        title=labels.came_axis, format="~%", tickCount=5, gridOpacity=0.5, titleY=alt.ExprRef(f"({top} + {SPLIT}) / 2")
    )
    bins = (
        alt.Chart(alt.NamedData(BINS)).transform_filter(FOLLOWS).transform_calculate(zero="0", spoken=_spoken(labels))
    )
    tooltip = alt.Tooltip("spoken:N", title=" ")
    # Bars are drawn a little narrower than their bins, so that one can be told from the next.
    bars = bins.mark_rect(color=style.BAR_COLOUR, opacity=0.75, xOffset=0.5, x2Offset=-0.5).encode(
        x=x, x2=x2, y=alt.Y("accuracy:Q", scale=scale, axis=axis), y2="zero:Q", description="spoken:N", tooltip=tooltip
    )
    gaps = bins.mark_rect(
        fillOpacity=0.22,
        color=style.TICK_COLOUR,
        stroke=style.TICK_COLOUR,
        strokeDash=[3, 2],
        aria=False,
        xOffset=0.5,
        x2Offset=-0.5,
    ).encode(x=x, x2=x2, y=alt.Y("confidence:Q", scale=scale, axis=None), y2="accuracy:Q", tooltip=tooltip)
    ends = alt.Chart(alt.NamedData(DIAGONAL))
    along = {"x": alt.X("given:Q", scale=unit, axis=x_axis), "y": alt.Y("came:Q", scale=scale, axis=None)}
    diagonal = ends.mark_line(color=style.TEXT_COLOUR, strokeWidth=1.5, aria=False).encode(**along)
    perfect = (
        ends.transform_filter("datum.given == 1")
        .transform_calculate(given="0.6", came="0.6")
        .mark_text(style="note", align="right", baseline="bottom", dx=-8, dy=-4)
        .encode(**along, text=alt.value(labels.perfect))
        .properties(name="quiet")
    )
    how_many = bins.mark_rect(color=style.TEXT_COLOUR, opacity=0.55, aria=False, xOffset=0.5, x2Offset=-0.5).encode(
        x=x,
        x2=x2,
        y=alt.Y(
            "share:Q",
            scale=alt.Scale(zero=True, nice=False, range=[alt.ExprRef("height"), alt.ExprRef(COUNTS)]),
            axis=alt.Axis(title=None, orient="left", format=".0%", tickCount=2, grid=False),
        ),
        y2="zero:Q",
        tooltip=tooltip,
    )
    floor = ends.mark_rule(color=style.TEXT_COLOUR, strokeWidth=1, aria=False).encode(y=alt.value(alt.ExprRef(SPLIT)))
    said_of = ends.transform_filter("datum.given == 1")
    many = (
        said_of.mark_text(style="note", align="left", baseline="top")
        .encode(x=alt.value(2), y=alt.value(alt.ExprRef(f"{SPLIT} + 5")), text=alt.value(labels.predictions_share))
        .properties(name="told")
    )
    readout = (
        alt.Chart(alt.NamedData(READOUT))
        .transform_filter(FOLLOWS)
        .mark_text(style="readout", align="left", baseline="top", lineBreak="\n")
        .encode(x=alt.value(2), y=alt.value(2), text="said:N", description="said:N")
        .properties(name="readout")
    )
    figure = alt.layer(bars, gaps, diagonal, perfect, how_many, floor, many, readout)
    return style.finished(figure.resolve_scale(y="independent").add_params(cursor(1.0)), HEIGHT, base=base)


def _spoken(labels: ReliabilityLabels) -> str:
    """Give an expression for what is said of a bin, as a tooltip and to a screen reader."""
    bounds = "format(100 * datum.low, '.0f') + '–' + format(100 * datum.high, '.0f') + ' %: '"
    came = f"{quoted(labels.came)} + ' ' + {percent('datum.accuracy', '.1f')} + ', '"
    gap = f"{quoted(labels.gap)} + ' ' + {percent('datum.confidence - datum.accuracy', '+.1f')} + ', '"
    return f"{bounds} + {came} + {gap} + {quoted(labels.predictions)} + ' ' + format(datum.count, ',')"
