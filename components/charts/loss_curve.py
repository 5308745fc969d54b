"""Loss against temperature: a curve for each text, with its lowest point named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np

from components.charts import following, style
from components.charts.following import FOLLOWS, SLIDER, SLIDER_ROWS
from components.charts.style import encoded
from components.temperature.scale import HIGHEST

CURVES, BEST, LEGEND = "curves", "best", "legend"
HEIGHT = 430  # pixels, where the page gives none
_TOP = 5  # times the size of type: above it stands all text, so that no line crosses it
_LINE = 1.2  # the same, from one line of the legend to the next
_LEFT, _SWATCH = -44, 32  # pixels: where the legend begins, and how long its pieces of line are
ROOM = 0.6  # nats of a curve that are shown above its lowest point, at least

COLOURS = (style.BAR_COLOUR, "#2a9d8f", "#b565c9")
DASHES: tuple[list[int], ...] = ([1, 0], [8, 4], [2, 3])


@dataclass(frozen=True)
class LossLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    loss_axis: str
    as_trained: str


@dataclass(frozen=True)
class Curve:
    """The losses on a text.

    Attributes
    ----------
    name : str
        The text's name.
    style : int
        Its line: an index into `COLOURS` and `DASHES`.
    temperatures, losses : sequence of float
        In ascending order of temperature; losses in nats per character.
    best, lowest : float
        T*, and the loss there.
    label : str
        What the legend says of that point.
    """

    name: str
    style: int
    temperatures: Sequence[float]
    losses: Sequence[float]
    best: float
    lowest: float
    label: str


def rows(curves: Sequence[Curve], *, loss_at: str) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    curves : sequence of Curve
        One or more, all at the same temperatures.
    loss_at : str
        What the legend says of a curve at the slider, with the blanks `text` and `loss`.

    Returns
    -------
    dict of list
        `CURVES`, cut off where losses rise steeply; `BEST`, a row for each text, not visible where T* is off
        the axis; `LEGEND`, a row for each temperature and text; `following.SLIDER`.

    Examples
    --------
    >>> curve = Curve("text", 0, [0.5, 1.0, 2.0], [9.0, 1.0, 1.2], 1.0, 1.0, "T* = 1")
    >>> data = rows([curve], loss_at="{text}: {loss}")
    >>> [(row["T"], row["loss"]) for row in data[CURVES]], data[LEGEND][0]["label"]
    ([(0.962..., 1.6), (1.0, 1.0), (2.0, 1.2)], 'text: 9.0 · T* = 1')
    """
    roof = max(max(curve.losses[-1], curve.lowest + ROOM) for curve in curves)
    best = [
        {
            "T": min(curve.best, HIGHEST),
            "loss": curve.lowest,
            "style": curve.style,
            "label": f"{curve.name} · {curve.label}",
            "visible": curve.best <= HIGHEST,
        }
        for curve in curves
    ]
    legend = [
        {
            "T": temperature,
            "row": row,
            "style": curve.style,
            "label": loss_at.format(text=curve.name, loss=curve.losses[index])
            + (f" · {curve.label}" if curve.best <= HIGHEST else ""),
        }
        for index, temperature in enumerate(curves[0].temperatures)
        for row, curve in enumerate(curves)
    ]
    below_roof = [row for curve in curves for row in _cut(curve, roof)]
    return {CURVES: below_roof, BEST: best, LEGEND: legend, SLIDER: SLIDER_ROWS}


def _cut(curve: Curve, roof: float) -> list[dict[str, Any]]:
    """Return the points of a curve below the roof, from where it comes through it."""
    temperatures, losses = list(curve.temperatures), list(curve.losses)
    first = next(index for index, loss in enumerate(losses) if loss <= roof)
    points = list(zip(temperatures[first:], losses[first:], strict=True))
    if first > 0:
        falling = losses[first - 1 : first + 1][::-1], temperatures[first - 1 : first + 1][::-1]
        points.insert(0, (float(np.interp(roof, *falling)), roof))
    return [{"T": t, "loss": loss, "style": curve.style, "text": curve.name} for t, loss in points]


