"""The page in a real browser: a drag acts before it is let go, by the browser alone, and shows the right numbers."""

import math
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from components.charts import live_text
from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.language_model.scene import Scene
from components.presenting.glyphs import name
from components.temperature import apply_temperature, entropy
from components.temperature.scale import HIGHEST, LOWEST
from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.serving import Server

FIGURE = "[data-testid=stVegaLiteChart]"
BARS = f"{FIGURE} .mark-rect path[aria-roledescription=bar]"
THUMB = 24  # pixels; see style.css


def _open(page: Page, server: Server, query: str = "") -> Locator:
    page.goto(server.address + query)
    slider = page.locator(f"{FIGURE} input[type=range]")
    slider.wait_for()
    expect(page.locator(BARS)).to_have_count(65)
    page.locator(".sample").first.wait_for()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    _wait_until_it_rests(page, slider)
    return slider


def _wait_until_it_rests(page: Page, slider: Locator) -> None:
    """Wait until what is loaded late has found its place, so that the mouse meets what it aims at."""
    before = None
    for _ in range(100):
        page.wait_for_timeout(150)
        now = slider.bounding_box()
        if now == before:
            return
        before = now


def _wait_for_the_model(page: Page) -> None:
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_text(WORDS.frame.model_coming)).to_have_count(0, timeout=PATIENCE)


def _labels(page: Page) -> dict[str, tuple[float, float]]:
    """Read what a screen reader hears of every bar: its chance now and at T = 1, in percent."""
    said = page.eval_on_selector_all(BARS, "bars => bars.map(bar => bar.getAttribute('aria-label'))")
    number = r"([\d.e+-]+|0) %"
    found = {}
    for label in said:
        match = re.fullmatch(rf"(.*?): {number} · .*? {number} · .* \d+", label)
        assert match, label
        found[match[1]] = (float(match[2]), float(match[3]))
    return found


def _hold_at(page: Page, slider: Locator, temperature: float) -> None:
    box: Any = slider.bounding_box()
    share = (temperature - LOWEST) / (HIGHEST - LOWEST)
    page.mouse.move(box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2, steps=10)


def _assert_bars_are_right(page: Page, temperature: float) -> None:
    scene, characters = Scene.load(DEFAULT_MODEL), vocabulary(DEFAULT_MODEL).characters
    tempered, base = apply_temperature(scene.logits, temperature), apply_temperature(scene.logits)
    shown = _labels(page)
    assert len(shown) == len(characters)
    for character, now, before in zip(characters, tempered, base, strict=True):
        for given, wanted in zip(shown[name(character, WORDS)], (100 * now, 100 * before), strict=True):
            # Three digits are shown: right to half a unit of the last.
            assert abs(given - wanted) <= 0.501 * 10 ** (math.floor(math.log10(wanted)) - 2)
    bits = f"{float(entropy(tempered)):.2f} {WORDS.bits}"
    assert bits in page.locator(f"{FIGURE} svg").text_content()


@pytest.mark.parametrize("frozen", [False, True], ids=["server running", "server frozen"])
def test_every_bar_follows_a_held_slider(page: Page, server: Server, frozen: bool) -> None:
    slider = _open(page, server)
    _wait_for_the_model(page)
    slider.scroll_into_view_if_needed()
    if frozen:
        server.freeze()
    try:
        _hold_at(page, slider, 1.5)
        page.mouse.down()
        for temperature in (0.3, 1.0, 2.0):
            _hold_at(page, slider, temperature)
            expect(slider).to_have_value(f"{temperature:g}")
            page.wait_for_timeout(200)  # a frame or two; nothing else has to happen
            _assert_bars_are_right(page, temperature)
        page.mouse.up()
    finally:
        server.thaw()


def _text_under_the_slider(page: Page) -> str:
    lines = page.eval_on_selector_all(
        f"{FIGURE} .quiet_marks text, {FIGURE} .loud_marks text", "lines => lines.map(line => line.textContent)"
    )
    return "".join("".join(lines).split()).replace("\u2060", "")


def test_the_text_follows_a_held_slider_with_the_server_frozen(page: Page, server: Server) -> None:
    slider = _open(page, server)
    _wait_for_the_model(page)
    page.locator(f"{FIGURE} .quiet_marks text").first.wait_for()
    slider.scroll_into_view_if_needed()
    seen = {}
    server.freeze()
    try:
        _hold_at(page, slider, 1.5)
        page.mouse.down()
        for temperature in (0.3, 1.0, 2.0):
            _hold_at(page, slider, temperature)
            page.wait_for_timeout(200)
            seen[temperature] = _text_under_the_slider(page)
        page.mouse.up()
    finally:
        server.thaw()
    stored = {sample.temperature: sample for sample in Scene.load(DEFAULT_MODEL).texts}
    trained = "".join(stored[1.0].text[: live_text.LENGTH].replace("\n", "↵").split())
    assert seen[1.0] == trained
    assert len(set(seen.values())) == 3
    assert min(map(len, seen.values())) > 200
    page.wait_for_url("**/?T=2")


