"""The layers of the live figure, each a function of what they share."""

from typing import Any

import altair as alt

from components.charts import style
from components.charts.expressions import filled, percent, quoted
from components.charts.live.canvas import LEAST_SHOWN, STEP_NOW, Canvas
from components.charts.live.data import DATA, SUMS
from components.charts.style import BAR_COLOUR, BASE_SIZE, TEXT_COLOUR, encoded
from components.temperature.scale import PARAMETER

CROSS = "×"  # of what is cut
HOLLOW = 1.25  # pixels of the outline of its bar


def bars(canvas: Canvas) -> alt.Chart:
    """Return a bar per character: its chance at the slider's temperature; hollow where it is cut."""
    outline: dict[str, Any] = {"stroke": BAR_COLOUR, "strokeWidth": HOLLOW} if canvas.cut else {}
    hollow = {"fillOpacity": _if_kept(1, 0), "strokeOpacity": _if_kept(0, 1)} if canvas.cut else {}
    bars: alt.Chart = (
        canvas.spoken()
        .mark_bar(clip=True, **outline)
        .encode(
            x=canvas.x(),
            y=canvas.y("height"),
            y2=alt.Y2Datum(LEAST_SHOWN if canvas.logarithmic else 0),
            color=canvas.colour("tempered"),
            description="spoken:N",
            tooltip=canvas.tooltip(),
            **hollow,
        )
    )
    return bars


def _if_kept(kept: float, cut: float) -> Any:
    return alt.condition("datum.is_kept", alt.value(kept), alt.value(cut))


def crosses(canvas: Canvas) -> alt.Chart:
    """Return a cross over every bar that is cut, and over its tick; where bars are narrow, over every nth."""
    crosses: alt.Chart = (
        canvas.drawn()
        .transform_filter("!datum.is_kept && (datum.rank - 1) % every_nth == 0")
        .transform_calculate(highest="max(datum.height, datum.base)")
        .mark_text(text=CROSS, baseline="bottom", dy=-1, fontSize=canvas.size(13), aria=False, color=TEXT_COLOUR)
        .encode(x=canvas.x(), y=canvas.y("highest"))
        .properties(name="crosses")
    )
    return crosses


def ticks(canvas: Canvas) -> alt.Chart:
    """Return a tick per character: its chance at T = 1, which does not follow the slider."""
    ticks: alt.Chart = (
        alt.Chart(alt.NamedData(DATA))
        .transform_filter("datum.rank <= drawn")
        .transform_calculate(untempered=quoted(canvas.labels.base))
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
    told = _told(canvas).transform_calculate(
        top=f"scale('y', max(datum.rest, {LEAST_SHOWN}))",
        bottom="height - foot",
        label=filled(canvas.labels.others_count, count=_left(canvas)),
    )
    rest = told.transform_filter("!all_fit")
    hatched = rest.transform_filter("!datum.all_cut") if canvas.cut else rest
    return [_frame(canvas, told), _hatching(hatched), *_names(canvas, rest)]


_OTHERS_AT, _OTHERS_TO = "right + 0.32 * for_others", "width - 2"  # where their mark begins and ends
_TOP = alt.Y("top:Q", scale=None, axis=None)


def _left(canvas: Canvas) -> str:
    return f"{canvas.characters} - drawn"


def _told(canvas: Canvas) -> alt.Chart:
    """Return the row of all that has no bar of its own, with what is shown and what is spoken of it."""
    labels = canvas.labels
    blanks = {"count": _left(canvas), "chance": percent("datum.rest")}
    shown, spoken = filled(labels.others_together, **blanks), filled(labels.others_spoken, **blanks)
    if canvas.cut:
        shown = f"datum.all_cut ? {quoted(labels.others_cut)} : {shown}"
        kept = filled(labels.others_kept, kept="datum.kept - drawn", **blanks)
        spoken = (
            f"datum.all_cut ? {filled(labels.others_cut_spoken, **blanks)} : "
            f"datum.kept < {canvas.characters} ? {kept} : {spoken}"
        )
    return _rest(canvas).transform_calculate(spoken=spoken, shown=shown)


def _frame(canvas: Canvas, rest: alt.Chart) -> alt.Chart:
    """Return the outline. Where all fit it is hidden, not left out: of an empty mark Vega says nothing to a reader."""
    x, x2 = (alt.value(alt.ExprRef(edge)) for edge in (_OTHERS_AT, _OTHERS_TO))
    hollow = {"fillOpacity": alt.condition("datum.all_cut", alt.value(0), alt.value(0.12))} if canvas.cut else {}
    said = {"description": "spoken:N", "tooltip": alt.Tooltip("spoken:N", title=" ")}
    frame = rest.mark_bar(fillOpacity=0.12, fill=BAR_COLOUR, stroke=BAR_COLOUR)
    return encoded(frame, x=x, x2=x2, y=_TOP, y2="bottom:Q", opacity=style.visible_if("!all_fit"), **said, **hollow)


def _hatching(rest: alt.Chart) -> alt.Chart:
    """Return lines from lower left to upper right, cut off where the mark ends: x + y is constant along each."""
    wide, high = f"({_OTHERS_TO} - ({_OTHERS_AT}))", "(datum.bottom - datum.top)"
    lines = (
        rest.transform_calculate(along="sequence(7, width + height, 7)")
        .transform_flatten(["along"])
        .transform_calculate(start=f"max(0, datum.along - {high})", end=f"min({wide}, datum.along)")
        .transform_filter("datum.start < datum.end")
        .transform_calculate(
            x=f"{_OTHERS_AT} + datum.start",
            x2=f"{_OTHERS_AT} + datum.end",
            y="datum.bottom - (datum.along - datum.start)",
            y2="datum.bottom - (datum.along - datum.end)",
        )
    )
    x, y = alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)
    return encoded(lines.mark_rule(color=BAR_COLOUR, strokeWidth=1.5, aria=False), x=x, x2="x2:Q", y=y, y2="y2:Q")


