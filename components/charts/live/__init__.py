"""The live figure: one bar a character, and a temperature slider that acts in the browser.

The slider is a Vega-Lite selection bound to a range input, and everything that depends on T is an
expression over it, so that a drag re-draws the figure at frame rate without the server. Streamlit's
own `st.slider` reports only when it is let go.

The figure draws the likeliest characters, as many as have room; what is left is one mark of another
kind. Where something is cut, its bars are hollow and have a cross, and the kept are as high as they
share the whole. So that this stays exact and quick for a vocabulary of any size, the sums over all characters
come as a table, one row for each temperature of the slider.
"""

from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.live import layers
from components.charts.live.canvas import Canvas
from components.charts.live.data import DATA, SUMS, rows, sums
from components.charts.live.labels import LiveLabels
from components.charts.style import BASE_SIZE
from components.temperature.scale import HIGHEST, LOWEST, PARAMETER, STEP

ROOMY, NARROWEST = 26, 4  # pixels a bar needs: as a rule, to be seen at all
HEIGHT = 240  # pixels, where the page gives none

__all__ = ["DATA", "SUMS", "LiveLabels", "rows", "specification", "sums"]


@lru_cache(maxsize=256)
def specification(
    labels: LiveLabels,
    *,
    start: float,
    characters: int,
    logarithmic: bool = False,
    every: bool = False,
    base: int = BASE_SIZE,
    cut: bool = False,
) -> dict[str, Any]:
    """Build the figure, without its data.

    Parameters
    ----------
    labels : LiveLabels
        What it says.
    start : float
        Where the slider stands at first.
    characters : int
        How many characters the vocabulary has.
    logarithmic : bool, optional
        Whether chances are drawn on a logarithmic axis.
    every : bool, optional
        Whether bars may be as narrow as can be seen, so that all characters have one where they find room.
    base : int, optional
        The page's type size, in pixels; the figure's text follows it.
    cut : bool, optional
        Whether something is cut; then the data say from which temperature on each character is kept.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets `DATA` and `SUMS`. It is built once
        and shared: do not change it.
    """
    temperature = alt.selection_point(
        name=PARAMETER,
        fields=[PARAMETER],
        value=[{PARAMETER: start}],
        bind=alt.binding_range(min=LOWEST, max=HIGHEST, step=STEP, name=f"{labels.temperature} "),
    )
    canvas = Canvas(labels, characters, logarithmic, NARROWEST if every else ROOMY, base, cut)
    figure = alt.layer(
        layers.bars(canvas),
        *([layers.crosses(canvas)] if cut else ()),
        layers.ticks(canvas),
        layers.glyphs(canvas),
        *(layers.others(canvas) if characters > 1 else ()),
        *layers.uniform(canvas),
        layers.readout(canvas),
        layers.columns(canvas),
    )
    figure = figure.add_params(temperature, *canvas.measures())
    # All four sides: where one is left open, the page puts room below the figure.
    figure = figure.properties(padding={"left": 0, "top": 0, "right": 2, "bottom": 0})
    return style.finished(figure, HEIGHT, base=base)