@lru_cache(maxsize=16)
def specification(labels: LossLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once
        and shared: do not change it.
    """
    x, top = style.temperature(labels.temperature_axis), _TOP * base
    y = alt.Y(
        "loss:Q",
        scale=alt.Scale(zero=False, nice=False, padding=8, range=[alt.ExprRef("height"), top]),
        axis=alt.Axis(title=labels.loss_axis, format="~g", tickCount=6, gridOpacity=0.5),
    )
    styles = list(range(len(COLOURS)))
    colour = alt.Color("style:N", scale=alt.Scale(domain=styles, range=list(COLOURS)), legend=None)
    dash = alt.StrokeDash("style:N", scale=alt.Scale(domain=styles, range=list(DASHES)), legend=None)
    at = {"x": x, "y": y}
    rules = (_as_trained(x, top), encoded(following.rule(x), **_from(top)), _as_trained_name(x, top, labels.as_trained))
    curves = (_lines(at, colour, dash), _lowest(at, colour), _rings(at, colour))
    figure = alt.layer(*rules, *curves, *_legend(base, colour, dash))
    return style.finished(figure.add_params(following.slider(1.0)), HEIGHT, base=base)


def _from(top: float) -> dict[str, Any]:
    return {"y": alt.value(top), "y2": alt.value("height")}


def _as_trained(x: alt.X, top: float) -> alt.Chart:
    at_one = alt.Chart(alt.NamedData(SLIDER)).transform_calculate(T="1")
    return encoded(at_one.mark_rule(color=style.TEXT_COLOUR, strokeWidth=1, aria=False), x=x, **_from(top))


def _as_trained_name(x: alt.X, top: float, name: str) -> alt.Chart:
    at_one = alt.Chart(alt.NamedData(SLIDER)).transform_calculate(T="1")
    text = at_one.mark_text(style="note", align="center", baseline="bottom", dy=-4)
    return encoded(text, x=x, y=alt.value(top), text=alt.value(name)).properties(name="quiet")


def _lines(at: dict[str, Any], colour: alt.Color, dash: alt.StrokeDash) -> alt.Chart:
    lines = alt.Chart(alt.NamedData(CURVES)).mark_line(strokeWidth=2.5)
    return encoded(lines, **at, color=colour, strokeDash=dash, detail="text:N", description="text:N")


def _lowest(at: dict[str, Any], colour: alt.Color) -> alt.Chart:
    points = alt.Chart(alt.NamedData(BEST)).mark_point(filled=True, size=90)
    return encoded(points, **at, color=colour, opacity=style.visible_if("datum.visible"), description="label:N")


def _rings(at: dict[str, Any], colour: alt.Color) -> alt.Chart:
    """Return a ring around each curve's point at the slider."""
    rings = alt.Chart(alt.NamedData(CURVES)).mark_point(size=110, strokeWidth=2.5, aria=False)
    return encoded(rings, **at, color=colour, opacity=style.visible_if(FOLLOWS))


def _legend(base: int, colour: alt.Color, dash: alt.StrokeDash) -> tuple[alt.Chart, alt.Chart]:
    """Return a piece of each curve's line, in its colour and its dashes, and what is said of it at the slider."""
    line = _LINE * base
    here = (
        alt.Chart(alt.NamedData(LEGEND)).transform_filter(FOLLOWS).transform_calculate(y=f"{line} * (datum.row + 0.5)")
    )
    y = alt.Y("y:Q", scale=None, axis=None)
    swatches = encoded(
        here.mark_rule(strokeWidth=2.5, aria=False),
        x=alt.value(_LEFT),
        x2=alt.value(_LEFT + _SWATCH),
        y=y,
        color=colour,
        strokeDash=dash,
    )
    text = here.mark_text(style="readout", align="left", baseline="middle")
    said = encoded(text, x=alt.value(_LEFT + _SWATCH + 6), y=y, text="label:N", description="label:N")
    return swatches.properties(name="swatches"), said.properties(name="readout")
