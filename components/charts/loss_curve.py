"""How well texts are predicted, against temperature: one curve a text, with its lowest point named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np

from components.charts import style
from components.charts.following import FOLLOWS, PLACE, cursor, upright
from components.temperature.scale import HIGHEST

CURVES, BEST, READOUT = "curves", "best", "readout"
HEIGHT = 430  # pixels
_TOP = 4  # times the size of type: above it stands what is read at the cursor
_CLOSE = 0.15  # of the height: what stands under a lowest point would meet what is that near to it
ROOM = 0.6  # nats that are shown at least of a curve above its lowest point

COLOURS = (style.BAR_COLOUR, "#2a9d8f", "#b565c9")
DASHES: tuple[list[int], ...] = ([1, 0], [8, 4], [2, 3])
SIGNS = ("━━━", "━ ━", "•••")  # the dashes, as text


@dataclass(frozen=True)
class LossLabels:
    """What the figure says, in the reader's language."""

    temperature_axis: str
    loss_axis: str
    as_trained: str


@dataclass(frozen=True)
class Curve:
    """The losses of a text.

    Attributes
    ----------
    name : str
        What the text is called.
    style : int
        Its line: a place in `COLOURS` and `DASHES`.
    temperatures, losses : sequence of float
        In rising order of temperature.
    best, lowest : float
        T*, and the loss there.
    said : str
        What stands at that point.
    """

    name: str
    style: int
    temperatures: Sequence[float]
    losses: Sequence[float]
    best: float
    lowest: float
    said: str


def rows(curves: Sequence[Curve], *, loss_at: str) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    curves : sequence of Curve
        One or more, all at the same temperatures.
    loss_at : str
        What is read of a curve at the cursor, with the blanks `text` and `loss`.

    Returns
    -------
    dict of list
        `CURVES`, cut off where losses rise steeply; `BEST`, a row a text, not shown where T* is off the
        axis; `READOUT`, a row a temperature; `PLACE`.

    Examples
    --------
    >>> curve = Curve("text", 0, [0.5, 1.0, 2.0], [9.0, 1.0, 1.2], 1.0, 1.0, "T* = 1")
    >>> found = rows([curve], loss_at="{text}: {loss}")
    >>> [(row["T"], row["loss"]) for row in found[CURVES]], found[READOUT][0]["said"]
    ([(0.962..., 1.6), (1.0, 1.0), (2.0, 1.2)], '━━━ text: 9.0')
    """
    roof = max(max(curve.losses[-1], curve.lowest + ROOM) for curve in curves)
    bottom = min(curve.lowest for curve in curves)
    best = [
        {
            "T": min(curve.best, HIGHEST),
            "loss": curve.lowest,
            "style": curve.style,
            "said": curve.said,
            "shown": curve.best <= HIGHEST,
            "above": any(0 < curve.lowest - other.lowest < (roof - bottom) * _CLOSE for other in curves),
        }
        for curve in curves
    ]
    readout = [
        {
            "T": temperature,
            "said": "\n".join(
                f"{SIGNS[curve.style]} {loss_at.format(text=curve.name, loss=curve.losses[place])}" for curve in curves
            ),
        }
        for place, temperature in enumerate(curves[0].temperatures)
    ]
    cut = [row for curve in curves for row in _cut(curve, roof)]
    return {CURVES: cut, BEST: best, READOUT: readout, PLACE: [{"row": 0}]}


def _cut(curve: Curve, roof: float) -> list[dict[str, Any]]:
    """Give what is below the roof, from where the curve comes through it."""
    temperatures, losses = list(curve.temperatures), list(curve.losses)
    first = next(place for place, loss in enumerate(losses) if loss <= roof)
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
        A Vega-Lite specification that takes its rows from the data sets that `rows` gives. It is built once
        and shared: do not change it.
    """
    x, top = style.temperature(labels.temperature_axis), _TOP * base
    y = alt.Y(
        "loss:Q",
        # Room below for what is written under the lowest points.
        scale=alt.Scale(zero=False, nice=False, padding=24, range=[alt.ExprRef("height"), top]),
        axis=alt.Axis(title=labels.loss_axis, format="~g", tickCount=6, gridOpacity=0.5),
    )
    styles = list(range(len(COLOURS)))
    colour = alt.Color("style:N", scale=alt.Scale(domain=styles, range=list(COLOURS)), legend=None)
    dash = alt.StrokeDash("style:N", scale=alt.Scale(domain=styles, range=list(DASHES)), legend=None)
    curves, best = alt.Chart(alt.NamedData(CURVES)), alt.Chart(alt.NamedData(BEST))
    place = alt.Chart(alt.NamedData(PLACE))
    one = place.transform_calculate(T="1").mark_rule(color=style.TEXT_COLOUR, strokeWidth=1, aria=False)
    whole = {"y": alt.value(top), "y2": alt.value("height")}
    trained = (
        place.mark_text(style="note", align="left", baseline="top", dx=5)
        .transform_calculate(T="1")
        .encode(x=x, y=alt.value(top), text=alt.value(labels.as_trained))
        .properties(name="quiet")
    )
    lines = curves.mark_line(strokeWidth=2.5).encode(
        x=x, y=y, color=colour, strokeDash=dash, detail="text:N", description="text:N"
    )
    shown = style.visible_if("datum.shown")
    lowest = best.mark_point(filled=True, size=90).encode(x=x, y=y, color=colour, opacity=shown, description="said:N")
    named = (
        best.mark_text(
            style="name",
            align="center",
            dx=alt.expr("datum.above ? 0 : 20"),
            dy=alt.expr("datum.above ? -17 : 17"),
        )
        .encode(x=x, y=y, text="said:N", opacity=shown)
        .properties(name="told")
    )
    here = curves.mark_point(size=110, strokeWidth=2.5, aria=False).encode(
        x=x, y=y, color=colour, opacity=style.visible_if(FOLLOWS)
    )
    readout = (
        alt.Chart(alt.NamedData(READOUT))
        .transform_filter(FOLLOWS)
        .mark_text(style="readout", align="left", baseline="top", lineBreak="\n")
        .encode(x=alt.value(2), y=alt.value(2), text="said:N", description="said:N")
        .properties(name="readout")
    )
    rules = [one.encode(x=x, **whole), upright(x).encode(**whole)]
    figure = alt.layer(*rules, trained, lines, lowest, named, here, readout)
    return style.finished(figure.add_params(cursor(1.0)), HEIGHT, base=base)
