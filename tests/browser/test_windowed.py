"""The slider's own column where it has fewer texts than the slider has places: its script alone, in Chromium."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Page

from components.pages.parts.component import script
from components.words.en import ENGLISH as WORDS

pytestmark = pytest.mark.long

SLIDER = {
    "title": "Slider: T = {temperature:g}",
    "temperatures": [0.0, 0.25, 0.5, 0.75],
    "texts": ["aaaa", "abaa", "abca", "dbca"],
    "levels": ["0000"] * 4,
    "measures": [[]] * 4,
    "along": [],
    "whole": True,
    "nearest": WORDS.explore.slider_nearest,
    "same": "same",
    "shares": "shares {count}",
    "at_once": "at once",
}
DATA = {"slider": SLIDER, "fixed": [0.5], "texts": [{"characters": list("abca")}], "signs": {}}


def _shown(page: Page, temperature: float) -> dict[str, Any]:
    """Return what the column shows at a temperature of the slider."""
    source = base64.b64encode(script("texts").encode()).decode()
    module = f"data:text/javascript;base64,{source}"
    shown: dict[str, Any] = page.evaluate(
        "async ([module, data, at]) => (await import(module)).atTheSlider(data, at)", [module, DATA, temperature]
    )
    return shown


@pytest.mark.parametrize(
    ("temperature", "written", "note"),
    [(0.5, 0.5, "same"), (0.75, 0.75, "at once"), (0.6, 0.5, "written at T = 0.5, the nearest"), (3.0, 0.75, "0.75")],
)
def test_the_nearest_text_is_shown_and_said_to_be(page: Page, temperature: float, written: float, note: str) -> None:
    shown = _shown(page, temperature)
    assert "".join(shown["characters"]) == SLIDER["texts"][SLIDER["temperatures"].index(written)]
    assert (shown["title"], shown["written"]) == (f"Slider: T = {temperature:g}", written)
    assert note in shown["note"]
