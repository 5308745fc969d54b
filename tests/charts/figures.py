"""Every figure with a small set of data, for what holds of all of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from components.charts import (
    along,
    bands,
    comparison,
    families,
    learning_curve,
    limits,
    live,
    loss_curve,
    noise_lines,
    over_temperature,
    reliability,
    trade_off,
)
from components.charts.loss_curve import Curve
from components.charts.reliability import Bins
from components.temperature import Decoding, apply_temperature, enters_at, gumbel_noise

TEMPERATURES = [0.0, 0.5, 1.0, 2.0]
GLYPHS = [chr(0x4E00 + index) for index in range(40)]
LOGITS = np.random.default_rng(2).normal(size=40) * 3
ENTERS_AT = np.where(LOGITS > 3, 0.0, np.where(LOGITS > 0, 3 - LOGITS, np.inf))
(NOISE,) = gumbel_noise(4, range(1), 40)
SAYS = {"picked_at": "{temperature:g}{character}", "second_at": "then {character}", "cut_at": "not {character}"}
SAYS["lower"] = "{count} of {all}"
CUT = Decoding(min_p=0.1)
ESTIMATES = [(0.9, 0.85, 0.95), (0.8, 0.75, 0.85), (0.7, 0.65, 0.75), (0.3, 0.25, 0.35)]
REAL = (0.85, 0.84, 0.86)


def labels(kind: type) -> Any:
    """Return a figure's labels, each with quotation marks and what HTML would take for a tag."""
    return kind(**{field: f"<'{field}'>" for field in kind.__dataclass_fields__})  # type: ignore[attr-defined]


def _over_temperature(**options: Any) -> Any:
    texts = replace(labels(over_temperature.OverTemperatureLabels), between=" <'{low}' to {high}>")
    return over_temperature.specification(texts, start=1.0, **options)


FAMILIES_LABELS = replace(
    labels(families.FamiliesLabels),
    families=tuple(f"<'family {number}'>" for number in range(7)),
    candidate_at_point="'{name}' {quality} < {diversity}",
    kept_at_point="'{name}' keeps {kept}",
)
POINTS = [
    families.Point(family, f"curve {family}", temperature, f"{family} at {temperature:g}", diversity, quality, kept)
    for family in range(7)
    for temperature, diversity, quality, kept in ((0.0, 0.3, 0.99, 1), (0.5, 0.5, 0.9, 4), (1, 0.6, 0.8, 9.5))
]


# By name: the specification for a size of type, where the figure has one, and its data sets.
FIGURES: dict[str, tuple[Callable[..., dict[str, Any]], dict[str, Any]]] = {
    "along": (
        lambda **size: along.specification(labels(along.AlongLabels), start=1.0, **size),
        along.rows(TEMPERATURES, [ESTIMATES] * 4, [REAL] * 10),
    ),
    "bands": (
        lambda **size: bands.specification(labels(bands.BandsLabels), **size),
        bands.rows(GLYPHS, LOGITS, TEMPERATURES, others="others"),
    ),
    "comparison": (
        lambda **size: comparison.specification(labels(comparison.ComparisonLabels), **size),
        {
            comparison.DATA: comparison.rows(
                GLYPHS, GLYPHS, apply_temperature(LOGITS), [float("nan"), *apply_temperature(LOGITS)[1:]]
            )
        },
    ),
    "loss curve": (
        lambda **size: loss_curve.specification(labels(loss_curve.LossLabels), **size),
        loss_curve.rows(
            [Curve("text", 0, TEMPERATURES[1:], [2.0, 1.0, 1.5], 1.1, 0.9, "lowest")], loss_at="{text} {loss}"
        ),
    ),
    "learning curve": (
        lambda **size: learning_curve.specification(labels(learning_curve.LearningLabels), **size),
        learning_curve.rows(
            labels(learning_curve.LearningLabels), [5.0, 60.0], [3.0, 2.0], [3.1, 2.4], of_seconds=180.0
        ),
    ),
    "noise lines": (
        lambda **size: noise_lines.specification(labels(noise_lines.NoiseLinesLabels), **size),
        noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS),
    ),
    "rays": (
        lambda **size: noise_lines.specification(labels(noise_lines.NoiseLinesLabels), **size),
        noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS, enters=enters_at(LOGITS, CUT)),
    ),
    "limits": (
        lambda **size: limits.specification(labels(limits.LimitsLabels), start=0.7, **size),
        limits.rows(GLYPHS[:6], np.log([0.6, 0.2, 0.05, 0.04, 0.03, 0.02]), others=1000),
    ),
    "a share over temperature": (
        lambda **size: _over_temperature(highest=2.0, share=True, **size),
        over_temperature.rows(TEMPERATURES, ESTIMATES, REAL),
    ),
    "bits over temperature": (
        lambda **size: _over_temperature(highest=2.0, share=False, **size),
        over_temperature.rows(TEMPERATURES, ESTIMATES, None),
    ),
    "reliability": (
        lambda **size: reliability.specification(labels(reliability.ReliabilityLabels), **size),
        reliability.rows([Bins(1.0, (5, 3, 1), (0.2, 0.5, 0.9), (0.3, 2 / 3, 1.0), "of all\nin two lines")]),
    ),
    "families": (
        lambda **size: families.trade_off(FAMILIES_LABELS, start=1.0, **size),
        families.rows(POINTS, (0.85, 0.8)),
    ),
    "kept characters": (
        lambda **size: families.kept(FAMILIES_LABELS, start=1.0, highest=2.0, characters=65, **size),
        families.rows(POINTS, None),
    ),
    "trade-off": (
        lambda **size: trade_off.specification(
            replace(labels(trade_off.TradeOffLabels), at_point="'{temperature}' {quality} < {diversity}"),
            start=1.0,
            **size,
        ),
        trade_off.rows(TEMPERATURES, ESTIMATES, ESTIMATES, (REAL, REAL)),
    ),
    "live": (
        lambda **size: live.specification(labels(live.LiveLabels), start=1.0, characters=len(GLYPHS), **size),
        {live.DATA: live.rows(GLYPHS, GLYPHS, LOGITS), live.SUMS: live.sums(LOGITS)},
    ),
    "live, with a cut": (
        lambda **size: live.specification(labels(live.LiveLabels), start=1.0, characters=len(GLYPHS), cut=True, **size),
        {live.DATA: live.rows(GLYPHS, GLYPHS, LOGITS, ENTERS_AT), live.SUMS: live.sums(LOGITS, ENTERS_AT)},
    ),
    "live, logarithmic": (
        lambda **size: live.specification(
            labels(live.LiveLabels), start=1.0, characters=len(GLYPHS), logarithmic=True, **size
        ),
        {live.DATA: live.rows(GLYPHS, GLYPHS, LOGITS), live.SUMS: live.sums(LOGITS)},
    ),
}
FOLLOWING = ["along", "loss curve", "a share over temperature", "bits over temperature", "reliability", "trade-off"]
FOLLOWING += ["families", "kept characters"]
