"""Pieces of expressions: whatever stands in a sentence stays a string, and numbers read as the page writes them."""

import pytest
import vl_convert

from components.charts.expressions import filled, percent
from components.presenting.numbers import percent as as_the_page_writes


def drawn(expression: str) -> str:
    """Return what Vega makes of an expression."""
    specification = {
        "data": {"values": [{"x": 1}]},
        "transform": [{"calculate": expression, "as": "said"}],
        "mark": {"type": "text"},
        "encoding": {"text": {"field": "said"}},
    }
    svg: str = vl_convert.vegalite_to_svg(specification)
    return svg.split("</text>")[0].rsplit(">", 1)[1]


def test_a_sentence_is_filled_whatever_stands_in_it() -> None:
    assert filled("'{x}' \\", x="a + b") == "'' + '\\'' + (a + b) + '\\' \\\\'"


@pytest.mark.parametrize(
    "probability", [0.0, 1e-9, 9.9e-6, 1e-5, 0.00012, 0.000999, 0.001, 0.0349, 0.12, 0.5, 0.99951, 1.0]
)
def test_the_browser_writes_a_probability_as_the_page_does(probability: float) -> None:
    assert drawn(percent(f"({probability!r})")) == as_the_page_writes(probability).replace("<", "&lt;")
