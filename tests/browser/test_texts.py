"""The choosable characters by themselves: what they are given is shown as it stands, and every way to choose works."""

import pytest
from playwright.sync_api import Page

from tests.browser.first_page import SLIDER
from tests.browser.texts import HOSTILE, choice, choices, column, own_column, show

pytestmark = pytest.mark.long


def test_hostile_text_is_shown_as_it_stands(page: Page) -> None:
    show(page, [column(HOSTILE, title="<img src=x>")])
    assert page.locator(".text").text_content() == HOSTILE
    assert page.locator("h2").text_content() == "<img src=x>"
    assert page.locator(".note").text_content() == "<i>a note</i>"
    assert page.locator("dt").text_content() == "<u>measure</u>"
    assert page.locator(".texts :is(b, i, u, img, script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_character_says_what_it_is(page: Page) -> None:
    show(page, [column("a\n$&", parting=1)])
    said = ["a · 1.5 bits", "here they part: line break · 1.5 bits", "$ · 1.5 bits", "& · 1.5 bits"]
    page.locator(".text").focus()
    for place, sentence in enumerate(said):
        character = page.locator(".c").nth(place)
        assert character.get_attribute("aria-label") == sentence  # to whoever goes there by keyboard
        character.hover(position={"x": 1, "y": 3})
        assert character.get_attribute("title") == sentence  # and by mouse
        page.keyboard.press("ArrowRight")
    assert page.locator(".c").nth(1).text_content() == "⏎\n"  # it would not be seen otherwise


def test_a_click_chooses(page: Page) -> None:
    show(page, [column("cool"), column("warm")])
    page.locator(".text").nth(1).locator(".c").nth(2).click()
    assert choices(page) == [choice(1, 2)]


def test_text_that_is_selected_to_be_copied_chooses_nothing(page: Page) -> None:
    show(page, [column("some words")])
    first, last = (page.locator(".c").nth(place).bounding_box() for place in (0, 7))
    assert first
    assert last
    page.mouse.move(first["x"], first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + 5, last["y"] + 5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()")
    assert choices(page) == []


def test_one_tab_stop_a_text_and_arrows_inside(page: Page) -> None:
    show(page, [column("cool"), column("warm")])
    page.locator(SLIDER).focus()
    for _ in range(4):  # each column has a button that copies it, then its text
        page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowRight"):
        page.keyboard.press(key)
    assert choices(page) == []  # side by side, only Enter chooses
    assert page.locator(".chosen").count() == 1
    page.keyboard.press("Enter")
    assert choices(page) == [choice(1, 1)]
    page.keyboard.press("Tab")
    assert page.locator(".chosen").count() == 0


def test_up_and_down_go_from_line_to_line(page: Page) -> None:
    show(page, [column("abcd\nefgh\nijkl")])
    page.locator(".text").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert choices(page) == [choice(0, 6)]  # the f


@pytest.mark.parametrize(("key", "position"), [("ArrowRight", 3), ("ArrowLeft", 1), ("Home", 0), ("End", 5)])
def test_in_a_ledger_the_arrows_choose(page: Page, key: str, position: int) -> None:
    show(page, [column("abcdef"), column("abcxyz")], chosen=2)
    assert page.locator(".chosen").all_text_contents() == ["c", "c"]
    page.locator(".text").first.focus()
    page.keyboard.press(key)
    assert choices(page) == [choice(0, position)]


def test_another_choice_redraws_nothing_but_the_mark(page: Page) -> None:
    show(page, [column("abcdef")], chosen=0)
    page.evaluate("window.before = document.querySelector('.text'); window.before.focus()")
    page.evaluate("window.draw({...window.data, chosen: 3})")
    assert page.locator(".chosen").all_text_contents() == ["d"]
    assert page.evaluate("document.activeElement === window.before && document.contains(window.before)")
    page.evaluate("window.draw({...window.data, texts: window.data.texts.slice(0, 0), chosen: 0})")
    assert page.locator(".text").count() == 0


def test_a_choice_far_off_is_brought_into_sight(page: Page) -> None:
    show(page, [column("x" * 400)], chosen=350)
    mark, seen = (page.locator(place).bounding_box() for place in (".chosen", ".scroller"))
    assert mark
    assert seen
    assert seen["x"] <= mark["x"] <= seen["x"] + seen["width"]


def test_an_answer_to_an_older_choice_does_not_take_the_mark_from_the_hand(page: Page) -> None:
    show(page, [column("abcdefgh")], chosen=0)
    page.locator(".text").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.evaluate("window.draw({...window.data, chosen: 0})")  # late, from before
    assert page.locator(".chosen").all_text_contents() == ["d"]
    assert choices(page)[-1] == choice(0, 3)
    page.evaluate("window.draw({...window.data, chosen: 3})")  # the answer
    page.evaluate("window.draw({...window.data, chosen: 5})")  # and a choice that was made elsewhere
    assert page.locator(".chosen").all_text_contents() == ["f"]


def test_what_would_tell_an_answer_can_neither_be_seen_nor_reached(page: Page) -> None:
    show(page, [column("cold")], slider=own_column("cold", "warm"), hidden="Guess first.")
    assert not page.locator(".text").first.is_visible()
    assert page.locator(".samples").evaluate("samples => getComputedStyle(samples, '::before').content") == (
        '"Guess first."'
    )
    page.locator(SLIDER).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.samples')") is None
