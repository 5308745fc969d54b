"""The first page as a visitor meets it: where its parts are, how a hand moves the slider, what its bars say."""

import re

from playwright.sync_api import Locator, Page

from components.temperature.scale import HIGHEST, LOWEST, PARAMETER
from components.words import Words
from components.words.en import ENGLISH
from tests.browser import boxes
from tests.browser.boxes import Seen
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.visitor import Visitor
from tests.serving import Server

FIGURE = ".st-key-live"
SLIDER = f"{FIGURE} input[name={PARAMETER}_{PARAMETER}]"  # by parameter and field, as Vega calls it
DRAWN = f"{FIGURE} svg.marks"
MARKS = f"{FIGURE} .mark-rect path[aria-roledescription=bar]"
BARS = f"{MARKS}[aria-label*='·']"  # what is said of the mark of the others has no second number
READOUT = f"{DRAWN} .readout_marks text"
OWN, FIXED = ".sample.own", ".sample:not(.own)"
THUMB = 20  # pixels; see style/page.css


def open_page(page: Page, server: Server, query: str = "", *, words: Words = ENGLISH) -> Locator:
    """Open the first page, wait until all of its model is there and nothing moves, and return the slider."""
    arrive(Chromium(page), server, query, words=words)
    return page.locator(SLIDER)


def arrive(visitor: Visitor, server: Server, query: str = "", *, words: Words = ENGLISH) -> None:
    """Open the first page in any engine, and wait until all of its model is there and nothing moves."""
    visitor.goto(server.address + query)
    for place in (SLIDER, BARS, f"{OWN} .c"):
        visitor.wait_for("place => document.querySelector(place) !== null", place)
    for sentence in (words.frame.model_coming, words.frame.model_coming_behind):
        visitor.wait_for("sentence => !document.body.textContent.includes(sentence)", sentence)
    visitor.wait_for("document.querySelector('[data-testid=stSkeleton]') === null")
    rest(visitor)


def rest(page: Seen) -> None:
    """Wait until the server has answered, and what is loaded late has found its place."""
    boxes.rest(page, SLIDER, DRAWN, OWN)


def thumb_at(page: Seen, temperature: float) -> tuple[float, float]:
    """Return where the slider's thumb stands at a temperature, in pixels of the window."""
    (box,) = boxes.boxes(page, SLIDER)
    share = (temperature - LOWEST) / (HIGHEST - LOWEST)
    width = box["right"] - box["left"]
    return box["left"] + THUMB / 2 + share * (width - THUMB), (box["top"] + box["bottom"]) / 2


def put_at(page: Seen, temperature: float) -> None:
    """Move the slider as a hand does: the browser is told of the input, and nobody else."""
    page.evaluate(
        """([place, value]) => {
          const slider = document.querySelector(place);
          slider.value = value;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
        }""",
        [SLIDER, temperature],
    )
    page.wait_for_timeout(200)  # a frame or two; nothing else has to happen


def labels(page: Seen) -> dict[str, tuple[str, str, int]]:
    """Return what a screen reader hears of every bar: its chance now, at T = 1, and its rank."""
    spoken = page.eval_on_selector_all(BARS, "bars => bars.map(bar => bar.getAttribute('aria-label'))")
    chance = r"((?:< )?[\d.]+ %)"
    matches = [re.fullmatch(rf"(.*?): {chance} · .*? {chance} · .* (\d+)", label) for label in spoken]
    assert all(matches), spoken
    return {match[1]: (match[2], match[3], int(match[4])) for match in matches if match}


def text_of(column: Locator) -> str:
    """Return the text of a column, without the sign for a line break at a parting."""
    return str(column.locator(".text").text_content()).replace("⏎\n", "\n")


def prompt(page: Page, words: Words = ENGLISH) -> Locator:
    """Return the field for the text so far."""
    return page.get_by_label(words.explore.prompt, exact=True)


def no_sideways_scrolling(page: Seen) -> bool:
    """Return whether nothing sticks out at the right."""
    main = "document.querySelector('[data-testid=stMain]')"
    inside = f"{main}.scrollWidth <= {main}.clientWidth && document.scrollingElement.scrollWidth <= innerWidth"
    return bool(page.evaluate(inside))


def visible_lines(page: Seen) -> list[int]:
    """Return how many whole lines of every column are in the window."""
    lines = page.eval_on_selector_all(
        ".sample .text",
        """texts => texts.map((text) => {
          const box = text.getBoundingClientRect(), range = document.createRange(), tops = new Set();
          for (const span of text.children) {
            range.selectNodeContents(span);
            for (const line of range.getClientRects())
              if (line.height && line.top >= box.top && line.bottom <= Math.min(box.bottom, innerHeight))
                tops.add(Math.round(line.top));
          }
          return tops.size;
        })""",
    )
    return [int(count) for count in lines]
