"""The component of choosable characters by itself, as Streamlit mounts it: what it is given, and what it answers."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from components.pages.parts import texts_view
from components.pages.parts.component import script
from tests.browser.first_page import SLIDER

STYLE = (Path(texts_view.__file__).parent / "texts" / "texts.css").read_text("utf-8")
HOSTILE = "<b>$x$*&\"'\n</span></div><script>window.hurt = 1</script><!-- &amp; &lt;\n"


def column(characters: str, title: str = "T = 1", parting: int | None = None) -> dict[str, Any]:
    """Return a text as a column shows it, each character with 1.5 bits."""
    return {
        "title": title,
        "characters": list(characters),
        "bits": [1.5] * len(characters),
        "levels": "1" * len(characters),
        "states": ["parting" if place == parting else "" for place in range(len(characters))],
        "note": "<i>a note</i>",
        "measures": [["<u>measure</u>", "<b>1</b>"]],
    }


def own_column(
    *texts: str, temperatures: tuple[float, ...] = (0.0, 1.0), whole: bool = True, resting: float = 1.0
) -> dict[str, Any]:
    """Return the slider's own texts, one of them until a hand comes, or none while they are being written."""
    return {
        "temperatures": list(temperatures[: len(texts)]),
        "texts": list(texts),
        "levels": ["2" * len(text) for text in texts],
        "measures": [[["measure", str(place)]] for place in range(len(texts))],
        "along": [],
        "whole": whole,
        "resting": resting,
        "title": "Slider: T = {temperature:g}",
        "same": "the same as T = {temperature:g}",
        "shares": "first {count} as T = {temperature:g}",
        "at_once": "differs from T = {temperature:g} at once",
        "coming": "being written; this is T = {temperature:g}",
        "alone": "being written",
        "nearest": "written at T = {temperature:g}, the nearest",
        "character_at": "{said} · at T = {temperature}",
    }


def without_cut(*fixed: dict[str, Any], own: tuple[str, ...]) -> dict[str, Any]:
    """Return the same without the cut."""
    return {
        "fixed": list(fixed),
        "own": own_column(*own),
        "title": "{title}, without the cut",
        "same": "the same",
        "shares": "first {count} as with the cut",
        "at_once": "the cut changed the first",
        "coming": "being written",
        "parting": "here the cut changed it",
        "hint": "{character} · {bits:.1f} bits without the cut",
    }


def show(
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


def choice(row: int, position: int, temperature: float | None = None) -> list[Any]:
    """Return what the component answers when a character is chosen."""
    return ["chosen", {"row": row, "position": position, "temperature": temperature}]


def choices(page: Page) -> list[Any]:
    """Return what the component has answered so far."""
    page.wait_for_timeout(150)  # what is held down answers once
    return json.loads(page.evaluate("JSON.stringify(window.choices)"))


def move(page: Page, temperature: float) -> None:
    """Move the slider to a temperature."""
    page.locator(SLIDER).evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); }",
        temperature,
    )
