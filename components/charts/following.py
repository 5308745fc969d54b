"""What figures share that follow the page's slider over T: each has one of its own, which the page's moves."""

import altair as alt

from components.charts.style import encoded
from components.temperature.scale import HIGHEST, PARAMETER

SLIDER = "slider"  # a data set of one row, which stands where the slider does
SLIDER_ROWS = [{"row": 0}]
FOLLOWS = f"abs(datum.T - {PARAMETER}) < 0.001"  # whether a row is of the slider's temperature


def slider(start: float) -> alt.Parameter:
    """Return the parameter that holds the slider's temperature; it is added to the outermost chart."""
    # Finer than any list of temperatures: what the slider sends is taken as it is.
    return alt.param(name=PARAMETER, value=start, bind=alt.binding_range(min=0, max=HIGHEST, step=0.001))


def rule(x: alt.X) -> alt.Chart:
    """Return an upright line at the slider's temperature; `x` is of the field T."""
    here = alt.Chart(alt.NamedData(SLIDER)).transform_calculate(T=PARAMETER)
    return encoded(here.mark_rule(style="at a temperature"), x=x)


def readout(data: str, *, x: float = 2, y: float = 2) -> alt.Chart:
    """Return the text of a data set's row at the slider; its upper left corner is at x and y, in pixels."""
    here = alt.Chart(alt.NamedData(data)).transform_filter(FOLLOWS)
    text = here.mark_text(style="readout", align="left", baseline="top", lineBreak="\n")
    at_corner = {"x": alt.value(x), "y": alt.value(y)}
    return encoded(text, **at_corner, text="label:N", description="label:N").properties(name="readout")
