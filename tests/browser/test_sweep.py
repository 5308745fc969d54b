"""The page "Sweep" in a real browser: one slider through all figures, the server frozen; a sweep run and stopped."""

import re

import pytest
from playwright.sync_api import Page, expect

from components.analysis.sweep_results import load, summary
from components.language_model.folder import DEFAULT_MODEL
from components.presenting.sweep import MEASURES
from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import SLIDER as LIVE
from tests.browser.sweep_page import COUNT, FIGURES, OUTPUT, SLIDER, open_sweep
from tests.browser.tabs import PATIENCE
from tests.serving import Server

pytestmark = pytest.mark.long


@pytest.fixture
def opened(page: Page, server: Server) -> Page:
    open_sweep(page, server, "?at=0.5")
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    return page


def _readouts(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        f"{FIGURES} svg",
        """all => all.map(one => [...one.querySelectorAll('.readout_marks text')].map(text => text.textContent)
             .filter(Boolean).join(' '))""",
    )


def _place(page: Page, temperature: float) -> None:
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    for _ in range(round(10 * temperature)):
        page.keyboard.press("ArrowRight")


def test_one_slider_runs_through_all_figures_without_the_server(opened: Page, server: Server) -> None:
    results = load(DEFAULT_MODEL).value
    found = summary(results)
    server.freeze()
    try:
        for temperature in (0.2, 1.0, 1.7):
            _place(opened, temperature)
            expect(opened.locator(".readout_marks").first).to_contain_text(f"T = {temperature:g}:")
            place = results.setting.temperatures.index(temperature)
            said = _readouts(opened)
            for readout, measure in zip(said[1:], MEASURES, strict=False):
                mean = found[measure.name][place].mean
                assert mean is not None
                shown = float(re.split(r"[ %]", readout)[0])
                assert shown == pytest.approx(100 * mean if measure.percent else mean, abs=0.06), measure
            assert said[0].startswith(f"T = {temperature:g}:")
            texts = opened.locator(".side_by_side .text").all_text_contents()
            assert texts == [results.texts[place], results.texts[0]]
            expect(opened.locator(".slider output")).to_have_text(f"{temperature:g}")
    finally:
        server.thaw()
    opened.wait_for_url("**at=1.7")


def test_the_slider_starts_where_the_link_says_and_the_figures_with_it(opened: Page) -> None:
    expect(opened.locator(".slider output")).to_have_text("0.5")
    assert _readouts(opened)[0].startswith("T = 0.5:")


def test_the_slider_does_not_build_the_figures_anew(opened: Page) -> None:
    opened.evaluate(f"window.before = [...document.querySelectorAll('{FIGURES} svg')]")
    _place(opened, 1.2)
    expect(opened.locator(".readout_marks").first).to_contain_text("T = 1.2:")
    opened.wait_for_url("**at=1.2")
    opened.wait_for_timeout(500)
    assert opened.evaluate(f"[...document.querySelectorAll('{FIGURES} svg')].every((one, i) => one === before[i])")


def test_a_sweep_is_run_with_its_progress_and_stopped(opened: Page) -> None:
    opened.get_by_text(WORDS.sweep.sweep_run, exact=True).click()
    samples = opened.get_by_role("slider", name=WORDS.sweep.sweep_samples)
    samples.focus()
    opened.keyboard.press("End")
    opened.get_by_role("slider", name=WORDS.sweep.sweep_length).focus()
    opened.keyboard.press("End")
    opened.get_by_role("button", name=WORDS.sweep.sweep_start, exact=True).click()
    expect(opened.get_by_test_id("stProgress")).to_contain_text(" of 256 texts", timeout=PATIENCE)
    opened.get_by_role("button", name=WORDS.sweep.sweep_stop).click()
    expect(opened.get_by_role("button", name=WORDS.sweep.sweep_back)).to_be_visible(timeout=PATIENCE)
    expect(opened.locator(f"{FIGURES} svg")).to_have_count(COUNT)
    opened.get_by_role("button", name=WORDS.sweep.sweep_back).click()
    expect(opened.get_by_text("wrote 32 texts of 1,000 characters")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_sticks_out(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 844})
    opened.wait_for_timeout(1000)
    wide = "document.querySelector('[data-testid=stMain]')"
    assert opened.evaluate(f"{wide}.scrollWidth <= {wide}.clientWidth")
    rights = opened.eval_on_selector_all(f"{FIGURES} svg", "all => all.map(one => one.getBoundingClientRect().right)")
    assert max(rights) <= width


def test_the_marks_say_the_ends_and_stand_under_the_thumb(opened: Page) -> None:
    _place(opened, 1.0)
    slider = opened.locator(SLIDER).bounding_box()
    assert slider is not None
    marks = opened.locator(".slider .vega-bind").evaluate(
        """bind => [[bind.firstChild, "::before"], [bind.firstChild, "::after"], [bind, "::after"]]
          .map(([one, pseudo]) => {
          const style = getComputedStyle(one, pseudo);
          return [style.content.replaceAll('"', ""), parseFloat(style.marginLeft)];
        })"""
    )
    assert [marks[0][0], marks[2][0]] == ["0", "2"]
    assert "1" in marks[1][0]
    assert marks[1][1] == pytest.approx(slider["width"] / 2 - 0.4 * 16, abs=1)  # T = 1 is half of the way from 0 to 2


def test_the_slider_looks_like_the_live_figures(opened: Page, server: Server) -> None:
    look = """slider => {
      const label = slider.parentElement, style = getComputedStyle(label.firstChild);
      return [slider.getBoundingClientRect().height, style.fontSize, style.fontWeight,
              getComputedStyle(label).gridTemplateRows,
              getComputedStyle(label.lastChild).fontSize, getComputedStyle(label, "::before").fontSize];
    }"""
    own = opened.locator(SLIDER).evaluate(look)
    opened.goto(server.address)
    live = opened.locator(LIVE)
    live.wait_for()
    opened.wait_for_timeout(500)
    assert live.evaluate(look) == own


def test_what_the_server_did_not_hear_is_said_again_when_the_connection_is_back(opened: Page) -> None:
    opened.eval_on_selector(
        ".slider", "slider => { const input = slider.querySelector('input'); input.value = 12; slider.show(); }"
    )
    moved = opened.locator(OUTPUT).inner_text()
    opened.wait_for_timeout(500)
    assert f"at={moved}" not in opened.url
    opened.evaluate("dispatchEvent(new Event('back'))")
    opened.wait_for_url(f"**at={moved}*")
