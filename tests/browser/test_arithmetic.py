"""The arithmetic under the figure: every number of it, while the slider moves and with the server frozen."""

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from components.charts.live.layers import CROSS
from components.language_model.folder import DEFAULT_MODEL
from components.language_model.scene import Scene
from components.pages.parts.arithmetic_view import ROWS
from components.presenting.numbers import MINUS, percent, plain_number
from components.presenting.prompt_text import example_name
from components.temperature import Decoding, apply_temperature, kept, kept_log_probabilities, kept_mass
from components.words.en import ENGLISH as WORDS
from tests.browser.first_page import SLIDER, open_page, prompt, put_at
from tests.browser.tabs import PATIENCE
from tests.serving import Server

pytestmark = pytest.mark.long


def _open(page: Page, server: Server, query: str = "") -> None:
    open_page(page, server, query)
    page.get_by_role("tab", name=WORDS.explore.arithmetic).click()
    page.locator(".arithmetic table").wait_for()


def _cells(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.eval_on_selector_all(
        ".arithmetic tr", "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return found


def _number(shown: str) -> float:
    return float(shown.replace(MINUS, "-"))


def _assert_is_percent(shown: str, probability: float) -> None:
    assert shown in {percent(probability * (1 + nudge)) for nudge in (-1e-4, 0, 1e-4)}  # the scores are rounded


def test_the_numbers_follow_the_slider(page: Page, server: Server) -> None:
    _open(page, server)
    logits = np.sort(Scene.load(DEFAULT_MODEL).logits.astype(np.float64))[::-1]
    server.freeze()
    try:
        for temperature in (0.05, 0.5, 1.0, 2.35):
            put_at(page, temperature)
            head, *rows, rest, total = _cells(page)
            assert head[2] == f"z / {temperature:g}"
            chances = apply_temperature(logits, temperature)
            scaled = logits / temperature
            weights = np.exp(scaled - scaled.max())
            assert plain_number(scaled.max()) in head[3]
            for place, (_, z, divided, weight, _, chance) in enumerate(rows):
                assert _number(z) == pytest.approx(logits[place], abs=5e-4)
                assert _number(divided) == pytest.approx(scaled[place], abs=5e-4)
                assert _number(weight) == pytest.approx(weights[place], rel=0.05, abs=5e-5)
                _assert_is_percent(chance, chances[place])
            assert len(rows) == ROWS
            assert _number(rest[3]) == pytest.approx(weights[ROWS:].sum(), rel=0.05, abs=5e-5)
            _assert_is_percent(rest[5], chances[ROWS:].sum())
            assert _number(total[3]) == pytest.approx(weights.sum(), abs=5e-4)
    finally:
        server.thaw()


@pytest.mark.parametrize("first", [False, True])
def test_with_a_cut_the_last_step_divides_by_what_is_kept(page: Page, server: Server, *, first: bool) -> None:
    _open(page, server, f"?v=2&min_p=0.2&cut={'before' if first else 'after'}")
    logits, cut = (
        np.sort(Scene.load(DEFAULT_MODEL).logits.astype(np.float64))[::-1],
        Decoding(min_p=0.2, cut_first=first),
    )
    server.freeze()
    try:
        for temperature in (0.0, 0.5, 1.0, 2.35):
            put_at(page, temperature)
            head, *rows, rest, total = _cells(page)
            mass, mask = float(kept_mass(logits, cut, temperature)), kept(logits, cut, temperature)
            picked = np.exp(kept_log_probabilities(logits, cut, temperature))
            assert head[6] == WORDS.cut.arithmetic_kept.format(mass=f"{mass:.3f}")
            for place, row in enumerate(rows):
                _assert_last(row[6], picked[place], kept=bool(mask[place]))
            _assert_last(rest[6], picked[ROWS:].sum(), kept=bool(mask[ROWS:].any()))
            assert total[6] == "100.0 %"
    finally:
        server.thaw()


def _assert_last(shown: str, probability: float, *, kept: bool) -> None:
    if kept:
        _assert_is_percent(shown, probability)
    else:
        assert shown == CROSS


def test_at_zero_the_limit_stands_in_place_of_the_formula(page: Page, server: Server) -> None:
    _open(page, server)
    put_at(page, 0.0)
    head, first, *rows, rest, total = _cells(page)
    assert head[3] == WORDS.explore.arithmetic_limit
    assert [first[2], _number(first[3]), first[5]] == ["–", 1, "100.0 %"]
    assert {(row[2], _number(row[3]), row[5]) for row in rows} == {("–", 0, "0 %")}
    assert [_number(rest[3]), rest[5], _number(total[3])] == [0, "0 %", 1]


def test_new_data_leave_one_listener(page: Page, server: Server) -> None:
    _open(page, server)
    first = page.locator(".arithmetic td").first
    before = first.inner_text()
    for example in Scene.load(DEFAULT_MODEL).examples[:3]:
        page.get_by_role("button", name=WORDS.explore.examples).click()
        page.get_by_role("menuitem", name=example_name(example, WORDS)).click()
        expect(prompt(page)).to_have_value(example.prompt.replace("\n", "⏎"))
        expect(first).not_to_have_text(before, timeout=PATIENCE)
        page.wait_for_timeout(300)
        before = first.inner_text()
    drawn = page.evaluate(
        """async (place) => {
          let drawn = 0;
          new MutationObserver((changes) => { drawn += changes.filter((change) => change.addedNodes.length).length; })
            .observe(document.querySelector(".arithmetic"), {childList: true});
          const slider = document.querySelector(place);
          slider.value = 0.7;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          await new Promise((done) => setTimeout(done, 100));
          return drawn;
        }""",
        SLIDER,
    )
    assert drawn == 1
