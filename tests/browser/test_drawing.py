"""The visitor as the sampler, in a real browser: by button, by key, off the bars; the slider by itself; copies."""

from playwright.sync_api import Page, expect

from components.language_model.folder import DEFAULT_MODEL
from components.language_model.scene import Scene
from components.presenting.prompt_text import example_name
from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import BARS, FIXED, SLIDER, open_page, prompt, rest, text_of
from tests.serving import Server


def _press(page: Page, label: str) -> None:
    page.locator(".drawing button", has_text=label).click()


def _expect_prompt(page: Page, text: str) -> None:
    expect(prompt(page)).to_have_value(text.replace("\n", "⏎"))
    rest(page)


def test_characters_are_drawn_and_taken_back_by_button_key_and_bar(page: Page, server: Server) -> None:
    open_page(page, server)
    start = prompt(page).input_value()
    column = text_of(page.locator(FIXED).nth(2))  # T = 1, where the slider stands
    _press(page, WORDS.explore.draw)
    _expect_prompt(page, start + column[0])
    page.keyboard.press("d")
    _expect_prompt(page, start + column[:2])
    assert text_of(page.locator(FIXED).nth(2)).startswith(column[2:40])  # the luck goes on where it stood
    page.keyboard.press("b")
    _expect_prompt(page, start + column[0])
    likeliest = str(page.locator(BARS).first.get_attribute("aria-label")).split(":")[0]
    page.locator(BARS).first.focus()
    page.keyboard.press("Enter")
    _expect_prompt(page, start + column[0] + likeliest)
    page.locator(BARS).first.focus()
    page.keyboard.press("ArrowRight")
    second = str(page.evaluate("document.activeElement.getAttribute('aria-label')")).split(":")[0]
    assert second == str(page.locator(BARS).nth(1).get_attribute("aria-label")).split(":")[0]
    _press(page, WORDS.explore.start_again)
    _expect_prompt(page, start)
    assert "taken" not in page.url


def test_no_key_acts_while_somebody_types(page: Page, server: Server) -> None:
    open_page(page, server)
    before = prompt(page).input_value()
    prompt(page).press("End")
    prompt(page).press_sequentially("mad", delay=60)
    _expect_prompt(page, before + "mad")
    assert "taken" not in page.url


def test_the_slider_goes_by_itself_until_somebody_touches_the_page(page: Page, server: Server) -> None:
    open_page(page, server)
    page.locator(".play button").click()
    page.wait_for_function(f"Number(document.querySelector('{SLIDER}').value) > 1.3")
    page.mouse.click(5, 400)
    stopped = page.locator(SLIDER).input_value()
    page.wait_for_timeout(400)
    assert page.locator(SLIDER).input_value() == stopped
    expect(page.locator(".play button")).to_have_attribute("aria-label", WORDS.explore.play)


def test_a_text_and_the_link_can_be_copied_and_that_is_said(page: Page, server: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, server)
    column = page.locator(FIXED).first
    column.locator("button").click()
    expect(column.get_by_role("status")).to_have_text(WORDS.explore.copied)
    assert page.evaluate("navigator.clipboard.readText()") == text_of(column)
    page.get_by_role("button", name=WORDS.explore.copy_link).click()
    expect(page.locator(".copy_link [role=status]")).to_have_text(WORDS.explore.copied)
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_an_example_fills_the_field(page: Page, server: Server) -> None:
    open_page(page, server)
    page.get_by_role("button", name=WORDS.explore.examples).click()
    example = Scene.load(DEFAULT_MODEL).examples[2]
    page.get_by_role("menuitem", name=example_name(example, WORDS)).click()
    _expect_prompt(page, example.prompt)
