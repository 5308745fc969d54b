"""What the layers of the live figure share: sizes, axes, colours, and the formula that follows the slider."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from components.charts.expressions import percent, quoted
from components.charts.live.data import DATA, SUMS
from components.charts.live.labels import LiveLabels
from components.charts.style import BAR_COLOUR, BASE_SIZE, TICK_COLOUR
from components.temperature.scale import PARAMETER, STEP

LEAST_SHOWN = 1e-6  # where the logarithmic axis begins
NARROW = 11  # pixels that a bar needs to carry a label


@dataclass(frozen=True)
class Canvas:
    """What all layers share. What is measured in pixels follows the width of the figure, in the browser."""

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

    def tempered(self) -> alt.Chart:
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

    def spoken(self) -> alt.Chart:
        """Return the rows with what is said of each."""
        labels = self.labels
        return self.tempered().transform_calculate(
            height=f"max(datum.probability, {LEAST_SHOWN})",
            shown=percent("datum.probability"),
            base_shown=percent("datum.base"),
            tempered=quoted(labels.tempered),
            untempered=quoted(labels.base),
            spoken=f"datum.name + ': ' + {percent('datum.probability')} + ' · ' + {quoted(labels.base_column)} + ' '"
            f" + {percent('datum.base')} + ' · ' + {quoted(labels.rank)} + ' ' + datum.rank",
        )

    def x(self) -> alt.X:
        """Return the axis of the characters."""
        # By rank, not by sign: two characters that look alike have a bar each.
        scale = alt.Scale(range=[0, alt.ExprRef("right")], paddingInner=0.2, paddingOuter=0.1)
        return alt.X("rank:O", title=None, axis=None, scale=scale)

    def y(self, field: str) -> alt.Y:
        """Return the axis of the chances."""
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

    def colour(self, field: str) -> alt.Color:
        """Return the colours of now and of T = 1, with their legend."""
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

    def tooltip(self) -> list[alt.Tooltip]:
        """Return what is said of a character where one points."""
        labels = self.labels
        return [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("shown:N", title=labels.chance_now),
            alt.Tooltip("base_shown:N", title=labels.base_column),
            alt.Tooltip("logit:Q", title=labels.logit, format=".3f"),
            alt.Tooltip("rank:Q", title=labels.rank),
        ]
