"""The layers of the live figure, each a function of what they share."""

from typing import Any

import altair as alt

from components.charts.expressions import filled, percent, quoted
from components.charts.live.canvas import LEAST_SHOWN, Canvas
from components.charts.live.data import DATA, SUMS
from components.charts.style import BAR_COLOUR, BASE_SIZE, TEXT_COLOUR
from components.temperature.scale import PARAMETER


def bars(canvas: Canvas) -> alt.Chart:
    """Return a bar per character: its chance at the slider's temperature."""
    bars: alt.Chart = (
        canvas.spoken()
        .mark_bar(clip=True)
        .encode(
            x=canvas.x(),
            y=canvas.y("height"),
            y2=alt.Y2Datum(LEAST_SHOWN if canvas.logarithmic else 0),
            color=canvas.colour("tempered"),
            description="spoken:N",
            tooltip=canvas.tooltip(),
        )
    )
    return bars


def ticks(canvas: Canvas) -> alt.Chart:
    """Return a tick per character: its chance at T = 1."""
    ticks: alt.Chart = (
        canvas.spoken()
        .mark_tick(thickness=2.5, opacity=1, aria=False, clip=True)
        .encode(x=canvas.x(), y=canvas.y("base"), color=canvas.colour("untempered"))
    )
    return ticks


def glyphs(canvas: Canvas) -> alt.Chart:
    """Return the signs under the bars; where bars are narrow, under every nth."""
    glyphs: alt.Chart = (
        alt.Chart(alt.NamedData(DATA))
        .transform_filter("datum.rank <= drawn && (datum.rank - 1) % every_nth == 0")
        .mark_text(baseline="top", fontSize=canvas.size(13), aria=False, color=TEXT_COLOUR)
        .encode(x=canvas.x(), y=alt.value(alt.ExprRef("height - foot + 4")), text="glyph:N")
        .properties(name="glyphs")
    )
    return glyphs


def others(canvas: Canvas) -> list[alt.Chart]:
    """Return what is left as a mark of its own: hatched, apart from the bars, with a label of its own."""
    labels = canvas.labels
    count = f"{canvas.characters} - drawn"
    left = "right + 0.32 * for_others"
    # What is left is 1 less what is drawn; below the rounding of the sum there is nothing.
    rest = (
        canvas.tempered()
        .transform_filter("!all_fit")
        .transform_aggregate(drawn_together="sum(probability)")
        .transform_calculate(rest="1 - datum.drawn_together < 1e-12 ? 0 : 1 - datum.drawn_together")
        .transform_calculate(
            top=f"scale('y', max(datum.rest, {LEAST_SHOWN}))",
            bottom="height - foot",
            label=filled(labels.others_count, count=count),
            spoken=filled(labels.others_spoken, count=count, chance=percent("datum.rest")),
            shown=filled(labels.others_together, chance=percent("datum.rest")),
        )
    )
    x, x2 = (alt.value(alt.ExprRef(edge)) for edge in (left, "width - 2"))
    top = alt.Y("top:Q", scale=None, axis=None)
    frame = rest.mark_bar(fillOpacity=0.12, fill=BAR_COLOUR, stroke=BAR_COLOUR).encode(
        x=x, x2=x2, y=top, y2="bottom:Q", description="spoken:N", tooltip=alt.Tooltip("spoken:N", title=" ")
    )
    # Lines from lower left to upper right, cut off where the mark ends: x + y is constant along each.
    wide, high = f"(width - 2 - ({left}))", "(datum.bottom - datum.top)"
    hatching = (
        rest.transform_calculate(along="sequence(7, width + height, 7)")
        .transform_flatten(["along"])
        .transform_calculate(
            start=f"max(0, datum.along - {high})",
            end=f"min({wide}, datum.along)",
        )
        .transform_filter("datum.start < datum.end")
        .transform_calculate(
            x=f"{left} + datum.start",
            x2=f"{left} + datum.end",
            y="datum.bottom - (datum.along - datum.start)",
            y2="datum.bottom - (datum.along - datum.end)",
        )
        .mark_rule(color=BAR_COLOUR, strokeWidth=1.5, aria=False)
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=None, axis=None),
            y2="y2:Q",
        )
    )
    middle = alt.value(alt.ExprRef(f"({left} + width - 2) / 2"))
    text: Any = {"align": "center", "fontSize": canvas.size(12), "aria": False, "color": TEXT_COLOUR}
    below = (
        rest.mark_text(baseline="top", **text)
        .encode(x=middle, y=alt.value(alt.ExprRef("height - foot + 4")), text="label:N")
        .properties(name="others")
    )
    above = (
        rest.mark_text(baseline="bottom", dy=-3, **text)
        .encode(x=middle, y=top, text="shown:N")
        .properties(name="together")
    )
    return [frame, hatching, below, above]


