"""The sheet of a lesson on paper: one page, whichever paper and language, dark or light, without the app's frame."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.boxes import LANGUAGES, boxes
from tests.browser.tabs import Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

# Pixels of the room for print on each paper, within the sheet's own margins.
PAPERS = {"A4": (688, 1031), "Letter": (710, 965)}
ANSWERS = {"with answers": "", "without": "&answers=off"}


@pytest.fixture(params=[(language, answers) for language in LANGUAGES for answers in ANSWERS], ids="-".join)
def sheet(request: pytest.FixtureRequest, tabs: Tabs, server: Server) -> Iterator[Page]:
    language, answers = request.param
    _, query = LANGUAGES[language]
    with tabs.window(1366, 768, "dark") as page:
        page.goto(f"{server.address}lesson{query or '?'}{ANSWERS[answers]}")
        page.locator(".st-key-sheet-6 :is(p, .lines)").first.wait_for()
        page.wait_for_function("document.fonts.status === 'loaded'")
        yield page


def test_it_is_one_page_of_paper(sheet: Page) -> None:
    for paper in PAPERS:
        assert len(re.findall(rb"/Type\s*/Page\b", sheet.pdf(format=paper, prefer_css_page_size=False))) == 1, paper


def test_all_of_it_is_on_the_paper_and_nothing_of_the_frame(sheet: Page) -> None:
    sheet.emulate_media(media="print", color_scheme="dark")
    for paper, (width, height) in PAPERS.items():
        sheet.set_viewport_size({"width": width, "height": height})
        sheet.wait_for_timeout(300)
        drawn = [box for number in range(1, 7) for box in boxes(sheet, f".st-key-sheet-{number}")]
        assert len(drawn) == 6
        assert max(box["bottom"] for box in drawn) <= height, paper
        assert max(box["right"] for box in drawn) <= width, paper
        seen = "all => all.filter((one) => one.checkVisibility()).length"
        assert sheet.eval_on_selector_all("header, button, input, .st-key-menu", seen) == 0
    ink = "p => [...new Set(p.map((one) => getComputedStyle(one).color))]"
    assert sheet.eval_on_selector_all(".st-key-sheet p", ink) == ["rgb(0, 0, 0)"]
