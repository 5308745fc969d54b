"""Why a character was picked, as a figure: every character a straight line in T, the highest one picked.

The intercept of a line is its character's logit, its slope the character's noise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import style
from components.temperature.envelope import envelope, nearness

LINES, WINNERS, RULES = "lines", "winners", "rules"
HEIGHT = 360
NEAR = 0.7  # nats from the envelope within which a line has a name
ROOM = 5.0  # nats below the envelope that are shown
TONES = [style.BAR_COLOUR, "#1b4f8f"]  # neighbours on the envelope differ


@dataclass(frozen=True)
class NoiseLinesLabels:
    """What the figure says, in the reader's language."""

    temperature_axis: str
    score: str
    character: str
    logit: str
    luck: str
    picked_at: str


def rows(
    glyphs: Sequence[str],
    logits: ArrayLike,
    noise: ArrayLike,
    temperatures: Sequence[float],
    *,
    picked_at: str,
) -> dict[str, list[dict[str, Any]]]:
    """Give the figure's data sets.

    Parameters
    ----------
    glyphs : sequence of str
        The characters' names, all different.
    logits, noise : array_like, shape (n,)
        What the step was picked from.
    temperatures : sequence of float
        Those that are compared, from the coolest.
    picked_at : str
        A sentence with `{temperature}` and `{character}`.

    Returns
    -------
    dict of list
        `LINES`, cut to what is shown; `WINNERS`, a piece a stretch of the envelope; `RULES`, one a
        compared temperature.

    Examples
    --------
    >>> found = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], picked_at="{character} at {temperature:g}")
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in found[WINNERS]]
    [('a', 0.0, 0.5), ('b', 0.5, 1.5)]
    >>> [rule["said"] for rule in found[RULES]]
    ['a at 0.2', 'b at 1']
    """
    scores, slopes = np.asarray(logits, np.float64), np.asarray(noise, np.float64)
    last = max(1.5, 1.2 * max(temperatures))
    pieces: list[dict[str, Any]] = [
        {
            "name": glyphs[stretch.place],
            "start": stretch.start,
            "end": min(stretch.end, last),
            "from": _height(scores, slopes, stretch.place, stretch.start),
            "to": _height(scores, slopes, stretch.place, min(stretch.end, last)),
            "tone": str(number % len(TONES)),
            "logit": float(scores[stretch.place]),
            "luck": float(slopes[stretch.place]),
        }
        for number, stretch in enumerate(s for s in envelope(scores, slopes) if s.start < last and s.end > 0)
    ]
    lowest = min(min(piece["from"], piece["to"]) for piece in pieces) - ROOM
    near = nearness(scores, slopes, np.linspace(0, last, 200)) <= NEAR
    lines = []
    for place, character in enumerate(glyphs):
        start, end = _above(scores[place], slopes[place], lowest, last)
        if start < end:
            lines.append(
                {
                    "name": character,
                    "label": character if near[place] else "",
                    "start": start,
                    "end": end,
                    "from": _height(scores, slopes, place, start),
                    "to": _height(scores, slopes, place, end),
                    "logit": float(scores[place]),
                    "luck": float(slopes[place]),
                }
            )
    marks = []
    for temperature in temperatures:
        place = int((scores + temperature * slopes).argmax())
        said = picked_at.format(temperature=temperature, character=glyphs[place])
        marks.append(
            {
                "T": temperature,
                "height": _height(scores, slopes, place, temperature),
                "name": glyphs[place],
                "said": said,
            }
        )
    return {LINES: lines, WINNERS: pieces, RULES: marks}


def _height(scores: Any, slopes: Any, place: int, temperature: float) -> float:
    return float(scores[place] + temperature * slopes[place])


def _above(score: float, slope: float, lowest: float, last: float) -> tuple[float, float]:
    """Give the temperatures, from 0 to `last`, between which a line is above what is shown."""
    start, end = 0.0, last
    if slope > 0:
        start = max(start, float((lowest - score) / slope))
    elif slope < 0:
        end = min(end, float((lowest - score) / slope))
    elif score < lowest:
        end = 0.0
    return start, end


@lru_cache(maxsize=16)
def specification(labels: NoiseLinesLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `LINES`, `WINNERS` and `RULES`.
        It is built once and shared: do not change it.
    """
    x_axis = style.temperature_axis(labels.temperature_axis)
    x = alt.X("start:Q", axis=x_axis, scale=alt.Scale(nice=False, zero=True))
    y = alt.Y("from:Q", axis=alt.Axis(title=labels.score, grid=False), scale=alt.Scale(zero=False, nice=False))
    ends = {"x2": "end:Q", "y2": "to:Q"}
    tooltip = [
        alt.Tooltip("name:N", title=labels.character),
        alt.Tooltip("logit:Q", title=labels.logit, format=".2f"),
        alt.Tooltip("luck:Q", title=labels.luck, format="+.2f"),
    ]
    lines = alt.Chart(alt.NamedData(LINES))
    named = lines.transform_filter("datum.label != ''")
    sheaf = lines.mark_rule(opacity=0.25, color=style.TEXT_COLOUR, aria=False).encode(x=x, y=y, **ends, tooltip=tooltip)
    near = named.mark_rule(opacity=0.55, color=style.TEXT_COLOUR, aria=False).encode(x=x, y=y, **ends, tooltip=tooltip)
    names = named.mark_text(style="faint name", align="left", dx=5).encode(
        x=alt.X("end:Q", axis=x_axis), y="to:Q", text="label:N"
    )
    winners = alt.Chart(alt.NamedData(WINNERS)).transform_calculate(
        middle="(datum.start + datum.end) / 2", height="(datum.from + datum.to) / 2"
    )
    tones = alt.Scale(domain=["0", "1"], range=TONES)
    hull = winners.mark_rule(strokeWidth=5, strokeCap="round").encode(
        x=x, y=y, **ends, color=alt.Color("tone:N", scale=tones, legend=None), description="name:N", tooltip=tooltip
    )
    crowned = winners.mark_text(style="large name", dy=-14).encode(x="middle:Q", y="height:Q", text="name:N")
    chosen = alt.Chart(alt.NamedData(RULES))
    rules = chosen.mark_rule(style="at a temperature").encode(
        x="T:Q", description="said:N", tooltip=alt.Tooltip("said:N", title=labels.picked_at)
    )
    points = chosen.mark_point(size=110, filled=True, color=style.TICK_COLOUR, opacity=1, aria=False).encode(
        x="T:Q", y="height:Q"
    )
    said = chosen.mark_text(style="name of a rule", align="left", baseline="bottom", dx=4, dy=-4).encode(
        x="T:Q", y=alt.value("height"), text="said:N"
    )
    return style.finished(alt.layer(sheaf, near, hull, rules, points, names, crowned, said), HEIGHT, base=base)
