"""The guided start in a real browser: beside the figure, checked by dragging, and it tells nothing before the guess."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.pages.visit import aside
from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import BARS, DRAWN, OWN, SLIDER, open_page, rest, visible_lines
from tests.browser.tabs import PATIENCE, Tabs
from tests.serving import Server

ASIDE = ".st-key-aside"


def _box(page: Page, place: str) -> Any:
    return page.locator(place).first.bounding_box()


def test_a_guess_is_checked_by_the_hand_on_the_slider(page: Page, server: Server) -> None:
    open_page(page, server)
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
    open_page(page, server, "?tour=3")
    page.get_by_text(WORDS.tour.part_options[0]).click()
    page.get_by_role("button", name=WORDS.tour.tour_tell).click()
    page.get_by_role("button", name=WORDS.tour.part_why).click()
    expect(page.get_by_role("heading", name=WORDS.parting.parting_title, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".texts .c.parting.chosen")).to_have_count(2)


def test_card_slider_bars_and_texts_are_in_one_screen(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, server, "?tour=1")
    for step in aside.TOUR_STEPS:
        expect(page.get_by_text(WORDS.tour.tour_step.format(step=step, steps=aside.TOUR_STEPS[-1]))).to_be_visible()
        rest(page)
        beside = _box(page, ASIDE)
        assert page.locator(ASIDE).evaluate("card => card.scrollHeight <= card.clientHeight"), step
        for place in (SLIDER, DRAWN, BARS):
            box = _box(page, place)
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 720
            assert box["x"] + box["width"] <= beside["x"]
        hidden = step in (2, 3)  # it would tell the answer
        assert page.locator(f"{OWN} .text").is_visible() is not hidden
        assert page.locator(".samples").evaluate("samples => samples.inert") is hidden
        page.locator(ASIDE).get_by_role("radiogroup").locator("label").first.click()
        page.get_by_role("button", name=WORDS.tour.tour_tell).wait_for()
        expect(page.locator(f"{OWN} .text")).to_be_visible()
        rest(page)
        assert min(visible_lines(page)) >= 6
        page.get_by_role("button", name=WORDS.tour.tour_tell).click()
        last = step == aside.TOUR_STEPS[-1]
        page.get_by_role("button", name=WORDS.tour.tour_finish if last else WORDS.tour.tour_next, exact=True).click()
    expect(page.locator(ASIDE)).to_have_count(0)


@pytest.mark.parametrize("height", [844, 660])
def test_on_a_phone_it_is_a_sheet_at_the_foot_that_leaves_slider_and_bars(
    tabs: Tabs, server: Server, height: int
) -> None:
    with tabs.window(390, height) as page:
        open_page(page, server, "?tour=1")
        sheet = _box(page, ASIDE)
        assert sheet["x"] == 0
        assert sheet["width"] == 390
        assert sheet["y"] + sheet["height"] == pytest.approx(height, abs=1)
        for place in (SLIDER, DRAWN):
            box = _box(page, place)
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= sheet["y"]
        page.get_by_text(WORDS.tour.fall_options[1]).tap()  # further down in the sheet, it is scrolled to
        page.get_by_role("button", name=WORDS.tour.tour_tell).tap()
        expect(page.get_by_text(WORDS.tour.tour_right)).to_be_visible()


def _covered(page: Page) -> int:
    """Return how many of slider, figure and bars have something of the card before them."""
    return int(
        page.evaluate(
            """([aside, ...places]) => {
              const over = document.querySelector(aside).getBoundingClientRect();
              return places.flatMap((place) => [...document.querySelectorAll(place)]).filter((element) => {
                const box = element.getBoundingClientRect();
                return box.right > over.left && box.bottom > over.top && box.left < over.right && box.top < over.bottom;
              }).length;
            }""",
            [ASIDE, SLIDER, BARS, DRAWN],
        )
    )


def test_what_is_temperature_covers_neither_slider_nor_bars(page: Page, server: Server) -> None:
    slider = open_page(page, server)
    page.get_by_role("button", name=WORDS.frame.what_is_it).click()
    expect(page.get_by_role("heading", name=WORDS.frame.what_is_it)).to_be_visible()
    for width, height in ((1280, 720), (1024, 576), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        rest(page)
        assert _covered(page) == 0, width
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value("1.05")
    page.get_by_role("button", name=WORDS.frame.close).click()
    expect(page.locator(ASIDE)).to_have_count(0)
