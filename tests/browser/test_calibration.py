"""The page "Calibration" in a real browser: one slider moves both figures, also while the server is frozen."""

import json
import re
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from components.analysis.calibration_result import AtTemperature, load
from components.language_model.folder import DEFAULT_MODEL
from components.presenting.numbers import percent
from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import LANGUAGES, SCREENS, apart, assert_inside, boxes, in_every_size
from tests.browser.tabs import PATIENCE, PHONE, Tabs
from tests.serving import Server

pytestmark = pytest.mark.long

FIGURES = "[data-testid=stVegaLiteChart]"
HELD_OUT = load(DEFAULT_MODEL).value.held_out.calibration
AT = {at.temperature: at for at in HELD_OUT.slider}
TEXT = "First Citizen:\nBefore we proceed any further, hear me speak.\n\n" * 40


def _open(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.address}calibration{query}")
    expect(page.locator(f"{FIGURES} svg")).to_have_count(2, timeout=PATIENCE)
    page.locator(".slider input").wait_for()
    return page


def _slider(page: Page) -> Locator:
    return page.locator(".slider input")


def _move(page: Page, temperature: float) -> None:
    """Move the slider as a hand does: the browser is told of the input, and nobody else."""
    place = list(AT).index(temperature)
    _slider(page).evaluate(
        "(slider, place) => { slider.value = place; slider.dispatchEvent(new Event('input', {bubbles: true})); }", place
    )


def _bars(page: Page) -> list[tuple[float, int]]:
    """Return the share that came, in percent, and the predictions of every bar."""
    shown = page.locator(f"{FIGURES} [aria-label*='{WORDS.calibration.predictions} ']").all()
    labels = [str(bar.get_attribute("aria-label")) for bar in shown]
    found = [re.search(rf": {WORDS.calibration.came} ([\d.]+) %.* ([\d,]+)$", label) for label in labels]
    return [(float(one[1]), int(one[2].replace(",", ""))) for one in found if one]


def _measured(at: AtTemperature) -> list[tuple[float, int]]:
    filled = zip(at.accuracy, at.count, strict=True)
    return [(round(100 * share, 1), count) for share, count in filled if share is not None]


def _assert_follows(page: Page, at: AtTemperature) -> None:
    bars, measured = _bars(page), _measured(at)
    assert [count for _, count in bars] == [count for _, count in measured]
    assert [share for share, _ in bars] == pytest.approx([share for share, _ in measured], abs=0.11)
    readouts = page.locator(f"{FIGURES} .readout_marks").all_text_contents()  # the legend's, the diagram's
    assert f"{at.loss:.3f}" in readouts[0]
    assert percent(at.error) in readouts[1]
    assert percent(at.mean_confidence) in readouts[1]


def test_both_figures_follow_the_slider_while_the_server_is_frozen(page: Page, server: Server) -> None:
    _open(page, server)
    page.wait_for_timeout(500)
    server.freeze()
    try:
        for temperature in (0.05, 0.5, 1.2, 3.0, 0.85):
            _move(page, temperature)
            page.wait_for_timeout(200)  # a frame or two; nothing else has to happen
            expect(page.locator(".slider output")).to_have_text(f"{temperature:g}")
            _assert_follows(page, AT[temperature])
    finally:
        server.thaw()
    page.wait_for_url("**T=0.85*")


def test_figures_stay_the_same_elements_through_a_drag(page: Page, server: Server) -> None:
    _open(page, server)
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    page.evaluate("document.querySelectorAll('[data-testid=stVegaLiteChart] svg').forEach(svg => svg.kept = true)")
    _slider(page).focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(400)  # it rests, and the server hears of it
    page.wait_for_url("**T=1.2*")
    kept = "[...document.querySelectorAll('[data-testid=stVegaLiteChart] svg')].map(svg => svg.kept === true)"
    assert page.evaluate(kept) == [True, True]
    _assert_follows(page, AT[1.2])


def test_a_link_restores_the_slider(page: Page, server: Server) -> None:
    _open(page, server, "?T=1.5")
    expect(page.locator(".slider output")).to_have_text("1.5")
    page.wait_for_timeout(500)
    _assert_follows(page, AT[1.5])


