"""The page in three engines: a drag acts before it is let go, by the browser alone, and shows the right numbers."""

import numpy as np
import pytest

from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.language_model.scene import Scene
from components.presenting.glyphs import name
from components.presenting.numbers import percent
from components.temperature import apply_temperature, effective_choices, entropy
from components.words.en import ENGLISH as WORDS
from tests.browser.boxes import LANGUAGES, assert_inside, boxes
from tests.browser.engines.visitor import Visitor
from tests.browser.first_page import (
    DRAWN,
    FIXED,
    MARKS,
    OWN,
    READOUT,
    SLIDER,
    arrive,
    labels,
    no_sideways_scrolling,
    put_at,
    thumb_at,
    visible_lines,
)
from tests.browser.tabs import PHONE
from tests.serving import Server

pytestmark = pytest.mark.long

REST = 1200  # milliseconds: longer than a hand rests before the address gets an entry
FRAMES = 200  # milliseconds: a frame or two; nothing else has to happen
HELD = (0.3, 1.0, 2.0, 0.0)
everywhere = pytest.mark.parametrize("visitor", ["Chromium", "Firefox", "WebKit"], indirect=True)
# WebKitGTK's driver takes a finger for a mouse, and Firefox's own makes no finger that scrolls.
by_touch = pytest.mark.parametrize("visitor", ["Chromium", "Firefox"], indirect=True)
by_scrolling = pytest.mark.parametrize("visitor", ["Chromium"], indirect=True)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def _rounded(probability: float) -> set[str]:
    """Return how a probability may be shown: between two numbers, either will do."""
    return {percent(probability * (1 + nudge)) for nudge in (-1e-9, 1e-9)}


def _assert_figure_is_right(visitor: Visitor, temperature: float) -> None:
    logits = Scene.load(DEFAULT_MODEL).logits.astype(np.float64)
    characters = vocabulary(DEFAULT_MODEL).characters
    tempered, base = apply_temperature(logits, temperature), apply_temperature(logits)
    order = np.argsort(-logits, kind="stable")
    shown = labels(visitor)
    assert len(shown) >= 30
    for rank, (index, label) in enumerate(zip(order, shown, strict=False), 1):
        assert label == name(characters[index], WORDS)
        now, before, said_rank = shown[label]
        assert now in _rounded(tempered[index])
        assert before in _rounded(base[index])
        assert said_rank == rank
    rest, count = tempered[order[len(shown) :]].sum(), len(characters) - len(shown)
    others = visitor.eval_on_selector_all(MARKS, "all => all.at(-1).getAttribute('aria-label')")
    assert others in {WORDS.explore.others_spoken.format(count=count, chance=percent(c)) for c in (0.0, rest)}
    (readout,) = _said(visitor, READOUT)
    assert WORDS.explore.most_likely.format(character=next(iter(shown)), chance=percent(tempered.max())) in readout
    choices, bits = float(effective_choices(tempered)), float(entropy(tempered))
    if choices < 1.05:
        assert WORDS.explore.certain in readout
    else:
        assert WORDS.explore.choices.format(choices=f"{choices:.1f}") in readout
        assert WORDS.explore.entropy.format(choices=f"{choices:.1f}", bits=f"{bits:.2f}") in readout


def _said(visitor: Visitor, place: str) -> list[str]:
    """Return the text of all that is at a place, one for each element."""
    said = visitor.eval_on_selector_all(place, "all => all.map((one) => one.textContent)")
    return [str(text) for text in said]


def _wait_for_text(visitor: Visitor, place: str, text: str) -> None:
    visitor.wait_for("([place, text]) => document.querySelector(place)?.textContent.trim() === text", [place, text])


def _assert_own_column_is_right(visitor: Visitor, temperature: float) -> None:
    stored = {sample.temperature: sample.text for sample in Scene.load(DEFAULT_MODEL).texts}
    _wait_for_text(visitor, f"{OWN} h2", WORDS.explore.slider_title.format(temperature=temperature))
    (text,) = _said(visitor, f"{OWN} .text")
    assert text.replace("⏎\n", "\n") == stored[temperature]


def _wait_for_slider_at(visitor: Visitor, temperature: float) -> None:
    visitor.wait_for(f"value => document.querySelector('{SLIDER}')?.value === value", f"{temperature:g}")


def _wait_for_query(visitor: Visitor, name: str, value: str | None) -> None:
    visitor.wait_for("([name, value]) => new URLSearchParams(location.search).get(name) === value", [name, value])


@everywhere
@pytest.mark.parametrize("frozen", [False, True], ids=["server running", "server frozen"])
def test_bars_and_the_sliders_own_text_follow_a_held_slider(visitor: Visitor, server: Server, frozen: bool) -> None:
    arrive(visitor, server)
    if frozen:
        server.freeze()
    try:
        visitor.act("mouse", ("move", *thumb_at(visitor, 1.0)), ("down",), ("move", *thumb_at(visitor, 1.5)))
        for temperature in HELD:
            visitor.act("mouse", ("move", *thumb_at(visitor, temperature)))
            _wait_for_slider_at(visitor, temperature)
            visitor.wait_for_timeout(FRAMES)
            _assert_figure_is_right(visitor, temperature)
            _assert_own_column_is_right(visitor, temperature)
        visitor.act("mouse", ("up",))
    finally:
        server.thaw()
    _wait_for_query(visitor, "T", f"{HELD[-1]:g}")


