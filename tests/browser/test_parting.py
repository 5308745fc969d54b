"""The page "Why they part" in a real browser: a character is chosen by mouse and by keyboard, and all follows."""

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.serving import Server

FIGURES = "[data-testid=stVegaLiteChart]"


@pytest.fixture
def opened(page: Page, server: Server) -> Page:
    """Go to the page as a visitor does: from the first one."""
    page.goto(server.address)
    page.locator(f"{FIGURES} input[type=range]").wait_for()
    page.get_by_role("link", name=WORDS.parting_title).click()
    expect(page.get_by_role("heading", name=WORDS.ledger, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(f"{FIGURES} svg")).to_have_count(2, timeout=PATIENCE)
    expect(page.locator(".texts .text")).to_have_count(2)
    return page


def _position(page: Page) -> str:
    return page.get_by_label(WORDS.position, exact=True).input_value()


def test_a_click_on_a_character_moves_everything(opened: Page) -> None:
    opened.locator(".texts .text").nth(1).locator(".c").nth(11).click()
    expect(opened.get_by_label(WORDS.position, exact=True)).to_have_value("12")
    expect(opened.get_by_text("At T = 1 the model picked")).to_be_visible()
    opened.wait_for_url("**position=12*")
    expect(opened.locator(".texts .chosen")).to_have_count(2)


def test_arrow_keys_inside_a_line_move_too(opened: Page) -> None:
    before = int(_position(opened))
    opened.locator(".texts .text").first.focus()
    for _ in range(3):
        opened.keyboard.press("ArrowRight")
    expect(opened.get_by_label(WORDS.position, exact=True)).to_have_value(str(before + 3))


def test_a_branch_is_read_on_the_first_page(opened: Page) -> None:
    taken = "First Citizen:⏎Before we proceed any further, hear me spe"
    opened.get_by_role("button", name=WORDS.branch_button).click()
    expect(opened.get_by_label(WORDS.prompt, exact=True)).to_have_value(taken)
    opened.get_by_role("link", name=WORDS.branch_link).click()
    expect(opened.get_by_role("heading", name=WORDS.side_by_side, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(opened.get_by_label(WORDS.prompt, exact=True)).to_have_value(taken)


def test_the_page_fits_a_phone(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.wait_for_timeout(1000)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
