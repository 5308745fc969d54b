"""The large view for a projector: what the first screen holds, half as large again, and the keys that work in it."""

import pytest
from playwright.sync_api import Page, expect

from components.pages.visit.present import LARGER
from tests.browser.boxes import LANGUAGES, assert_inside, boxes, in_every_size, smallest
from tests.browser.first_page import DRAWN, MARKS, OWN, SLIDER, no_sideways_scrolling, open_page, prompt, visible_lines
from tests.browser.tabs import Tabs
from tests.browser.test_first_screen import SEEN
from tests.serving import Server

pytestmark = pytest.mark.long

WINDOWS = [(1280, 720), (1366, 768), (1920, 1080)]
PROMPT = ".so-far"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_holds_as_much_in_larger_type(tabs: Tabs, server: Server, language: str) -> None:
    words, query = LANGUAGES[language]
    with tabs.window(*WINDOWS[0]) as page:
        open_page(page, server, f"{query or '?'}&present=1", words=words)
        for size in in_every_size(page, WINDOWS, SLIDER, DRAWN, OWN):
            _assert_seen(page, *SEEN[size])


def _assert_seen(page: Page, lines: int, plot: int) -> None:
    for place in (SLIDER, MARKS, DRAWN, f"{DRAWN} text", "h1", PROMPT, ".leave button"):
        assert_inside(page, place, boxes(page, place))
    assert min(visible_lines(page)) >= lines
    labels = [(box["top"] + box["bottom"]) / 2 for box in boxes(page, f"{DRAWN} .role-axis-label text")]
    assert max(labels) - min(labels) >= plot - 2  # from 100 % to 0 %
    assert smallest(page, ".sample .c") >= LARGER * 13
    assert no_sideways_scrolling(page)
    seen = "all => all.filter((one) => one.checkVisibility()).length"
    assert page.eval_on_selector_all("input:not([type=range]), select, .stTabs, .stPopover, header, .legend", seen) == 0


def test_keys_draw_and_escape_leaves(page: Page, server: Server) -> None:
    slider = open_page(page, server, "?present=1&T=0.5")
    before = str(page.locator(PROMPT).text_content())
    slider.press("ArrowRight")
    assert slider.input_value() == "0.55"
    page.wait_for_url("**T=0.55*")  # a hand takes longer for what follows
    page.keyboard.press("d")
    expect(page.locator(PROMPT)).not_to_have_text(before)
    drawn = str(page.locator(f"{PROMPT} bdi").text_content())
    page.keyboard.press("Escape")
    expect(page.locator(PROMPT)).to_have_count(0)
    expect(prompt(page)).to_have_value(drawn)
    expect(page.locator(SLIDER)).to_have_value("0.55")
    assert "present" not in page.url
