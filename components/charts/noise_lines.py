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

from components.charts import compared, style
from components.charts.compared import RULES
from components.charts.style import encoded
from components.temperature.contenders import contenders
from components.temperature.envelope import envelope, nearness

LINES, WINNERS, SECONDS, NOTE = "lines", "winners", "seconds", "note"
HEIGHT = 360  # pixels, where the page gives none
NEAR = 0.7  # nats from the envelope within which a line has a name
ROOM = 5.0  # nats below the envelope that are shown
GAP = 0.07  # of the height: what a name takes in a low figure
TONES = [style.BAR_COLOUR, "#1b4f8f"]  # neighbours on the envelope differ


@dataclass(frozen=True)
class NoiseLinesLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    score_axis: str
    character: str
    logit: str
    luck: str


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
    second_at: str,
    lower: str,
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
    second_at : str
        The same for who came second, with `{character}`.
    lower : str
        What is said of the characters that are too low to be drawn, with `{count}` and `{all}`.

    Returns
    -------
    dict of list
        `LINES`, cut to what is shown; `WINNERS`, a row for each stretch of the envelope; `RULES`, a row for each
        compared temperature, and `SECONDS`, who came second there; `NOTE`, one row.

    Examples
    --------
    >>> says = {"picked_at": "{character} at {temperature:g}", "second_at": "then {character}", "lower": "{count}"}
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], **says)
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 0.5), ('b', 0.5, 1.5)]
    >>> [rule["label"] for rule in data[RULES]], [second["label"] for second in data[SECONDS]]
    (['a at 0.2', 'b at 1'], ['then b', 'then a'])
    """
    scores = _Lines(np.asarray(logits, np.float64), np.asarray(noise, np.float64))
    last = compared.last_shown(temperatures)
    stretches = [s for s in envelope(scores.intercepts, scores.slopes) if s.start < last and s.end > 0]
    winners: list[dict[str, Any]] = [
        {
            "name": glyphs[stretch.index],
            "tone": str(number % len(TONES)),
            **scores.row(stretch.index, stretch.start, min(stretch.end, last)),
        }
        for number, stretch in enumerate(stretches)
    ]
    picks = [int((scores.intercepts + t * scores.slopes).argmax()) for t in temperatures]
    seconds = _seconds(scores, glyphs, temperatures, picks, second_at)
    heights = [height for piece in winners for height in (piece["from"], piece["to"])]
    lowest = min([min(heights) - ROOM, *(second["height"] - 1 for second in seconds)])
    pieces = [
        (index, start, end)
        for index in range(len(glyphs))
        for start, end in [scores.above(index, lowest, last)]
        if start < end
    ]
    named = _named(scores, pieces, last, gap=GAP * (max(heights) - lowest))
    lines = [
        {"name": glyphs[index], "label": glyphs[index] if index in named else "", **scores.row(index, start, end)}
        for index, start, end in pieces
    ]
    said = [picked_at.format(temperature=t, character=glyphs[i]) for t, i in zip(temperatures, picks, strict=True)]
    rules = [
        {**rule, "name": glyphs[index], "height": scores.at(index, rule["T"])}
        for rule, index in zip(compared.rules(temperatures, said), picks, strict=True)
    ]
    missing = len(glyphs) - len(pieces)
    note = lower.format(count=missing, all=len(glyphs)) if missing else ""
    return {LINES: lines, WINNERS: winners, RULES: rules, SECONDS: seconds, NOTE: [{"note": note}]}


def _seconds(
    scores: _Lines, glyphs: Sequence[str], temperatures: Sequence[float], picks: Sequence[int], second_at: str
) -> list[dict[str, Any]]:
    """Return who came second at each temperature; nobody where a character is alone."""
    pairs = [contenders(scores.intercepts, scores.slopes, t, i) for t, i in zip(temperatures, picks, strict=True)]
    return [
        {
            "T": t,
            "height": scores.at(pair[1], t),
            "name": glyphs[pair[1]],
            "label": second_at.format(character=glyphs[pair[1]]),
        }
        for t, pair in zip(temperatures, pairs, strict=True)
        if len(pair) > 1
    ]


def _named(scores: _Lines, pieces: Sequence[tuple[int, float, float]], last: float, *, gap: float) -> set[int]:
    """Return whose name stands at the end of its line: those near the envelope, as far as names have room there."""
    distances = nearness(scores.intercepts, scores.slopes, np.linspace(0, last, 200))  # (n,)
    taken: dict[int, float] = {}
    for index, _, end in sorted(pieces, key=lambda piece: float(distances[piece[0]])):
        height = scores.at(index, last)
        if end == last and distances[index] <= NEAR and all(abs(height - other) >= gap for other in taken.values()):
            taken[index] = height
    return set(taken)


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
        "y": alt.Y("from:Q", axis=compared.left(labels.score_axis), scale=_SCALE),
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
    sheaf = (_faint(lines, ends, 0.25), _faint(named, ends, 0.55), _envelope(winners, ends))
    chosen = (compared.upright(at), _points(at), _second_points(at))
    names = (_names(named, labels), _second_names(at), _winners_names(winners))
    rules = compared.names(at, "height - 4", "bottom", base=base)
    return style.finished(alt.layer(*sheaf, *chosen, *names, *rules, _note(base)), HEIGHT, base=base)


_SCALE = alt.Scale(zero=False, nice=False, padding=8)  # room for a stroke at the top


def _faint(lines: alt.Chart, ends: dict[str, Any], opacity: float) -> alt.Chart:
    return encoded(lines.mark_rule(opacity=opacity, color=style.TEXT_COLOUR, aria=False), **ends)


def _envelope(winners: alt.Chart, ends: dict[str, Any]) -> alt.Chart:
    tones = alt.Scale(domain=["0", "1"], range=TONES)
    strokes = winners.mark_rule(strokeWidth=5, strokeCap="round")
    return encoded(strokes, **ends, color=alt.Color("tone:N", scale=tones, legend=None), description="name:N")


def _points(x: alt.X) -> alt.Chart:
    points = alt.Chart(alt.NamedData(RULES)).mark_point(
        size=110, filled=True, color=style.TICK_COLOUR, opacity=1, aria=False
    )
    return encoded(points, x=x, y=alt.Y("height:Q", scale=_SCALE))


def _second_points(x: alt.X) -> alt.Chart:
    points = alt.Chart(alt.NamedData(SECONDS)).mark_point(
        size=80, strokeWidth=2.5, color=style.TICK_COLOUR, opacity=1, aria=False
    )
    return encoded(points, x=x, y=alt.Y("height:Q", scale=_SCALE))


def _second_names(x: alt.X) -> alt.Chart:
    text = alt.Chart(alt.NamedData(SECONDS)).mark_text(style="name", align="left", baseline="top", dx=8, dy=2)
    return encoded(text, x=x, y=alt.Y("height:Q", scale=_SCALE), text="label:N")


def _names(named: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    text = named.mark_text(style="faint name", align="left", dx=5)
    return encoded(text, x=compared.axis("end:Q", labels.temperature_axis), y="to:Q", text="label:N")


def _winners_names(winners: alt.Chart) -> alt.Chart:
    middle = winners.transform_calculate(middle="(datum.start + datum.end) / 2", height="(datum.from + datum.to) / 2")
    return encoded(middle.mark_text(style="large name", dy=-14), x="middle:Q", y="height:Q", text="name:N")


def _note(base: int) -> alt.Chart:
    """Return what is said of those that are not drawn: at the right, in the line of the axis's title."""
    text = alt.Chart(alt.NamedData(NOTE)).mark_text(style="note", align="right", baseline="top")
    below = alt.value(alt.ExprRef(f"height + {12 + style.pixels(0.875, base):g}"))
    return encoded(text, x=alt.value("width"), y=below, text="note:N").properties(name="note")
