"""The reliability diagram: predictions in bins by their largest probability, and how many of each were right.

References
----------
Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
https://arxiv.org/abs/1706.04599.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import following, style
from components.charts.expressions import percent, points, quoted
from components.charts.following import FOLLOWS
from components.charts.style import encoded

BINS, DIAGONAL, READOUT = "bins", "diagonal", "summary"
HEIGHT = 430  # pixels, where the page gives none
_TOP = 5  # times the size of type: above it stand the legend and the readout
_SPLIT, _COUNTS = 4.5, 3  # the same, from below: under the split stands how many predictions there are
_LEFT = -44  # pixels: where legend and readout begin
_NARROWER: dict[str, Any] = {"xOffset": 0.5, "x2Offset": -0.5}  # than its bin: one bar can be told from the next


@dataclass(frozen=True)
class ReliabilityLabels:
    """The figure's texts in the reader's language."""

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
        Mean of the largest probabilities in each, and the share that was right; None in an empty bin.
    label : str
        The readout of all of them.
    """

    temperature: float
    count: Sequence[int]
    confidence: Sequence[float | None]
    accuracy: Sequence[float | None]
    label: str


def rows(predictions: Sequence[Bins]) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    predictions : sequence of Bins
        One for each temperature.

    Returns
    -------
    dict of list
        `BINS`, a row for each temperature and filled bin; `READOUT`, a row for each temperature; `DIAGONAL`.

    Examples
    --------
    >>> rows([Bins(0.5, (0, 4), (None, 0.75), (None, 0.5), "all")])[BINS]
    [{'T': 0.5, 'low': 0.5, 'high': 1.0, 'count': 4, 'share': 1.0, 'confidence': 0.75, 'accuracy': 0.5}]
    """
    filled = [
        {
            "T": bins.temperature,
            "low": index / len(bins.count),
            "high": (index + 1) / len(bins.count),
            "count": count,
            "share": count / sum(bins.count),
            "confidence": bins.confidence[index],
            "accuracy": bins.accuracy[index],
        }
        for bins in predictions
        for index, count in enumerate(bins.count)
        if count
    ]
    readout = [{"T": bins.temperature, "label": bins.label} for bins in predictions]
    return {BINS: filled, READOUT: readout, DIAGONAL: [{"confidence": end, "accuracy": end} for end in (0, 1)]}


@lru_cache(maxsize=16)
def specification(labels: ReliabilityLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once
        and shared: do not change it.
    """
    top, unit = _TOP * base, alt.Scale(domain=[0, 1], nice=False)
    split, counts = f"height - {_SPLIT * base:g}", f"height - {_COUNTS * base:g}"
    x_axis = alt.Axis(title=labels.given_axis, labelExpr=style.PERCENT, tickCount=5, grid=False)
    y_axis = alt.Axis(
        title=labels.came_axis,
        labelExpr=style.PERCENT,
        tickCount=5,
        gridOpacity=0.5,
        titleY=alt.ExprRef(f"({top} + {split}) / 2"),
    )
    scale = alt.Scale(domain=[0, 1], range=[alt.ExprRef(split), top])
    bins = (
        alt.Chart(alt.NamedData(BINS))
        .transform_filter(FOLLOWS)
        .transform_calculate(zero="0", label=_label(labels), came=quoted(labels.came), gap=quoted(labels.gap))
    )
    across = {
        "x": alt.X("low:Q", scale=unit, axis=x_axis),
        "x2": alt.X2("high:Q"),
        "tooltip": alt.Tooltip("label:N", title=" "),
    }
    along = {
        "x": alt.X("confidence:Q", scale=unit, axis=x_axis),
        "y": alt.Y("accuracy:Q", scale=scale, axis=None),
    }
    colour = _colours(labels)
    upper = (
        _bars(bins, across, alt.Y("accuracy:Q", scale=scale, axis=y_axis), colour("came")),
        _gaps(bins, across, alt.Y("confidence:Q", scale=scale, axis=None), colour("gap")),
        _diagonal(along, labels.perfect, colour("perfect")),
    )
    lower = (_shares(bins, across, counts), _floor(split), _shares_name(split, labels.predictions_share))
    readout = following.readout(READOUT, x=_LEFT, y=1.5 * base)
    figure = alt.layer(*upper, *lower, readout).resolve_scale(y="independent")
    return style.finished(figure.add_params(following.slider(1.0)), HEIGHT, base=base)


