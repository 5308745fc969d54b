"""The page "Your numbers" in a browser: what a first visit sees, and a drag on numbers of one's own."""

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser import first_page
from tests.browser.boxes import LANGUAGES, SCREENS, assert_inside, boxes, in_every_size
from tests.browser.tabs import Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

FIGURE = ".st-key-figure svg.marks"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_field_slider_and_bars(tabs: Tabs, server: Server, screen: str, language: str) -> None:
    words, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        page.goto(f"{server.address}your-numbers{query}")
        page.locator(f"{FIGURE} path").first.wait_for()
        expect(page.locator("h1")).to_have_text(words.numbers.numbers_title)
        for _ in in_every_size(page, sizes, FIGURE):
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            for place in ("h1", ".stTextArea", ".stButtonGroup", "input[type=range]", FIGURE, f"{FIGURE} text"):
                assert_inside(page, place, boxes(page, place))


def test_the_bars_of_typed_numbers_follow_the_slider(page: Page, server: Server) -> None:
    page.goto(f"{server.address}your-numbers")
    page.locator(f"{FIGURE} path").first.wait_for()
    field = page.get_by_label(WORDS.numbers.field, exact=True)
    field.fill("left: 1\nright: 0")
    field.press("Control+Enter")
    readout = page.locator(first_page.READOUT)
    expect(readout).to_contain_text("left, 73.1 %")
    first_page.put_at(page, 0.5)
    expect(readout).to_contain_text("left, 88.1 %")  # e² / (e² + 1)
    page.wait_for_function("location.search.includes('T=0.5')")
    page.reload()
    expect(page.locator(first_page.READOUT)).to_contain_text("left, 88.1 %")
