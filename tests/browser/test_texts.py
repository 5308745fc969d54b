"""The choosable characters by themselves: what they are given is shown as it stands, and every way to choose works."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from components.pages.parts import texts_view
from components.pages.parts.component import script
from tests.browser.first_page import SLIDER

STYLE = (Path(texts_view.__file__).parent / "texts" / "texts.css").read_text("utf-8")
HOSTILE = "<b>$x$*&\"'\n</span></div><script>window.hurt = 1</script><!-- &amp; &lt;\n"


def _text(characters: str, title: str = "T = 1", parting: int | None = None) -> dict[str, Any]:
    return {
        "title": title,
        "characters": list(characters),
        "bits": [1.5] * len(characters),
        "levels": "1" * len(characters),
        "states": ["parting" if place == parting else "" for place in range(len(characters))],
        "note": "<i>a note</i>",
        "measures": [["<u>measure</u>", "<b>1</b>"]],
    }


def _slider(*texts: str, temperatures: tuple[float, ...] = (0.0, 1.0)) -> dict[str, Any]:
    """Return the slider's own texts, or none of them while they are being written."""
    return {
        "temperatures": list(temperatures[: len(texts)]),
        "texts": list(texts),
        "levels": ["2" * len(text) for text in texts],
        "measures": [[["measure", str(place)]] for place in range(len(texts))],
        "along": [],
        "resting": 1.0,
        "title": "Slider: T = {temperature:g}",
        "same": "the same as T = {temperature:g}",
        "shares": "first {count} as T = {temperature:g}",
        "at_once": "differs from T = {temperature:g} at once",
        "coming": "being written; this is T = {temperature:g}",
        "alone": "being written",
        "character_at": "{said} · at T = {temperature}",
    }


def _twins(*fixed: dict[str, Any], own: tuple[str, ...]) -> dict[str, Any]:
    """Return the same without the cut."""
    return {
        "fixed": list(fixed),
        "own": _slider(*own),
        "title": "{title}, without the cut",
        "same": "the same",
        "shares": "first {count} as with the cut",
        "at_once": "the cut changed the first",
        "coming": "being written",
        "parting": "here the cut changed it",
        "hint": "{character} · {bits:.1f} bits without the cut",
    }


def _show(
    page: Page,
    texts: list[dict[str, Any]],
    *,
    chosen: int | None = None,
    width: int = 800,
    slider: dict[str, Any] | None = None,
    fixed: tuple[float, ...] = (0.0, 1.0),
    hidden: str = "",
    twins: dict[str, Any] | None = None,
) -> None:
    """Mount the component as Streamlit does, under a slider; what is chosen is kept in `window.choices`."""
    data = {
        "id": "t",
        "texts": texts,
        "names": {" ": "space", "\n": "line break"},
        "hint": "{character} · {bits:.1f} bits",
        "parting": "here they part",
        "follows": chosen is not None,
        "chosen": chosen,
        "slider": slider,
        "fixed": list(fixed[: len(texts)]),
        "signs": {"\x07": "␇"},
        "copy": "Copy",
        "copied": "Copied.",
        "hidden": hidden,
        "twins": twins,
    }
    page.set_content(
        f'<style>{STYLE}</style><div class="st-key-live"><form class="vega-bindings">'
        "<input type=range name=T_T min=0 max=3 step=0.05 value=1></form></div>"
        f'<div id=p style="width:{width}px"></div>'
    )
    page.evaluate(
        """async ([source, data]) => {
          const module = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(source));
          const parent = document.getElementById("p");
          parent.innerHTML = '<div class="texts"></div>';
          window.choices = [];
          window.draw = (data) => module.default({
            data, parentElement: parent, setTriggerValue: (name, value) => window.choices.push([name, value]),
          });
          window.draw(data);
          window.data = data;
        }""",
        [script("texts"), data],
    )


def _chosen(row: int, position: int, temperature: float | None = None) -> list[Any]:
    return ["chosen", {"row": row, "position": position, "temperature": temperature}]


def _choices(page: Page) -> list[Any]:
    page.wait_for_timeout(150)  # what is held down answers once
    return json.loads(page.evaluate("JSON.stringify(window.choices)"))


def _move(page: Page, temperature: float) -> None:
    page.locator(SLIDER).evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); }",
        temperature,
    )


