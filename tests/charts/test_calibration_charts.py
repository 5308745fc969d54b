"""The figures of "Calibration": valid, and their data are those that were measured."""

import re

import pytest

from components.charts import loss_curve, reliability
from components.charts.loss_curve import Curve
from components.charts.reliability import Bins
from components.temperature.scale import HIGHEST, PARAMETER
from tests.charts.figures import FIGURES
from tests.charts.rendering import Mark, render

TEMPERATURES = [0.1, 0.5, 1.0, 3.0]
LOW = Curve("low", 0, TEMPERATURES, [16.0, 1.7, 1.2, 1.5], 1.1, 1.19, "here it is lowest")
HIGH = Curve("high", 2, TEMPERATURES, [20.0, 3.0, 1.6, 1.9], 1.3, 1.55, "and here")


@pytest.mark.parametrize("name", ["loss curve", "reliability"])
def test_a_figure_has_one_slider_which_that_of_the_page_moves(name: str) -> None:
    (parameter,) = FIGURES[name][0]()["params"]
    assert parameter["name"] == PARAMETER
    assert parameter["bind"]["input"] == "range"


def test_steep_ends_are_cut_at_one_height() -> None:
    found = loss_curve.rows([LOW, HIGH], loss_at="{text} {loss}")
    roof = 1.55 + loss_curve.ROOM
    for curve in (LOW, HIGH):
        cut = [row for row in found[loss_curve.CURVES] if row["text"] == curve.name]
        assert cut[0]["loss"] == pytest.approx(roof)
        measured = dict(zip(curve.temperatures, curve.losses, strict=True))
        assert all(measured[row["T"]] == row["loss"] for row in cut[1:])
        assert [row["T"] for row in cut[1:]] == [t for t, loss in measured.items() if loss <= roof]


def test_a_curve_that_only_falls_is_shown_to_its_end() -> None:
    falling = Curve("falling", 2, TEMPERATURES, [90.0, 30.0, 9.0, 4.0], 7.5, 3.2, "off the axis")
    found = loss_curve.rows([LOW, falling], loss_at="")
    assert found[loss_curve.CURVES][-1] == {"T": 3.0, "loss": 4.0, "style": 2, "text": "falling"}
    shown = {row["label"]: (row["visible"], row["T"]) for row in found[loss_curve.BEST]}
    assert shown == {"low · here it is lowest": (True, 1.1), "falling · off the axis": (False, HIGHEST)}


def test_losses_are_read_at_every_temperature_also_where_curves_are_cut() -> None:
    found = loss_curve.rows([LOW, HIGH], loss_at="{text} {loss:.1f}")
    said = {(row["T"], row["row"]): row["label"] for row in found[loss_curve.LEGEND]}
    assert list(said) == [(t, row) for t in TEMPERATURES for row in (0, 1)]
    assert (said[0.1, 0], said[0.1, 1]) == ("low 16.0 · here it is lowest", "high 20.0 · and here")


def test_every_text_has_a_line_of_its_own_in_grey_too() -> None:
    assert len(set(map(tuple, loss_curve.DASHES))) == len(set(loss_curve.COLOURS)) == 3


def test_the_legend_has_a_piece_of_each_line_in_its_colour_and_dashes() -> None:
    data = loss_curve.rows([LOW, HIGH], loss_at="{text} {loss:.1f}")
    picture = render(FIGURES["loss curve"][0](), data, T=0.5)
    drawn = [(mark.attributes["stroke"], mark.attributes["stroke-dasharray"]) for mark in picture.of("swatches")]
    dashes = [",".join(map(str, loss_curve.DASHES[curve.style])) for curve in (LOW, HIGH)]
    assert drawn == list(zip([loss_curve.COLOURS[curve.style] for curve in (LOW, HIGH)], dashes, strict=True))
    assert [mark.y for mark in picture.of("swatches")] == sorted({mark.y for mark in picture.of("swatches")})


def _top(mark: Mark) -> float:
    """Return how far down a line or a point begins."""
    corners = re.findall(r"[ML]-?[\d.]+,(-?[\d.]+)", mark.attributes.get("d", ""))
    return mark.y + min(map(float, corners), default=0)


@pytest.mark.parametrize("base", [16, 22])
@pytest.mark.parametrize("temperature", TEMPERATURES)
def test_no_line_crosses_a_label(base: int, temperature: float) -> None:
    third = Curve("near", 1, TEMPERATURES, LOW.losses, 1.1, LOW.lowest + 0.05, "near")
    data = loss_curve.rows([LOW, HIGH, third], loss_at="{text} {loss:.1f}")
    picture = render(FIGURES["loss curve"][0](base=base), data, T=temperature)
    words = [*picture.of("readout"), *picture.of("quiet")]
    lines = [mark for mark in picture.marks if mark.visible and not mark.text and mark.group != "swatches"]
    assert len(words) == 4
    lowest = max(mark.y for mark in words) + 0.25 * base  # a letter's foot
    assert lowest <= min(map(_top, lines))
    assert len({mark.y for mark in words}) == 4


def test_bins_are_where_they_were_measured_and_empty_ones_left_out() -> None:
    bins = [
        Bins(1.0, (0, 3, 1), (None, 0.5, 0.9), (None, 2 / 3, 1.0), "at one"),
        Bins(2.0, (4, 0, 0), (0.2, None, None), (0.75, None, None), "at two"),
    ]
    found = reliability.rows(bins)
    assert [(row["T"], row["count"]) for row in found[reliability.BINS]] == [(1.0, 3), (1.0, 1), (2.0, 4)]
    first = found[reliability.BINS][0]
    assert (first["low"], first["high"]) == pytest.approx((1 / 3, 2 / 3))
    assert (first["confidence"], first["accuracy"], first["share"]) == (0.5, 2 / 3, 0.75)
    assert [row["label"] for row in found[reliability.READOUT]] == ["at one", "at two"]


def test_a_bin_says_what_was_predicted_in_it_and_what_came() -> None:
    build, data = FIGURES["reliability"]
    said = list(render(build(), data).labelled("rect"))
    assert said[1] == "33–67 %: <'came'> 66.7 %, <'gap'> −16.7 %, <'predictions'> 3"
    assert render(build(), data).text("readout") == "of all\nin two lines"


def test_a_gap_is_filled_above_its_bar_and_empty_on_it() -> None:
    build, data = FIGURES["reliability"]
    gaps = [mark for mark in render(build(), data).marks if mark.attributes.get("stroke-dasharray")]
    assert [float(mark.attributes["fill-opacity"]) > 0 for mark in gaps] == [False, False, False]
    over = reliability.rows([Bins(1.0, (5, 3), (0.3, 0.9), (0.4, 0.8), "")])
    gaps = [mark for mark in render(build(), over).marks if mark.attributes.get("stroke-dasharray")]
    assert [float(mark.attributes["fill-opacity"]) > 0 for mark in gaps] == [False, True]


def test_a_lowest_point_off_the_axis_is_not_drawn() -> None:
    off = Curve("falling", 2, TEMPERATURES, [90.0, 30.0, 9.0, 4.0], 7.5, 3.2, "off the axis")
    picture = render(FIGURES["loss curve"][0](), loss_curve.rows([LOW, off], loss_at="{text} {loss:.1f}"), T=0.5)
    assert picture.text("readout") == "low 1.7 · here it is lowest\nfalling 30.0"
    assert "falling · off the axis" not in picture.labelled("point")
