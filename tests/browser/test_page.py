"""The first page in a real browser: its link, its field, its texts and what is said to those who do not see it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.language_model.folder import DEFAULT_MODEL
from components.language_model.scene import Scene
from components.presenting.prompt_text import example_name
from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import (
    BARS,
    DRAWN,
    labels,
    no_sideways_scrolling,
    open_page,
    prompt,
    put_at,
)
from tests.browser.tabs import PATIENCE, Tabs
from tests.serving import Server


def test_a_link_restores_the_page(page: Page, server: Server) -> None:
    query = "?prompt=All:%0ASpe&T=0.4&temperatures=0&temperatures=1.5&length=50&seed=7"
    slider = open_page(page, server, query)
    expect(slider).to_have_value("0.4")
    expect(prompt(page)).to_have_value("All:⏎Spe")
    expect(page.locator(".sample h2")).to_have_text(["Slider: T = 0.4", "T = 0", "T = 1.5"])
    page.get_by_role("button", name=WORDS.explore.settings).click()
    expect(page.get_by_label(WORDS.explore.seed, exact=True)).to_have_value("7")
    expect(page.get_by_role("slider", name=WORDS.explore.length)).to_have_value("50")


def test_typing_redraws_the_same_figure(page: Page, server: Server) -> None:
    open_page(page, server)
    page.eval_on_selector(DRAWN, "figure => { window.figure = figure }")
    before = labels(page)
    field = prompt(page)
    field.press("End")
    field.press_sequentially("ea", delay=150)
    page.wait_for_function(
        "([bars, first]) => document.querySelector(bars).getAttribute('aria-label') !== first",
        arg=[BARS, page.locator(BARS).first.get_attribute("aria-label")],
    )
    assert labels(page) != before
    assert page.evaluate("document.contains(window.figure)")


def test_a_figure_that_the_browser_builds_anew_keeps_its_slider(page: Page, server: Server) -> None:
    slider = open_page(page, server)
    put_at(page, 0.25)
    expect(page).to_have_url(re.compile("T=0.25"))
    page.eval_on_selector(DRAWN, "figure => { window.figure = figure }")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("place => document.querySelector(place) && !document.contains(window.figure)", arg=DRAWN)
    expect(slider).to_have_value("0.25")
    put_at(page, 0.5)  # the new one is heard as the first was
    expect(page).to_have_url(re.compile("T=0.5"))


def test_an_example_fills_the_field_and_its_bars_are_ordered_from_left_to_right(page: Page, server: Server) -> None:
    open_page(page, server)
    page.get_by_role("button", name=WORDS.explore.examples).click()
    example = Scene.load(DEFAULT_MODEL).examples[0]
    page.get_by_role("menuitem", name=example_name(example, WORDS)).click()
    expect(prompt(page)).to_have_value(example.prompt.replace("\n", "⏎"))
    nearly_certain = re.compile(r": (9\d|100)")
    expect(page.locator(BARS).first).to_have_attribute("aria-label", nearly_certain)
    placed = page.eval_on_selector_all(
        BARS, "bars => bars.map(bar => [bar.getBoundingClientRect().left, bar.getAttribute('aria-label')])"
    )
    ranks = [int(label.rsplit(" ", 1)[1]) for _, label in sorted(placed)]
    assert len(ranks) >= 30
    assert ranks == list(range(1, len(ranks) + 1))


def test_texts_stay_until_the_new_ones_are_there(page: Page, server: Server) -> None:
    open_page(page, server)
    page.evaluate(
        """() => {
          window.fewest = 99;
          const look = () => {
            window.fewest = Math.min(window.fewest, document.querySelectorAll('.sample').length);
            requestAnimationFrame(look);
          };
          look();
        }"""
    )
    columns = page.locator(".sample .text")
    before = columns.all_text_contents()
    page.get_by_role("button", name=WORDS.explore.another_seed).click()
    for place, text in enumerate(before):
        expect(columns.nth(place)).not_to_have_text(text, timeout=PATIENCE)
    assert page.evaluate("window.fewest") == 5


def test_hostile_text_stays_text(page: Page, server: Server) -> None:
    open_page(page, server)
    field = prompt(page)
    field.fill("<b>$x$*<img src=x onerror=alert(1)>")
    warning = page.get_by_test_id("stAlert")
    expect(warning).to_contain_text("< > * = ( 1 )")
    assert page.locator(".sample b, .sample img, [data-testid=stAlert] b, [data-testid=stAlert] img").count() == 0
    expect(page.locator("[data-testid=stAlert] .katex")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_sticks_out(tabs: Tabs, server: Server, width: int) -> None:
    with tabs.window(width, 844) as page:
        open_page(page, server)
        assert no_sideways_scrolling(page)
        lefts = page.eval_on_selector_all(".sample", "all => all.map(one => one.getBoundingClientRect().left)")
        assert len(lefts) == 5
        assert len(set(lefts)) == 1  # stacked
        page.get_by_role("button", name=WORDS.frame.menu).tap()
        page.get_by_role("button", name=WORDS.tour.tour_start).wait_for()
        assert no_sideways_scrolling(page)


def test_a_bar_says_its_numbers_under_the_mouse(page: Page, server: Server) -> None:
    open_page(page, server)
    bar: Any = page.locator(BARS).nth(20).bounding_box()  # too low to be met itself
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] - 60)
    said = page.locator("#vg-tooltip-element")
    expect(said).to_be_visible()
    character, (now, before, rank) = list(labels(page).items())[20]
    for value in (character, now, before, str(rank)):
        expect(said).to_contain_text(value)


def test_the_numbers_are_in_a_table_too(page: Page, server: Server) -> None:
    open_page(page, server)
    tab = page.get_by_role("tab", name=WORDS.explore.as_table)
    tab.focus()
    tab.press("Enter")
    expect(page.locator("[data-testid=stTable] tbody tr")).to_have_count(65)


def test_the_figure_and_slider_have_names(page: Page, server: Server) -> None:
    open_page(page, server)
    expect(page.get_by_role("slider", name=re.compile(WORDS.explore.temperature))).to_be_visible()
    described = page.locator(f'[aria-label*="{WORDS.explore.live_description.format(characters=65)[:60]}"]')
    assert described.count() >= 1