def _colours(labels: ReliabilityLabels) -> Callable[[str], alt.Color]:
    """Return the colour by the field that names a mark; all share one legend, which stands above the plot."""
    legend = style.legend(
        "bar",
        "box",
        "diagonal",
        orient="none",
        legendX=_LEFT,
        legendY=0,
        padding=0,
        columnPadding=12,
        direction="horizontal",
    )
    names = [labels.came, labels.gap, labels.perfect]
    scale = alt.Scale(domain=names, range=[style.BAR_COLOUR, style.TICK_COLOUR, style.TEXT_COLOUR])
    return lambda mark: alt.Color(f"{mark}:N", scale=scale, legend=legend)


def _bars(bins: alt.Chart, across: dict[str, Any], y: alt.Y, colour: alt.Color) -> alt.Chart:
    bars = bins.mark_rect(opacity=0.75, **_NARROWER)
    return encoded(bars, **across, y=y, y2="zero:Q", color=colour, description="label:N")


def _gaps(bins: alt.Chart, across: dict[str, Any], y: alt.Y, colour: alt.Color) -> alt.Chart:
    """Return boxes from the share that was right to the mean probability: empty where they lie on the bar."""
    outline: dict[str, Any] = {"stroke": style.TICK_COLOUR, "strokeDash": [3, 2]}
    boxes = bins.mark_rect(aria=False, **outline, **_NARROWER)
    filled = alt.condition("datum.confidence > datum.accuracy", alt.value(0.22), alt.value(0))
    return encoded(boxes, **across, y=y, y2="accuracy:Q", color=colour, fillOpacity=filled)


def _diagonal(along: dict[str, Any], name: str, colour: alt.Color) -> alt.Chart:
    ends = alt.Chart(alt.NamedData(DIAGONAL)).transform_calculate(perfect=quoted(name))
    return encoded(ends.mark_line(strokeWidth=1.5, aria=False), **along, color=colour)


def _shares(bins: alt.Chart, across: dict[str, Any], counts: str) -> alt.Chart:
    """Return bars for the share of all predictions that is in each bin, below the diagram."""
    bars = bins.mark_rect(color=style.TEXT_COLOUR, opacity=0.55, aria=False, **_NARROWER)
    y = alt.Y(
        "share:Q",
        scale=alt.Scale(zero=True, nice=False, range=[alt.ExprRef("height"), alt.ExprRef(counts)]),
        axis=alt.Axis(title=None, orient="left", labelExpr=style.PERCENT, tickCount=1, grid=False),
    )
    return encoded(bars, **across, y=y, y2="zero:Q")


def _floor(split: str) -> alt.Chart:
    line = alt.Chart(alt.NamedData(DIAGONAL)).mark_rule(color=style.TEXT_COLOUR, strokeWidth=1, aria=False)
    return encoded(line, y=alt.value(alt.ExprRef(split)))


def _shares_name(split: str, name: str) -> alt.Chart:
    text = _one_row().mark_text(style="note", align="left", baseline="top")
    at = {"x": alt.value(2), "y": alt.value(alt.ExprRef(f"{split} + 5"))}
    return encoded(text, **at, text=alt.value(name)).properties(name="told")


def _one_row() -> alt.Chart:
    row: alt.Chart = alt.Chart(alt.NamedData(DIAGONAL)).transform_filter("datum.confidence == 1")
    return row


def _label(labels: ReliabilityLabels) -> str:
    """Return an expression for what a bin's tooltip and a screen reader say."""
    bounds = "format(100 * datum.low, '.0f') + '–' + format(100 * datum.high, '.0f') + ' %: '"
    came = f"{quoted(labels.came)} + ' ' + {percent('datum.accuracy')} + ', '"
    gap = f"{quoted(labels.gap)} + ' ' + {points('datum.confidence - datum.accuracy')} + ', '"
    return f"{bounds} + {came} + {gap} + {quoted(labels.predictions)} + ' ' + format(datum.count, ',')"