def test_hostile_text_is_shown_as_it_stands(page: Page) -> None:
    _show(page, [_text(HOSTILE, title="<img src=x>")])
    assert page.locator(".text").text_content() == HOSTILE
    assert page.locator("h2").text_content() == "<img src=x>"
    assert page.locator(".note").text_content() == "<i>a note</i>"
    assert page.locator("dt").text_content() == "<u>measure</u>"
    assert page.locator(".texts :is(b, i, u, img, script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_character_says_what_it_is(page: Page) -> None:
    _show(page, [_text("a\n$&", parting=1)])
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
    _show(page, [_text("cool"), _text("warm")])
    page.locator(".text").nth(1).locator(".c").nth(2).click()
    assert _choices(page) == [_chosen(1, 2)]


def test_text_that_is_selected_to_be_copied_chooses_nothing(page: Page) -> None:
    _show(page, [_text("some words")])
    first, last = (page.locator(".c").nth(place).bounding_box() for place in (0, 7))
    assert first
    assert last
    page.mouse.move(first["x"], first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + 5, last["y"] + 5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()")
    assert _choices(page) == []


def test_one_tab_stop_a_text_and_arrows_inside(page: Page) -> None:
    _show(page, [_text("cool"), _text("warm")])
    page.locator(SLIDER).focus()
    for _ in range(4):  # each column has a button that copies it, then its text
        page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowRight"):
        page.keyboard.press(key)
    assert _choices(page) == []  # side by side, only Enter chooses
    assert page.locator(".chosen").count() == 1
    page.keyboard.press("Enter")
    assert _choices(page) == [_chosen(1, 1)]
    page.keyboard.press("Tab")
    assert page.locator(".chosen").count() == 0


def test_up_and_down_go_from_line_to_line(page: Page) -> None:
    _show(page, [_text("abcd\nefgh\nijkl")])
    page.locator(".text").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert _choices(page) == [_chosen(0, 6)]  # the f


@pytest.mark.parametrize(("key", "position"), [("ArrowRight", 3), ("ArrowLeft", 1), ("Home", 0), ("End", 5)])
def test_in_a_ledger_the_arrows_choose(page: Page, key: str, position: int) -> None:
    _show(page, [_text("abcdef"), _text("abcxyz")], chosen=2)
    assert page.locator(".chosen").all_text_contents() == ["c", "c"]
    page.locator(".text").first.focus()
    page.keyboard.press(key)
    assert _choices(page) == [_chosen(0, position)]


def test_another_choice_redraws_nothing_but_the_mark(page: Page) -> None:
    _show(page, [_text("abcdef")], chosen=0)
    page.evaluate("window.before = document.querySelector('.text'); window.before.focus()")
    page.evaluate("window.draw({...window.data, chosen: 3})")
    assert page.locator(".chosen").all_text_contents() == ["d"]
    assert page.evaluate("document.activeElement === window.before && document.contains(window.before)")
    page.evaluate("window.draw({...window.data, texts: window.data.texts.slice(0, 0), chosen: 0})")
    assert page.locator(".text").count() == 0


def test_a_choice_far_off_is_brought_into_sight(page: Page) -> None:
    _show(page, [_text("x" * 400)], chosen=350)
    mark, seen = (page.locator(place).bounding_box() for place in (".chosen", ".scroller"))
    assert mark
    assert seen
    assert seen["x"] <= mark["x"] <= seen["x"] + seen["width"]


def test_an_answer_to_an_older_choice_does_not_take_the_mark_from_the_hand(page: Page) -> None:
    _show(page, [_text("abcdefgh")], chosen=0)
    page.locator(".text").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.evaluate("window.draw({...window.data, chosen: 0})")  # late, from before
    assert page.locator(".chosen").all_text_contents() == ["d"]
    assert _choices(page)[-1] == _chosen(0, 3)
    page.evaluate("window.draw({...window.data, chosen: 3})")  # the answer
    page.evaluate("window.draw({...window.data, chosen: 5})")  # and a choice that was made elsewhere
    assert page.locator(".chosen").all_text_contents() == ["f"]


def test_the_sliders_own_column_follows_it_and_says_where_it_parts(page: Page) -> None:
    own = _slider("abcdef", "abXdef", "Zbcdef", temperatures=(0.0, 1.0, 3.0))
    _show(page, [_text("abcdef", "T = 0"), _text("abXdef", "T = 1")], slider=own, fixed=(0.0, 1.0))
    box = page.locator(".sample.own")
    seen = []
    for temperature in (1, 0, 3, 0.4, 0.6):
        _move(page, temperature)
        seen.append([box.locator(place).text_content() for place in ("h2", ".note", ".text", "dd")])
    assert seen == [
        ["Slider: T = 1", "the same as T = 1", "abXdef", "1"],
        ["Slider: T = 0", "the same as T = 0", "abcdef", "0"],
        ["Slider: T = 3", "differs from T = 1 at once", "Zbcdef", "2"],
        ["Slider: T = 0.4", "the same as T = 0", "abcdef", "0"],  # the nearest that is stored
        ["Slider: T = 0.6", "the same as T = 1", "abXdef", "1"],
    ]
    _move(page, 3)
    assert box.locator(".c").first.get_attribute("class") == "c parting s2"
    box.locator(".c").nth(2).click()
    assert _choices(page) == [_chosen(-1, 2, 3)]


def test_what_the_sliders_own_column_shares_is_pale_up_to_the_frame(page: Page) -> None:
    own = _slider("abcdef", "abXdef", temperatures=(0.0, 1.0))
    _show(page, [_text("abcdef", "T = 0")], slider=own, fixed=(0.0,))
    seen = {}
    for temperature in (0, 1):
        _move(page, temperature)
        seen[temperature] = [
            next((state for state in ("shared", "parting") if state in str(character.get_attribute("class"))), "")
            for character in page.locator(".own .c").all()
        ]
    assert seen == {0: [""] * 6, 1: ["shared", "shared", "parting", "", "", ""]}


def test_the_sliders_own_column_shows_hostile_text_as_it_stands(page: Page) -> None:
    _show(page, [], slider=_slider(HOSTILE + "\x07", HOSTILE))
    _move(page, 0)
    assert page.locator(".own .text").text_content() == HOSTILE + "␇"  # what cannot be seen has a sign
    assert page.locator(".texts :is(b, img, script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_while_it_is_being_written_the_nearest_column_stands_for_it(page: Page) -> None:
    _show(page, [_text("cold"), _text("warm")], slider=_slider())
    own = page.locator(".own")
    assert [own.locator(place).text_content() for place in (".note", ".text")] == [
        "being written; this is T = 1",
        "warm",
    ]
    _show(page, [], slider=_slider())
    assert [own.locator(place).text_content() for place in (".note", ".text")] == ["being written", ""]


def test_new_data_leave_one_listener(page: Page) -> None:
    _show(page, [_text("cold")], slider=_slider("cold", "warm"))
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


def test_what_would_tell_an_answer_can_neither_be_seen_nor_reached(page: Page) -> None:
    _show(page, [_text("cold")], slider=_slider("cold", "warm"), hidden="Guess first.")
    assert not page.locator(".text").first.is_visible()
    assert page.locator(".samples").evaluate("samples => getComputedStyle(samples, '::before').content") == (
        '"Guess first."'
    )
    page.locator(SLIDER).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.samples')") is None


def test_a_line_below_follows_the_temperature_along_the_text(page: Page) -> None:
    falling = _slider("hot") | {"along": [1.5, 1.0, 0.5], "title": "1.5 → 0.5"}
    _show(page, [_text("hop")], slider=falling)
    own = page.locator(".own .c")
    depths = own.evaluate_all("all => all.map((span) => parseFloat(getComputedStyle(span).textUnderlineOffset))")
    assert depths[0] < depths[1] < depths[2]  # the nearer to the text, the hotter
    assert depths[1] - depths[0] == pytest.approx(depths[2] - depths[1], abs=0.05)
    own.nth(1).hover(position={"x": 1, "y": 3})
    assert own.nth(1).get_attribute("title") == "o · 2 bits · at T = 1"
    assert page.locator(".sample:not(.own) .along").count() == 0


def test_where_the_temperature_stays_there_is_no_line(page: Page) -> None:
    _show(page, [_text("hop")], slider=_slider("hot") | {"along": [1.0, 1.0, 1.0]})
    assert page.locator(".along").count() == 0


def test_the_same_without_the_cut_stands_below_and_follows_the_slider(page: Page) -> None:
    below = _twins(_text("coal", "T = 1, without the cut", parting=2), own=("cold", "warp"))
    _show(page, [_text("cool")], slider=_slider("cool", "warm"), twins=below, fixed=(1.0,))
    twins = page.locator(".twin")
    assert twins.locator("h3").all_text_contents() == ["Slider: T = 1, without the cut", "T = 1, without the cut"]
    assert twins.locator(".text").all_text_contents() == ["warp", "coal"]
    assert twins.nth(0).locator(".note").text_content() == "first 3 as with the cut"
    assert twins.nth(0).locator(".shared, .parting").all_text_contents() == ["w", "a", "r", "p"]
    _move(page, 0.0)
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
    below = _twins(_text("coal", parting=2), own=("warm", "warm"))
    _show(page, [_text("cool")], slider=_slider("warm", "warm"), twins=below, fixed=(1.0,))
    page.locator(".twin").nth(1).locator(".c").nth(3).click()
    page.locator(".twin").nth(0).locator(".c").nth(3).click()  # nothing was changed there
    assert _choices(page) == [_chosen(0, 2), _chosen(-1, 3, 1.0)]
    page.locator(".twin").nth(1).locator(".c").nth(2).hover(position={"x": 1, "y": 3})
    title = page.locator(".twin").nth(1).locator(".c").nth(2).get_attribute("title")
    assert title == "here the cut changed it: a · 1.5 bits without the cut"


def test_what_is_not_written_yet_without_the_cut_is_said_to_be(page: Page) -> None:
    _show(page, [_text("cool")], slider=_slider("warm", "warm"), twins=_twins(own=()), fixed=(1.0,))
    assert page.locator(".twin .note").all_text_contents() == ["being written"] * 2
    assert page.locator(".twin .c").count() == 0
    _show(page, [_text("cool")], slider=_slider(), twins=_twins(own=("cold", "warp")), fixed=(1.0,))
    assert page.locator(".own .twin .note").text_content() == "being written"
