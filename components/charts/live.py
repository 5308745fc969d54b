"""The live figure: one bar a character, and a temperature slider that acts in the browser.

The slider is a Vega-Lite selection bound to a range input, and everything that depends on T is an
expression over it, so that a drag re-draws the figure at frame rate without the server. Streamlit's
own `st.slider` reports only when it is let go.

The figure draws the likeliest characters, as many as have room; what is left is one mark of another
kind. So that this stays exact and quick for a vocabulary of any size, the sums over all characters
come as a table, one row for each temperature of the slider.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike

from components.charts import style
from components.charts.expressions import filled, percent, quoted
from components.charts.style import BAR_COLOUR, BASE_SIZE, TEXT_COLOUR, TICK_COLOUR
from components.temperature import apply_temperature, entropy
from components.temperature.scale import HIGHEST, LOWEST, PARAMETER, STEP, TEMPERATURES

DATA, SUMS = "characters", "temperatures"  # the data sets
LEAST_SHOWN = 1e-6  # where the logarithmic axis begins
MOST_DRAWN = 512  # characters; the rest are always among the others

ROOMY, NARROW, NARROWEST = 26, 11, 4  # pixels a bar needs: as a rule, to carry a label, to be seen at all
HEIGHT = 240  # pixels, where the page gives none


@dataclass(frozen=True)
class LiveLabels:
    """What the figure says, in the reader's language; words in braces are filled in by the figure."""

    temperature: str
    tempered: str
    base: str
    tempered_short: str
    base_short: str
    chance_now: str
    base_column: str
    character: str
    logit: str
    rank: str
    most_likely: str
    choices: str
    entropy: str
    certain: str
    others_count: str
    others_together: str
    others_spoken: str
    uniform: str
    uniform_short: str


def rows(glyphs: Sequence[str], names: Sequence[str], logits: ArrayLike) -> dict[str, list[Any]]:
    """Return the figure's rows: one row a character, the most likely first, `MOST_DRAWN` at most.

    Parameters
    ----------
    glyphs : sequence of str
        What stands under each bar.
    names : sequence of str
        What a screen reader says for it.
    logits : array_like, shape (n,)
        The scores, in the same order.

    Returns
    -------
    dict of list
        Columns `rank` (from 1), `index` (into the vocabulary), `glyph`, `name`, `logit` (nats), `gap` (nats
        below the largest logit, 0 or less), `base` (probability at T = 1).

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.0, 1.0])["glyph"]
    ['b', 'a']
    """
    scores = np.asarray(logits, dtype=np.float64)
    order = np.argsort(-scores, kind="stable")[:MOST_DRAWN]
    base = apply_temperature(scores)
    return {
        "rank": list(range(1, len(order) + 1)),
        "index": order.tolist(),
        "glyph": [glyphs[index] for index in order],
        "name": [names[index] for index in order],
        "logit": scores[order].tolist(),
        "gap": (scores[order] - scores.max()).tolist(),
        "base": base[order].tolist(),
    }


def sums(logits: ArrayLike) -> dict[str, list[Any]]:
    """Return what the figure needs to know of all characters, one row for each temperature of the slider.

    Parameters
    ----------
    logits : array_like, shape (n,)
        The scores of the whole vocabulary.

    Returns
    -------
    dict of list
        Columns `step` (of the slider, from 0), `log_z` (logarithm, in nats, of the sum of exp(gap / T); at T = 0
        that of the number of ties), `bits` (entropy), `choices` (equally likely characters with that entropy).

    Examples
    --------
    >>> two = sums([0.0, 0.0])
    >>> [round(two[name][0], 3) for name in ("log_z", "bits", "choices")]
    [0.693, 1.0, 2.0]
    """
    probabilities = apply_temperature(np.asarray(logits, np.float64), TEMPERATURES)  # (temperatures, n)
    bits = entropy(probabilities)
    return {
        "step": list(range(len(TEMPERATURES))),
        # The most likely character has gap 0, so its probability is 1 / Z.
        "log_z": (-np.log(probabilities.max(axis=-1))).tolist(),
        "bits": bits.tolist(),
        "choices": np.exp2(bits).tolist(),
    }


