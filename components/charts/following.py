"""What figures share that follow a cursor over T: each has a slider of its own, which the page's cursor moves."""

import altair as alt

from components.charts.style import encoded
from components.temperature.scale import HIGHEST, PARAMETER

CURSOR = "cursor"  # a data set of one row, which stands where the cursor does
CURSOR_ROWS = [{"row": 0}]
FOLLOWS = f"abs(datum.T - {PARAMETER}) < 0.001"  # whether a row is of the cursor's temperature


def cursor(start: float) -> alt.Parameter:
    """Return the parameter that holds the cursor's temperature; it is added to the outermost chart."""
    # Finer than any list of temperatures: what the cursor sends is taken as it is.
    return alt.param(name=PARAMETER, value=start, bind=alt.binding_range(min=0, max=HIGHEST, step=0.001))


def rule(x: alt.X) -> alt.Chart:
    """Return an upright line at the cursor's temperature; `x` is of the field T."""
    here = alt.Chart(alt.NamedData(CURSOR)).transform_calculate(T=PARAMETER)
    return encoded(here.mark_rule(style="at a temperature"), x=x)


def readout(data: str, *, x: float = 2, y: float = 2) -> alt.Chart:
    """Return the text of a data set's row at the cursor; its upper left corner is at x and y, in pixels."""
    here = alt.Chart(alt.NamedData(data)).transform_filter(FOLLOWS)
    text = here.mark_text(style="readout", align="left", baseline="top", lineBreak="\n")
    at_corner = {"x": alt.value(x), "y": alt.value(y)}
    return encoded(text, **at_corner, text="label:N", description="label:N").properties(name="readout")
