"""What holds of all figures: valid, drawn as SVG, legible, and in the reader's own text colour."""

import re
from functools import cache

import altair as alt
import pytest

from components.charts import style
from components.pages.style import STYLE
from tests.charts.figures import FIGURES
from tests.charts.rendering import Mark, Picture, render


@cache
def _picture(name: str, **size: int) -> Picture:
    build, data = FIGURES[name]
    return render(build(**size), data)


def _text(picture: Picture) -> list[Mark]:
    return [mark for mark in picture.marks if mark.text]


def _size(mark: Mark) -> float:
    return float(mark.attributes["font-size"].removesuffix("px"))


@pytest.mark.parametrize("name", FIGURES)
def test_what_is_not_validated_at_run_time_is_valid(name: str) -> None:
    specification = FIGURES[name][0]()
    assert specification["usermeta"]["embedOptions"]["renderer"] == "svg"
    alt.LayerChart.from_dict(specification, validate=True)


@pytest.mark.parametrize("name", FIGURES)
def test_all_text_can_be_read(name: str) -> None:
    picture = _picture(name)
    assert len(picture.axis_text) > 4
    assert min(map(_size, [*_text(picture), *picture.axis_text])) >= 12


@pytest.mark.parametrize("name", FIGURES)
def test_all_text_grows_with_the_size_of_type(name: str) -> None:
    usual, large = _picture(name), _picture(name, base=20)
    for text in (_text, lambda picture: picture.axis_text):
        sizes = {mark.text: _size(mark) for mark in text(usual)}
        grown = {mark.text: _size(mark) for mark in text(large)}
        both = sizes.keys() & grown.keys()  # with larger labels an axis may have fewer
        assert both or not sizes
        assert {word: grown[word] for word in both} == pytest.approx({word: 1.25 * sizes[word] for word in both})


@pytest.mark.parametrize("name", FIGURES)
def test_text_has_the_colour_that_the_page_replaces_or_one_with_a_meaning(name: str) -> None:
    # Black stands on the bands, whose colours are the same in light and dark.
    assert {mark.attributes["fill"] for mark in _text(_picture(name))} <= {
        style.TEXT_COLOUR,
        "black",
    }


@pytest.mark.parametrize(("name", "entries"), [("comparison", 2), ("reliability", 3)])
def test_a_legend_has_one_sign_for_each_entry_told_apart_by_its_shape_alone(name: str, entries: int) -> None:
    signs = _picture(name).signs
    assert len(signs) == len({sign.attributes["d"] for sign in signs}) == entries
    assert len({sign.attributes["fill"] for sign in signs}) == entries


@pytest.mark.parametrize("name", ["bands", "comparison", "a share over temperature", "reliability", "trade-off"])
def test_shares_on_an_axis_are_written_as_the_page_writes_them(name: str) -> None:
    shares = [mark.text for mark in _picture(name).axis_text if "%" in mark.text]
    assert len(shares) > 2
    assert [share for share in shares if not re.fullmatch(r"\d+ %", share)] == []


def test_the_page_gives_that_colour_the_themes_own() -> None:
    assert f'.stVegaLiteChart svg text[fill="{style.TEXT_COLOUR}"] {{ fill: currentColor; }}' in STYLE
