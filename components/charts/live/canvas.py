"""What the layers of the live figure share: sizes, axes, colours, and the formula that follows the slider."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from components.charts.expressions import filled, percent, quoted
from components.charts.live.data import DATA, SUMS
from components.charts.live.labels import LiveLabels
from components.charts.style import BAR_COLOUR, BASE_SIZE, TICK_COLOUR
from components.temperature.scale import PARAMETER, STEP

LEAST_SHOWN = 1e-6  # where the logarithmic axis begins
NARROW = 11  # pixels that a bar needs to carry a label
# With more characters than this the likeliest has a few percent: the axis is stretched below, or no bar could be seen.
MANY = 1_000
_STRETCHED_TICKS = (0, 0.01, 0.05, 0.2, 0.5, 1)
STEP_NOW = f"round({PARAMETER}.{PARAMETER} / {STEP})"  # where the slider stands, in steps


@dataclass(frozen=True)
class Canvas:
    """What all layers share. What is measured in pixels follows the width of the figure, in the browser."""

    labels: LiveLabels
    characters: int
    logarithmic: bool
    least: float  # pixels a bar needs
    base: int
    cut: bool  # whether something is cut

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
            "crowded": f"width < {1000 * unit:g} * large",
            # The read-out stands above the bars, so it covers none of them: beside the legend where there is room.
            "head": f"(phone ? 3.4 : crowded ? 2.4 : 1.5) * line{' + line' if self.cut else ''}",
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
        """Return the rows with the formula, column by column: every one follows the slider."""
        # Written out where the division is 0 / 0: at T = 0 the most likely share all, ties alike.
        chance = (
            f"datum.gap == 0 ? exp(-datum.log_z) : {PARAMETER}.{PARAMETER} > 0 ? "
            f"exp(datum.gap / {PARAMETER}.{PARAMETER} - datum.log_z) : 0"
        )
        columns = ["log_z", "bits", "choices", *(("kept", "mass") if self.cut else ())]
        rows = (
            alt.Chart(alt.NamedData(DATA))
            .transform_filter("datum.rank <= drawn")
            .transform_calculate(step=STEP_NOW)
            .transform_lookup(lookup="step", from_=alt.LookupData(alt.NamedData(SUMS), key="step", fields=columns))
        )
        if not self.cut:
            return rows.transform_calculate(probability=chance)
        # Here log Z is that of the kept, so what is cut has the chance that it would have among them.
        return rows.transform_calculate(
            is_kept=f"isValid(datum.enters_at) && datum.enters_at <= {PARAMETER}.{PARAMETER}",
            chance=chance,
            probability="datum.is_kept ? datum.chance : 0",
            uncut="datum.chance * datum.mass",
        )

    def drawn(self) -> alt.Chart:
        """Return the rows with how high each is drawn: what is cut, as high as without the cut."""
        drawn = "datum.is_kept ? datum.probability : datum.uncut" if self.cut else "datum.probability"
        return self.tempered().transform_calculate(height=f"max({drawn}, {LEAST_SHOWN})")

    def spoken(self) -> alt.Chart:
        """Return the rows with what is said of each. Of all that follows the slider, sentences cost the most."""
        labels = self.labels
        parts = [
            f"datum.name + ': ' + {percent('datum.probability')}",
            *([self._kept_or_cut()] if self.cut else ()),
            f"{quoted(labels.base_column)} + ' ' + {percent('datum.base')}",
            f"{quoted(labels.rank)} + ' ' + datum.rank",
        ]
        return self.drawn().transform_calculate(
            shown=percent("datum.probability"),
            base_shown=percent("datum.base"),
            tempered=quoted(labels.tempered),
            spoken=" + ' · ' + ".join(parts),
            **({"uncut_shown": percent("datum.uncut"), "kept_shown": self._kept_from()} if self.cut else {}),
        )

    def _kept_or_cut(self) -> str:
        chance = percent("datum.uncut")
        kept, cut = (filled(text, chance=chance) for text in (self.labels.kept_spoken, self.labels.cut_spoken))
        return f"(datum.is_kept ? {kept} : {cut})"

    def _kept_from(self) -> str:
        labels = self.labels
        # Rounded up, so that it is kept there: see `components.presenting.cut`.
        first = filled(labels.kept_from, temperature="format(ceil(100 * datum.enters_at - 0.001) / 100, '.2f')")
        return (
            f"!isValid(datum.enters_at) ? {quoted(labels.kept_never)} : "
            f"datum.enters_at > 0 ? {first} : {quoted(labels.kept_always)}"
        )

    def x(self) -> alt.X:
        """Return the axis of the characters."""
        # By rank, not by sign: two characters that look alike have a bar each.
        scale = alt.Scale(range=[0, alt.ExprRef("right")], paddingInner=0.2, paddingOuter=0.1)
        return alt.X("rank:O", title=None, axis=None, scale=scale)

    def y(self, field: str) -> alt.Y:
        """Return the axis of the chances."""
        upright: Any = [alt.ExprRef("height - foot"), alt.ExprRef("head")]
        stretched = self.characters > MANY and not self.logarithmic
        scale = (
            alt.Scale(type="log", domain=[LEAST_SHOWN, 1], clamp=True, range=upright)
            if self.logarithmic
            else alt.Scale(type="sqrt" if stretched else "linear", domain=[0, 1], range=upright)
        )
        axis = alt.Axis(
            labelExpr="format(100 * datum.value, '~r') + ' %'",
            title=self.labels.stretched if stretched else None,
            titleFontSize=self.size(12),
            titleFontWeight="normal",
            **({"values": _STRETCHED_TICKS} if stretched else {"tickCount": 4}),
            domain=False,
            ticks=False,
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
            symbolStrokeWidth=0,  # the outline is of hollow bars alone
            labelExpr=f"phone ? (datum.index ? {short[1]} : {short[0]}) : datum.label",
        )
        scale = alt.Scale(domain=[self.labels.tempered, self.labels.base], range=[BAR_COLOUR, TICK_COLOUR])
        return alt.Color(f"{field}:N", scale=scale, legend=legend)

    def tooltip(self) -> list[alt.Tooltip]:
        """Return what is said of a character where one points."""
        labels = self.labels
        of_cut = [
            alt.Tooltip("uncut_shown:N", title=labels.uncut_chance),
            alt.Tooltip("kept_shown:N", title=labels.kept_title),
        ]
        return [
            alt.Tooltip("name:N", title=labels.character),
            alt.Tooltip("shown:N", title=labels.chance_now),
            *(of_cut if self.cut else ()),
            alt.Tooltip("base_shown:N", title=labels.base_column),
            alt.Tooltip("logit:Q", title=labels.logit, format=".3f"),
            alt.Tooltip("rank:Q", title=labels.rank),
        ]
