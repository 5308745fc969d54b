"""The choosable characters by themselves: what they are given is shown as it stands, and every way to choose works."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from components.pages.parts import texts_view

FOLDER = Path(texts_view.__file__).parent / "texts"
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


def _show(page: Page, texts: list[dict[str, Any]], *, chosen: int | None = None, width: int = 800) -> None:
    """Mount the component as Streamlit does; what is chosen is kept in `window.choices`."""
    data = {
        "id": "t",
        "texts": texts,
        "names": {" ": "space", "\n": "line break"},
        "hint": "{character} · {bits:.1f} bits",
        "parting": "here they part",
        "follows": chosen is not None,
        "chosen": chosen,
    }
    page.set_content(
        f'<style>{(FOLDER / "texts.css").read_text("utf-8")}</style><div id=p style="width:{width}px"></div>'
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
        [(FOLDER / "texts.js").read_text("utf-8"), data],
    )


def _choices(page: Page) -> list[Any]:
    page.wait_for_timeout(150)  # what is held down answers once
    return json.loads(page.evaluate("JSON.stringify(window.choices)"))


def test_hostile_text_is_shown_as_it_stands(page: Page) -> None:
    _show(page, [_text(HOSTILE, title="<img src=x>")])
    assert page.locator(".text").text_content() == HOSTILE
    assert page.locator("h3").text_content() == "<img src=x>"
    assert page.locator(".note").text_content() == "<i>a note</i>"
    assert page.locator("dt").text_content() == "<u>measure</u>"
    assert page.locator(".texts :is(b, i, u, img, script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_character_says_what_it_is(page: Page) -> None:
    _show(page, [_text("a\n$&", parting=1)])
    said = [page.locator(".c").nth(place).get_attribute("aria-label") for place in range(4)]
    assert said == ["a · 1.5 bits", "here they part: line break · 1.5 bits", "$ · 1.5 bits", "& · 1.5 bits"]
    assert page.locator(".c").nth(1).text_content() == "⏎\n"  # it would not be seen otherwise


def test_a_click_chooses(page: Page) -> None:
    _show(page, [_text("cool"), _text("warm")])
    page.locator(".text").nth(1).locator(".c").nth(2).click()
    assert _choices(page) == [["chosen", {"row": 1, "position": 2}]]


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
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowRight"):
        page.keyboard.press(key)
    assert _choices(page) == []  # side by side, only Enter chooses
    assert page.locator(".chosen").count() == 1
    page.keyboard.press("Enter")
    assert _choices(page) == [["chosen", {"row": 1, "position": 1}]]
    page.keyboard.press("Tab")
    assert page.locator(".chosen").count() == 0


def test_up_and_down_go_from_line_to_line(page: Page) -> None:
    _show(page, [_text("abcd\nefgh\nijkl")])
    page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert _choices(page) == [["chosen", {"row": 0, "position": 6}]]  # the f


@pytest.mark.parametrize(("key", "position"), [("ArrowRight", 3), ("ArrowLeft", 1), ("Home", 0), ("End", 5)])
def test_in_a_ledger_the_arrows_choose(page: Page, key: str, position: int) -> None:
    _show(page, [_text("abcdef"), _text("abcxyz")], chosen=2)
    assert page.locator(".chosen").all_text_contents() == ["c", "c"]
    page.locator(".text").first.focus()
    page.keyboard.press(key)
    assert _choices(page) == [["chosen", {"row": 0, "position": position}]]


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
    assert _choices(page)[-1] == ["chosen", {"row": 0, "position": 3}]
    page.evaluate("window.draw({...window.data, chosen: 3})")  # the answer
    page.evaluate("window.draw({...window.data, chosen: 5})")  # and a choice that was made elsewhere
    assert page.locator(".chosen").all_text_contents() == ["f"]
