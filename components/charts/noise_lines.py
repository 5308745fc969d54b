"""Why a character was picked, as a figure: every character a straight line in T, the highest one picked.

The intercept of a line is its character's logit, its slope the character's noise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.charts import style
from components.charts.style import encoded
from components.temperature.envelope import envelope, nearness

LINES, WINNERS, RULES = "lines", "winners", "rules"
HEIGHT = 360  # pixels
NEAR = 0.7  # nats from the envelope within which a line has a name
ROOM = 5.0  # nats below the envelope that are shown
TONES = [style.BAR_COLOUR, "#1b4f8f"]  # neighbours on the envelope differ


@dataclass(frozen=True)
class NoiseLinesLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    score: str
    character: str
    logit: str
    luck: str
    picked_at: str


@dataclass(frozen=True)
class _Lines:
    """The scores of all characters, as straight lines in T: shape (n,) each."""

    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]

    def at(self, index: int, temperature: float) -> float:
        return float(self.intercepts[index] + temperature * self.slopes[index])

    def row(self, index: int, start: float, end: float) -> dict[str, float]:
        """Return a piece of a line, as columns."""
        return {
            "start": start,
            "end": end,
            "from": self.at(index, start),
            "to": self.at(index, end),
            "logit": float(self.intercepts[index]),
            "luck": float(self.slopes[index]),
        }

    def above(self, index: int, lowest: float, last: float) -> tuple[float, float]:
        """Return the temperatures, from 0 to `last`, between which a line is above the lowest score shown."""
        intercept, slope = self.intercepts[index], self.slopes[index]
        start, end = 0.0, last
        if slope > 0:
            start = max(start, float((lowest - intercept) / slope))
        elif slope < 0:
            end = min(end, float((lowest - intercept) / slope))
        elif intercept < lowest:
            end = 0.0
        return start, end


def rows(
    glyphs: Sequence[str],
    logits: ArrayLike,
    noise: ArrayLike,
    temperatures: Sequence[float],
    *,
    picked_at: str,
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    glyphs : sequence of str
        The characters' names, all different.
    logits, noise : array_like, shape (n,)
        The scores of the step in nats, and its Gumbel noise.
    temperatures : sequence of float
        Those that are compared, in ascending order.
    picked_at : str
        A sentence with `{temperature}` and `{character}`.

    Returns
    -------
    dict of list
        `LINES`, cut to what is shown; `WINNERS`, a row for each stretch of the envelope; `RULES`, a row for each
        compared temperature.

    Examples
    --------
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], picked_at="{character} at {temperature:g}")
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 0.5), ('b', 0.5, 1.5)]
    >>> [rule["label"] for rule in data[RULES]]
    ['a at 0.2', 'b at 1']
    """
    scores = _Lines(np.asarray(logits, np.float64), np.asarray(noise, np.float64))
    last = max(1.5, 1.2 * max(temperatures))
    stretches = [s for s in envelope(scores.intercepts, scores.slopes) if s.start < last and s.end > 0]
    winners: list[dict[str, Any]] = [
        {
            "name": glyphs[stretch.index],
            "tone": str(number % len(TONES)),
            **scores.row(stretch.index, stretch.start, min(stretch.end, last)),
        }
        for number, stretch in enumerate(stretches)
    ]
    lowest = min(min(piece["from"], piece["to"]) for piece in winners) - ROOM
    near = nearness(scores.intercepts, scores.slopes, np.linspace(0, last, 200)) <= NEAR  # (n,)
    lines = [
        {"name": name, "label": name if near[index] else "", **scores.row(index, start, end)}
        for index, name in enumerate(glyphs)
        for start, end in [scores.above(index, lowest, last)]
        if start < end
    ]
    return {LINES: lines, WINNERS: winners, RULES: [_rule(scores, glyphs, t, picked_at) for t in temperatures]}


def _rule(scores: _Lines, glyphs: Sequence[str], temperature: float, picked_at: str) -> dict[str, Any]:
    index = int((scores.intercepts + temperature * scores.slopes).argmax())
    return {
        "T": temperature,
        "height": scores.at(index, temperature),
        "name": glyphs[index],
        "label": picked_at.format(temperature=temperature, character=glyphs[index]),
    }


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
    ends = {
        "x": alt.X("start:Q", axis=x_axis, scale=alt.Scale(nice=False, zero=True)),
        "y": alt.Y("from:Q", axis=alt.Axis(title=labels.score, grid=False), scale=alt.Scale(zero=False, nice=False)),
        "x2": "end:Q",
        "y2": "to:Q",
        "tooltip": [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("logit:Q", title=labels.logit, format=".2f"),
            alt.Tooltip("luck:Q", title=labels.luck, format="+.2f"),
        ],
    }
    lines, rules = alt.Chart(alt.NamedData(LINES)), alt.Chart(alt.NamedData(RULES))
    named = lines.transform_filter("datum.label != ''")
    winners = alt.Chart(alt.NamedData(WINNERS))
    sheaf = (_faint(lines, ends, 0.25), _faint(named, ends, 0.55), _envelope(winners, ends))
    chosen = (_rules(rules, labels.picked_at), _points(rules))
    texts = (_names(named, x_axis), _winners_names(winners), _rules_names(rules))
    return style.finished(alt.layer(*sheaf, *chosen, *texts), HEIGHT, base=base)


def _faint(lines: alt.Chart, ends: dict[str, Any], opacity: float) -> alt.Chart:
    return encoded(lines.mark_rule(opacity=opacity, color=style.TEXT_COLOUR, aria=False), **ends)


def _envelope(winners: alt.Chart, ends: dict[str, Any]) -> alt.Chart:
    tones = alt.Scale(domain=["0", "1"], range=TONES)
    strokes = winners.mark_rule(strokeWidth=5, strokeCap="round")
    return encoded(strokes, **ends, color=alt.Color("tone:N", scale=tones, legend=None), description="name:N")


def _rules(rules: alt.Chart, title: str) -> alt.Chart:
    tooltip = alt.Tooltip("label:N", title=title)
    return encoded(rules.mark_rule(style="at a temperature"), x="T:Q", description="label:N", tooltip=tooltip)


def _points(rules: alt.Chart) -> alt.Chart:
    points = rules.mark_point(size=110, filled=True, color=style.TICK_COLOUR, opacity=1, aria=False)
    return encoded(points, x="T:Q", y="height:Q")


def _names(named: alt.Chart, axis: alt.Axis) -> alt.Chart:
    text = named.mark_text(style="faint name", align="left", dx=5)
    return encoded(text, x=alt.X("end:Q", axis=axis), y="to:Q", text="label:N")


def _winners_names(winners: alt.Chart) -> alt.Chart:
    middle = winners.transform_calculate(middle="(datum.start + datum.end) / 2", height="(datum.from + datum.to) / 2")
    return encoded(middle.mark_text(style="large name", dy=-14), x="middle:Q", y="height:Q", text="name:N")


def _rules_names(rules: alt.Chart) -> alt.Chart:
    text = rules.mark_text(style="name of a rule", align="left", baseline="bottom", dx=4, dy=-4)
    return encoded(text, x="T:Q", y=alt.value("height"), text="label:N")
