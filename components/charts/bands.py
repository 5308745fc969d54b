"""Probability against temperature, as a figure: the characters' shares as bands, and above them the entropy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.charts import compared, style
from components.charts.compared import RULES
from components.charts.style import encoded
from components.temperature import NO_CUT, Decoding, apply_temperature, entropy, kept_logits
from components.temperature.scale import shown

BANDS, NAMES, ENTROPY = "bands", "names", "entropy"
MOST = 8  # characters with a band of their own
POINTS = 76  # temperatures at which the chances are worked out
# Black can be read on each of them, in light and dark.
COLOURS = ["#7fa8d6", "#ffbe7d", "#e8837f", "#72b7b2", "#6fb667", "#eeca3b", "#c391bb", "#ff9da6", "#bab0ac"]
HEIGHT, SPLIT = 360, 90  # pixels; above the split stands the entropy
_LEGIBLE = 0.05  # the least share whose band has room for a name
_MARGIN = 6  # points of the grid at either end, where a name would be cut


@dataclass(frozen=True)
class BandsLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    chance: str
    entropy_axis: str
    character: str


def rows(
    glyphs: Sequence[str],
    logits: ArrayLike,
    temperatures: Sequence[float],
    *,
    others: str,
    cut: Decoding = NO_CUT,
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    glyphs : sequence of str
        The characters' names, all different.
    logits : array_like, shape (n,)
        Scores in nats.
    temperatures : sequence of float
        Those that are compared, in ascending order.
    others : str
        The name of all characters without a band of their own.
    cut : Decoding, optional
        What is cut, and has no chance; its temperature does not matter.

    Returns
    -------
    dict of list
        `BANDS`, a lower and an upper edge for each character and temperature; `NAMES`, a row for each band, where
        it is widest; `ENTROPY` in bits; `RULES`.

    Examples
    --------
    >>> data = rows(["a", "b"], [1.0, 0.0], [0.5, 2.0], others="others")
    >>> round(max(edge["top"] for edge in data[BANDS]), 9), [rule["label"] for rule in data[RULES]]
    (1.0, ['T = 0.5', 'T = 2'])
    """
    scores = np.asarray(logits, np.float64)
    grid = np.linspace(0, compared.last_shown(temperatures), POINTS)
    probabilities = apply_temperature(kept_logits(scores, cut, grid), grid)  # (grid, n)
    own = np.argsort(-scores, kind="stable")[:MOST]
    bands = [glyphs[index] for index in own]
    shares = probabilities[:, own]  # (grid, bands)
    if len(scores) > MOST:
        bands.append(others)
        shares = np.column_stack([shares, 1 - shares.sum(axis=1)])
    shares = np.maximum(shares, 0)
    bits = [{"T": float(t), "bits": float(h)} for t, h in zip(grid, entropy(probabilities), strict=True)]
    rules = compared.rules(temperatures, [f"T = {shown(t):g}" for t in temperatures])
    return {**_bands(grid, bands, shares), ENTROPY: bits, RULES: rules}


def _bands(
    grid: NDArray[np.float64], names: Sequence[str], shares: NDArray[np.float64]
) -> dict[str, list[dict[str, Any]]]:
    """Return the edges of bands whose shares, shape (grid, bands), are stacked in order, and where names stand."""
    tops = np.minimum(shares.cumsum(axis=1), 1)
    edges = [
        {"T": float(t), "name": name, "order": order, "bottom": float(top - share), "top": float(top)}
        for order, name in enumerate(names)
        for t, share, top in zip(grid, shares[:, order], tops[:, order], strict=True)
    ]
    widest = shares[_MARGIN:-_MARGIN].argmax(axis=0) + _MARGIN
    widest[MOST:] = np.minimum(widest[MOST:], POINTS - 3 * _MARGIN)  # all others have a long name
    middles = [
        {"T": float(grid[row]), "name": name, "middle": float(tops[row, order] - shares[row, order] / 2)}
        for order, (name, row) in enumerate(zip(names, widest, strict=True))
        if shares[row, order] > _LEGIBLE
    ]
    return {BANDS: edges, NAMES: middles}


@lru_cache(maxsize=16)
def specification(labels: BandsLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `BANDS`, `NAMES`, `ENTROPY` and
        `RULES`. It is built once and shared: do not change it.
    """
    x = compared.axis("T:Q", labels.temperature_axis)
    lower = alt.Scale(domain=[0, 1], range=[alt.ExprRef("height"), SPLIT])
    bands = (_areas(x, lower, labels), _names(x, lower))
    rules = (compared.upright(x), *compared.names(x, "0", "top", base=base))
    figure = alt.layer(*bands, _entropy(x, labels.entropy_axis), *rules)
    return style.finished(figure.resolve_scale(y="independent"), HEIGHT, base=base)


def _areas(x: alt.X, scale: alt.Scale, labels: BandsLabels) -> alt.Chart:
    areas = alt.Chart(alt.NamedData(BANDS)).mark_area(stroke="white", strokeWidth=0.6, opacity=1)
    axis = compared.left(labels.chance, labelExpr=style.PERCENT, tickCount=5)
    return encoded(
        areas,
        x=x,
        y=alt.Y("bottom:Q", scale=scale, axis=axis),
        y2="top:Q",
        color=alt.Color("order:O", scale=alt.Scale(domain=list(range(len(COLOURS))), range=COLOURS), legend=None),
        detail="name:N",
        description="name:N",
        tooltip=[alt.Tooltip("name:N", title=labels.character)],
    )


def _names(x: alt.X, scale: alt.Scale) -> alt.Chart:
    text = alt.Chart(alt.NamedData(NAMES)).mark_text(style="name on a band")
    return encoded(text, x=x, y=alt.Y("middle:Q", scale=scale, axis=None), text="name:N")


def _entropy(x: alt.X, title: str) -> alt.Chart:
    line = alt.Chart(alt.NamedData(ENTROPY)).mark_line(strokeWidth=2.5, color=style.TEXT_COLOUR)
    scale = alt.Scale(range=[SPLIT - 14, 4], zero=True)
    axis = compared.left(title, tickCount=3)
    return encoded(line, x=x, y=alt.Y("bits:Q", scale=scale, axis=axis))
