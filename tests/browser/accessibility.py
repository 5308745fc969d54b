"""What a page is asked for every eye and hand: by axe-core, by its headings, by the colours of its figures, by Tab."""

import re
from itertools import pairwise
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.contrast import LEAST, Colour, contrast, over

_HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => heading.getClientRects().length)
  .map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()])"""

# Black stands on the bands of a figure, whose colours are the same in light and dark.
_TEXTS = """() => [...document.querySelectorAll(".stVegaLiteChart svg text")].flatMap((text) => {
  const fill = getComputedStyle(text).fill;
  let opacity = 1;
  for (let at = text; at.tagName !== "svg"; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
  return text.textContent.trim() && opacity && fill !== "rgb(0, 0, 0)" ? [[text.textContent, fill, opacity]] : [];
})"""
# axe-core does not tell what stands on a button that casts a shadow.
_BUTTONS = """() => [...document.querySelectorAll("[data-testid=stBaseButton-primary] p")].map((text) => [
  text.textContent, getComputedStyle(text).color, getComputedStyle(text.closest("button")).backgroundColor])"""
_GROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"

# What the element that has the focus looks like with it and without it: itself, and what stands around it.
_FOCUSED = """async () => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const look = () => {
    const looks = [];
    for (let element = at, level = 0; element && level < 4; element = element.parentElement, level++) {
      const { outline, boxShadow, borderColor, backgroundColor, color } = getComputedStyle(element);
      looks.push(outline, boxShadow, borderColor, backgroundColor, color);
    }
    return JSON.stringify(looks);
  };
  const drawn = () => new Promise((done) => setTimeout(done, 80)); // some of Streamlit's parts hear of the focus late
  await drawn();
  const focused = look();
  at.blur();
  await drawn();
  const rests = look();
  at.focus();
  const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
  return { name: name.trim().slice(0, 60), seen: focused !== rests, markup: at.outerHTML.slice(0, 160) };
}"""
_MOST_STOPS = 200

# What axe-core looks for: each of its rules, or what else a page in the dark, or in another language, could lack.
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS = ALL | {"runOnly": ["color-contrast"]}
ALL_BUT_COLOURS = ALL | {"rules": {"color-contrast": {"enabled": False}}}


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """Return what axe-core finds on a page, by some of its rules."""
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:200]}"
        for violation in Axe().run(page, None, rules).response["violations"]
        for node in violation["nodes"]
    ]


def headings(page: Page) -> list[tuple[int, str]]:
    """Return the level and the text of every heading, in the order of the page."""
    return [(level, text) for level, text in page.evaluate(_HEADINGS)]


def gaps(levels: list[int]) -> list[tuple[int, int]]:
    """Return the pairs of levels between which one is left out; the first is that of the page.

    Examples
    --------
    >>> gaps([1, 2, 3, 2]), gaps([1, 3]), gaps([2])
    ([], [(1, 3)], [(0, 2)])
    """
    return [(before, after) for before, after in pairwise([0, *levels]) if after > before + 1]


def pale_texts(page: Page) -> list[tuple[str, float]]:
    """Return the texts of figures and buttons that cannot be read on what is under them, each with its contrast."""
    ground = _colour(page.evaluate(_GROUND))
    contrasts = [
        (text, contrast(over(_colour(fill), opacity, ground), ground)) for text, fill, opacity in page.evaluate(_TEXTS)
    ]
    assert contrasts
    contrasts += [(text, contrast(_colour(ink), _colour(under))) for text, ink, under in page.evaluate(_BUTTONS)]
    return [(text, found) for text, found in contrasts if found < LEAST]


def _colour(text: str) -> Colour:
    red, green, blue = (float(number) / 255 for number in re.findall(r"[\d.]+", text)[:3])
    return red, green, blue


def tab_stops(page: Page) -> list[dict[str, Any]]:
    """Return every stop of Tab from the beginning of a page to its end: its name, and whether its focus is seen."""
    page.add_style_tag(content="*, ::before, ::after { transition: none !important; animation: none !important; }")
    page.evaluate("document.activeElement?.blur()")
    stops = list[dict[str, Any]]()
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop and stops and stop["markup"] == stops[0]["markup"]:  # the end is passed
            return stops
        if stop:
            stops.append(stop)
    raise AssertionError(f"Tab does not come to the end of the page: {stops[-3:]}")