def uniform(canvas: Canvas) -> list[alt.Chart]:
    """Return the line of equal chances over the single bars, with its number; there is none up to T = 1."""
    line = (
        alt.Chart(alt.NamedData(SUMS))
        .transform_filter(f"datum.step == 0 && {PARAMETER}.{PARAMETER} > 1")
        .transform_calculate(
            equal=f"{1 / canvas.characters}",
            label=f"phone ? {filled(canvas.labels.uniform_short)} : {filled(canvas.labels.uniform)}",
        )
    )
    rule = line.mark_rule(strokeDash=[4, 3], color=TEXT_COLOUR, aria=False).encode(
        x=alt.value(0), x2=alt.value(alt.ExprRef("right")), y=canvas.y("equal")
    )
    number = (
        line.mark_text(align="right", baseline="bottom", dy=-3, fontSize=canvas.size(12), color=TEXT_COLOUR)
        .encode(x=alt.value(alt.ExprRef("right")), y=canvas.y("equal"), text="label:N", description="label:N")
        .properties(name="uniform")
    )
    return [rule.properties(name="equal"), number]


def readout(canvas: Canvas) -> alt.Chart:
    """Return the sentence above the bars: the most likely character, and how uncertain the next one is."""
    labels = canvas.labels
    blanks = {"choices": "format(datum.choices, '.1f')", "bits": "format(datum.bits, '.2f')"}
    # A phone has no room for the entropy; the number of choices says the same.
    bits = f"(phone ? '' : ' ' + {filled(labels.entropy, **blanks)})"
    uncertain = f"{filled(labels.choices, **blanks)} + {bits}"
    uncertainty = f"(datum.choices < 1.05 ? {quoted(labels.certain)} : {uncertain})"
    likeliest = filled(labels.most_likely, character="datum.name", chance=percent("datum.probability"))
    readout: alt.Chart = (
        canvas.tempered()
        .transform_filter("datum.rank == 1")
        .transform_calculate(readout=f"{likeliest} + (phone ? '\\n' : ' · ') + {uncertainty}")
        .mark_text(
            align=alt.ExprRef("crowded ? 'left' : 'right'"),
            baseline="top",
            fontSize=alt.ExprRef(f"(phone ? 12 : 14) * {canvas.base / BASE_SIZE:g} * large"),
            fontWeight=600,
            limit=alt.ExprRef("width + 40"),
            lineHeight=alt.ExprRef("line"),
            lineBreak="\n",
            color=TEXT_COLOUR,
        )
        .encode(
            x=alt.value(alt.ExprRef("phone ? -40 : crowded ? 0 : width")),
            y=alt.value(alt.ExprRef("crowded ? 1.1 * line : 0")),
            text="readout:N",
            description="readout:N",
        )
        .properties(name="readout")
    )
    return readout


def columns(canvas: Canvas) -> alt.Chart:
    """Return the whole height of each character as what a mouse or a finger meets: a small bar is missed."""
    columns: alt.Chart = (
        canvas.spoken()
        .mark_rule(opacity=0, strokeWidth=alt.expr("bandwidth('x')"), aria=False, cursor="pointer")
        .encode(
            x=canvas.x(),
            y=alt.value(alt.ExprRef("head")),
            y2=alt.value(alt.ExprRef("height")),
            tooltip=canvas.tooltip(),
        )
    )
    return columns
