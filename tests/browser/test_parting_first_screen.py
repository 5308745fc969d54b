"""What a first visit sees of the page on which texts part, nothing scrolled: held by the boxes of the elements."""

from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from components.words import Words
from tests.browser.boxes import LANGUAGES, SCREENS, assert_inside, boxes, in_every_size, rest, smallest
from tests.browser.tabs import PATIENCE, PHONE, Scheme, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

LINES = ".st-key-lines svg.marks"
TEXTS = ".texts .row .text"
PLOT = {1280: 340, 1366: 260, 1920: 550, 1024: 180, 390: 215}  # pixels that the rules are high at least, by width


def _open(page: Page, server: Server, query: str, words: Words) -> None:
    page.goto(f"{server.address}why-they-part{query}")
    page.locator(f"{LINES} path").first.wait_for()
    page.locator(f"{TEXTS} .c").first.wait_for()
    for sentence in (words.frame.model_coming, words.frame.model_coming_behind):
        expect(page.get_by_text(sentence)).to_have_count(0, timeout=PATIENCE)
    rest(page, TEXTS, LINES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_texts_place_and_lines(tabs: Tabs, server: Server, screen: str, language: str) -> None:
    words, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        _open(page, server, query, words)
        for width, _ in in_every_size(page, sizes, TEXTS, LINES):
            _assert_seen(page, words, width)


def _assert_seen(page: Page, words: Words, width: int) -> None:
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("h1")).to_have_text(words.parting.parting_title)
    # The text goes on to the right: what has to be seen is the character that is chosen, in every text.
    assert page.locator(f"{TEXTS} .c.chosen.parting").count() == 2
    whole = [f"{TEXTS} .c.chosen", ".texts .row .title", ".st-key-place input", ".st-key-place button"]
    whole += [".st-key-seen p", LINES, f"{LINES} text", f"{LINES} .mark-rule line"]
    if width >= PHONE:
        whole += [".st-key-lead p"] if width > 1100 else []
        whole += [".picks thead", ".picks tbody"]
    for place in ["h1", *whole]:
        assert_inside(page, place, boxes(page, place))
    rule = page.locator(f"{LINES} .mark-rule line[aria-label^='T =']").first
    assert rule.evaluate("(line) => line.getBoundingClientRect().height") >= PLOT[width]
    assert smallest(page, f"{LINES} text") >= 12


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_the_frame_of_the_parting_is_seen_under_the_mark(tabs: Tabs, server: Server, scheme: Scheme) -> None:
    with tabs.window(1280, 720, scheme) as page:
        _open(page, server, "", LANGUAGES["English"][0])
        both = page.locator(f"{TEXTS} .c.chosen.parting").first
        frame, mark, ground = both.evaluate(
            """(character) => {
              const style = getComputedStyle(character);
              return [style.outlineColor, style.backgroundColor, getComputedStyle(document.body).backgroundColor];
            }"""
        )
        assert both.evaluate("(character) => parseFloat(getComputedStyle(character).outlineWidth)") >= 2
        assert len({frame, mark, ground}) == 3