@everywhere
def test_the_sliders_own_column_says_where_it_parts_from_its_neighbour(visitor: Visitor, server: Server) -> None:
    arrive(visitor, server)
    _wait_for_text(visitor, f"{OWN} .note", WORDS.explore.same_as.format(temperature=1.0))
    put_at(visitor, 0.8)
    near, far = (text.replace("⏎\n", "\n") for text in (_said(visitor, ".sample .text")[place] for place in (0, 3)))
    first = next(place for place, (one, other) in enumerate(zip(near, far, strict=True)) if one != other)
    _wait_for_text(visitor, f"{OWN} .note", WORDS.explore.shares_with.format(count=first, temperature=1.0))
    parting = visitor.eval_on_selector_all(f"{OWN} .c.parting", "all => all.map((one) => one.dataset.position)")
    assert parting == [str(first)]
    assert len(_said(visitor, f"{OWN} .c.shared")) == first  # pale up to its frame


@everywhere
def test_arrow_keys_move_the_slider(visitor: Visitor, server: Server) -> None:
    arrive(visitor, server)
    visitor.evaluate(f"document.querySelector('{SLIDER}').focus()")
    visitor.press("ArrowLeft", "ArrowLeft")
    _wait_for_slider_at(visitor, 0.9)
    visitor.wait_for_timeout(FRAMES)
    _assert_figure_is_right(visitor, 0.9)
    _assert_own_column_is_right(visitor, 0.9)


@everywhere
@pytest.mark.parametrize(("width", "height", "language"), [(1280, 720, "English"), (460, 844, "Chinese")])
def test_a_first_visit_sees_hand_bars_and_texts_in_its_language(
    visitor: Visitor, server: Server, width: int, height: int, language: str
) -> None:
    words, query = LANGUAGES[language]
    visitor.resize(width, height)
    arrive(visitor, server, query, words=words)
    assert visitor.evaluate("[innerWidth, innerHeight]") == [width, height]
    _wait_for_text(visitor, f"{OWN} h2", words.explore.slider_title.format(temperature=1.0))
    for place in (SLIDER, MARKS, DRAWN, f"{DRAWN} text"):
        assert_inside(visitor, place, boxes(visitor, place))
    lines = visible_lines(visitor)
    assert min(lines[:1] if width < PHONE else lines) >= 5
    assert no_sideways_scrolling(visitor)


@everywhere
def test_a_character_that_is_chosen_is_shown_on_its_page(visitor: Visitor, server: Server) -> None:
    arrive(visitor, server)
    visitor.click(f"{FIXED} .c", 11)
    visitor.wait_for("location.pathname.endsWith('/why-they-part')")
    _wait_for_query(visitor, "position", "12")
    visitor.wait_for("document.querySelectorAll('.texts .c.chosen').length >= 2")
    _wait_for_text(visitor, "h1", WORDS.parting.parting_title)


@everywhere
def test_back_and_forward_move_the_slider(visitor: Visitor, server: Server) -> None:
    arrive(visitor, server)
    visitor.wait_for_timeout(REST)
    entries = visitor.evaluate("history.length")
    for temperature in (0.6, 2.0):
        # By hand: WebKit passes over entries of a page on which nobody did anything.
        visitor.act("mouse", ("move", *thumb_at(visitor, temperature)), ("down",), ("up",))
        _wait_for_query(visitor, "T", f"{temperature:g}")
        visitor.wait_for_timeout(REST)
    assert visitor.evaluate("history.length") == entries + 2
    back, forward = visitor.go_back, visitor.go_forward
    for step, temperature in ((back, 0.6), (back, 1.0), (forward, 0.6), (forward, 2.0)):
        step()
        for _ in range(2):  # at once, and when all has come to rest
            _wait_for_slider_at(visitor, temperature)
            _wait_for_text(visitor, f"{OWN} h2", WORDS.explore.slider_title.format(temperature=temperature))
            visitor.wait_for_timeout(REST)
        _wait_for_query(visitor, "T", None if temperature == 1 else f"{temperature:g}")


@by_touch
def test_a_finger_on_the_slider_drags_it_and_scrolls_nothing(visitor: Visitor, server: Server) -> None:
    visitor.resize(460, 844)
    arrive(visitor, server)
    (x, y), (to, _) = thumb_at(visitor, 1.0), thumb_at(visitor, 2.0)
    way = [("move", x + share * (to - x) / 10, y + share) for share in range(1, 11)]
    visitor.act("touch", ("move", x, y), ("down",), *way, ("up",))
    visitor.wait_for(f"Math.abs(document.querySelector('{SLIDER}').value - 2) <= 0.1")
    assert visitor.evaluate(SCROLLED) == 0


@by_scrolling
def test_a_finger_that_scrolls_over_the_slider_does_not_drag_it(visitor: Visitor, server: Server) -> None:
    visitor.resize(460, 844)
    arrive(visitor, server)
    x, y = thumb_at(visitor, 2.0)
    way = [("move", x, y - 15 * step) for step in range(1, 13)]
    visitor.act("touch", ("move", x, y), ("down",), *way, ("up",))
    visitor.wait_for(f"{SCROLLED} > 50")
    _wait_for_slider_at(visitor, 1.0)
