"""Why a character was picked, as a figure: every character a straight line in T, the highest one picked.

The intercept of a line is its character's logit, its slope the character's noise. Where something is cut, a line counts
from one temperature on: it is pale before.
"""

from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import compared, style
from components.charts.noise_lines import layers
from components.charts.noise_lines.data import LINES, NOTE, WINNERS, rows
from components.charts.noise_lines.labels import NoiseLinesLabels

HEIGHT = 360  # pixels, where the page gives none

__all__ = ["LINES", "NOTE", "WINNERS", "NoiseLinesLabels", "rows", "specification"]


@lru_cache(maxsize=16)
def specification(labels: NoiseLinesLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once and
        shared: do not change it.
    """
    x = compared.axis("start:Q", labels.temperature_axis)
    ends = {
        "x": x,
        "y": alt.Y("from:Q", axis=compared.left(labels.score_axis), scale=layers.SCALE),
        "x2": "end:Q",
        "y2": "to:Q",
        "tooltip": [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("logit:Q", title=labels.logit, format=".2f"),
            alt.Tooltip("luck:Q", title=labels.luck, format="+.2f"),
        ],
    }
    at = compared.axis("T:Q", labels.temperature_axis)
    lines = alt.Chart(alt.NamedData(LINES))
    named = lines.transform_filter("datum.label != ''")
    winners = alt.Chart(alt.NamedData(WINNERS))
    sheaf = (layers.faint(lines, ends, 0.25), layers.faint(named, ends, 0.55), layers.entries(lines, labels))
    best = (layers.jumps(winners, labels), layers.envelope(winners, ends))
    chosen = (compared.upright(at), layers.points(at), layers.second_points(at), layers.cut_points(at))
    names = (layers.names(named, labels), layers.second_names(at), layers.cut_names(at), layers.winners_names(winners))
    rules = compared.names(at, "height - 4", "bottom", base=base)
    return style.finished(alt.layer(*sheaf, *best, *chosen, *names, *rules, layers.note(base)), HEIGHT, base=base)
