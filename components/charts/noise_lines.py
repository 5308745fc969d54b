"""Why a character was picked, as a figure: every character a straight line in T, the highest one picked.

The intercept of a line is its character's logit, its slope the character's noise. Where something is cut, a line counts
from one temperature on: it is pale before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import compared, style
from components.charts.compared import RULES
from components.charts.rays import Rays
from components.charts.style import encoded
from components.temperature.contenders import second
from components.temperature.envelope import envelope, nearness
from components.temperature.scale import shown

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


def rows(
    glyphs: Sequence[str],
    logits: ArrayLike,
    noise: ArrayLike,
    temperatures: Sequence[float],
    *,
    picked_at: str,
    second_at: str,
    cut_at: str,
    lower: str,
    enters: ArrayLike | None = None,
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
    second_at, cut_at : str
        The same for who came second, and for who would have been picked without the cut, with `{character}`.
    lower : str
        What is said of the characters that are too low to be drawn, with `{count}` and `{all}`.
    enters : array_like, shape (n,), optional
        The temperature from which on each character is kept, as from `cutting.enters_at`. By default all are kept.

    Returns
    -------
    dict of list
        `LINES`, cut to what is shown, a row each for where it does not count and where it does; `WINNERS`, a row for
        each stretch of the envelope; `RULES`, a row for each compared temperature, and `SECONDS`, who came second
        there; `NOTE`, one row.

    Examples
    --------
    >>> says = {"picked_at": "{character} at {temperature:g}", "second_at": "then {character}", "lower": "{count}"}
    >>> says["cut_at"] = "{character} is cut"
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], **says)
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 0.5), ('b', 0.5, 1.5)]
    >>> [rule["label"] for rule in data[RULES]], [second["label"] for second in data[SECONDS]]
    (['a at 0.2', 'b at 1'], ['then b', 'then a'])
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], enters=[0.0, 1.25], **says)
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 1.25), ('b', 1.25, 1.5)]
    >>> [rule["cut"] for rule in data[RULES]]
    ['', 'b is cut']
    """
    rays = Rays.of(logits, noise, enters)
    last = compared.last_shown(temperatures)
    winners = _winners(rays, glyphs, last)
    picks = [int(rays.heights(t).argmax()) for t in temperatures]
    seconds = _seconds(rays, glyphs, temperatures, picks, second_at)
    rules = _rules(rays, glyphs, temperatures, picks, picked_at, cut_at)
    heights = [height for piece in winners for height in (piece["from"], piece["to"])]
    lowest = min([min(heights) - ROOM, *(row["height"] - 1 for row in seconds)])
    pieces = {index: rays.pieces(index, lowest, last) for index in range(len(glyphs))}
    highest = max(*heights, *(rule["best"] for rule in rules))
    named = _named(rays, pieces, last, gap=GAP * (highest - lowest))
    lines = [
        {"name": glyphs[index], "label": glyphs[index] if piece["end"] == last and index in named else "", **piece}
        for index, each in pieces.items()
        for piece in each
    ]
    missing = sum(not each for each in pieces.values())
    note = lower.format(count=missing, all=len(glyphs)) if missing else ""
    return {LINES: lines, WINNERS: winners, RULES: rules, SECONDS: seconds, NOTE: [{"note": note}]}


def _winners(rays: Rays, glyphs: Sequence[str], last: float) -> list[dict[str, Any]]:
    """Return the stretches of the envelope; `before` is how high the pick was where one begins, below it by a jump."""
    stretches = envelope(rays.intercepts, rays.slopes, rays.enters)
    seen = [stretch for stretch in stretches if stretch.start < last and stretch.end > 0]
    return [
        {
            "name": glyphs[stretch.index],
            "tone": str(number % len(TONES)),
            "before": rays.at(stretch.index, stretch.start) - stretch.jump,
            **rays.piece(stretch.index, stretch.start, min(stretch.end, last)),
        }
        for number, stretch in enumerate(seen)
    ]


def _rules(
    rays: Rays,
    glyphs: Sequence[str],
    temperatures: Sequence[float],
    picks: Sequence[int],
    picked_at: str,
    cut_at: str,
) -> list[dict[str, Any]]:
    """Return the rules; `best` is the highest line there, which `cut` names where it does not count."""
    best = [int(rays.uncut.heights(t).argmax()) for t in temperatures]
    said = [
        picked_at.format(temperature=shown(t), character=glyphs[i]) for t, i in zip(temperatures, picks, strict=True)
    ]
    return [
        {
            **rule,
            "name": glyphs[picked],
            "height": rays.at(picked, rule["T"]),
            "best": rays.at(highest, rule["T"]),
            "best_name": glyphs[highest],
            "cut": cut_at.format(character=glyphs[highest]) if rays.enters[highest] > rule["T"] else "",
        }
        for rule, picked, highest in zip(compared.rules(temperatures, said), picks, best, strict=True)
    ]


