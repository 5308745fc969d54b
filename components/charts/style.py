"""What all figures share: colours, sizes of type, how a mark looks by its role, the finishing touches.

A mark names its role, as in ``mark_text(style="readout")``. How a role looks is written here once and goes into the
figure's configuration.
"""

from typing import Any

import altair as alt

from components.charts.expressions import quoted
from components.temperature.scale import HIGHEST

BASE_SIZE = 16  # pixels of the page's own text; every size of type is a share of it

TEXT_COLOUR = (
    "#7a828c"  # legible on light and dark; in a page, style/figures.css gives text of this colour the theme's own
)
BAR_COLOUR, TICK_COLOUR = "#4c8bd6", "#e8710a"  # blue and orange: told apart by every kind of eye

# Text by role: its size as a share of the base, its weight, its colour.
_TEXT: dict[str, tuple[float, int, str]] = {
    "readout": (0.875, 600, TEXT_COLOUR),
    "note": (0.75, 400, TEXT_COLOUR),
    "name": (0.8125, 600, TEXT_COLOUR),
    "faint name": (0.8125, 400, TEXT_COLOUR),
    "large name": (1.125, 700, TEXT_COLOUR),
    "name on a band": (0.9375, 700, "black"),
    "name of a rule": (0.8125, 600, TEXT_COLOUR),  # orange is too pale for text on white
}
_LABEL, _TITLE = 0.75, 0.875  # of an axis
_LINE = 1.36  # the height of a line of text, as a share of its size

# Other marks by role.
_MARKS: dict[str, dict[str, Any]] = {
    "mean": {"color": BAR_COLOUR, "strokeWidth": 2.5},
    "interval": {"color": BAR_COLOUR, "opacity": 0.45},
    "real text": {"color": TEXT_COLOUR, "strokeWidth": 2, "strokeDash": [2, 3]},
    "at a temperature": {"color": TICK_COLOUR, "strokeWidth": 2, "strokeDash": [5, 4]},
}


def pixels(share: float, base: int) -> float:
    """Return a share of the page's size of type, in pixels.

    Examples
    --------
    >>> pixels(0.75, 16)
    12.0
    """
    return share * base


def line_height(role: str, base: int) -> float:
    """Return the height of a line of text of a role, in pixels."""
    return pixels(_LINE * _TEXT[role][0], base)


# The expression for a label of an axis of shares: in per cent, as the page writes them.
PERCENT = "format(100 * datum.value, '~g') + ' %'"


def temperature_axis(title: str | None, **more: Any) -> alt.Axis:
    """Return the axis of T: short numbers and no grid."""
    return alt.Axis(title=title, format="~g", grid=False, **more)


def temperature(title: str | None, *, highest: float = HIGHEST, ticks: int = 6) -> alt.X:
    """Return the position of the field T along an axis that begins at 0."""
    scale = alt.Scale(domain=[0, highest], nice=False)
    return alt.X("T:Q", scale=scale, axis=temperature_axis(title, tickCount=ticks))


# What a legend shows of a mark, for readers who see no colour: paths within a square from -1 to 1.
_SIGNS = {
    "bar": "M-1,-1H1V1H-1Z",
    "line": "M-1,-.25H1V.25H-1Z",
    "box": "M-1,-1H1V1H-1ZM-.6,-.6V.6H.6V-.6Z",
    "diamond": "M0,-1L1,0L0,1L-1,0Z",
    "diagonal": "M-1,.75L.75,-1L1,-.75L-.75,1Z",
}


def legend(*marks: str, **more: Any) -> alt.Legend:
    """Return a legend without a title.

    Parameters
    ----------
    *marks : {"bar", "line", "box", "diamond", "diagonal"}
        What each of its entries looks like in the figure, in their order.
    **more : dict
        Other properties of the legend.
    """
    sign = alt.ExprRef(f"[{', '.join(quoted(_SIGNS[mark]) for mark in marks)}][datum.index]")
    return alt.Legend(title=None, labelLimit=400, symbolType=sign, symbolOpacity=1, symbolStrokeWidth=0, **more)


def visible_if(condition: str) -> Any:
    """Return the opacity of marks that are shown where a condition holds.

    Such marks are hidden, not filtered: a layer without rows has no share in the axis, and Vega complains of it.
    """
    return alt.condition(condition, alt.value(1), alt.value(0))


def encoded(chart: Any, **channels: Any) -> alt.Chart:
    """Return a chart with its channels: `encode`, whose result Altair does not type."""
    layer: alt.Chart = chart.encode(**channels)
    return layer


def finished(figure: Any, height: float, *, base: int = BASE_SIZE) -> dict[str, Any]:
    """Return the specification of a figure, with the look of every role.

    Parameters
    ----------
    figure : altair chart
        All layers.
    height : float
        In pixels.
    base : int, optional
        The page's size of type, in pixels.

    Returns
    -------
    dict
        A Vega-Lite specification that is drawn as SVG, so that tests and screen readers find its marks. It is not
        validated, which takes as long as building it: a test does that.
    """
    text = {
        role: {"fontSize": pixels(share, base), "lineHeight": line_height(role, base), "fontWeight": weight}
        | {"color": colour}
        for role, (share, weight, colour) in _TEXT.items()
    }
    label, title = pixels(_LABEL, base), pixels(_TITLE, base)
    whole = figure.properties(height=height).configure(
        aria=True,
        axis=alt.AxisConfig(labelFontSize=label, titleFontSize=title, labelFlush=False),
        legend=alt.LegendConfig(labelFontSize=title, titleFontSize=title),
        style=alt.StyleConfigIndex(**text, **_MARKS),
        view=alt.ViewConfig(stroke=None),
    )
    return {**whole.to_dict(validate=False), "usermeta": {"embedOptions": {"renderer": "svg"}}}
