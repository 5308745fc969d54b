"""The slider's own column by itself, and the same texts without the cut: they follow the slider in the browser."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.texts import HOSTILE, choice, choices, column, move, own_column, show, without_cut

pytestmark = pytest.mark.long


def test_the_sliders_own_column_follows_it_and_says_where_it_parts(page: Page) -> None:
    own = own_column("abcdef", "abXdef", "Zbcdef", temperatures=(0.0, 1.0, 3.0))
    show(page, [column("abcdef", "T = 0"), column("abXdef", "T = 1")], slider=own, fixed=(0.0, 1.0))
    box = page.locator(".sample.own")
    seen = []
    for temperature in (1, 0, 3, 0.4, 0.6):
        move(page, temperature)
        seen.append([box.locator(place).text_content() for place in ("h2", ".note", ".text", "dd")])
    assert seen == [
        ["Slider: T = 1", "the same as T = 1", "abXdef", "1"],
        ["Slider: T = 0", "the same as T = 0", "abcdef", "0"],
        ["Slider: T = 3", "differs from T = 1 at once", "Zbcdef", "2"],
        ["Slider: T = 0.4", "written at T = 0, the nearest", "abcdef", "0"],
        ["Slider: T = 0.6", "written at T = 1, the nearest", "abXdef", "1"],
    ]
    move(page, 3)
    assert box.locator(".c").first.get_attribute("class") == "c parting s2"
    box.locator(".c").nth(2).click()
    move(page, 2.6)
    box.locator(".c").nth(2).click()
    assert choices(page) == [choice(-1, 2, 3)] * 2  # the temperature at which it was written


def test_what_the_sliders_own_column_shares_is_pale_up_to_the_frame(page: Page) -> None:
    own = own_column("abcdef", "abXdef", temperatures=(0.0, 1.0))
    show(page, [column("abcdef", "T = 0")], slider=own, fixed=(0.0,))
    seen = {}
    for temperature in (0, 1):
        move(page, temperature)
        seen[temperature] = [
            next((state for state in ("shared", "parting") if state in str(character.get_attribute("class"))), "")
            for character in page.locator(".own .c").all()
        ]
    assert seen == {0: [""] * 6, 1: ["shared", "shared", "parting", "", "", ""]}


def test_the_sliders_own_column_shows_hostile_text_as_it_stands(page: Page) -> None:
    show(page, [], slider=own_column(HOSTILE + "\x07", HOSTILE))
    move(page, 0)
    assert page.locator(".own .text").text_content() == HOSTILE + "␇"  # what cannot be seen has a sign
    assert page.locator(".texts :is(b, img, script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_while_it_is_being_written_the_nearest_column_stands_for_it(page: Page) -> None:
    show(page, [column("cold"), column("warm")], slider=own_column())
    own = page.locator(".own")
    assert [own.locator(place).text_content() for place in (".note", ".text")] == [
        "being written; this is T = 1",
        "warm",
    ]
    show(page, [], slider=own_column())
    assert [own.locator(place).text_content() for place in (".note", ".text")] == ["being written", ""]


def test_until_a_hand_comes_there_is_the_text_for_where_the_slider_rests(page: Page) -> None:
    fixed = [column("cold", "T = 0"), column("warm", "T = 1")]
    one = own_column("wart", temperatures=(0.75,), whole=False, resting=0.8)
    own, seen = page.locator(".own"), []
    show(page, fixed, slider=one)
    for temperature in (0.8, 0.2, 0.8):
        move(page, temperature)
        seen.append([own.locator(place).text_content() for place in (".note", ".text")])
    there = ["written at T = 0.75, the nearest", "wart"]
    assert seen == [there, ["being written; this is T = 0", "cold"], there]
    assert choices(page) == [["wanted", True]]  # asked for once


def test_who_comes_to_the_slider_and_stays_asks_for_its_texts(page: Page) -> None:
    def asked(come: Callable[[Locator], None]) -> list[Any]:
        page.mouse.move(0, 0)
        show(page, [column("warm")], slider=own_column("warm", temperatures=(1.0,), whole=False))
        come(page.locator("[name=T_T]"))
        page.evaluate("new Promise((done) => setTimeout(done, 200))")
        return choices(page)

    def cross(slider: Locator) -> None:  # by the page's own timer: a busy machine may take long between two moves
        slider.evaluate(
            """async (slider) => {
              for (const at of [slider, document.querySelector(".text")]) {
                at.dispatchEvent(new PointerEvent("pointerover", {bubbles: true}));
                await new Promise((done) => setTimeout(done, 20));
              }
            }"""
        )

    assert [asked(come) for come in (Locator.focus, Locator.hover, cross)] == [[["wanted", True]]] * 2 + [[]]


def test_new_data_leave_one_listener(page: Page) -> None:
    show(page, [column("cold")], slider=own_column("cold", "warm"))
    page.evaluate("() => { for (let i = 0; i < 3; i++) window.draw({...window.data, copy: `Copy ${i}`}); }")
    written = page.evaluate(
        """async () => {
          let written = 0;
          new MutationObserver((changes) => { written += changes.length; })
            .observe(document.querySelector(".own h2"), {childList: true});
          const slider = document.querySelector("[name=T_T]");
          slider.value = 0;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          await new Promise((done) => setTimeout(done, 50));
          return written;
        }"""
    )
    assert written == 1


def test_a_line_below_follows_the_temperature_along_the_text(page: Page) -> None:
    falling = own_column("hot") | {"along": [1.5, 1.0, 0.5], "title": "1.5 → 0.5"}
    show(page, [column("hop")], slider=falling)
    own = page.locator(".own .c")
    depths = own.evaluate_all("all => all.map((span) => parseFloat(getComputedStyle(span).textUnderlineOffset))")
    assert depths[0] < depths[1] < depths[2]  # the nearer to the text, the hotter
    assert depths[1] - depths[0] == pytest.approx(depths[2] - depths[1], abs=0.05)
    own.nth(1).hover(position={"x": 1, "y": 3})
    assert own.nth(1).get_attribute("title") == "o · 2 bits · at T = 1"
    assert page.locator(".sample:not(.own) .along").count() == 0


def test_where_the_temperature_stays_there_is_no_line(page: Page) -> None:
    show(page, [column("hop")], slider=own_column("hot") | {"along": [1.0, 1.0, 1.0]})
    assert page.locator(".along").count() == 0


def test_the_same_without_the_cut_stands_below_and_follows_the_slider(page: Page) -> None:
    below = without_cut(column("coal", "T = 1, without the cut", parting=2), own=("cold", "warp"))
    show(page, [column("cool")], slider=own_column("cool", "warm"), twins=below, fixed=(1.0,))
    twins = page.locator(".twin")
    assert twins.locator("h3").all_text_contents() == ["Slider: T = 1, without the cut", "T = 1, without the cut"]
    assert twins.locator(".text").all_text_contents() == ["warp", "coal"]
    assert twins.nth(0).locator(".note").text_content() == "first 3 as with the cut"
    assert twins.nth(0).locator(".shared, .parting").all_text_contents() == ["w", "a", "r", "p"]
    move(page, 0.0)
    assert twins.nth(0).locator(".text").text_content() == "cold"
    assert twins.nth(0).locator(".parting").all_text_contents() == ["l"]
    above, under = page.locator(".own .passage").nth(0).bounding_box(), twins.nth(0).bounding_box()
    beside = twins.nth(1).bounding_box()
    assert above
    assert under
    assert beside
    assert under["y"] >= above["y"] + above["height"]
    assert under["y"] == pytest.approx(beside["y"], abs=1)


def test_a_character_without_the_cut_leads_to_where_the_cut_changed_the_text(page: Page) -> None:
    below = without_cut(column("coal", parting=2), own=("warm", "warm"))
    show(page, [column("cool")], slider=own_column("warm", "warm"), twins=below, fixed=(1.0,))
    page.locator(".twin").nth(1).locator(".c").nth(3).click()
    page.locator(".twin").nth(0).locator(".c").nth(3).click()  # nothing was changed there
    assert choices(page) == [choice(0, 2), choice(-1, 3, 1.0)]
    page.locator(".twin").nth(1).locator(".c").nth(2).hover(position={"x": 1, "y": 3})
    title = page.locator(".twin").nth(1).locator(".c").nth(2).get_attribute("title")
    assert title == "here the cut changed it: a · 1.5 bits without the cut"


def test_what_is_not_written_yet_without_the_cut_is_said_to_be(page: Page) -> None:
    show(page, [column("cool")], slider=own_column("warm", "warm"), twins=without_cut(own=()), fixed=(1.0,))
    assert page.locator(".twin .note").all_text_contents() == ["being written"] * 2
    assert page.locator(".twin .c").count() == 0
    show(page, [column("cool")], slider=own_column(), twins=without_cut(own=("cold", "warp")), fixed=(1.0,))
    assert page.locator(".own .twin .note").text_content() == "being written"