def _names(canvas: Canvas, rest: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    """Return how many they are, below their mark, and their chance together, above it."""
    middle = alt.value(alt.ExprRef(f"({_OTHERS_AT} + {_OTHERS_TO}) / 2"))
    text: Any = {"align": "center", "fontSize": canvas.size(12), "aria": False, "color": TEXT_COLOUR}
    foot = alt.value(alt.ExprRef("height - foot + 4"))
    below = encoded(rest.mark_text(baseline="top", **text), x=middle, y=foot, text="label:N")
    above = encoded(rest.mark_text(baseline="bottom", dy=-3, **text), x=middle, y=_TOP, text="shown:N")
    return below.properties(name="others"), above.properties(name="together")


def _rest(canvas: Canvas) -> alt.Chart:
    """Return one row with the chance of all that has no bar of its own: without the cut, where all of that is cut."""
    drawn = canvas.tempered()
    if canvas.cut:
        drawn = drawn.transform_calculate(
            all_cut="datum.kept <= drawn", counted="datum.kept <= drawn ? datum.uncut : datum.probability"
        ).transform_aggregate(drawn_together="sum(counted)", groupby=["kept", "all_cut"])
    else:
        drawn = drawn.transform_aggregate(drawn_together="sum(probability)")
    # What is left is 1 less what is drawn; below the rounding of the sum there is nothing.
    return drawn.transform_calculate(rest="1 - datum.drawn_together < 1e-12 ? 0 : 1 - datum.drawn_together")


def uniform(canvas: Canvas) -> list[alt.Chart]:
    """Return the line of equal chances over the single bars, with its number; there is none up to T = 1.

    Where something is cut, they are those of the kept.
    """
    labels = canvas.labels
    shown, above = f"{PARAMETER}.{PARAMETER} > 1", "-3"
    equal, short, long = f"{1 / canvas.characters}", filled(labels.uniform_short), filled(labels.uniform)
    if canvas.cut:
        # Whoever is alone is equal to none. No cut bar is higher than the line, but its cross may be.
        shown, above = f"{shown} && datum.kept > 1", "-0.85 * line"
        equal = "1 / datum.kept"
        blanks = {"kept": "datum.kept", "chance": percent(equal)}
        short, long = filled(labels.uniform_kept_short, **blanks), filled(labels.uniform_kept, **blanks)
    line = (
        alt.Chart(alt.NamedData(SUMS))
        .transform_filter(f"datum.step == {STEP_NOW} && {shown}")
        .transform_calculate(equal=equal, label=f"phone ? {short} : {long}")
    )
    rule = line.mark_rule(strokeDash=[4, 3], color=TEXT_COLOUR, aria=False).encode(
        x=alt.value(0), x2=alt.value(alt.ExprRef("right")), y=canvas.y("equal")
    )
    number = (
        line.mark_text(
            align="right", baseline="bottom", dy=alt.ExprRef(above), fontSize=canvas.size(12), color=TEXT_COLOUR
        )
        .encode(x=alt.value(alt.ExprRef("right")), y=canvas.y("equal"), text="label:N", description="label:N")
        .properties(name="uniform")
    )
    return [rule.properties(name="equal"), number]


def readout(canvas: Canvas) -> alt.Chart:
    """Return the sentence above the bars: the most likely character, how uncertain the next one is, what is kept."""
    labels = canvas.labels
    blanks = {"choices": "format(datum.choices, '.1f')", "bits": "format(datum.bits, '.2f')"}
    # A phone has no room for the entropy; the number of choices says the same.
    bits = f"(phone ? '' : ' ' + {filled(labels.entropy, **blanks)})"
    uncertain = f"{filled(labels.choices, **blanks)} + {bits}"
    uncertainty = f"(datum.choices < 1.05 ? {quoted(labels.certain)} : {uncertain})"
    likeliest = filled(labels.most_likely, character="datum.name", chance=percent("datum.probability"))
    lines = f"{likeliest} + (phone ? '\\n' : ' · ') + {uncertainty}"
    if canvas.cut:
        kept = {"kept": "datum.kept", "count": str(canvas.characters), "share": percent("datum.mass")}
        lines += f" + '\\n' + (phone ? {filled(labels.kept_short, **kept)} : {filled(labels.kept, **kept)})"
    readout: alt.Chart = (
        canvas.tempered()
        .transform_filter("datum.rank == 1")
        .transform_calculate(readout=lines)
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
