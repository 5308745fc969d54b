"""A method beside the reference: one bar a character for what the method gives, a tick for what is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import style
from components.charts.expressions import quoted

DATA = "compared"
MOST = 12  # characters; the rest are hardly to be seen
HEIGHT = 230


@dataclass(frozen=True)
class ComparisonLabels:
    """What the figure says, in the reader's language."""

    chance: str
    character: str
    method_gives: str
    reference: str


def rows(glyphs: Sequence[str], names: Sequence[str], reference: ArrayLike, given: ArrayLike) -> dict[str, list[Any]]:
    """Give the figure's data: the most likely characters, and what a method gives them.

    Parameters
    ----------
    glyphs, names : sequence of str
        What stands under each bar, and what a screen reader says for it.
    reference, given : array_like, shape (n,)
        Probabilities in the same order; what was given may be NaN, and then has no bar.

    Returns
    -------
    dict of list
        Columns `rank`, `glyph`, `name`, `reference`, `given`.

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.2, 0.8], [float("nan"), 0.7])["given"]
    [0.7, None]
    """
    right, found = np.asarray(reference, np.float64), np.asarray(given, np.float64)
    order = np.argsort(-right, kind="stable")[:MOST]
    return {
        "rank": list(range(1, len(order) + 1)),
        "glyph": [glyphs[place] for place in order],
        "name": [names[place] for place in order],
        "reference": right[order].tolist(),
        "given": [None if np.isnan(value) else float(value) for value in found[order]],
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
    colours = alt.Scale(domain=[labels.method_gives, labels.reference], range=[style.BAR_COLOUR, style.TICK_COLOUR])
    legend = style.legend()
    by_rank = alt.EncodingSortField(field="rank", op="min")
    x = alt.X("glyph:N", sort=by_rank, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, grid=False))
    y_axis = alt.Axis(format="~%", title=labels.chance, tickCount=5)
    y_scale = alt.Scale(domainMin=0)
    tooltip = [
        alt.Tooltip("name:N", title=labels.character),
        alt.Tooltip("given:Q", title=labels.method_gives, format=".4%"),
        alt.Tooltip("reference:Q", title=labels.reference, format=".4%"),
    ]
    compared = alt.Chart(alt.NamedData(DATA)).transform_calculate(
        method=quoted(labels.method_gives), right=quoted(labels.reference)
    )
    bars = compared.mark_bar().encode(
        x=x,
        y=alt.Y("given:Q", scale=y_scale, axis=y_axis),
        color=alt.Color("method:N", scale=colours, legend=legend),
        tooltip=tooltip,
    )
    ticks = compared.mark_tick(thickness=2.5, aria=False).encode(
        x=x,
        y=alt.Y("reference:Q", scale=y_scale, axis=y_axis),
        color=alt.Color("right:N", scale=colours, legend=legend),
        tooltip=tooltip,
    )
    return style.finished(alt.layer(bars, ticks), HEIGHT, base=base)
