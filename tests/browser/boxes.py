"""Where things are in the window: what a visitor sees without scrolling."""

import time
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from playwright.sync_api import Page

from components.words.en import ENGLISH
from components.words.zh import CHINESE
from tests.browser.tabs import PATIENCE

LANGUAGES = {"English": (ENGLISH, ""), "Chinese": (CHINESE, "?lang=zh")}

# A page is opened in a window of the first size, which is then made as large as the others.
SCREENS = {
    "computer": [(1280, 720), (1366, 768), (1366, 640), (1920, 1080), (1024, 576)],
    "phone": [(390, 844), (390, 660)],
}
RESTS = "[data-testid=stApp][data-test-script-state=notRunning]"
CONNECTION = ".connection"  # where a page says that its connection is lost

Box = dict[str, float]


def in_every_size(page: Page, sizes: Sequence[tuple[int, int]], *places: str) -> Iterator[tuple[int, int]]:
    """Make a window as large as each of some sizes, and hand each over when the boxes at the places are at rest."""
    for width, height in sizes:
        print(f"in a window of {width} × {height}")  # shown where a test fails
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)  # until figures hear of it
        rest(page, *places)
        yield width, height


class Seen(Protocol):
    """What can be looked at: a page of Playwright's, or a visitor's in any engine."""

    def evaluate(self, expression: str, argument: Any = None, /) -> Any: ...
    def eval_on_selector_all(self, selector: str, expression: str, /) -> Any: ...
    def wait_for_timeout(self, timeout: float, /) -> None: ...


def rest(page: Seen, *places: str) -> None:
    """Wait until the server has answered, and what is loaded late has found its place.

    A figure may find its height late on a busy machine: nothing has moved four times in a row.
    """
    seen: list[object] = []
    last = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < last:
        running = page.eval_on_selector_all(RESTS, "all => all.length === 0")
        seen = [*seen[-3:], running or [boxes(page, place)[:1] for place in places]]
        if len(seen) > 3 and True not in seen and all(boxed == seen[0] for boxed in seen):
            return
        page.wait_for_timeout(150)
    raise AssertionError(f"the page did not come to rest: {places}")


def boxes(page: Seen, place: str) -> list[Box]:
    """Return the boxes of all that is drawn at a place, in pixels of the window."""
    found: list[Box] = page.eval_on_selector_all(
        place,
        """all => all.map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height)
          .map(({left, right, top, bottom}) => ({left, right, top, bottom}))""",
    )
    return found


def middles(page: Seen, place: str) -> list[float]:
    """Return at what height the middle of each of them lies."""
    return [(box["top"] + box["bottom"]) / 2 for box in boxes(page, place)]


def assert_inside(page: Seen, place: str, drawn: list[Box]) -> None:
    """Assert that there are boxes, and that every one is whole in the window."""
    width, height = page.evaluate("[innerWidth, innerHeight]")
    assert drawn, place
    for box in drawn:
        assert box["left"] >= -1, (place, box)
        assert box["top"] >= 0, (place, box)
        assert box["right"] <= width + 1, (place, box)
        assert box["bottom"] <= height, (place, box)


def apart(one: Box, other: Box) -> bool:
    """Return whether two boxes do not touch."""
    slack = 2  # a box of text has some air in it
    across = one["right"] <= other["left"] + slack or other["right"] <= one["left"] + slack
    return across or one["bottom"] <= other["top"] + slack or other["bottom"] <= one["top"] + slack


def smallest(page: Seen, place: str) -> float:
    """Return the smallest type at a place, in pixels."""
    sizes = page.eval_on_selector_all(place, "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")
    return float(min(sizes))
