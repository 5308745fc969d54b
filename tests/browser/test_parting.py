"""The page on which texts part in a real browser: a character is chosen by mouse and by keyboard, and all follows."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from components.language_model.scene import Setting
from components.words import Words
from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import LANGUAGES, RESTS, apart, boxes, rest
from tests.browser.first_page import FIXED, open_page, prompt
from tests.browser.tabs import PATIENCE, PHONE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

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
    page.wait_for_function("location.search.includes('prompt=')")  # each field writes its own part
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


# With a cut.

LINES = ".st-key-lines svg.marks"
WITH_CUT = "why-they-part?v=2&min_p=0.1&position=208&row=2"  # at T = 1 somebody else would have won


def _arrive(page: Page, server: Server, query: str, words: Words = WORDS) -> None:
    page.goto(server.address + query)
    page.locator(f"{LINES} path").first.wait_for()
    page.locator(".texts .c").first.wait_for()
    expect(page.get_by_text(words.frame.model_coming)).to_have_count(0, timeout=PATIENCE)
    rest(page, ".texts .row", LINES, ".picks")


def test_a_cut_makes_the_pick_jump_and_says_who_would_have_won(page: Page, server: Server) -> None:
    _arrive(page, server, WITH_CUT)
    jumps = page.locator(f"{LINES} .mark-rule line[stroke-dasharray='2,3']")
    heights = jumps.evaluate_all("all => all.map((line) => Math.abs(line.getBoundingClientRect().height))")
    assert max(heights) > 10
    crosses = page.locator(f"{LINES} .mark-symbol path[stroke-width='3'][opacity='1']")
    expect(crosses).to_have_count(2)
    expect(page.locator(f"{LINES} text", has_text=WORDS.parting.cut_at.format(character="n"))).to_have_count(1)
    expect(page.locator(".picks")).to_contain_text(re.compile("“n” would have won by .*, but with min-p 0.1 it counts"))
    page.get_by_role("button", name=WORDS.cut.clear, exact=True).click()
    expect(crosses).to_have_count(0)
    expect(page.locator(".picks")).not_to_contain_text("would have won")
    page.wait_for_url(lambda address: "min_p" not in address)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_with_a_cut_nothing_overlaps(tabs: Tabs, server: Server, width: int, height: int, language: str) -> None:
    words, query = LANGUAGES[language]
    with tabs.window(width, height) as page:
        _arrive(page, server, WITH_CUT + query.replace("?", "&"), words)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        parts = ["h1", ".texts .row", ".st-key-place button", ".st-key-seen p", LINES, ".picks"]
        parts += [".st-key-cut-row button"] if width > PHONE else []
        each = {place: boxes(page, place) for place in parts}
        for (one, some), (other, more) in combinations(each.items(), 2):
            assert all(apart(a, b) for a in some for b in more), (one, other)
        drawn = boxes(page, f"{LINES} .mark-text text")
        assert [pair for pair in combinations(drawn, 2) if not apart(*pair)] == []


def test_the_cut_of_the_first_page_comes_along_with_a_character(page: Page, server: Server) -> None:
    open_page(page, server, "?v=2&top_k=3&cut=before&min_p=0.2")
    text = page.locator(f"{FIXED} .text").nth(1)
    chosen = text.locator(".c").nth(59).text_content()
    text.locator(".c").nth(59).click()
    expect(page.get_by_role("heading", name=WORDS.parting.parting_title, exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label(WORDS.parting.position, exact=True)).to_have_value("60", timeout=PATIENCE)
    expect(page.get_by_role("button", name="top-k 3 · min-p 0.2 · before T")).to_be_visible()
    shown = page.locator(".texts .text").nth(1).locator(".chosen").text_content()
    assert str(shown).replace("␣", " ").replace("⏎", "\n") == chosen
    page.wait_for_function(
        "parts => parts.every((part) => location.search.includes(part))", arg=["top_k=3", "min_p=0.2", "cut=before"]
    )
    before = page.locator(".texts").inner_text()
    page.goto(page.evaluate("location.href"))  # a new visit: the link alone restores it
    expect(page.get_by_role("button", name="top-k 3 · min-p 0.2 · before T")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".texts .chosen")).to_have_count(len(Setting().temperatures), timeout=PATIENCE)
    assert page.locator(".texts").inner_text() == before
