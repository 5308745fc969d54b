"""Back and Forward: the page and its address never disagree, and one entry stands for one resting place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import SLIDER
from tests.browser.tabs import PATIENCE
from tests.serving import Server, serving

pytestmark = pytest.mark.long

REST = 1200  # milliseconds: longer than a hand rests before the address gets an entry


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".sample .c").first.wait_for()
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    page.wait_for_timeout(REST)


def _move(page: Page, *temperatures: float) -> None:
    """Move the slider from one place to the next, as quickly as a hand does."""
    page.locator(SLIDER).evaluate(
        """async (slider, values) => {
          for (const value of values) {
            slider.value = value;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((done) => setTimeout(done, 50));
          }
        }""",
        temperatures,
    )


def _rest_at(page: Page, temperature: float) -> None:
    _move(page, temperature)
    page.wait_for_url(f"**T={temperature:g}*")
    page.wait_for_timeout(REST)


def _assert_entries(page: Page, number: int) -> None:
    page.wait_for_function("number => history.length === number", arg=number)
    page.wait_for_timeout(REST)
    assert page.evaluate("history.length") == number


def _assert_at(page: Page, temperature: float) -> None:
    expect(page.locator(SLIDER)).to_have_value(f"{temperature:g}")
    expect(page.locator(".own h2")).to_have_text(WORDS.explore.slider_title.format(temperature=temperature))
    page.wait_for_timeout(REST)
    expect(page.locator(SLIDER)).to_have_value(f"{temperature:g}")
    query = page.evaluate("new URLSearchParams(location.search).get('T')")
    assert query == (None if temperature == 1 else f"{temperature:g}")


def test_what_is_passed_more_quickly_than_a_rest_gets_no_entry(page: Page, server: Server) -> None:
    _open(page, server.address)
    entries = page.evaluate("history.length")
    _move(page, 0.9, 0.8, 0.7, 0.6)
    page.wait_for_url("**T=0.6*")
    _assert_entries(page, entries + 1)
    page.go_back()
    _assert_at(page, 1)


def test_back_brings_prompt_and_seed(page: Page, server: Server) -> None:
    _open(page, server.address)
    field = page.get_by_label(WORDS.explore.prompt, exact=True)
    before = field.input_value()
    field.fill("All:⏎Speak")
    page.wait_for_url("**prompt=All*")
    page.wait_for_timeout(REST)
    page.get_by_role("button", name=WORDS.explore.another_seed).click()
    page.wait_for_url("**seed=*")
    page.wait_for_timeout(REST)
    page.go_back()
    expect(field).to_have_value("All:⏎Speak")
    page.wait_for_timeout(REST)
    assert "seed=" not in page.url
    page.go_back()
    expect(field).to_have_value(before)
    page.go_forward()
    expect(field).to_have_value("All:⏎Speak")


def test_back_brings_the_page_before_as_it_was(page: Page, server: Server) -> None:
    _open(page, server.address)
    _rest_at(page, 0.4)
    page.get_by_role("link", name=WORDS.calibration.calibration_title).click()
    page.locator(".slider input").wait_for()
    page.wait_for_timeout(REST)
    page.go_back()
    page.locator(SLIDER).wait_for()
    _assert_at(page, 0.4)


def test_every_page_on_the_way_has_one_entry_and_comes_back_as_it_was_left(page: Page, server: Server) -> None:
    figure = page.locator("[data-testid=stVegaLiteChart] svg").nth(1)
    field = page.get_by_label(WORDS.explore.prompt, exact=True)
    page.goto(server.address + "in-keras")
    figure.wait_for()
    before = field.input_value()
    page.get_by_role("link", name=WORDS.frame.explore).click()
    page.locator(".sample .c").first.wait_for()
    page.wait_for_timeout(REST)
    entries = page.evaluate("history.length")
    field.fill("All:⏎Speak")
    page.wait_for_url("**prompt=All*v=2*")  # the server's answer completes what the browser had written at once
    _assert_entries(page, entries + 1)
    page.get_by_role("link", name=WORDS.in_keras.in_keras).click()
    figure.wait_for()
    page.wait_for_url("**/in-keras?*T=0.5*")  # the page completes its address by itself, in the entry that it has
    _assert_entries(page, entries + 2)
    page.go_back()
    page.locator(".sample .c").first.wait_for()
    expect(field).to_have_value("All:⏎Speak")
    assert "prompt=All" in page.url
    assert "in-keras" not in page.url
    page.go_back()
    expect(field).to_have_value(before)


@pytest.fixture
def own_server() -> Iterator[Server]:
    with serving() as running:
        yield running


def test_a_move_while_the_server_is_away_is_in_the_address_when_it_is_back(own_server: Server, page: Page) -> None:
    _open(page, own_server.address)
    own_server.freeze()
    _move(page, 0.5)
    page.wait_for_timeout(REST)
    assert "T=0.5" not in page.url
    own_server.thaw()
    page.wait_for_url("**T=0.5*")
    _assert_at(page, 0.5)


def test_an_answer_that_comes_after_a_rest_belongs_to_the_entry_that_is_there(own_server: Server, page: Page) -> None:
    _open(page, own_server.address)
    entries = page.evaluate("history.length")
    own_server.freeze()
    page.get_by_label(WORDS.explore.prompt, exact=True).fill("All:⏎Speak")
    page.wait_for_url("**prompt=All*")
    _assert_entries(page, entries + 1)
    own_server.thaw()
    page.wait_for_url("**prompt=All*v=2*")
    _assert_entries(page, entries + 1)
