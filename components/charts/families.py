"""Cuts compared: quality against diversity with a curve for each, and how many characters are kept at each T.

A family has a colour, a sign and a kind of line: full where its cut is made after T, hollow and dashed where it is made
before. So its curves are told apart without colours, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import altair as alt

from components.charts import estimates, following, style
from components.charts.expressions import filled, percent, quoted
from components.charts.following import FOLLOWS, SLIDER, SLIDER_ROWS
from components.charts.style import encoded

CURVES, REAL = "curves", "real"
HEIGHT = 480  # pixels, with the legend
_LEGEND_COLUMNS = 2
_BEFORE, _AFTER = [5, 3], [1, 0]  # dashes of a line, and a line without

_SQUARE, _TRIANGLE = "M-1,-1H1V1H-1Z", "M0,-1.1L1.1,.9H-1.1Z"


class Look(NamedTuple):
    """What the marks of a family look like.

    Attributes
    ----------
    colour : str
        Of its line and its signs.
    sign : str
        A shape of Vega's, or a path within a square from -1 to 1.
    dash : list of int
        Of its line, in pixels.
    """

    colour: str
    sign: str
    dash: list[int]


# By place in the list of families. No colour is the page's text, and none is only told by red and green.
LOOKS = (
    Look(style.BAR_COLOUR, "circle", _AFTER),
    Look("#8b7a1e", "M-.4,-1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z", _AFTER),
    Look("#1f9d8a", _SQUARE, _AFTER),
    Look("#1f9d8a", f"{_SQUARE}M-.5,-.5V.5H.5V-.5Z", _BEFORE),
    Look(style.TICK_COLOUR, _TRIANGLE, _AFTER),
    Look(style.TICK_COLOUR, f"{_TRIANGLE}M0,-.25L-.45,.5H.45Z", _BEFORE),
    Look("#a866c9", "M0,-1.3L.35,-.35L1.3,0L.35,.35L0,1.3L-.35,.35L-1.3,0L-.35,-.35Z", _AFTER),
)


class Point(NamedTuple):
    """One member of a family.

    Attributes
    ----------
    family : int
        The family's place in the list of their names.
    curve : str
        What it is joined with: members of the same curve.
    temperature : float
        Its place on the curve.
    name : str
        What it is called.
    diversity, quality, kept : float
        Its size after compression, its share of real words, and how many characters are kept on average.
    """

    family: int
    curve: str
    temperature: float
    name: str
    diversity: float
    quality: float
    kept: float


@dataclass(frozen=True)
class FamiliesLabels:
    """The figures' texts in the reader's language."""

    families: tuple[str, ...]  # their names
    diversity: str
    quality: str
    real_text: str
    candidate_at_point: str  # what is said of one, of its {name}, {quality} and {diversity}
    temperature_axis: str
    kept_axis: str
    kept_at_point: str  # what is said of one, of its {name} and {kept}


def rows(points: Sequence[Point], real: tuple[float, float] | None) -> dict[str, list[dict[str, Any]]]:
    """Return the data sets of both figures.

    Parameters
    ----------
    points : sequence of Point
        In any order.
    real : tuple of float, or None
        Diversity and quality of real text.

    Returns
    -------
    dict of list
        `CURVES`, a row for each point; `REAL`, one row or none; `following.SLIDER`.

    Examples
    --------
    >>> rows([Point(0, "constant", 0.5, "T = 0.5", 0.56, 0.99, 65.0)], None)[CURVES][0]["T"]
    0.5
    """
    curves = [{**point._asdict(), "T": point.temperature} for point in sorted(points)]
    return {
        CURVES: curves,
        REAL: [{"diversity": real[0], "quality": real[1]}] if real else [],
        SLIDER: SLIDER_ROWS,
    }


def around(points: Sequence[Point], real: tuple[float, float], *, left: float, below: float) -> list[Point]:
    """Return the points that lie not far to the left of real text and not far below it.

    Examples
    --------
    >>> far = Point(0, "constant", 0.0, "T = 0", 0.05, 1.0, 65.0)
    >>> around([far, far._replace(diversity=0.5)], (0.57, 0.94), left=0.1, below=0.2)[0].diversity
    0.5
    """
    return [point for point in points if point.diversity >= real[0] - left and point.quality >= real[1] - below]


@lru_cache(maxsize=16)
def trade_off(labels: FamiliesLabels, *, start: float, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build quality against diversity, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once and
        shared: do not change it.
    """
    scale = alt.Scale(zero=False, nice=False, padding=12)
    at = {
        "x": alt.X("diversity:Q", scale=scale, axis=_share(labels.diversity)),
        "y": alt.Y("quality:Q", scale=scale, axis=_share(labels.quality)),
    }
    said = filled(
        labels.candidate_at_point,
        name="datum.name",
        quality=percent("datum.quality"),
        diversity=percent("datum.diversity"),
    )
    points = _named(labels.families).transform_calculate(label=said)
    figure = alt.layer(
        _lines(points, labels.families, at),
        _signs(points, labels.families, at),
        _ring(points, at),
        *estimates.real_point(alt.Chart(alt.NamedData(REAL)), at, labels.real_text),
    )
    return style.finished(figure.add_params(following.slider(start)), HEIGHT, base=base)


