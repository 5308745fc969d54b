"""The cut in a real browser: bars that follow it while the server is frozen, what is said of them, and their room."""

from itertools import combinations

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from components.charts.live.layers import CROSS
from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.language_model.scene import Scene
from components.presenting.glyphs import name
from components.presenting.numbers import percent
from components.temperature import Decoding, apply_temperature, kept, kept_log_probabilities, kept_mass
from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import LANGUAGES, apart, boxes
from tests.browser.first_page import (
    BARS,
    DRAWN,
    READOUT,
    SLIDER,
    no_sideways_scrolling,
    open_page,
    put_at,
)
from tests.browser.tabs import PATIENCE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

HELD = (0.0, 0.3, 1.0, 2.0)
TEXTS = [".readout_marks text", ".glyphs_marks text", ".others_marks text", ".together_marks text"]
TEXTS += [".uniform_marks text", ".role-axis-label text", ".role-legend-label text", ".crosses_marks text"]
ABOVE = [
    f"{SLIDER}",
    ".st-key-folds",
    ".play",
    ".st-key-prompt-row",
]  # rows and buttons that must not lie on one another
CHARACTERS = vocabulary(DEFAULT_MODEL).characters
LOGITS = Scene.load(DEFAULT_MODEL).logits.astype(np.float64)


def _rounded(sentence: str, probability: float) -> set[str]:
    """Return how a sentence with a probability may read: between two numbers, either will do."""
    return {sentence.format(chance=percent(probability * (1 + nudge))) for nudge in (-1e-9, 1e-9)}


def _assert_figure_is_right(page: Page, cut: Decoding, temperature: float) -> None:
    picked = np.exp(kept_log_probabilities(LOGITS, cut, temperature))
    mask, uncut, base = (
        kept(LOGITS, cut, temperature),
        apply_temperature(LOGITS, temperature),
        apply_temperature(LOGITS),
    )
    order = np.argsort(-LOGITS, kind="stable")
    said = page.eval_on_selector_all(BARS, "bars => bars.map((bar) => bar.getAttribute('aria-label').split(' · '))")
    hollow = page.eval_on_selector_all(BARS, "bars => bars.map((bar) => bar.getAttribute('fill-opacity') === '0')")
    assert len(said) >= 30
    for rank, (index, (now, with_cut, before, at), is_hollow) in enumerate(zip(order, said, hollow, strict=False), 1):
        assert now in _rounded(name(CHARACTERS[index], WORDS) + ": {chance}", picked[index])
        assert with_cut in _rounded(WORDS.cut.kept_spoken if mask[index] else WORDS.cut.cut_spoken, uncut[index])
        assert before in _rounded(WORDS.cut.base_column + " {chance}", base[index])
        assert at == f"{WORDS.explore.rank} {rank}"
        assert is_hollow == (not mask[index])
    crosses = page.locator(f"{DRAWN} .crosses_marks text").all_text_contents()
    assert crosses == [CROSS] * sum(hollow)
    count, share = int(mask.sum()), percent(float(kept_mass(LOGITS, cut, temperature)))
    readout = WORDS.cut.kept.format(kept=count, count=len(LOGITS), share=share)
    assert readout in str(page.locator(READOUT).text_content())


def test_the_slider_stays_where_it_is_when_a_cut_comes_and_goes(page: Page, server: Server) -> None:
    slider = open_page(page, server)
    put_at(page, 1.5)
    page.get_by_role("button", name=WORDS.cut.cut).click()
    preset = page.get_by_role("button", name=WORDS.cut.as_api)
    preset.click()
    expect(page.locator(f"{DRAWN} .crosses_marks text").first).to_be_visible(timeout=PATIENCE)
    expect(slider).to_have_value("1.5", timeout=PATIENCE)
    _assert_figure_is_right(page, Decoding(top_p=0.9), 1.5)
    page.keyboard.press("Escape")
    expect(preset).to_be_hidden(timeout=PATIENCE)
    page.get_by_role("button", name=WORDS.cut.clear).click()
    expect(page.locator(f"{DRAWN} .crosses_marks")).to_have_count(0, timeout=PATIENCE)
    expect(slider).to_have_value("1.5", timeout=PATIENCE)


@pytest.mark.parametrize(
    ("query", "cut"),
    [
        ("top_p=0.9", Decoding(top_p=0.9)),
        ("top_p=0.9&cut=before", Decoding(top_p=0.9, cut_first=True)),
        ("top_k=12&min_p=0.02", Decoding(top_k=12, min_p=0.02)),
    ],
)
def test_bars_follow_the_cut_while_the_server_is_frozen(page: Page, server: Server, query: str, cut: Decoding) -> None:
    open_page(page, server, f"?v=2&{query}")
    server.freeze()
    try:
        for temperature in HELD:
            put_at(page, temperature)
            _assert_figure_is_right(page, cut, temperature)
    finally:
        server.thaw()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("query", ["top_p=0.9", "top_k=40&top_p=0.95&min_p=0.05&cut=before"])
def test_with_a_cut_nothing_lies_on_anything(
    tabs: Tabs, server: Server, query: str, width: int, height: int, language: str
) -> None:
    words, of_language = LANGUAGES[language]
    with tabs.window(width, height) as page:
        open_page(page, server, f"?v=2&{query}{of_language.replace('?', '&')}", words=words)
        assert no_sideways_scrolling(page)
        for temperature in (0, 0.5, 1, 2, 3):
            put_at(page, temperature)
            for places in (TEXTS, ABOVE):
                groups = {place: boxes(page, f"{DRAWN} {place}" if places is TEXTS else place) for place in places}
                for (one, some), (other, more) in combinations(groups.items(), 2):
                    touching = [(a, b) for a in some for b in more if not apart(a, b)]
                    assert not touching, (temperature, one, other, touching)
        (highest, *_, lowest) = sorted(box["top"] for box in boxes(page, f"{DRAWN} .role-axis-label text"))
        assert lowest - highest >= 110  # pixels from 100 % to 0 %
