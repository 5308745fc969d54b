"""What a first visit sees, nothing scrolled: held by the boxes of the elements themselves, window by window."""

from itertools import combinations, pairwise

import pytest
from playwright.sync_api import Page

from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.words import Words
from tests.browser.boxes import (
    LANGUAGES,
    SCREENS,
    apart,
    assert_inside,
    boxes,
    in_every_size,
    middles,
    smallest,
)
from tests.browser.first_page import BARS, DRAWN, MARKS, OWN, SLIDER, open_page, prompt, put_at, visible_lines
from tests.browser.tabs import PHONE, Tabs
from tests.serving import Server, serving

pytestmark = pytest.mark.long

# Lines of every column (on a phone of the slider's own), pixels that the plot of the bars has at least.
SEEN = {
    (1280, 720): (9, 150),
    (1366, 768): (11, 150),
    (1366, 640): (6, 150),
    (1920, 1080): (16, 150),
    (1024, 576): (4, 110),
    (390, 844): (5, 110),
    (390, 660): (3, 110),
}
TEXTS = [".readout_marks text", ".glyphs_marks text", ".others_marks text", ".together_marks text"]
TEXTS += [".uniform_marks text", ".role-axis-label text", ".role-legend-label text"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_hand_bars_and_texts(tabs: Tabs, server: Server, screen: str, language: str) -> None:
    words, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        slider = open_page(page, server, query, words=words)
        start = float(slider.input_value())
        for width, height in in_every_size(page, sizes, SLIDER, DRAWN, OWN):
            lines, plot = SEEN[width, height]
            _assert_seen(page, words, phone=width < PHONE, lines=lines, plot=plot)
            put_at(page, start)


def _assert_seen(page: Page, words: Words, *, phone: bool, lines: int, plot: int) -> None:
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert prompt(page, words).is_visible()
    always = [text for text in TEXTS if not text.startswith((".uniform", ".others", ".together"))]
    for place in (SLIDER, MARKS, DRAWN, *(f"{DRAWN} {text}" for text in always)):
        assert_inside(page, place, boxes(page, place))
    characters = len(vocabulary(DEFAULT_MODEL).characters)
    if page.locator(BARS).count() < characters:  # what has no bar is said to be left
        assert_inside(page, "others", boxes(page, f"{DRAWN} .others_marks text"))
    assert_inside(page, "legend", boxes(page, ".legend.tints"))
    seen = visible_lines(page)
    assert min(seen[:1] if phone else seen) >= lines
    (highest, *_, lowest) = sorted(middles(page, f"{DRAWN} .role-axis-label text"))
    assert lowest - highest >= plot - 2  # from 100 % to 0 %
    bars = sorted(box["left"] for box in boxes(page, BARS))
    assert min(right - left for left, right in pairwise(bars)) >= 25.5
    assert smallest(page, ".sample .c") >= 13
    assert min(smallest(page, f"{DRAWN} {text}") for text in TEXTS if page.locator(f"{DRAWN} {text}").count()) >= 12
    for temperature in (0, 1, 3):
        put_at(page, temperature)
        groups = {text: boxes(page, f"{DRAWN} {text}") for text in TEXTS}
        for (one, some), (other, more) in combinations(groups.items(), 2):
            touching = [(a, b) for a in some for b in more if not apart(a, b)]
            assert not touching, (temperature, one, other, touching)


def test_the_figure_follows_the_pages_type(tabs: Tabs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_THEME_BASE_FONT_SIZE", "22")
    with serving() as large, tabs.window(1366, 900) as page:
        open_page(page, large)
        sizes = [smallest(page, f"{DRAWN} {text}") for text in TEXTS if page.locator(f"{DRAWN} {text}").count()]
    assert min(sizes) >= 12 * 22 / 16
