"""The page "In Keras" in a real browser: figures that follow the slider, and a menu that changes the network."""

import re

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.browser.first_page import BARS, DRAWN, SLIDER, open_page
from tests.serving import Server

FIGURES = "[data-testid=stVegaLiteChart]"


@pytest.fixture
def opened(page: Page, server: Server) -> Page:
    """Go to the page as a visitor does: from the first one."""
    open_page(page, server)
    page.get_by_role("link", name=WORDS.in_keras.in_keras).click()
    expect(page.get_by_role("heading", name=WORDS.in_keras.which, exact=True)).to_be_visible()
    expect(page.get_by_text(WORDS.in_keras.methods_coming)).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(f"{FIGURES} svg")).to_have_count(2, timeout=PATIENCE)
    return page


def test_every_method_is_drawn_over_the_reference_and_follows_the_slider(opened: Page) -> None:
    bars = opened.locator(FIGURES).nth(1).locator("path[aria-roledescription=bar]")
    expect(bars).to_have_count(12)
    before = bars.first.get_attribute("aria-label")
    opened.locator(SLIDER).focus()
    for _ in range(5):
        opened.keyboard.press("ArrowLeft")
    expect(opened.get_by_text("T = 0.75. Marks")).to_be_visible()
    opened.wait_for_function(
        "([figures, first]) => document.querySelectorAll(figures)[1]"
        ".querySelector('path[aria-roledescription=bar]').getAttribute('aria-label') !== first",
        arg=[FIGURES, before],
    )


def test_another_network_takes_over_and_the_link_keeps_it(opened: Page) -> None:
    opened.get_by_role("combobox").first.click()
    opened.get_by_role("option", name=dict(WORDS.frame.model_labels)["asker_bytes/mended"]).click()
    opened.wait_for_url("**model=asker_bytes*mended*")
    figure = opened.locator(DRAWN)
    expect(figure).to_contain_text(re.compile(r"2\d\d others"), timeout=PATIENCE)
    expect(figure).to_contain_text(WORDS.explore.others_count.format(count=256 - opened.locator(BARS).count()))
    opened.get_by_role("link", name=WORDS.frame.explore, exact=True).click()
    expect(opened.get_by_role("heading", name=WORDS.frame.title)).to_be_visible()
    opened.wait_for_url("**model=asker_bytes*mended*")


def test_the_page_fits_a_phone(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.wait_for_timeout(1000)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
