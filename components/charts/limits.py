"""Between which limits probabilities lie, over temperature: a band for each, with no height at T = 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import following, style
from components.charts.bands import COLOURS
from components.charts.following import SLIDER, SLIDER_ROWS
from components.charts.style import encoded
from components.temperature.scale import TEMPERATURES
from components.temperature.truncated import bounds

BANDS, NAMES = "bands", "names"
MOST = 5  # bands: more lie over one another
GAP = 0.06  # of the height: what a name takes
HEIGHT = 300  # pixels


@dataclass(frozen=True)
class LimitsLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    chance: str
    character: str


def rows(signs: Sequence[str], log_probabilities: ArrayLike, others: int) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    signs : sequence of str
        The tokens' names, all different.
    log_probabilities : array_like, shape (k,)
        In nats, at T = 1.
    others : int
        How many tokens are not among them at most.

    Returns
    -------
    dict of list
        `BANDS`, the limits of the `MOST` likeliest at each temperature of the slider; `NAMES`, where each stands at
        T = 1; `following.SLIDER`.

    Examples
    --------
    >>> data = rows(["a", "b"], np.log([0.6, 0.2]), others=4)
    >>> data[NAMES]
    [{'T': 1.0, 'name': 'a', 'chance': 0.6}, {'T': 1.0, 'name': 'b', 'chance': 0.2}]
    """
    listed = np.asarray(log_probabilities, np.float64)
    lowest, highest = bounds(listed, TEMPERATURES, others)  # (temperatures, k + 1)
    likeliest = np.argsort(-listed, kind="stable")[:MOST].tolist()
    bands = [
        {"T": t, "name": signs[index], "order": order, "low": float(low), "high": float(high)}
        for order, index in enumerate(likeliest)
        for t, low, high in zip(TEMPERATURES, lowest[:, index], highest[:, index], strict=True)
    ]
    return {
        BANDS: bands,
        NAMES: _names_at_one(signs, np.exp(listed).round(12).tolist(), likeliest),
        SLIDER: SLIDER_ROWS,
    }


def _names_at_one(signs: Sequence[str], chances: Sequence[float], likeliest: Sequence[int]) -> list[dict[str, Any]]:
    """Return where each stands at T = 1, with its name where that has room below the one before it."""
    names: list[dict[str, Any]] = []
    lowest = 1 + GAP
    for index in likeliest:
        named = lowest - chances[index] >= GAP
        lowest = chances[index] if named else lowest
        names.append({"T": 1.0, "name": signs[index] if named else "", "chance": chances[index]})
    return names


@lru_cache(maxsize=16)
def specification(labels: LimitsLabels, *, start: float, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Parameters
    ----------
    labels : LimitsLabels
        Its texts.
    start : float
        Where the slider stands at first.
    base : int, optional
        The page's size of type, in pixels.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once and
        shared: do not change it.
    """
    x = style.temperature(labels.temperature_axis, ticks=7)
    axis = alt.Axis(title=labels.chance, labelExpr=style.PERCENT, tickCount=5)
    scale = alt.Scale(domain=[0, 1])
    figure = alt.layer(
        _areas(x, alt.Y("low:Q", scale=scale, axis=axis), labels.character),
        following.rule(x),
        *_names(x, alt.Y("chance:Q", scale=scale, axis=axis)),
    )
    return style.finished(figure.add_params(following.slider(start)), HEIGHT, base=base)


def _areas(x: alt.X, y: alt.Y, title: str) -> alt.Chart:
    areas = alt.Chart(alt.NamedData(BANDS)).mark_area(opacity=0.55, line=False)
    colour = alt.Color("order:O", scale=alt.Scale(domain=list(range(MOST)), range=COLOURS[:MOST]), legend=None)
    tooltip = [alt.Tooltip("name:N", title=title)]
    return encoded(areas, x=x, y=y, y2="high:Q", color=colour, detail="name:N", description="name:N", tooltip=tooltip)


def _names(x: alt.X, y: alt.Y) -> tuple[alt.Chart, alt.Chart]:
    """Return a dot where the limits meet, and the name beside it."""
    names = alt.Chart(alt.NamedData(NAMES))
    dots = names.mark_circle(size=60, opacity=1, color=style.TEXT_COLOUR, aria=False)
    text = names.mark_text(style="name", align="left", baseline="bottom", dx=6, dy=-2)
    return encoded(dots, x=x, y=y), encoded(text, x=x, y=y, text="name:N")
