"""The page on which texts part in a real browser: a character is chosen by mouse and by keyboard, and all follows."""

import re

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import RESTS
from tests.browser.conftest import PATIENCE
from tests.browser.first_page import FIXED, open_page, prompt
from tests.serving import Server

FIGURES = "[data-testid=stVegaLiteChart]"


@pytest.fixture
def opened(page: Page, server: Server) -> Page:
    """Go to the page as a visitor does: from the first one."""
    open_page(page, server)
    page.get_by_role("link", name=WORDS.parting.parting_title).click()
    expect(page.get_by_role("heading", name=WORDS.parting.parting_title, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(f"{FIGURES} svg")).to_have_count(2, timeout=PATIENCE)
    expect(page.locator(".texts .text")).to_have_count(2)
    page.locator(RESTS).wait_for()
    return page


def _position(page: Page) -> int:
    """Return the position that is chosen; the field says so too."""
    place = int(str(page.locator(".texts .chosen").first.get_attribute("data-position"))) + 1
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value(str(place))
    return place


def test_a_click_on_a_character_moves_everything(opened: Page) -> None:
    opened.locator(".texts .text").nth(1).locator(".c").nth(11).click()
    expect(opened.get_by_label(WORDS.parting.position, exact=True)).to_have_value("12")
    expect(opened.locator(".picks").get_by_text("T = 1: ")).to_be_visible()
    opened.wait_for_url("**position=12*")
    expect(opened.locator(".texts .chosen")).to_have_count(2)


def test_arrow_keys_inside_a_line_move_too(opened: Page) -> None:
    before = _position(opened)
    opened.locator(".texts .text").first.focus()
    for _ in range(3):
        opened.keyboard.press("ArrowRight")
    expect(opened.get_by_label(WORDS.parting.position, exact=True)).to_have_value(str(before + 3))


def test_a_branch_is_read_on_the_first_page(opened: Page) -> None:
    before = prompt(opened).input_value()
    position = _position(opened)
    text = str(opened.locator(".texts .text").first.text_content())[: position - 1].replace("␣", " ")
    opened.get_by_role("button", name=WORDS.parting.branch_button).click()
    expect(opened.get_by_role("heading", name=WORDS.frame.title, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(prompt(opened)).to_have_value(re.compile(f"^{re.escape(before + text)}.$"))
    opened.wait_for_url(f"**taken={position}*")


def test_the_page_fits_a_phone(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.wait_for_timeout(1000)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_character_of_the_first_page_opens_this_one_at_it(page: Page, server: Server) -> None:
    page.goto(server.address + "?prompt=All:%0ASpe&length=300&seed=7&temperatures=0.3&temperatures=0.75")
    text = page.locator(f"{FIXED} .text").nth(1)
    text.locator(".c").nth(41).wait_for()
    chosen = text.locator(".c").nth(41).text_content()
    text.locator(".c").nth(41).click()
    expect(page.get_by_role("heading", name=WORDS.parting.parting_title, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("42")
    expect(page.locator(".texts .title")).to_have_text(["T = 0.3", "T = 0.75"])
    shown = page.locator(".texts .text").nth(1).locator(".chosen").text_content()
    assert str(shown).replace("␣", " ").replace("⏎", "\n") == chosen
    page.wait_for_url("**compare=0.3&compare=0.75**position=42&row=2*")
    before = page.locator(".texts").inner_text()
    page.goto(page.evaluate("location.href"))  # a new visit: the link alone restores it
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("42", timeout=PATIENCE)
    expect(page.get_by_role("radio", name="T = 0.75")).to_be_checked()
    assert page.locator(".texts").inner_text() == before


def test_a_character_far_down_is_reached_too(page: Page, server: Server) -> None:
    page.goto(f"{server.address}why-they-part?position=700&row=2")
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("700", timeout=PATIENCE)
    expect(page.locator(".texts .text").first.locator(".c")).to_have_count(720)
    expect(page.locator(".texts .chosen").first).to_be_in_viewport()
    page.locator(".texts .text").first.focus()
    page.keyboard.press("End")
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("720")
    page.get_by_role("button", name="→", exact=True).click()
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("721")
    expect(page.locator(".texts .text").first.locator(".c")).to_have_count(960)
