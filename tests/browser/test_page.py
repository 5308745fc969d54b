"""The page in a real browser: a drag acts before it is let go, by the browser alone, and shows the right numbers."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.language_model.scene import Scene
from components.presenting.glyphs import name
from components.presenting.numbers import percent
from components.temperature import apply_temperature, effective_choices, entropy
from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.browser.first_page import (
    BARS,
    DRAWN,
    FIXED,
    MARKS,
    OWN,
    READOUT,
    hold_at,
    labels,
    no_sideways_scrolling,
    open_page,
    prompt,
    put_at,
    text_of,
)
from tests.serving import Server

HELD = (0.3, 1.0, 2.0, 0.0)


def _rounded(probability: float) -> set[str]:
    """Return how a probability may be shown: between two numbers, either will do."""
    return {percent(probability * (1 + nudge)) for nudge in (-1e-9, 1e-9)}


def _assert_figure_is_right(page: Page, temperature: float) -> None:
    logits = Scene.load(DEFAULT_MODEL).logits.astype(np.float64)
    characters = vocabulary(DEFAULT_MODEL).characters
    tempered, base = apply_temperature(logits, temperature), apply_temperature(logits)
    order = np.argsort(-logits, kind="stable")
    shown = labels(page)
    assert len(shown) >= 30
    for rank, (index, label) in enumerate(zip(order, shown, strict=False), 1):
        assert label == name(characters[index], WORDS)
        now, before, said_rank = shown[label]
        assert now in _rounded(tempered[index])
        assert before in _rounded(base[index])
        assert said_rank == rank
    others = page.locator(MARKS).last.get_attribute("aria-label")
    rest, count = tempered[order[len(shown) :]].sum(), len(characters) - len(shown)
    assert others in {WORDS.explore.others_spoken.format(count=count, chance=percent(c)) for c in (0.0, rest)}
    readout = str(page.locator(READOUT).text_content())
    assert WORDS.explore.most_likely.format(character=next(iter(shown)), chance=percent(tempered.max())) in readout
    choices, bits = float(effective_choices(tempered)), float(entropy(tempered))
    if choices < 1.05:
        assert WORDS.explore.certain in readout
    else:
        assert WORDS.explore.choices.format(choices=f"{choices:.1f}") in readout
        assert WORDS.explore.entropy.format(choices=f"{choices:.1f}", bits=f"{bits:.2f}") in readout


def _assert_own_column_is_right(page: Page, temperature: float) -> None:
    stored = {sample.temperature: sample.text for sample in Scene.load(DEFAULT_MODEL).texts}
    own = page.locator(OWN)
    expect(own.get_by_role("heading")).to_have_text(WORDS.explore.slider_title.format(temperature=temperature))
    assert text_of(own) == stored[temperature]


@pytest.mark.parametrize("frozen", [False, True], ids=["server running", "server frozen"])
def test_bars_and_the_sliders_own_text_follow_a_held_slider(page: Page, server: Server, frozen: bool) -> None:
    slider = open_page(page, server)
    if frozen:
        server.freeze()
    try:
        hold_at(page, slider, 1.5)
        page.mouse.down()
        for temperature in HELD:
            hold_at(page, slider, temperature)
            expect(slider).to_have_value(f"{temperature:g}")
            page.wait_for_timeout(200)  # a frame or two; nothing else has to happen
            _assert_figure_is_right(page, temperature)
            _assert_own_column_is_right(page, temperature)
        page.mouse.up()
    finally:
        server.thaw()
    page.wait_for_url(f"**T={HELD[-1]:g}*")


def test_the_sliders_own_column_says_where_it_parts_from_its_neighbour(page: Page, server: Server) -> None:
    open_page(page, server)
    own = page.locator(OWN)
    expect(own.locator(".note")).to_have_text(WORDS.explore.same_as.format(temperature=1.0))
    put_at(page, 0.8)
    near, far = text_of(own), text_of(page.locator(FIXED).nth(2))
    first = next(place for place, (one, other) in enumerate(zip(near, far, strict=True)) if one != other)
    expect(own.locator(".note")).to_have_text(WORDS.explore.shares_with.format(count=first, temperature=1.0))
    expect(own.locator(".c.parting")).to_have_count(1)
    assert own.locator(".c.parting").get_attribute("data-position") == str(first)
    expect(own.locator(".c.shared")).to_have_count(0)  # always in full strength


def test_arrow_keys_move_the_slider(page: Page, server: Server) -> None:
    slider = open_page(page, server)
    slider.focus()
    before = labels(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_value("0.9")
    page.wait_for_timeout(200)
    assert labels(page) != before
    _assert_figure_is_right(page, 0.9)
    _assert_own_column_is_right(page, 0.9)


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


def test_an_example_fills_the_field_and_its_bars_are_ordered_from_left_to_right(page: Page, server: Server) -> None:
    open_page(page, server)
    page.get_by_role("button", name=WORDS.explore.examples).click()
    page.get_by_role("menuitem", name=WORDS.explore.example_names[0]).click()
    expect(prompt(page)).to_have_value(WORDS.explore.example_prompts[0].replace("\n", "⏎"))
    page.wait_for_function(f"document.querySelector(`{BARS}[aria-label^='u: 9']`) !== null")
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
def test_on_a_phone_nothing_sticks_out(browser: Browser, server: Server, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    open_page(page, server)
    assert no_sideways_scrolling(page)
    lefts = page.eval_on_selector_all(".sample", "all => all.map(one => one.getBoundingClientRect().left)")
    assert len(lefts) == 5
    assert len(set(lefts)) == 1  # stacked
    page.get_by_role("button", name=WORDS.frame.menu).tap()
    page.get_by_role("button", name=WORDS.tour.tour_start).wait_for()
    assert no_sideways_scrolling(page)
    context.close()


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