def test_the_slider_stays_while_one_looks_at_another_page_or_text(page: Page, server: Server) -> None:
    _open(page, server)
    _move(page, 0.7)
    page.wait_for_url("**T=0.7*")
    page.locator("[data-testid=stButtonGroup]").get_by_text(WORDS.calibration.training_text, exact=True).click()
    page.wait_for_timeout(1000)
    training = {at.temperature: at for at in load(DEFAULT_MODEL).value.training.calibration.slider}
    assert [count for _, count in _bars(page)] == [count for _, count in _measured(training[0.7])]
    page.get_by_role("link", name=WORDS.in_keras.in_keras).click()
    expect(page.get_by_role("heading", name=WORDS.in_keras.which, exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name=WORDS.calibration.calibration_title).click()
    expect(page.locator(".slider output")).to_have_text("0.7", timeout=PATIENCE)
    expect(page.locator(f"{FIGURES} .readout_marks").last).to_contain_text("T = 0.7")


def test_the_page_fits_a_phone(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, server)
    page.wait_for_timeout(1000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for figure in page.locator(f"{FIGURES} svg").all():
        box = figure.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_an_own_text_is_measured_and_joins_the_figures(page: Page, server: Server) -> None:
    _open(page, server)
    page.get_by_label(WORDS.calibration.own_field, exact=True).fill(TEXT)
    page.get_by_role("button", name=WORDS.calibration.own_measure).click()
    said = WORDS.calibration.own_done.format(predictions=len(TEXT) - 1)
    expect(page.get_by_text(said)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(f"{FIGURES} .readout_marks").first).to_contain_text(WORDS.calibration.own_text)
    page.locator("[data-testid=stButtonGroup]").get_by_text(WORDS.calibration.own_text, exact=True).click()
    page.wait_for_timeout(1000)
    assert sum(count for _, count in _bars(page)) == len(TEXT) - 1
    with page.expect_download() as taken:
        page.get_by_role("button", name=WORDS.calibration.own_download).click()
    content = json.loads(taken.value.path().read_text("utf-8"))
    assert content["predictions"] == len(TEXT) - 1
    assert len(content["slider"]) == len(AT)


LOSSES, RELIABILITY = ".st-key-loss-figure", ".st-key-reliability-figure"
TEXTS = ["readout_marks", "quiet_marks", "told_marks", "role-axis-label", "role-axis-title", "role-legend-label"]
LINES = ".mark-line path, .mark-rule:not(.swatches_marks) line"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_first_visit_sees_the_slider_and_its_figures(tabs: Tabs, server: Server, screen: str, language: str) -> None:
    _, query = LANGUAGES[language]
    sizes = SCREENS[screen]
    with tabs.window(*sizes[0]) as page:
        _open(page, server, query)
        for width, _ in in_every_size(page, sizes, f"{LOSSES} svg.marks", f"{RELIABILITY} svg.marks"):
            _assert_seen(page, width)


def _assert_seen(page: Page, width: int) -> None:
    assert_inside(page, "slider", boxes(page, ".slider input"))
    seen = [LOSSES, RELIABILITY] if width > PHONE else [LOSSES]
    for figure in seen:
        assert_inside(page, figure, boxes(page, f"{figure} svg.marks"))
    if width > 1100:
        assert_inside(page, "sentence", boxes(page, ".st-key-lead p"))
    for temperature in (0.05, 1.0, 3.0):
        _move(page, temperature)
        page.wait_for_timeout(200)
        for figure in seen:
            _assert_texts_apart(page, figure)


def _assert_texts_apart(page: Page, figure: str) -> None:
    texts = [(place, box) for place in TEXTS for box in boxes(page, f"{figure} .{place} text")]
    for place, box in texts:
        assert_inside(page, place, [box])
    for (one, first), (other, second) in combinations(texts, 2):
        assert apart(first, second), (figure, one, other, first, second)
    if figure == LOSSES:
        named = [box for place, box in texts if place in ("readout_marks", "quiet_marks")]
        lines = boxes(page, ", ".join(f"{figure} {line}" for line in LINES.split(", ")))
        assert lines
        assert all(apart(text, line) for text in named for line in lines)
