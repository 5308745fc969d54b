"""The live figure: one bar a character, and a temperature slider that acts in the browser.

The slider is a Vega-Lite selection bound to a range input, and everything that depends on T is an
expression over it, so that a drag re-draws the figure at frame rate without the server. Streamlit's
own `st.slider` reports only when it is let go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import live_text
from components.temperature import apply_temperature
from components.temperature.scale import HIGHEST, LOWEST, STEP

DATA = "characters"
LEGEND = "(datum.index ? '━ ' : '▮ ') + datum.label"  # their shapes, for those who see no colour
PARAMETER, CHOSEN = "T", "chosen"
LEAST_SHOWN = 1e-6  # where the logarithmic axis begins

TEXT_COLOUR = "#7a828c"  # legible on light and dark; the page gives the text its own
BAR_COLOUR, TICK_COLOUR = "#4c8bd6", "#e8710a"  # blue and orange: told apart by every kind of eye
HEIGHT = 320
BARS, HEIGHT_WITH_TEXT = 200, 480  # pixels; between and below the two stand the axis and the text


@dataclass(frozen=True)
class LiveLabels:
    """What the figure says, in the reader's language."""

    temperature: str
    chance: str
    tempered: str
    base: str
    character: str
    logit: str
    rank: str
    entropy: str
    bits: str
    as_many_as: str
    choices: str
    most_likely: str


def rows(glyphs: Sequence[str], names: Sequence[str], logits: ArrayLike) -> dict[str, list[Any]]:
    """Give the figure's data: one row a character, the most likely first.

    Parameters
    ----------
    glyphs : sequence of str
        What stands under each bar; all different.
    names : sequence of str
        What a screen reader says for it.
    logits : array_like, shape (n,)
        The scores, in the same order.

    Returns
    -------
    dict of list
        Columns `rank` (from 1), `glyph`, `name`, `logit` (nats), `base` (probability at T = 1).

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.0, 1.0])["glyph"]
    ['b', 'a']
    """
    scores = np.asarray(logits, dtype=np.float64)
    order = np.argsort(-scores, kind="stable")
    base = apply_temperature(scores)
    return {
        "rank": list(range(1, len(order) + 1)),
        "glyph": [glyphs[place] for place in order],
        "name": [names[place] for place in order],
        "logit": scores[order].tolist(),
        "base": base[order].tolist(),
    }


