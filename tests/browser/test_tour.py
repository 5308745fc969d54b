"""The guided start in a real browser: the guess is checked by dragging, and "show me why" leads to the other page."""

from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.serving import Server

SLIDER = "[data-testid=stVegaLiteChart] input[type=range]"


def test_a_guess_is_checked_by_the_hand_on_the_slider(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.locator(".sample").first.wait_for()
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(
        0, timeout=PATIENCE
    )  # it runs the page anew
    page.get_by_role("button", name=WORDS.tour.tour_start).click()
    page.get_by_text(WORDS.tour.fall_options[1]).click()
    expect(page.get_by_text(WORDS.tour.fall_check.format(temperature=0.3))).to_be_visible()
    page.locator(SLIDER).focus()
    for _ in range(15):
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("At T = 0.25 the tallest bar")).to_be_visible()
    page.get_by_role("button", name=WORDS.tour.tour_next, exact=True).click()
    expect(page.get_by_role("heading", name=WORDS.tour.made_question)).to_be_visible()
    page.wait_for_url("**tour=2*")
    page.get_by_role("button", name=WORDS.tour.tour_skip).click()
    expect(page.get_by_role("button", name=WORDS.tour.tour_start)).to_be_visible()
    expect(page.locator(SLIDER)).to_have_value("0.25")


def test_why_they_part_is_shown_where_they_part(page: Page, server: Server) -> None:
    page.goto(f"{server.address}?tour=3")
    page.get_by_text(WORDS.tour.part_options[0]).click()
    page.get_by_role("button", name=WORDS.tour.tour_tell).click()
    page.get_by_role("button", name=WORDS.tour.part_why).click()
    expect(page.get_by_role("heading", name=WORDS.parting.ledger, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".texts .c.parting.chosen")).to_have_count(2)
