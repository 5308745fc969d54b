"""The marks of the figure of one step."""

from typing import Any

import altair as alt

from components.charts import compared, style
from components.charts.compared import RULES
from components.charts.noise_lines.data import NOTE
from components.charts.noise_lines.labels import NoiseLinesLabels
from components.charts.style import encoded

SCALE = alt.Scale(zero=False, nice=False, padding=8)  # room for a stroke at the top
_TONE = alt.Color("tone:N", scale=alt.Scale(domain=["0", "1"], range=[style.BAR_COLOUR, "#1b4f8f"]), legend=None)
_NARROW, _CUT_NAME = 400, 60  # pixels: of a figure in which names are short; that the name of who is cut takes
_CROSS = "M-1,-1L1,1M-1,1L1,-1"


def faint(lines: alt.Chart, ends: dict[str, Any], opacity: float) -> alt.Chart:
    """Return lines, dashed where they do not count."""
    marks = lines.mark_rule(opacity=opacity, color=style.TEXT_COLOUR, aria=False)
    return encoded(marks, **ends, strokeDash=alt.condition("datum.kept", alt.value([1, 0]), alt.value([2, 4])))


def entries(lines: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    """Return a short upright mark where a line begins to count."""
    marks = lines.mark_point(shape="stroke", angle=90, size=90, strokeWidth=2, color=style.TEXT_COLOUR, aria=False)
    at = {"x": compared.axis("start:Q", labels.temperature_axis), "y": alt.Y("from:Q", scale=SCALE)}
    return encoded(marks, **at, opacity=style.visible_if("datum.entered"))


def envelope(winners: alt.Chart, ends: dict[str, Any]) -> alt.Chart:
    """Return the highest line of those that count, a stroke for each stretch."""
    strokes = winners.mark_rule(strokeWidth=5, strokeCap="round")
    return encoded(strokes, **ends, color=_TONE, description="name:N")


def jumps(winners: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    """Return the way up to a stretch that begins above the one before it; of no height where the two cross."""
    strokes = winners.mark_rule(strokeWidth=2, strokeDash=[2, 3], aria=False)
    x = compared.axis("start:Q", labels.temperature_axis)
    return encoded(strokes, x=x, y=alt.Y("before:Q", scale=SCALE), y2="from:Q", color=_TONE)


def points(x: alt.X) -> alt.Chart:
    """Return a dot on the line that is picked at each compared temperature."""
    points = alt.Chart(alt.NamedData(RULES)).mark_point(
        size=110, filled=True, color=style.TICK_COLOUR, opacity=1, aria=False
    )
    return encoded(points, x=x, y=alt.Y("height:Q", scale=SCALE))


def second_points(x: alt.X) -> alt.Chart:
    """Return a ring on the line that comes second, where one does."""
    points = alt.Chart(alt.NamedData(RULES)).mark_point(size=80, strokeWidth=2.5, color=style.TICK_COLOUR, aria=False)
    height = alt.Y("second_height:Q", scale=SCALE)
    return encoded(points, x=x, y=height, opacity=style.visible_if("datum.second != ''"))


def second_names(x: alt.X) -> alt.Chart:
    """Return who came second."""
    text = alt.Chart(alt.NamedData(RULES)).mark_text(style="name", align="left", baseline="top", dx=8, dy=2)
    return encoded(text, x=x, y=alt.Y("second_height:Q", scale=SCALE), text="second:N")


def cut_points(x: alt.X) -> alt.Chart:
    """Return a cross where the highest line does not count."""
    points = alt.Chart(alt.NamedData(RULES)).mark_point(
        shape=_CROSS, size=120, strokeWidth=3, color=style.TICK_COLOUR, aria=False
    )
    return encoded(points, x=x, y=alt.Y("best:Q", scale=SCALE), opacity=style.visible_if("datum.cut != ''"))


def cut_names(x: alt.X) -> alt.Chart:
    """Return who is cut, at the left of the cross: a line that is let in begins at its right."""
    near_axis = f"scale('x', datum.T) < {_CUT_NAME}"
    align, dx = alt.ExprRef(f"{near_axis} ? 'left' : 'right'"), alt.ExprRef(f"{near_axis} ? 10 : -10")
    short = alt.Chart(alt.NamedData(RULES)).transform_calculate(
        said=f"datum.cut != '' && width < {_NARROW} ? datum.best_name : datum.cut"
    )
    text = short.mark_text(style="name", align=align, baseline="middle", dx=dx)
    return encoded(text, x=x, y=alt.Y("best:Q", scale=SCALE), text="said:N")


def names(named: alt.Chart, labels: NoiseLinesLabels) -> alt.Chart:
    """Return the names at the ends of lines."""
    text = named.mark_text(style="faint name", align="left", dx=5)
    return encoded(text, x=compared.axis("end:Q", labels.temperature_axis), y="to:Q", text="label:N")


def winners_names(winners: alt.Chart) -> alt.Chart:
    """Return a name over the middle of each stretch of the envelope."""
    middle = winners.transform_calculate(middle="(datum.start + datum.end) / 2", height="(datum.from + datum.to) / 2")
    return encoded(middle.mark_text(style="large name", dy=-14), x="middle:Q", y="height:Q", text="name:N")


def note(base: int) -> alt.Chart:
    """Return what is said of those that are not drawn: at the right, in the line of the axis's title."""
    text = alt.Chart(alt.NamedData(NOTE)).mark_text(style="note", align="right", baseline="top")
    below = alt.value(alt.ExprRef(f"height + {12 + style.pixels(0.875, base):g}"))
    return encoded(text, x=alt.value("width"), y=below, text="note:N").properties(name="note")