@lru_cache(maxsize=256)
def specification(labels: LiveLabels, *, start: float, logarithmic: bool = False, text: bool = False) -> dict[str, Any]:
    """Build the figure, without its data.

    Parameters
    ----------
    labels : LiveLabels
        What it says.
    start : float
        Where the slider stands at first.
    logarithmic : bool, optional
        Whether chances are drawn on a logarithmic axis.
    text : bool, optional
        Whether the text that the model writes at the slider's temperature stands under the bars; it takes
        its rows from the data set `live_text.TEXTS`.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data set `DATA`. It is built once and
        shared: do not change it.
    """
    temperature = alt.selection_point(
        name=PARAMETER,
        fields=[PARAMETER],
        value=[{PARAMETER: start}],
        bind=alt.binding_range(min=LOWEST, max=HIGHEST, step=STEP, name=f"{labels.temperature} "),
    )
    base = _tempered(alt.Chart(alt.NamedData(DATA)), labels)
    # Said outright: an axis that takes the order of its data keeps the first one when the data change.
    by_rank = alt.EncodingSortField(field="rank", op="min")
    under_the_bars: dict[str, Any] = {"offset": alt.ExprRef(f"{BARS} - height"), "domain": False} if text else {}
    x_axis = alt.Axis(labelAngle=0, labelOverlap=True, labelFontSize=12, **under_the_bars)
    x = alt.X("glyph:N", sort=by_rank, title=None, axis=x_axis)
    upper_part: dict[str, Any] = {"range": [BARS, 0]} if text else {}
    y_scale = (
        alt.Scale(type="log", domain=[LEAST_SHOWN, 1], clamp=True, **upper_part)
        if logarithmic
        else alt.Scale(type="linear", domain=[0, 1], **upper_part)
    )
    y_axis = alt.Axis(format="~%", title=labels.chance, tickCount=6)
    colours = alt.Scale(domain=[labels.tempered, labels.base], range=[BAR_COLOUR, TICK_COLOUR])
    legend = alt.Legend(
        orient="top", title=None, labelLimit=400, symbolType="square", symbolOpacity=1, labelExpr=LEGEND
    )
    tooltip = [
        alt.Tooltip("name:N", title=labels.character),
        alt.Tooltip("logit:Q", title=labels.logit, format=".3f"),
        alt.Tooltip("base_shown:N", title=labels.base),
        alt.Tooltip("shown:N", title=labels.tempered),
        alt.Tooltip("rank:Q", title=labels.rank),
    ]

    bars = base.mark_bar(clip=True).encode(
        x=x,
        y=alt.Y("height:Q", scale=y_scale, axis=y_axis),
        y2=alt.Y2Datum(LEAST_SHOWN if logarithmic else 0),
        color=alt.Color("tempered:N", scale=colours, legend=legend),
        description="spoken:N",
        tooltip=tooltip,
    )
    ticks = base.mark_tick(thickness=2.5, aria=False, clip=True).encode(
        x=x,
        y=alt.Y("base:Q", scale=y_scale, axis=y_axis),
        color=alt.Color("untempered:N", scale=colours, legend=legend),
        tooltip=tooltip,
    )
    readout = (
        base.transform_filter("datum.rank == 1")
        .mark_text(
            align="right", baseline="top", fontSize=17, fontWeight=600, lineHeight=24, lineBreak="\n", color=TEXT_COLOUR
        )
        .encode(x=alt.value("width"), y=alt.value(6), text="readout:N", description="readout:N")
        .properties(name="readout")
    )
    # A small bar is hard to meet with a mouse, and a finger does not hover: the whole height of a
    # character answers, with the tooltip, and with a line of text when it is clicked or tapped.
    chosen = alt.selection_point(name=CHOSEN, fields=["rank"], on="click", empty=False)
    columns = (
        base.mark_rule(opacity=0, strokeWidth=alt.expr("bandwidth('x')"), aria=False)
        .encode(x=x, tooltip=tooltip)
        .add_params(chosen)
    )
    told = (
        base.transform_filter(chosen)
        .mark_text(align="right", baseline="top", fontSize=14, color=TEXT_COLOUR)
        .encode(x=alt.value("width"), y=alt.value(84), text="spoken:N")
        .properties(name="told")
    )
    below = live_text.layers(PARAMETER, TEXT_COLOUR) if text else []
    figure = alt.layer(bars, ticks, readout, told, columns, *below).add_params(temperature)
    figure = figure.properties(height=HEIGHT_WITH_TEXT if text else HEIGHT)
    figure = figure.configure(aria=True).configure_axisX(grid=False)
    # Not validated on every start, which takes as long as building: a test does that.
    return {
        **figure.to_dict(validate=False),
        "usermeta": {"embedOptions": {"renderer": "svg"}},
    }


def _percent(field: str) -> str:
    return f"format(100 * datum.{field}, '.3~g') + ' %'"


def quoted(text: str) -> str:
    """Give a text as a string of an expression."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _tempered(chart: alt.Chart, labels: LiveLabels) -> alt.Chart:
    """Add the formula, column by column: every one follows the slider."""
    say = {name: quoted(text) for name, text in vars(labels).items()}
    return (
        chart.transform_joinaggregate(top="max(logit)")  # shift first: exp never overflows
        .transform_calculate(weight=f"exp((datum.logit - datum.top) / {PARAMETER}.{PARAMETER})")
        .transform_joinaggregate(total="sum(weight)")
        .transform_calculate(probability="datum.weight / datum.total")
        .transform_calculate(
            height=f"max(datum.probability, {LEAST_SHOWN})",
            part="datum.probability > 0 ? -datum.probability * log(datum.probability) / LN2 : 0",
            shown=_percent("probability"),
            base_shown=_percent("base"),
            tempered=say["tempered"],
            untempered=say["base"],
        )
        .transform_joinaggregate(entropy="sum(part)")
        .transform_calculate(
            spoken=f"datum.name + ': ' + datum.shown + ' · ' + {say['base']} + ' ' + datum.base_shown"
            f" + ' · ' + {say['rank']} + ' ' + datum.rank",
            readout=f"{say['entropy']} + ' ' + format(datum.entropy, '.2f') + ' ' + {say['bits']} + '\\n'"
            f" + {say['as_many_as']} + ' ' + format(pow(2, datum.entropy), '.1f') + ' ' + {say['choices']} + '\\n'"
            f" + {say['most_likely']} + ' ' + datum.name + ', ' + datum.shown",
        )
    )
