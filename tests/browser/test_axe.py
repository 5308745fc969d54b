"""For every eye: nothing on the pages is hard to see or to reach, in light, dark and Chinese, with all that opens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from components.language_model.scene import LENGTHS
from components.words import Words
from components.words.en import ENGLISH
from components.words.zh import CHINESE
from tests.browser import boxes
from tests.browser.accessibility import ALL, ALL_BUT_COLOURS, COLOURS, gaps, headings, pale_texts, violations
from tests.browser.sweep_page import COUNT
from tests.browser.tabs import PATIENCE, Scheme, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long


class Visit(NamedTuple):
    """In which language the pages are visited, and what axe-core looks for in light and dark: nothing twice."""

    words: Words
    query: str
    opens_on: str  # the network of the first page
    rules: dict[Scheme, dict[str, Any]]


MEASURED = "shakespeare"  # the network of which everything was measured
VISITS = {
    "English": Visit(ENGLISH, "", MEASURED, {"light": ALL, "dark": COLOURS}),
    "Chinese": Visit(CHINESE, "&lang=zh", "tang", {"light": ALL_BUT_COLOURS}),
}


@contextmanager
def _visited(
    tabs: Tabs, server: Server, visit: Visit, path: str, place: str, scheme: Scheme = "light"
) -> Iterator[Page]:
    """Open a page, and wait for what is drawn last on it.

    Each character of a text is an element that axe-core looks at for itself: the texts are the shortest.
    """
    words, network = visit.words, MEASURED if path else visit.opens_on
    with tabs.window(scheme=scheme) as page:
        page.goto(f"{server.address}{path}?v=2&model={network}&length={LENGTHS.start}{visit.query}")
        page.locator(place).first.wait_for()
        for sentence in (words.frame.model_coming, words.frame.model_coming_behind):
            expect(page.get_by_text(sentence)).to_have_count(0, timeout=PATIENCE)
        yield page


def _wait_until_it_rests(page: Page) -> None:
    """Wait until nothing fades: what opens, and all of the page while the server is long in answering."""
    page.wait_for_timeout(700)
    boxes.rest(page)


def _assert_headings_are_in_order(page: Page) -> None:
    levels = [level for level, _ in headings(page)]
    assert levels.count(1) == 1
    assert gaps(levels) == [], headings(page)


@pytest.mark.parametrize(("of", "scheme"), [(of, scheme) for of, visit in VISITS.items() for scheme in visit.rules])
def test_nothing_is_hard_to_see_or_to_reach(tabs: Tabs, server: Server, of: str, scheme: Scheme) -> None:
    visit = VISITS[of]
    with _visited(tabs, server, visit, "", ".sample .c", scheme) as page:
        _assert_all_that_opens_is_good(page, visit.words, visit.rules[scheme])


def _assert_all_that_opens_is_good(page: Page, words: Words, rules: dict[str, Any]) -> None:
    opened: dict[str, Callable[[], None]] = {
        "as it is": lambda: None,
        "explanation": lambda: page.get_by_role("button", name=words.frame.what_is_it).click(),
        "guided start": lambda: page.get_by_role("button", name=words.tour.tour_start).click(),
        "settings": lambda: page.get_by_role("button", name=words.explore.settings).click(),
    }
    for label in (words.explore.arithmetic, words.explore.measures_title, words.explore.downloads_title):
        opened[label] = lambda label=label: page.get_by_role("tab", name=label).click()  # type: ignore[misc]
    found = {}
    for name, act in opened.items():
        if name not in ("as it is", "settings"):
            page.keyboard.press("Escape")
        act()
        _wait_until_it_rests(page)
        found[name] = violations(page, rules)
        _assert_headings_are_in_order(page)
    assert [violation for violations in found.values() for violation in dict.fromkeys(violations)] == []
    assert pale_texts(page) == []


DRAWN_LAST = {
    "why-they-part": ".st-key-lines svg .mark-text text",
    "calibration": "[data-testid=stVegaLiteChart] >> nth=1 >> svg",
    "in-keras": "[data-testid=stVegaLiteChart] >> nth=1 >> svg",
    "your-numbers": ".st-key-own-lines svg",
    "lesson": ".st-key-sheet-6",
    "sweep": f"[data-testid=stVegaLiteChart] >> nth={COUNT - 1} >> svg",
}


@pytest.mark.parametrize("of", VISITS)
@pytest.mark.parametrize("path", DRAWN_LAST)
def test_nor_on_another_page_with_its_folds_open(tabs: Tabs, server: Server, of: str, path: str) -> None:
    visit = VISITS[of]
    with _visited(tabs, server, visit, path, DRAWN_LAST[path]) as page:
        expect(page.get_by_text(visit.words.in_keras.methods_coming)).to_have_count(0, timeout=PATIENCE)
        for fold in page.locator("[data-testid=stExpander] summary").all():
            fold.click()
        found = []
        for scheme, rules in visit.rules.items():
            page.emulate_media(color_scheme=scheme)
            _wait_until_it_rests(page)
            found += violations(page, rules)
            _assert_headings_are_in_order(page)
            if page.locator("[data-testid=stVegaLiteChart]").count():  # the sheet of a lesson has no figure
                assert pale_texts(page) == []
            for opener in page.locator("[data-testid=stPopover] button:visible").all():
                opener.click()
                _wait_until_it_rests(page)
                found += violations(page, rules)
                page.keyboard.press("Escape")
    assert list(dict.fromkeys(found)) == []
