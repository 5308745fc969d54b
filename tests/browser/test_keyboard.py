"""The keyboard alone: Tab comes to everything on a page and to its end, and where it stands is always seen."""

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.accessibility import tab_stops
from tests.browser.sweep_page import COUNT
from tests.browser.tabs import PATIENCE
from tests.serving import Server

pytestmark = pytest.mark.long

# Of each page: what is drawn last, and the names of some stops.
PAGES = {
    "": (
        ".sample .c",
        (WORDS.frame.what_is_it, WORDS.explore.prompt, WORDS.explore.draw, WORDS.explore.play, WORDS.explore.settings),
    ),
    "why-they-part": (
        ".st-key-lines svg .mark-text text",
        (WORDS.parting.position, WORDS.parting.branch_button, WORDS.parting.parting_settings),
    ),
    "calibration": (
        "[data-testid=stVegaLiteChart] >> nth=1 >> svg",
        (WORDS.explore.temperature, WORDS.calibration.own_field, WORDS.calibration.own_measure),
    ),
    "in-keras": (
        "[data-testid=stVegaLiteChart] >> nth=1 >> svg",
        (WORDS.explore.prompt, WORDS.in_keras.method, WORDS.in_keras.code),
    ),
    "your-numbers": (
        ".st-key-own-lines svg",
        (WORDS.numbers.field, WORDS.explore.temperature, WORDS.explore.another_seed),
    ),
    "sweep": (
        f"[data-testid=stVegaLiteChart] >> nth={COUNT - 1} >> svg",
        (WORDS.explore.temperature, WORDS.sweep.sweep_csv, WORDS.sweep.sweep_run),
    ),
}


@pytest.mark.parametrize("path", PAGES)
def test_everything_is_reached_by_tab_and_its_focus_is_seen(page: Page, server: Server, path: str) -> None:
    last, names = PAGES[path]
    page.goto(server.address + path)
    page.locator(last).first.wait_for()
    for sentence in (
        WORDS.frame.model_coming,
        WORDS.frame.model_coming_behind,
        WORDS.in_keras.methods_coming,
    ):
        expect(page.get_by_text(sentence)).to_have_count(0, timeout=PATIENCE)
    stops = tab_stops(page)
    assert [stop for stop in stops if not stop["seen"]] == []
    reached = [stop["name"] for stop in stops]
    assert [name for name in names if not any(name in stop for stop in reached)] == [], reached
