"""What the figures of one step share: the axis of T, and an upright rule at each compared temperature."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt

from components.charts import style
from components.charts.style import encoded
from components.temperature.scale import HIGHEST

RULES = "rules"  # the data set
_LEFT = 34  # pixels that an axis at the left takes, so that T = 0 stands alike in both figures
_ROOM = 0.25  # of the axis: what the name of a rule takes in a narrow figure


def last_shown(temperatures: Sequence[float]) -> float:
    """Return where the axis of T ends: behind all compared temperatures, and no farther than the slider goes.

    Examples
    --------
    >>> last_shown([0.5, 1.0]), last_shown([0.0, 2.0]), last_shown([3.0])
    (1.5, 2.4, 3.0)
    """
    return max(1.5, min(HIGHEST, 1.2 * max(temperatures)))


def rules(temperatures: Sequence[float], names: Sequence[str]) -> list[dict[str, Any]]:
    """Return a row for each compared temperature.

    Parameters
    ----------
    temperatures : sequence of float
        In ascending order.
    names : sequence of str
        What is written beside each rule.

    Returns
    -------
    list of dict
        Columns `T`, `label`, `side` (of the rule, on which its name stands) and `level`: names that have no room
        beside one another stand on lines of their own, from 0.
    """
    last = last_shown(temperatures)
    rows: list[dict[str, Any]] = []
    for temperature, name in zip(temperatures, names, strict=True):
        close = rows and temperature - rows[-1]["T"] < _ROOM * last
        side = "left" if temperature > (1 - _ROOM) * last else "right"
        level = rows[-1]["level"] + 1 if close or (rows and side == "left") else 0
        rows.append({"T": temperature, "label": name, "side": side, "level": level})
    return rows


def axis(field: str, title: str) -> alt.X:
    """Return the position of a temperature along the axis: from 0 to the last that the data have."""
    # The title stands at the left, so that the right end has room for a note.
    marks = style.temperature_axis(title, tickCount=7, titleAnchor="start", labelPadding=6, titlePadding=6)
    return alt.X(field, scale=alt.Scale(nice=False, zero=True), axis=marks)


def left(title: str, **more: Any) -> alt.Axis:
    """Return an axis at the left, as wide in one figure as in another."""
    return alt.Axis(title=title, orient="left", grid=False, minExtent=_LEFT, maxExtent=_LEFT, **more)


def upright(x: alt.X, **channels: Any) -> alt.Chart:
    """Return the rules."""
    marks = alt.Chart(alt.NamedData(RULES)).mark_rule(style="at a temperature")
    return encoded(marks, x=x, description="label:N", **channels)


def names(x: alt.X, height: str, baseline: Literal["top", "bottom"], *, base: int) -> list[alt.Chart]:
    """Return the names of the rules, on the side on which there is room.

    Parameters
    ----------
    x : altair.X
        The axis of T.
    height : str
        An expression for the y of the first line of names, in pixels; others follow towards the middle.
    baseline : str
        What of a name stands there.
    base : int
        The page's size of type, in pixels.
    """
    line = style.pixels(1.1, base) * (1 if baseline == "top" else -1)
    ends: tuple[tuple[str, Literal["left", "right"], int], ...] = (("right", "left", 5), ("left", "right", -5))
    return [
        encoded(
            alt.Chart(alt.NamedData(RULES))
            .transform_calculate(
                name=f"datum.side == '{side}' ? datum.label : ''", y=f"{height} + {line:g} * datum.level"
            )
            .mark_text(style="name of a rule", align=align, baseline=baseline, dx=dx),
            x=x,
            y=alt.Y("y:Q", scale=None, axis=None),
            text="name:N",
        )
        for side, align, dx in ends
    ]
