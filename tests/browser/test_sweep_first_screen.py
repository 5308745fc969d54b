"""What a first visit to the page "Sweep" sees, nothing scrolled: held by the boxes of the elements themselves."""

from itertools import combinations

import pytest
from playwright.sync_api import Page

from components.presenting.numbers import percent, unbroken
from components.words import Words
from tests.browser.boxes import LANGUAGES, SCREENS, apart, assert_inside, boxes, in_every_size, smallest
from tests.browser.sweep_page import FINDINGS, MAIN, SEEN, SLIDER, open_sweep
from tests.browser.tabs import PHONE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

REAL_WORDS, REAL_SIZE = (unbroken(percent(share)) for share in (0.94382, 0.56765))  # of real text, as the reference has
MATCHED = [0.6, 0.7, 0.8, 0.9]  # temperatures whose texts have at least that of both
LOW = 640  # pixels: in a lower window, as on a phone, the findings may end below


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_slider_figure_and_what_it_shows(
    tabs: Tabs, server: Server, screen: str, language: str
) -> None:
    words, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        open_sweep(page, server, query)
        for width, height in in_every_size(page, sizes, SLIDER, MAIN, FINDINGS):
            _assert_seen(page, words, findings=width >= PHONE and height > LOW)


def _assert_seen(page: Page, words: Words, *, findings: bool) -> None:
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    whole = [SLIDER, SEEN, MAIN, f"{MAIN} .readout_marks text", f"{MAIN} .role-axis-title text"]
    if findings:
        whole.append(FINDINGS)
    for place in whole:
        assert_inside(page, place, boxes(page, place))
    sentence = str(page.locator(SEEN).text_content())
    assert words.sweep.several.join(f"{temperature:g}" for temperature in MATCHED) in sentence
    assert REAL_WORDS in sentence
    assert REAL_SIZE in sentence
    assert smallest(page, f"{MAIN} text") >= 12
    (figure,) = boxes(page, MAIN)
    assert figure["bottom"] - figure["top"] >= 250
    blocks = [box for place in (SLIDER, ".st-key-top", SEEN, MAIN, FINDINGS) for box in boxes(page, place)]
    touching = [pair for pair in combinations(blocks, 2) if not apart(*pair)]
    assert not touching


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_stand_two_by_two_and_say_by_how_much(tabs: Tabs, server: Server, language: str) -> None:
    words, query = LANGUAGES[language]
    with tabs.window(1280, 720) as page:
        open_sweep(page, server, query)
        places = boxes(page, FINDINGS)
        assert [len({round(box[side]) for box in places}) for side in ("left", "top")] == [2, 2]
        fall = words.sweep.falls.format(size=words.sweep.in_points.format(size="13.4"))
        interval = words.sweep.between.format(low="12.3", high="14.5")
        assert unbroken(f"{fall}{interval}") in str(page.locator(".st-key-findings").text_content())