def test_arrow_keys_move_the_slider(page: Page, server: Server) -> None:
    slider = _open(page, server)
    slider.focus()
    before = _labels(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_value("0.9")
    page.wait_for_timeout(200)
    assert _labels(page) != before
    _assert_bars_are_right(page, 0.9)


def test_a_link_restores_the_page(page: Page, server: Server) -> None:
    query = "?prompt=All:%0ASpe&T=0.4&temperatures=0&temperatures=1.5&length=50&seed=7"
    slider = _open(page, server, query)
    _wait_for_the_model(page)
    expect(slider).to_have_value("0.4")
    expect(page.get_by_label(WORDS.explore.prompt, exact=True)).to_have_value("All:⏎Spe")
    expect(page.locator(".sample h3")).to_have_text(["T = 0", "T = 1.5"])
    expect(page.get_by_label(WORDS.explore.seed, exact=True)).to_have_value("7")


def test_typing_redraws_the_same_figure(page: Page, server: Server) -> None:
    _open(page, server)
    _wait_for_the_model(page)
    page.eval_on_selector(f"{FIGURE} svg", "figure => { window.figure = figure }")
    before = _labels(page)
    field = page.get_by_label(WORDS.explore.prompt, exact=True)
    field.press("End")
    field.press_sequentially("ea", delay=150)
    page.wait_for_function(
        "([bars, first]) => document.querySelector(bars).getAttribute('aria-label') !== first",
        arg=[BARS, page.locator(BARS).first.get_attribute("aria-label")],
    )
    assert _labels(page) != before
    assert page.evaluate("document.contains(window.figure)")


def test_after_another_prompt_the_bars_are_still_ordered_from_left_to_right(page: Page, server: Server) -> None:
    _open(page, server)
    _wait_for_the_model(page)
    page.get_by_role("button", name=WORDS.explore.example_names[0]).click()
    page.wait_for_function(f"document.querySelector(`{BARS}[aria-label^='u: 9']`) !== null")
    placed = page.eval_on_selector_all(
        BARS, "bars => bars.map(bar => [bar.getBoundingClientRect().left, bar.getAttribute('aria-label')])"
    )
    ranks = [int(label.rsplit(" ", 1)[1]) for _, label in sorted(placed)]
    assert ranks == list(range(1, 66))


def test_texts_stay_until_the_new_ones_are_there(page: Page, server: Server) -> None:
    _open(page, server)
    _wait_for_the_model(page)
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
    before = page.locator(".sample .text").first.text_content()
    page.get_by_role("button", name=WORDS.explore.another_seed).click()
    expect(page.locator(".sample .text").first).not_to_have_text(before)
    assert page.evaluate("window.fewest") == 4


def test_hostile_text_stays_text(page: Page, server: Server) -> None:
    _open(page, server)
    _wait_for_the_model(page)
    field = page.get_by_label(WORDS.explore.prompt, exact=True)
    field.fill("<b>$x$*<img src=x onerror=alert(1)>")
    warning = page.get_by_test_id("stAlert")
    expect(warning).to_contain_text("< > * = ( 1 )")
    assert page.locator(".sample b, .sample img, [data-testid=stAlert] b, [data-testid=stAlert] img").count() == 0
    expect(page.locator("[data-testid=stAlert] .katex")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_sticks_out(browser: Browser, server: Server, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    _open(page, server)
    wide = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{wide}.scrollWidth <= {wide}.clientWidth")
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    lefts = page.eval_on_selector_all(".sample", "all => all.map(one => one.getBoundingClientRect().left)")
    assert len(lefts) == 4
    assert len(set(lefts)) == 1  # stacked
    context.close()


def test_a_tap_on_a_character_says_its_numbers(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    _open(page, server)
    page.locator(f"{FIGURE} svg").scroll_into_view_if_needed()
    first: Any = page.locator(BARS).first.bounding_box()
    figure: Any = page.locator(f"{FIGURE} svg").bounding_box()
    page.touchscreen.tap(first["x"] + first["width"] / 2, figure["y"] + figure["height"] / 2)
    said = page.locator(BARS).first.get_attribute("aria-label")
    expect(page.locator(f"{FIGURE} svg")).to_contain_text(str(said))
    context.close()


def test_the_numbers_are_in_a_table_too(page: Page, server: Server) -> None:
    _open(page, server)
    fold = page.get_by_text(WORDS.explore.as_table)
    fold.focus()
    fold.press("Enter")
    expect(page.locator("[data-testid=stTable] tbody tr")).to_have_count(65)


def test_the_figure_and_slider_have_names(page: Page, server: Server) -> None:
    _open(page, server)
    expect(page.get_by_role("slider", name=re.compile(WORDS.explore.temperature))).to_be_visible()
    described = page.locator(f'[aria-label*="{WORDS.explore.live_description.format(characters=65)[:60]}"]')
    assert described.count() >= 1
