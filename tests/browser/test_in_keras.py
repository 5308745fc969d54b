"""The page "In Keras" in a real browser: figures that follow the slider, and a menu that changes the network."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from components.language_model.programs import LINES
from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import LANGUAGES, SCREENS, apart, assert_inside, boxes, in_every_size
from tests.browser.first_page import BARS, DRAWN, SLIDER, open_page
from tests.browser.tabs import PATIENCE, PHONE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

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
    expect(opened.get_by_text("T = 0.25. Diamonds")).to_be_visible()
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_what_to_use_the_slider_and_its_figure(
    tabs: Tabs, server: Server, screen: str, language: str
) -> None:
    words, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        page.goto(f"{server.address}in-keras{query}")
        expect(page.locator(f"{FIGURES} svg")).to_have_count(2, timeout=PATIENCE)
        expect(page.get_by_text(words.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
        assert page.locator(SLIDER).input_value() == "0.5"
        for width, _ in in_every_size(page, sizes, SLIDER, DRAWN):
            _assert_seen(page, width)


def _assert_seen(page: Page, width: int) -> None:
    seen = [".st-key-which li", SLIDER, DRAWN]
    if width > PHONE:  # on a phone the choice of method comes after the slider's figure
        seen += [".st-key-method-chosen .stSelectbox", ".st-key-method-figure svg.marks"]
    if width > 1100:
        seen.append(".st-key-lead p")
    for place in seen:
        assert_inside(page, place, boxes(page, place))
    blocks = {place: boxes(page, place) for place in seen}
    for (one, some), (other, more) in combinations(blocks.items(), 2):
        assert all(apart(a, b) for a in some for b in more) or {one, other} == {SLIDER, DRAWN}, (one, other)
    if width > PHONE:
        line = ".stColumn:has(.st-key-method-chosen) .stCode"
        page.locator(line).first.wait_for()  # what colours it is loaded late
        assert_inside(page, "the line", boxes(page, line))
        assert page.locator(f"{line} code").first.inner_text().strip() == LINES["scale_last_dense"]
