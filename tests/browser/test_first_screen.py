"""What a first visit sees, nothing scrolled: held by the boxes of the elements themselves, window by window."""

from itertools import combinations, pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.words import Words
from components.words.en import ENGLISH
from components.words.zh import CHINESE
from tests.browser.conftest import PATIENCE
from tests.browser.first_page import BARS, DRAWN, MARKS, SLIDER, open_page, prompt, put_at, visible_lines
from tests.serving import Server, serving

# Window, lines of every column (on a phone of the slider's own), pixels that the plot of the bars has at least.
WINDOWS = [
    (1280, 720, 9, 150),
    (1366, 768, 11, 150),
    (1366, 640, 6, 150),
    (1920, 1080, 16, 150),
    (1024, 576, 4, 110),
    (390, 844, 5, 110),
    (390, 660, 3, 110),
]
LANGUAGES = {"English": (ENGLISH, ""), "Chinese": (CHINESE, "?lang=zh")}
TEXTS = [".readout_marks text", ".glyphs_marks text", ".others_marks text", ".together_marks text"]
TEXTS += [".uniform_marks text", ".role-axis-label text", ".role-legend-label text"]

Box = dict[str, float]


def _boxes(page: Page, place: str) -> list[Box]:
    boxes: list[Box] = page.eval_on_selector_all(
        place,
        """all => all.map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height)
          .map(({left, right, top, bottom}) => ({left, right, top, bottom}))""",
    )
    return boxes


def _middles(page: Page, place: str) -> list[float]:
    return [(box["top"] + box["bottom"]) / 2 for box in _boxes(page, place)]


def _assert_inside(page: Page, place: str, boxes: list[Box]) -> None:
    size: Any = page.viewport_size
    assert boxes, place
    for box in boxes:
        assert box["left"] >= -1, (place, box)
        assert box["top"] >= 0, (place, box)
        assert box["right"] <= size["width"] + 1, (place, box)
        assert box["bottom"] <= size["height"], (place, box)


def _apart(one: Box, other: Box) -> bool:
    slack = 2  # a box of text has some air in it
    across = one["right"] <= other["left"] + slack or other["right"] <= one["left"] + slack
    return across or one["bottom"] <= other["top"] + slack or other["bottom"] <= one["top"] + slack


def _smallest(page: Page, place: str) -> float:
    sizes = page.eval_on_selector_all(place, "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")
    return float(min(sizes))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height", "lines", "plot"), WINDOWS)
def test_a_first_visit_sees_hand_bars_and_texts(
    browser: Browser, server: Server, width: int, height: int, lines: int, plot: int, language: str
) -> None:
    phone, (words, query) = width < 640, LANGUAGES[language]
    context = browser.new_context(viewport={"width": width, "height": height}, is_mobile=phone, has_touch=phone)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    open_page(page, server, query, words=words)
    try:
        _assert_seen(page, words, phone=phone, lines=lines, plot=plot)
    finally:
        context.close()


def _assert_seen(page: Page, words: Words, *, phone: bool, lines: int, plot: int) -> None:
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert prompt(page, words).is_visible()
    always = [text for text in TEXTS if not text.startswith((".uniform", ".others", ".together"))]
    for place in (SLIDER, MARKS, DRAWN, *(f"{DRAWN} {text}" for text in always)):
        _assert_inside(page, place, _boxes(page, place))
    characters = len(vocabulary(DEFAULT_MODEL).characters)
    if page.locator(BARS).count() < characters:  # what has no bar is said to be left
        _assert_inside(page, "others", _boxes(page, f"{DRAWN} .others_marks text"))
    _assert_inside(page, "legend", _boxes(page, ".legend.tints"))
    seen = visible_lines(page)
    assert min(seen[:1] if phone else seen) >= lines
    (highest, *_, lowest) = sorted(_middles(page, f"{DRAWN} .role-axis-label text"))
    assert lowest - highest >= plot - 2  # from 100 % to 0 %
    bars = sorted(box["left"] for box in _boxes(page, BARS))
    assert min(right - left for left, right in pairwise(bars)) >= 25.5
    assert _smallest(page, ".sample .c") >= 13
    assert min(_smallest(page, f"{DRAWN} {text}") for text in TEXTS if page.locator(f"{DRAWN} {text}").count()) >= 12
    for temperature in (0, 1, 3):
        put_at(page, temperature)
        groups = {text: _boxes(page, f"{DRAWN} {text}") for text in TEXTS}
        for (one, some), (other, more) in combinations(groups.items(), 2):
            touching = [(a, b) for a in some for b in more if not _apart(a, b)]
            assert not touching, (temperature, one, other, touching)


def test_the_figure_follows_the_pages_type(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_THEME_BASE_FONT_SIZE", "22")
    with serving() as large:
        context = browser.new_context(viewport={"width": 1366, "height": 900})
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        open_page(page, large)
        sizes = [_smallest(page, f"{DRAWN} {text}") for text in TEXTS if page.locator(f"{DRAWN} {text}").count()]
        context.close()
    assert min(sizes) >= 12 * 22 / 16
