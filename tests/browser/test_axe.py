"""For every eye: axe-core finds nothing on the first page, in light, dark and Chinese, with all that opens on it."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from components.words import Words
from components.words.en import ENGLISH
from components.words.zh import CHINESE
from tests.browser.conftest import PATIENCE
from tests.serving import Server

# What lies in Streamlit's own markup: the rule, a part of the element it is about, and why it is let through.
STREAMLITS = [
    (
        "color-contrast",
        '<span title="',
        "the tags of a multiselect are white on the primary colour, also where that is pale",
    ),
    ("region", "", "what Streamlit lays over the page (bars, popovers, tooltips) stands in no landmark"),
]


def _violations(page: Page) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:200]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
        if not any(violation["id"] == rule and part in node["html"] for rule, part, _ in STREAMLITS)
    ]


VISITS = {"light": ("light", ENGLISH, ""), "dark": ("dark", ENGLISH, ""), "Chinese": ("light", CHINESE, "?lang=zh")}


@pytest.fixture(params=list(VISITS.values()), ids=list(VISITS))
def visit(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[tuple[Page, Words]]:
    scheme, words, query = request.param
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(server.address + query)
    page.locator(".sample .c").first.wait_for()
    expect(page.get_by_text(words.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    yield page, words
    context.close()


def test_nothing_is_hard_to_see_or_to_reach(visit: tuple[Page, Words]) -> None:
    page, words = visit
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
        page.wait_for_timeout(700)
        found[name] = _violations(page)
    assert [violation for violations in found.values() for violation in dict.fromkeys(violations)] == []