@lru_cache(maxsize=16)
def kept(
    labels: FamiliesLabels, *, start: float, highest: float, characters: int, base: int = style.BASE_SIZE
) -> dict[str, Any]:
    """Build the number of characters that are kept over T, without its data.

    Parameters
    ----------
    labels : FamiliesLabels
        Its texts.
    start : float
        Where the slider stands at first.
    highest : float
        Where the axis of T ends; it begins at 0.
    characters : int
        How many there are to keep.
    base : int, optional
        The page's size of type, in pixels.

    Returns
    -------
    dict
        As `trade_off`.
    """
    x = style.temperature(labels.temperature_axis, highest=highest, ticks=8)
    values = [power for power in (1, 2, 4, 8, 16, 32, 64, 128, 256) if power <= characters]
    scale, axis = (
        alt.Scale(type="log", domain=[1, characters], nice=False),
        alt.Axis(title=labels.kept_axis, values=values),
    )
    at = {"x": x, "y": alt.Y("kept:Q", scale=scale, axis=axis)}
    said = filled(labels.kept_at_point, name="datum.name", kept="format(datum.kept, '.1f')")
    points = _named(labels.families).transform_calculate(label=said)
    figure = alt.layer(_lines(points, labels.families, at), _signs(points, labels.families, at), following.rule(x))
    return style.finished(figure.add_params(following.slider(start)), HEIGHT, base=base)


def _share(title: str) -> alt.Axis:
    return alt.Axis(title=title, labelExpr=style.PERCENT, tickCount=6)


def _named(families: tuple[str, ...]) -> alt.Chart:
    """Return the points with the names of their families and the dashes of their lines."""
    names, dashes = ", ".join(map(quoted, families)), ", ".join(str(look.dash) for look in LOOKS)
    return alt.Chart(alt.NamedData(CURVES)).transform_calculate(
        named=f"[{names}][datum.family]", dash=f"[{dashes}][datum.family]"
    )


def _scale(families: tuple[str, ...], looks: list[Any]) -> alt.Scale:
    return alt.Scale(domain=list(families), range=looks[: len(families)])


def _legend() -> alt.Legend:
    return alt.Legend(
        title=None, orient="top", columns=_LEGEND_COLUMNS, labelLimit=300, symbolSize=90, symbolStrokeWidth=0
    )


def _colour(families: tuple[str, ...]) -> alt.Color:
    return alt.Color("named:N", scale=_scale(families, [look.colour for look in LOOKS]), legend=_legend())


def _lines(points: alt.Chart, families: tuple[str, ...], at: dict[str, Any]) -> alt.Chart:
    return encoded(
        points.mark_line(strokeWidth=2, opacity=0.75, aria=False),
        **at,
        order="temperature:Q",
        detail="curve:N",
        color=_colour(families),
        strokeDash=alt.StrokeDash("dash:N", scale=None),
    )


def _signs(points: alt.Chart, families: tuple[str, ...], at: dict[str, Any]) -> alt.Chart:
    return encoded(
        points.mark_point(size=60, filled=True, opacity=1),
        **at,
        color=_colour(families),
        shape=alt.Shape("named:N", scale=_scale(families, [look.sign for look in LOOKS]), legend=_legend()),
        description="label:N",
        tooltip=alt.Tooltip("label:N", title=" "),
    )


def _ring(points: alt.Chart, at: dict[str, Any]) -> alt.Chart:
    """Return a ring around the constant temperature at the slider."""
    ring = points.mark_point(shape="circle", size=200, strokeWidth=2, color=style.TEXT_COLOUR, aria=False)
    return encoded(ring, **at, opacity=style.visible_if(f"datum.family == 0 && {FOLLOWS}"))
