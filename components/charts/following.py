"""What figures share that follow a cursor over T: each has a slider of its own, which the page's cursor moves."""

import altair as alt

from components.temperature.scale import HIGHEST

# A mean with the ends of its interval, such as `components.analysis.bootstrap.Estimate`; None where there is none.
Figures = tuple[float | None, float | None, float | None]

PARAMETER = "T"
PLACE = "place"  # a data set of one row, which stands where the cursor does
FOLLOWS = f"abs(datum.T - {PARAMETER}) < 0.001"  # whether a row is of the cursor's temperature


def whole(estimate: Figures) -> tuple[float | None, float | None, float | None]:
    """Give an estimate whose interval, where there is none, is the mean alone.

    Examples
    --------
    >>> whole((0.5, None, None)), whole((0.5, 0.4, 0.6))
    ((0.5, 0.5, 0.5), (0.5, 0.4, 0.6))
    """
    mean, low, high = estimate
    return mean, mean if low is None else low, mean if high is None else high


def cursor(start: float) -> alt.Parameter:
    """Give the parameter that holds the cursor's temperature; it is added to the outermost chart."""
    # Finer than any list of temperatures: what the cursor sends is taken as it is.
    return alt.param(name=PARAMETER, value=start, bind=alt.binding_range(min=0, max=HIGHEST, step=0.001))


def upright(x: alt.X) -> alt.Chart:
    """Give an upright line at the cursor's temperature; `x` is of the field T."""
    place = alt.Chart(alt.NamedData(PLACE)).transform_calculate(T=PARAMETER)
    rule: alt.Chart = place.mark_rule(style="at a temperature").encode(x=x)
    return rule
