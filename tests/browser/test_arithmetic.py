"""The arithmetic under the figure: every number of it, while the slider moves and with the server frozen."""

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from components.language_model.folder import DEFAULT_MODEL
from components.language_model.scene import Scene
from components.pages.explore.arithmetic_view import ROWS
from components.temperature import apply_temperature
from components.words.en import ENGLISH as WORDS
from tests.browser.conftest import PATIENCE
from tests.serving import Server


def _cells(page: Page) -> list[list[str]]:
    rows = page.locator(".arithmetic tr")
    return [rows.nth(place).locator("th, td").all_text_contents() for place in range(rows.count())]


def test_the_numbers_follow_the_slider(page: Page, server: Server) -> None:
    page.goto(server.address)
    slider = page.locator("[data-testid=stVegaLiteChart] input[type=range]")
    slider.wait_for()
    page.get_by_text(WORDS.explore.arithmetic).click()
    page.locator(".arithmetic table").wait_for()
    logits = np.sort(Scene.load(DEFAULT_MODEL).logits.astype(np.float64))[::-1]
    server.freeze()
    try:
        for temperature in (0.05, 0.5, 1.0, 2.35):
            slider.evaluate(
                """(slider, value) => {
                  slider.value = value;
                  slider.dispatchEvent(new Event("input", {bubbles: true}));
                }""",
                temperature,
            )
            head, *rows, rest, total = _cells(page)
            assert head[2] == f"z / {temperature:g}"
            chances = apply_temperature(logits, temperature)
            scaled = logits / temperature
            weights = np.exp(scaled - scaled.max())
            assert f"{scaled.max():.2f}" in head[3]
            for place, (_, z, divided, weight, _, chance) in enumerate(rows):
                assert float(z) == pytest.approx(logits[place], abs=5e-4)
                assert float(divided) == pytest.approx(scaled[place], abs=5e-4)
                assert float(weight) == pytest.approx(weights[place], rel=0.05, abs=5e-5)
                assert float(chance.removesuffix(" %")) == pytest.approx(100 * chances[place], rel=6e-3)
            assert len(rows) == ROWS
            assert float(rest[3]) == pytest.approx(weights[ROWS:].sum(), rel=0.05, abs=5e-5)
            assert float(rest[5].removesuffix(" %")) == pytest.approx(100 * chances[ROWS:].sum(), rel=6e-3)
            assert float(total[3]) == pytest.approx(weights.sum(), abs=5e-4)
    finally:
        server.thaw()


def test_new_data_leave_one_listener(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.locator("[data-testid=stVegaLiteChart] input[type=range]").wait_for()
    page.get_by_text(WORDS.explore.arithmetic).click()
    page.locator(".arithmetic table").wait_for()
    expect(page.get_by_text(WORDS.frame.model_coming_behind)).to_have_count(0, timeout=PATIENCE)
    head = page.locator(".arithmetic tr").first.inner_text()
    for name in WORDS.explore.example_names[:3]:
        page.get_by_role("button", name=name).click()
        expect(page.locator(".arithmetic tr").first).not_to_have_text(head, timeout=PATIENCE)
        page.wait_for_timeout(300)
    drawn = page.evaluate(
        """async () => {
          let drawn = 0;
          new MutationObserver((changes) => { drawn += changes.filter((change) => change.addedNodes.length).length; })
            .observe(document.querySelector(".arithmetic"), {childList: true});
          const slider = document.querySelector("[data-testid=stVegaLiteChart] input[type=range]");
          slider.value = 0.7;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          await new Promise((done) => setTimeout(done, 100));
          return drawn;
        }"""
    )
    assert drawn == 1
