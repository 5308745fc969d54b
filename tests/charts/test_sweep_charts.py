"""The figures of the sweep: valid, and their data are the estimates."""

import pytest

from components.charts import along, families, over_temperature, trade_off
from components.temperature.scale import HIGHEST, PARAMETER
from tests.charts.figures import FAMILIES_LABELS, FIGURES, FOLLOWING, POINTS
from tests.charts.rendering import render


@pytest.mark.parametrize("name", FOLLOWING)
def test_every_figure_can_be_moved_by_the_slider(name: str) -> None:
    (slider,) = [one for one in FIGURES[name][0]()["params"] if one["name"] == PARAMETER]
    assert slider["bind"]["input"] == "range"
    assert slider["bind"]["min"] == 0
    assert slider["bind"]["max"] == HIGHEST


def test_rows_are_in_the_order_of_temperature_and_leave_out_what_is_not_there() -> None:
    found = over_temperature.rows([1.0, 0.0, 0.5], [(3.0, 2.0, 4.0), (1.0, 1.0, 1.0), (None, None, None)], (2, 1, 3))
    assert [row["T"] for row in found[over_temperature.ESTIMATES]] == [0.0, 1.0]
    assert found[over_temperature.ESTIMATES][1] == {"T": 1.0, "mean": 3.0, "low": 2.0, "high": 4.0}
    assert found[over_temperature.REAL] == [{"mean": 2, "low": 1, "high": 3, "side": "left"}]


@pytest.mark.parametrize(("means", "side"), [((0.1, 1.0), "left"), ((1.0, 0.1), "right"), ((1.0, 0.95), "right")])
def test_the_name_of_real_text_stands_where_there_is_room(means: tuple[float, float], side: str) -> None:
    found = over_temperature.rows([0.0, 1.0], [(mean, None, None) for mean in means], (0.95, None, None))
    assert found[over_temperature.REAL][0]["side"] == side


def test_without_real_text_there_is_no_line() -> None:
    assert over_temperature.rows([1.0], [(1.0, None, None)], None)[over_temperature.REAL] == []
    assert over_temperature.rows([], [], (1.0, None, None))[over_temperature.ESTIMATES] == []
    assert trade_off.rows([], [], [], ((None, None, None), (1.0, 1.0, 1.0)))[trade_off.REAL] == []
    assert along.rows([1.0], [[(None, None, None)]], None) == {along.TENTHS: [], along.REAL: []}


def test_a_temperature_is_a_point_of_both_measures() -> None:
    found = trade_off.rows(
        [1.0, 0.5, 0.7], [(0.6, 0.5, 0.7), (0.4, 0.3, 0.5), (None, None, None)], [(0.9, None, None)] * 3, None
    )
    assert [(row["name"], row["diversity"], row["quality"]) for row in found[trade_off.POINTS]] == [
        ("T = 0.5", 0.4, 0.9),
        ("T = 1", 0.6, 0.9),
    ]
    assert found[trade_off.POINTS][0]["diversity_low"] == 0.3


@pytest.mark.parametrize(
    ("name", "temperature", "readout"),
    [
        ("a share over temperature", 0.5, "80.0 % <'75.0' to 85.0>"),
        ("bits over temperature", 2.0, "0.30 <'0.25' to 0.35>"),
        ("trade-off", 0.5, "'0.5' 80.0 % < 80.0 %"),
        ("trade-off", 0.3, ""),
    ],
)
def test_the_readout_follows_the_slider(name: str, temperature: float, readout: str) -> None:
    build, data = FIGURES[name]
    assert render(build(), data, T=temperature).text("readout") == readout


def test_points_are_told_to_screen_readers_and_the_slider_stands_at_its_temperature() -> None:
    build, data = FIGURES["a share over temperature"]
    picture = render(build(), data, width=600, T=0.5)
    points, rules = picture.labelled("circle"), picture.labelled("rule")
    means = {0: 90, 0.5: 80, 1: 70, 2: 30}
    said = [f"T = {at:g}: {mean}.0 % <'{mean - 5}.0' to {mean + 5}.0>" for at, mean in means.items()]
    assert list(points) == said
    real, slider = rules
    assert real == "<'real_text'> 85.0 % <'84.0' to 86.0>"
    assert rules[slider].x - points[said[0]].x == pytest.approx(150, abs=1)  # of 600 pixels from T = 0 to 2


def test_every_family_has_a_sign_and_a_colour_or_a_line_of_its_own() -> None:
    looks = families.LOOKS
    assert len({look.sign for look in looks}) == len(looks) == len(FAMILIES_LABELS.families)
    assert len({(look.colour, tuple(look.dash)) for look in looks}) == len(looks)


def test_every_point_says_what_it_is() -> None:
    build, data = FIGURES["families"]
    assert "'6 at 0.5' 90.0 % < 50.0 %" in [mark.label for mark in render(build(), data, T=0.5).marks]
    build, data = FIGURES["kept characters"]
    assert "'5 at 1' keeps 9.5" in [mark.label for mark in render(build(), data, T=0.5).marks]


def test_what_is_far_from_real_text_is_left_out() -> None:
    near = families.around(POINTS, (0.6, 0.85), left=0.1, below=0.1)
    assert {(point.diversity, point.quality) for point in near} == {(0.5, 0.9), (0.6, 0.8)}
    assert families.rows(POINTS, None)[families.REAL] == []
