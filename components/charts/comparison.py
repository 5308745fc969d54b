"""A method beside the reference: a bar for each character's probability by the method, a tick for the right one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import style
from components.charts.expressions import quoted
from components.charts.style import encoded

DATA = "compared"
MOST = 12  # characters; the rest are hardly to be seen
HEIGHT = 230  # pixels, where the page gives none


@dataclass(frozen=True)
class ComparisonLabels:
    """The figure's texts in the reader's language."""

    chance: str
    character: str
    method_gives: str
    reference: str


def rows(
    glyphs: Sequence[str], names: Sequence[str], reference: ArrayLike, probabilities: ArrayLike
) -> dict[str, list[Any]]:
    """Return the figure's data: the most likely characters, and their probabilities by a method.

    Parameters
    ----------
    glyphs, names : sequence of str
        What stands under each bar, and what a screen reader says for it.
    reference, probabilities : array_like, shape (n,)
        The right ones and the method's, in the same order; a NaN of the method has no bar.

    Returns
    -------
    dict of list
        Columns `rank`, `glyph`, `name`, `reference`, `probability`.

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.2, 0.8], [float("nan"), 0.7])["probability"]
    [0.7, None]
    """
    right, computed = np.asarray(reference, np.float64), np.asarray(probabilities, np.float64)
    order = np.argsort(-right, kind="stable")[:MOST]
    return {
        "rank": list(range(1, len(order) + 1)),
        "glyph": [glyphs[index] for index in order],
        "name": [names[index] for index in order],
        "reference": right[order].tolist(),
        "probability": [None if np.isnan(value) else float(value) for value in computed[order]],
    }


@lru_cache(maxsize=64)
def specification(labels: ComparisonLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data set `DATA`. It is built once and
        shared: do not change it.
    """
    by_rank = alt.EncodingSortField(field="rank", op="min")
    axis = alt.Axis(labelAngle=0, labelOverlap=True, grid=False)
    shared = {
        "x": alt.X("glyph:N", sort=by_rank, title=None, axis=axis),
        "tooltip": [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("probability:Q", title=labels.method_gives, format=".4%"),
            alt.Tooltip("reference:Q", title=labels.reference, format=".4%"),
        ],
    }
    compared = alt.Chart(alt.NamedData(DATA)).transform_calculate(
        method=quoted(labels.method_gives), right=quoted(labels.reference)
    )
    figure = alt.layer(_bars(compared, shared, labels), _diamonds(compared, shared, labels))
    return style.finished(figure, HEIGHT, base=base)


def _bars(compared: alt.Chart, shared: dict[str, Any], labels: ComparisonLabels) -> alt.Chart:
    bars = compared.mark_bar()
    return encoded(bars, **shared, y=_height("probability:Q", labels), fill=_colour("method:N", labels))


def _diamonds(compared: alt.Chart, shared: dict[str, Any], labels: ComparisonLabels) -> alt.Chart:
    """Return the right answers: no lines, which are what holds at T = 1 wherever there is a slider."""
    diamonds = compared.mark_point(
        shape="diamond", filled=True, size=110, stroke="white", strokeWidth=1.5, opacity=1, aria=False
    )
    return encoded(diamonds, **shared, y=_height("reference:Q", labels), fill=_colour("right:N", labels))


def _height(field: str, labels: ComparisonLabels) -> alt.Y:
    axis = alt.Axis(labelExpr=style.PERCENT, title=labels.chance, tickCount=5)
    return alt.Y(field, scale=alt.Scale(domainMin=0, nice=True), axis=axis)


def _colour(field: str, labels: ComparisonLabels) -> alt.Fill:
    series = [labels.method_gives, labels.reference]
    scale = alt.Scale(domain=series, range=[style.BAR_COLOUR, "black"])
    return alt.Fill(field, scale=scale, legend=style.legend("bar", "diamond", orient="top"))