def _seconds(
    rays: Rays, glyphs: Sequence[str], temperatures: Sequence[float], picks: Sequence[int], second_at: str
) -> list[dict[str, Any]]:
    """Return who came second at each temperature; nobody where a character is alone."""
    seconds = [second(rays.counting(t), rays.slopes, t, picked) for t, picked in zip(temperatures, picks, strict=True)]
    return [
        {
            "T": t,
            "height": rays.at(index, t),
            "name": glyphs[index],
            "label": second_at.format(character=glyphs[index]),
        }
        for t, index in zip(temperatures, seconds, strict=True)
        if index is not None
    ]


def _named(rays: Rays, pieces: Mapping[int, Sequence[dict[str, Any]]], last: float, *, gap: float) -> set[int]:
    """Return whose name stands at the end of its line: those near the envelope, as far as names have room there."""
    distances = nearness(rays.intercepts, rays.slopes, np.linspace(0, last, 200), rays.enters)  # (n,)
    taken: dict[int, float] = {}
    for index in np.argsort(distances, kind="stable").tolist():
        reaches = any(piece["end"] == last and piece["kept"] for piece in pieces[index])
        height = rays.at(index, last)
        if reaches and distances[index] <= NEAR and all(abs(height - other) >= gap for other in taken.values()):
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
    sheaf = (_faint(lines, ends, 0.25), _faint(named, ends, 0.55), _entries(lines, labels))
    envelope_marks = (_jumps(winners, labels), _envelope(winners, ends))
    chosen = (compared.upright(at), _points(at), _second_points(at), _cut_points(at))
    names = (_names(named, labels), _second_names(at), _cut_names(at), _winners_names(winners))
    rules = compared.names(at, "height - 4", "bottom", base=base)
    return style.finished(alt.layer(*sheaf, *envelope_marks, *chosen, *names, *rules, _note(base)), HEIGHT, base=base)


_SCALE = alt.Scale(zero=False, nice=False, padding=8)  # room for a stroke at the top
_TONE = alt.Color("tone:N", scale=alt.Scale(domain=["0", "1"], range=TONES), legend=None)
_NARROW, _CUT_NAME = 400, 60  # pixels: of a figure in which names are short; that the name of who is cut takes
_CROSS = "M-1,-1L1,1M-1,1L1,-1"


def _faint(lines: alt.Chart, ends: dict[str, Any], opacity: float) -> alt.Chart:
    """Return lines, dashed where they do not count."""
    marks = lines.mark_rule(opacity=opacity, color=style.TEXT_COLOUR, aria=False)
    return encoded(marks, **ends, strokeDash=alt.condition("datum.kept", alt.value([1, 0]), alt.value([2, 4])))


def _entries(lines: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    """Return a short upright mark where a line begins to count."""
    marks = lines.mark_point(shape="stroke", angle=90, size=90, strokeWidth=2, color=style.TEXT_COLOUR, aria=False)
    at = {"x": compared.axis("start:Q", labels.temperature_axis), "y": alt.Y("from:Q", scale=_SCALE)}
    return encoded(marks, **at, opacity=style.visible_if("datum.entered"))


def _envelope(winners: alt.Chart, ends: dict[str, Any]) -> alt.Chart:
    strokes = winners.mark_rule(strokeWidth=5, strokeCap="round")
    return encoded(strokes, **ends, color=_TONE, description="name:N")


def _jumps(winners: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    """Return the way up to a stretch that begins above the one before it; of no height where the two cross."""
    strokes = winners.mark_rule(strokeWidth=2, strokeDash=[2, 3], aria=False)
    x = compared.axis("start:Q", labels.temperature_axis)
    return encoded(strokes, x=x, y=alt.Y("before:Q", scale=_SCALE), y2="from:Q", color=_TONE)


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


def _cut_points(x: alt.X) -> alt.Chart:
    """Return a cross where the highest line does not count."""
    points = alt.Chart(alt.NamedData(RULES)).mark_point(
        shape=_CROSS, size=120, strokeWidth=3, color=style.TICK_COLOUR, aria=False
    )
    return encoded(points, x=x, y=alt.Y("best:Q", scale=_SCALE), opacity=style.visible_if("datum.cut != ''"))


def _cut_names(x: alt.X) -> alt.Chart:
    """Return who is cut, at the left of the cross: a line that is let in begins at its right."""
    near_axis = f"scale('x', datum.T) < {_CUT_NAME}"
    align, dx = alt.ExprRef(f"{near_axis} ? 'left' : 'right'"), alt.ExprRef(f"{near_axis} ? 10 : -10")
    short = alt.Chart(alt.NamedData(RULES)).transform_calculate(
        said=f"datum.cut != '' && width < {_NARROW} ? datum.best_name : datum.cut"
    )
    text = short.mark_text(style="name", align=align, baseline="middle", dx=dx)
    return encoded(text, x=x, y=alt.Y("best:Q", scale=_SCALE), text="said:N")


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
