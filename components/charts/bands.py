"""Chance against temperature, as a figure: every character's share of the whole, and the entropy above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import style
from components.temperature import apply_temperature, entropy

BANDS, NAMES, ENTROPY, RULES = "bands", "names", "entropy", "rules"
LOWEST, HIGHEST = 0.05, 3.0
MOST = 8  # characters with a band of their own
GRID = np.geomspace(LOWEST, HIGHEST, 60)
HEIGHT, SPLIT = 360, 90  # pixels; above the split stands the entropy


@dataclass(frozen=True)
class BandsLabels:
    """What the figure says, in the reader's language."""

    temperature_axis: str
    chance: str
    entropy_axis: str
    character: str


def rows(
    glyphs: Sequence[str], logits: ArrayLike, temperatures: Sequence[float], *, others: str
) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    glyphs : sequence of str
        The characters' names, all different.
    logits : array_like, shape (n,)
        Their scores.
    temperatures : sequence of float
        Those that are compared; what lies outside of the axis is left out.
    others : str
        What all the characters without a band of their own are called.

    Returns
    -------
    dict of list
        `BANDS`, a lower and an upper edge for each character and temperature; `NAMES`, one a band where it
        is widest; `ENTROPY` in bits; `RULES`.

    Examples
    --------
    >>> found = rows(["a", "b"], [1.0, 0.0], [0.5, 9.0], others="others")
    >>> round(max(edge["top"] for edge in found[BANDS]), 9), [rule["T"] for rule in found[RULES]]
    (1.0, [0.5])
    """
    scores = np.asarray(logits, np.float64)
    chances = apply_temperature(np.broadcast_to(scores, (len(GRID), len(scores))), GRID)
    own = np.argsort(-scores, kind="stable")[:MOST]
    shares = (
        np.column_stack([chances[:, own], 1 - chances[:, own].sum(axis=1)]) if len(scores) > MOST else chances[:, own]
    )
    shares = np.maximum(shares, 0)
    tops = np.minimum(shares.cumsum(axis=1), 1)
    named = [*(glyphs[place] for place in own), *([others] if len(scores) > MOST else [])]
    bands = [
        {"T": float(t), "name": name, "order": order, "bottom": float(top - share), "top": float(top)}
        for order, name in enumerate(named)
        for t, share, top in zip(GRID, shares[:, order], tops[:, order], strict=True)
    ]
    widest = shares[6:-6].argmax(axis=0) + 6  # not at the very edge, where a name would be cut
    names = [
        {"T": float(GRID[row]), "name": name, "middle": float(tops[row, order] - shares[row, order] / 2)}
        for order, (name, row) in enumerate(zip(named, widest, strict=True))
        if shares[row, order] > 0.05
    ]
    bits = [{"T": float(t), "bits": float(h)} for t, h in zip(GRID, entropy(chances), strict=True)]
    marks = [{"T": t, "said": f"T = {t:g}"} for t in temperatures if LOWEST <= t <= HIGHEST]
    return {BANDS: bands, NAMES: names, ENTROPY: bits, RULES: marks}


@lru_cache(maxsize=16)
def specification(labels: BandsLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `BANDS`, `NAMES`, `ENTROPY` and
        `RULES`. It is built once and shared: do not change it.
    """
    x = alt.X(
        "T:Q",
        scale=alt.Scale(type="log", domain=[LOWEST, HIGHEST], nice=False),
        axis=style.temperature_axis(labels.temperature_axis, values=[0.05, 0.1, 0.2, 0.5, 1, 2, 3]),
    )
    lower = alt.Scale(domain=[0, 1], range=[alt.ExprRef("height"), SPLIT])
    colours = alt.Scale(scheme="tableau10")
    bands = (
        alt.Chart(alt.NamedData(BANDS))
        .mark_area(stroke="white", strokeWidth=0.6, opacity=0.85)
        .encode(
            x=x,
            y=alt.Y("bottom:Q", scale=lower, axis=alt.Axis(format="~%", title=labels.chance, tickCount=5, grid=False)),
            y2="top:Q",
            color=alt.Color("order:N", scale=colours, legend=None),
            detail="name:N",
            description="name:N",
            tooltip=[alt.Tooltip("name:N", title=labels.character)],
        )
    )
    names = (
        alt.Chart(alt.NamedData(NAMES))
        .mark_text(style="name on a band")
        .encode(x=x, y=alt.Y("middle:Q", scale=lower, axis=None), text="name:N")
    )
    bits = (
        alt.Chart(alt.NamedData(ENTROPY))
        .mark_line(strokeWidth=2.5, color=style.TEXT_COLOUR)
        .encode(
            x=x,
            y=alt.Y(
                "bits:Q",
                scale=alt.Scale(range=[SPLIT - 14, 4], zero=True),
                axis=alt.Axis(title=labels.entropy_axis, orient="right", tickCount=3, grid=False),
            ),
        )
    )
    chosen = alt.Chart(alt.NamedData(RULES))
    rules = chosen.mark_rule(style="at a temperature").encode(x=x, description="said:N")
    said = chosen.mark_text(style="name of a rule", align="left", baseline="top", dx=4).encode(
        x=x, y=alt.value(0), text="said:N"
    )
    figure = alt.layer(bands, names, bits, rules, said).resolve_scale(y="independent")
    return style.finished(figure, HEIGHT, base=base)
