"""A temperature that changes along the text, in the page: the slider is held, the text has its line, clear lets go."""

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH
from tests.browser.boxes import LANGUAGES, apart, assert_inside, boxes
from tests.browser.first_page import (
    DRAWN,
    OWN,
    SLIDER,
    labels,
    no_sideways_scrolling,
    open_page,
    put_at,
    rest,
    text_of,
    visible_lines,
)
from tests.browser.tabs import PATIENCE, PHONE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

QUERY = "?v=2&T=0.7&schedule={}"
HEADS = {"word_1.3_0.4": "1.3 at starts, 0.4 inside", "linear_1.5_0.5": "1.5 → 0.5"}
CLEAR = ".st-key-clear-schedule button"
FOLDS = ".st-key-folds button"
LINES = """texts => texts.map((text) => [...text.querySelectorAll(".c")].map((span) => {
  const style = getComputedStyle(span);
  return style.textDecorationLine === "underline" ? parseFloat(style.textUnderlineOffset) : null;
}))"""


def _open(page: Page, server: Server, schedule: str) -> None:
    open_page(page, server, QUERY.format(schedule))
    _written(page)


def _written(page: Page) -> None:
    """Wait until the text is there: its first one waits for the network, and for a loop that is compiled."""
    page.wait_for_selector(f"{OWN} .along", timeout=4 * PATIENCE)
    rest(page)


def _value(page: Page) -> float:
    return float(page.locator(SLIDER).input_value())


def test_the_slider_is_held_at_the_next_characters_temperature(page: Page, server: Server) -> None:
    _open(page, server, "word_1.3_0.4")
    expect(page.locator(SLIDER)).to_be_disabled()
    assert _value(page) == 0.4  # inside a word
    before = labels(page)
    put_at(page, 2.0)  # whoever moves it, it goes nowhere
    assert _value(page) == 0.4
    assert labels(page) == before
    page.keyboard.press("d")  # draw: the text grows by a character of the column
    first = text_of(page.locator(OWN))[0]
    expect(page.get_by_label(ENGLISH.explore.prompt, exact=True)).to_have_value(
        f"All:⏎Against him first: he's a very dog to the c{first}"
    )


def test_the_slider_goes_where_the_next_character_is_picked(page: Page, server: Server) -> None:
    _open(page, server, "word_1.3_0.4")
    field = page.get_by_label(ENGLISH.explore.prompt, exact=True)
    field.fill("All:⏎Speak, ")
    page.wait_for_function(
        "([place, value]) => Number(document.querySelector(place).value) === value", arg=[SLIDER, 1.3]
    )
    _open(page, server, "linear_1.5_0.5&taken=7")
    assert _value(page) == round(1.5 - 7 / 399, 2)  # between two places of the slider


def test_clear_lets_the_slider_go_back_to_where_it_was_put(page: Page, server: Server) -> None:
    _open(page, server, "linear_1.5_0.5")
    assert _value(page) == 1.5
    page.locator(CLEAR).first.click()
    expect(page.locator(SLIDER)).to_be_enabled()
    expect(page.locator(f"{OWN} h2")).to_have_text(ENGLISH.explore.slider_title.format(temperature=0.7))
    rest(page)
    assert _value(page) == 0.7
    put_at(page, 2.0)
    assert _value(page) == 2.0
    rest(page)
    assert "schedule" not in page.url


@pytest.mark.parametrize("schedule", HEADS)
def test_its_line_follows_the_temperature(page: Page, server: Server, schedule: str) -> None:
    _open(page, server, schedule)
    expect(page.locator(f"{OWN} h2")).to_have_text(HEADS[schedule])
    (depths,) = page.eval_on_selector_all(f"{OWN} .text", LINES)
    text = text_of(page.locator(OWN))
    assert None not in depths
    if schedule.startswith("word"):  # higher is nearer to the text
        starts = [depth for depth, before in zip(depths, "c" + text, strict=False) if before.isspace()]
        inside = [depth for depth, before in zip(depths, "c" + text, strict=False) if not before.isspace()]
        assert max(starts) < min(inside)
    else:
        assert depths == sorted(depths)
        assert depths[0] < depths[-1]
    fixed = page.eval_on_selector_all(".sample:not(.own) .text", LINES)
    assert {depth for column in fixed for depth in column} == {None}


def test_it_is_made_in_the_page(page: Page, server: Server) -> None:
    open_page(page, server)
    page.get_by_role("button", name=ENGLISH.schedule.schedule).click()
    page.get_by_label(ENGLISH.schedule.kind, exact=True).click()
    page.get_by_role("option", name=ENGLISH.schedule.word).click()
    _written(page)
    expect(page.locator(f"{OWN} h2")).to_have_text(HEADS["word_1.3_0.4"])
    expect(page.locator(SLIDER)).to_be_disabled()
    page.wait_for_url("**schedule=word_1.3_0.4**")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (390, 844)])
@pytest.mark.parametrize("cut", ["", "&top_k=10&min_p=0.05&cut=before"])
def test_everything_has_its_place(tabs: Tabs, server: Server, width: int, height: int, language: str, cut: str) -> None:
    words, query = LANGUAGES[language]
    with tabs.window(width, height) as page:
        address = f"{query}&v=2" if query else "?v=2"
        open_page(page, server, f"{address}&schedule=word_1.3_0.4{cut}", words=words)
        _written(page)
        assert no_sideways_scrolling(page)
        folds, slider = boxes(page, FOLDS), boxes(page, f"{SLIDER}, .vega-bind-name, {SLIDER} + *")
        # On a phone what is not on is in the menu.
        assert len(folds) == (4 if cut else 2 if width < PHONE else 3)
        assert_inside(page, "folds", folds)
        for one in folds:
            for other in (*slider, *boxes(page, f"{DRAWN} .role-legend"), *boxes(page, ".st-key-prompt-row input")):
                assert apart(one, other), (one, other)
        assert visible_lines(page)[0] >= 2


def test_the_same_without_the_cut_stands_below_each_column(page: Page, server: Server) -> None:
    open_page(page, server, "?v=2&top_k=3")
    page.locator(".st-key-twins label").first.click()
    page.wait_for_selector(f"{OWN} .twin .c")
    columns, twins = page.locator(".sample"), page.locator(".sample .twin")
    assert twins.count() == columns.count()
    for column in columns.all():
        above, below = column.locator(".text").all_text_contents()
        marked = column.locator(".twin .parting")
        parts = next((place for place, pair in enumerate(zip(above, below, strict=False)) if len({*pair}) > 1), None)
        assert marked.count() == (0 if parts is None else 1)
    tops = [box["top"] for box in boxes(page, ".twin")]
    assert max(tops) - min(tops) < 2
    assert no_sideways_scrolling(page)
    page.wait_for_url("**twins=on**")