@lru_cache(maxsize=256)
def specification(
    labels: LiveLabels,
    *,
    start: float,
    characters: int,
    logarithmic: bool = False,
    every: bool = False,
    base: int = BASE_SIZE,
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
    canvas = _Canvas(labels, characters, logarithmic, NARROWEST if every else ROOMY, base)
    figure = alt.layer(
        canvas.bars(),
        canvas.ticks(),
        canvas.glyphs(),
        *(canvas.others() if characters > 1 else ()),
        *canvas.uniform(),
        canvas.readout(),
        canvas.columns(),
    )
    figure = figure.add_params(temperature, *canvas.measures())
    # All four sides: where one is left open, the page puts room below the figure.
    figure = figure.properties(padding={"left": 0, "top": 0, "right": 2, "bottom": 0})
    return style.finished(figure, HEIGHT, base=base)


@dataclass(frozen=True)
class _Canvas:
    """The figure's layers. What is measured in pixels follows the figure's width, in the browser."""

    labels: LiveLabels
    characters: int
    logarithmic: bool
    least: float  # pixels a bar needs
    base: int

    def size(self, pixels: float) -> alt.ExprRef:
        """Return a type size that follows the page's, and grows in a wide figure."""
        return alt.ExprRef(f"{pixels * self.base / BASE_SIZE:g} * large")

    def measures(self) -> list[alt.Parameter]:
        """Return what the layers measure themselves by, as parameters."""
        unit = self.base / BASE_SIZE
        formulas = {
            "large": "width > 1500 ? 1.25 : 1",
            "phone": "width < 640",
            "line": f"{18 * unit:g} * large",
            "crowded": f"width < {1000 * unit:g}",
            # The read-out stands above the bars, so it covers none of them: beside the legend where there is room.
            "head": "phone ? 3.4 * line : crowded ? 2.4 * line : 1.5 * line",
            "foot": "1.25 * line",
            "for_others": f"{124 * unit:g} * large",
            "least": f"{self.least * unit:g}",
            "all_fit": f"width / {self.characters} >= least",
            "drawn": f"all_fit ? {self.characters} : max(1, floor((width - for_others) / least))",
            "right": "all_fit ? width : width - for_others",  # where the bars end
            "every_nth": f"ceil({NARROW * unit:g} * large * drawn / right)",  # which bars carry a label
        }
        return [alt.param(name=name, expr=formula) for name, formula in formulas.items()]

    def _tempered(self) -> alt.Chart:
        """Add the formula, column by column: every one follows the slider."""
        # Written out where the division is 0 / 0: at T = 0 the most likely share all, ties alike.
        probability = (
            f"datum.gap == 0 ? exp(-datum.log_z) : {PARAMETER}.{PARAMETER} > 0 ? "
            f"exp(datum.gap / {PARAMETER}.{PARAMETER} - datum.log_z) : 0"
        )
        columns = ["log_z", "bits", "choices"]
        return (
            alt.Chart(alt.NamedData(DATA))
            .transform_filter("datum.rank <= drawn")
            .transform_calculate(step=f"round({PARAMETER}.{PARAMETER} / {STEP})")
            .transform_lookup(lookup="step", from_=alt.LookupData(alt.NamedData(SUMS), key="step", fields=columns))
            .transform_calculate(probability=probability)
        )

    def _spoken(self) -> alt.Chart:
        labels = self.labels
        return self._tempered().transform_calculate(
            height=f"max(datum.probability, {LEAST_SHOWN})",
            shown=percent("datum.probability"),
            base_shown=percent("datum.base"),
            tempered=quoted(labels.tempered),
            untempered=quoted(labels.base),
            spoken=f"datum.name + ': ' + {percent('datum.probability')} + ' · ' + {quoted(labels.base_column)} + ' '"
            f" + {percent('datum.base')} + ' · ' + {quoted(labels.rank)} + ' ' + datum.rank",
        )

    def _x(self) -> alt.X:
        # By rank, not by sign: two characters that look alike have a bar each.
        scale = alt.Scale(range=[0, alt.ExprRef("right")], paddingInner=0.2, paddingOuter=0.1)
        return alt.X("rank:O", title=None, axis=None, scale=scale)

    def _y(self, field: str) -> alt.Y:
        upright: Any = [alt.ExprRef("height - foot"), alt.ExprRef("head")]
        scale = (
            alt.Scale(type="log", domain=[LEAST_SHOWN, 1], clamp=True, range=upright)
            if self.logarithmic
            else alt.Scale(type="linear", domain=[0, 1], range=upright)
        )
        axis = alt.Axis(
            labelExpr="format(100 * datum.value, '~r') + ' %'",
            title=None,
            tickCount=4,
            domain=False,
            ticks=False,
            labelFlush=False,
            labelFontSize=self.size(12),
        )
        return alt.Y(f"{field}:Q", scale=scale, axis=axis)

    def _colour(self, field: str) -> alt.Color:
        short = quoted(self.labels.tempered_short), quoted(self.labels.base_short)
        legend = alt.Legend(
            orient="none",
            legendX=alt.ExprRef("phone ? -40 : 0"),
            legendY=0,
            padding=0,
            columnPadding=12,
            direction="horizontal",
            title=None,
            labelLimit=600,
            labelFontSize=self.size(13),
            symbolType="square",
            symbolOpacity=1,
            labelExpr=f"phone ? (datum.index ? {short[1]} : {short[0]}) : datum.label",
        )
        scale = alt.Scale(domain=[self.labels.tempered, self.labels.base], range=[BAR_COLOUR, TICK_COLOUR])
        return alt.Color(f"{field}:N", scale=scale, legend=legend)

    def _tooltip(self) -> list[alt.Tooltip]:
        labels = self.labels
        return [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("shown:N", title=labels.chance_now),
            alt.Tooltip("base_shown:N", title=labels.base_column),
            alt.Tooltip("logit:Q", title=labels.logit, format=".3f"),
            alt.Tooltip("rank:Q", title=labels.rank),
        ]

    def bars(self) -> alt.Chart:
        bars: alt.Chart = (
            self._spoken()
            .mark_bar(clip=True)
            .encode(
                x=self._x(),
                y=self._y("height"),
                y2=alt.Y2Datum(LEAST_SHOWN if self.logarithmic else 0),
                color=self._colour("tempered"),
                description="spoken:N",
                tooltip=self._tooltip(),
            )
        )
        return bars

    def ticks(self) -> alt.Chart:
        ticks: alt.Chart = (
            self._spoken()
            .mark_tick(thickness=2.5, opacity=1, aria=False, clip=True)
            .encode(x=self._x(), y=self._y("base"), color=self._colour("untempered"))
        )
        return ticks

    def glyphs(self) -> alt.Chart:
        """Return the signs under the bars; where bars are narrow, under every nth."""
        glyphs: alt.Chart = (
            alt.Chart(alt.NamedData(DATA))
            .transform_filter("datum.rank <= drawn && (datum.rank - 1) % every_nth == 0")
            .mark_text(baseline="top", fontSize=self.size(13), aria=False, color=TEXT_COLOUR)
            .encode(x=self._x(), y=alt.value(alt.ExprRef("height - foot + 4")), text="glyph:N")
            .properties(name="glyphs")
        )
        return glyphs

    def others(self) -> list[alt.Chart]:
        """Return what is left as a mark of its own: hatched, apart from the bars, with a label of its own."""
        labels = self.labels
        count = f"{self.characters} - drawn"
        left = "right + 0.32 * for_others"
        # What is left is 1 less what is drawn; below the rounding of the sum there is nothing.
        rest = (
            self._tempered()
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
        text: Any = {"align": "center", "fontSize": self.size(12), "aria": False, "color": TEXT_COLOUR}
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

    def uniform(self) -> list[alt.Chart]:
        """Return the line of equal chances over the single bars, with its number; there is none up to T = 1."""
        line = (
            alt.Chart(alt.NamedData(SUMS))
            .transform_filter(f"datum.step == 0 && {PARAMETER}.{PARAMETER} > 1")
            .transform_calculate(
                equal=f"{1 / self.characters}",
                label=f"phone ? {filled(self.labels.uniform_short)} : {filled(self.labels.uniform)}",
            )
        )
        rule = line.mark_rule(strokeDash=[4, 3], color=TEXT_COLOUR, aria=False).encode(
            x=alt.value(0), x2=alt.value(alt.ExprRef("right")), y=self._y("equal")
        )
        number = (
            line.mark_text(align="right", baseline="bottom", dy=-3, fontSize=self.size(12), color=TEXT_COLOUR)
            .encode(x=alt.value(alt.ExprRef("right")), y=self._y("equal"), text="label:N", description="label:N")
            .properties(name="uniform")
        )
        return [rule.properties(name="equal"), number]

    def readout(self) -> alt.Chart:
        labels = self.labels
        blanks = {"choices": "format(datum.choices, '.1f')", "bits": "format(datum.bits, '.2f')"}
        # A phone has no room for the entropy; the number of choices says the same.
        bits = f"(phone ? '' : ' ' + {filled(labels.entropy, **blanks)})"
        uncertain = f"{filled(labels.choices, **blanks)} + {bits}"
        uncertainty = f"(datum.choices < 1.05 ? {quoted(labels.certain)} : {uncertain})"
        likeliest = filled(labels.most_likely, character="datum.name", chance=percent("datum.probability"))
        readout: alt.Chart = (
            self._tempered()
            .transform_filter("datum.rank == 1")
            .transform_calculate(readout=f"{likeliest} + (phone ? '\\n' : ' · ') + {uncertainty}")
            .mark_text(
                align=alt.ExprRef("crowded ? 'left' : 'right'"),
                baseline="top",
                fontSize=alt.ExprRef(f"(phone ? 12 : 14) * {self.base / BASE_SIZE:g} * large"),
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

    def columns(self) -> alt.Chart:
        """Return the whole height of each character as what a mouse or a finger meets: a small bar is missed."""
        columns: alt.Chart = (
            self._spoken()
            .mark_rule(opacity=0, strokeWidth=alt.expr("bandwidth('x')"), aria=False, cursor="pointer")
            .encode(
                x=self._x(),
                y=alt.value(alt.ExprRef("head")),
                y2=alt.value(alt.ExprRef("height")),
                tooltip=self._tooltip(),
            )
        )
        return columns
