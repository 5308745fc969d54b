"""What a visitor waits for, timed inside real Chromium: dragging, typing, another seed, a choice, the first figure.

The page itself looks at its clock, so what it costs to steer the browser is not part of any time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from components.language_model.scene import Setting
from components.temperature.scale import HIGHEST, LOWEST
from components.words.en import ENGLISH as WORDS
from tests.benchmarks.spread import percentile
from tests.serving import FLAGS, Server

PATIENCE = 120_000  # milliseconds
FIGURE = "[data-testid=stVegaLiteChart]"
SLIDER = f"{FIGURE} input[name=T_T]"  # by parameter and field, as Vega calls it
BARS = f"{FIGURE} .mark-rect path[aria-roledescription=bar]"
ANY_BARS = f"{FIGURE} svg .mark-rect path"
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
THUMB = 20  # pixels; see style/page.css
LOW, HIGH, RESTING = 0.3, 2.7, 300  # a drag goes from T to T, and rests there for milliseconds: the server hears of it
LIVE = 90  # milliseconds after which a typed character may have been committed without Enter
ATTEMPTS = 20

# Counts frames, slider values and redraws; times what follows an event until it has been painted.
STOPWATCH = """
([figure, bars, patience]) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now());
    after.port2.postMessage(null);
  }));
  const all = (selector) => [...document.querySelectorAll(selector)];
  const spoken = () => all(bars).map((bar) => bar.getAttribute("aria-label")).join("|");

  const since = (kind, begins, done) => new Promise((resolve, reject) => {
    let begun;
    const begin = (event) => {
      if (!begins(event)) return;
      begun = event.timeStamp;
      document.removeEventListener(kind, begin, true);
    };
    document.addEventListener(kind, begin, true);
    const observer = new MutationObserver(async () => {
      if (begun === undefined || !done()) return;
      observer.disconnect();
      resolve({begun, ended: await painted()});
    });
    observer.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    setTimeout(() => reject(new Error(`nothing came of ${kind}`)), patience);
  });

  const bench = {};

  bench.watch = () => {
    const seen = {frames: [], values: 0, redraws: 0};
    let last, value, going = true;
    const frame = (now) => {
      if (last !== undefined) seen.frames.push(now - last);
      last = now;
      if (going) requestAnimationFrame(frame);
    };
    const moved = (event) => {
      if (event.target.type !== "range" || event.target.value === value) return;
      value = event.target.value;
      seen.values += 1;
    };
    // Whatever Vega changes at one go arrives here at one go.
    const observer = new MutationObserver((changes) => {
      if (changes.some((change) => change.target.matches(bars))) seen.redraws += 1;
    });
    requestAnimationFrame(frame);
    document.addEventListener("input", moved, true);
    observer.observe(document.querySelector(figure), {subtree: true, attributes: true, attributeFilter: ["d"]});
    bench.seen = async () => {
      await painted();
      await painted();
      going = false;
      observer.disconnect();
      document.removeEventListener("input", moved, true);
      return seen;
    };
  };

  bench.enter = () => {
    const before = spoken();
    let typed = 0;
    document.addEventListener("input", (event) => { typed = event.timeStamp; }, {capture: true, once: true});
    bench.answer = since("keydown", (event) => event.key === "Enter", () => all(bars).length && spoken() !== before)
      .then(({begun, ended}) => ({waited: ended - begun, typed: begun - typed}));
  };

  bench.seed = (label) => {
    const before = all(".sample:not(.own) .text").map((text) => text.textContent);
    const differs = (text, place) => text.textContent !== before[place];
    const there = () => all(".sample:not(.own) .text").length === before.length;
    let gone = 0, last, going = true;
    const frame = (now) => {
      if (last !== undefined && !there()) gone += now - last;
      last = now;
      if (going) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const isButton = (event) => event.target.closest("button")?.innerText.trim() === label;
    bench.answer = since("click", isButton, () => there() && all(".sample:not(.own) .text").every(differs))
      .then(({begun, ended}) => { going = false; return {waited: ended - begun, gone}; });
  };

  bench.choose = () => {
    const drawn = all(`${figure} svg`), marked = document.querySelector(".texts .chosen"), followed = new Set();
    drawn.forEach((one) => new MutationObserver((_, observer) => { followed.add(one); observer.disconnect(); })
      .observe(one, {subtree: true, childList: true, attributes: true, characterData: true}));
    const there = () => !marked.classList.contains("chosen") && followed.size === drawn.length;
    bench.answer = since("click", (event) => event.target.closest(".c"), there)
      .then(({begun, ended}) => ended - begun);
  };

  window.bench = bench;
}
"""

# When bars first stand in the page, on the clock that the rest of the machine has.
FIRST_BARS = f"""
new MutationObserver((_, observer) => {{
  if (window.firstBars || !document.querySelector({ANY_BARS!r})) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => {{ window.firstBars = Date.now() / 1000; }}));
}}).observe(document, {{subtree: true, childList: true}});
"""


@dataclass(frozen=True)
class Drag:
    """One drag: the time from frame to frame, and how often the figure was drawn per slider value."""

    frame_median_ms: float
    frame_p95_ms: float
    redraws_per_value: float


@dataclass(frozen=True)
class Seed:
    """One press of the button; for `gone_ms` of the wait not all columns stood there."""

    waited_ms: float
    gone_ms: float


@contextmanager
def chromium_at(path: str) -> Iterator[Browser]:
    """Open a browser until the block is left."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, server: Server) -> Iterator[Page]:
    """Open the page, and wait until its model is loaded; a stopwatch is in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(server.address)
        page.locator(SLIDER).wait_for()
        for sentence in (WORDS.frame.model_coming, WORDS.frame.model_coming_behind):
            expect(page.get_by_text(sentence)).to_have_count(0, timeout=PATIENCE)
        page.evaluate(STOPWATCH, [FIGURE, BARS, PATIENCE])
        _rest(page)
        yield page
    finally:
        context.close()


def drags(page: Page, server: Server, tries: int, *, sweep: float, frozen: bool) -> list[Drag]:
    """Drag the slider from T = 0.3 to 2.7 in `sweep` seconds, rest there, and drag it back, again and again."""
    page.locator(SLIDER).scroll_into_view_if_needed()
    return [_drag(page, server, sweep, frozen=frozen) for _ in range(tries)]


def enters(page: Page, tries: int) -> list[float]:
    """Type a character and press Enter; give the milliseconds from Enter to all bars changed."""
    page.get_by_label(WORDS.explore.prompt, exact=True).press("End")
    return [_enter(page, "etaoinshr"[place % 9]) for place in range(tries)]


def seeds(page: Page, tries: int) -> list[Seed]:
    """Press "Another seed"; give the milliseconds from the click to all columns changed."""
    columns = page.locator(".sample:not(.own) .text")
    lengths = [len(text) for text in columns.all_text_contents()]
    if len(lengths) != len(Setting().temperatures) or min(lengths) < Setting().length:
        raise RuntimeError(f"the page shows texts of {lengths} characters, not those of its first sight")
    return [_seed(page) for _ in range(tries)]


def choices(page: Page, tries: int) -> list[float]:
    """Choose characters on the page on which texts part; give the milliseconds from a click to all figures changed."""
    page.get_by_role("link", name=WORDS.parting.parting_title).click()
    expect(page.locator(f"{FIGURE} svg")).to_have_count(2, timeout=PATIENCE)
    _rest(page)
    characters = page.locator(".texts .text").first.locator(".c:not(.chosen)")
    return [_choice(page, characters.nth(3 * place)) for place in range(tries)]


def first_bars(browser: Browser, server: Server) -> float:
    """Open a page in a browser that has not seen it; give the seconds from the server's start to the bars."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        context.add_init_script(FIRST_BARS)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(server.address, wait_until="commit")
        there: Any = page.wait_for_function("window.firstBars").json_value()
        return float(there) - server.started
    finally:
        context.close()


def _drag(page: Page, server: Server, sweep: float, *, frozen: bool) -> Drag:
    page.mouse.move(*_place(page, LOW))
    if frozen:
        server.freeze()
    try:
        page.mouse.down()
        page.evaluate("bench.watch()")
        _sweep(page, LOW, HIGH, sweep)
        page.wait_for_timeout(RESTING)
        _sweep(page, HIGH, LOW, sweep)
        seen = page.evaluate("bench.seen()")
        page.mouse.up()
    finally:
        server.thaw()
    _rest(page)
    frames = seen["frames"]
    return Drag(percentile(frames, 0.5), percentile(frames, 0.95), seen["redraws"] / seen["values"])


def _sweep(page: Page, start: float, end: float, seconds: float) -> None:
    """Move the mouse evenly in time, as often as the browser takes it."""
    (left, y), (right, _) = _place(page, start), _place(page, end)
    begun, share = perf_counter(), 0.0
    while share < 1:
        share = min(1, (perf_counter() - begun) / seconds)
        page.mouse.move(left + share * (right - left), y)


def _place(page: Page, temperature: float) -> tuple[float, float]:
    box: Any = page.locator(SLIDER).bounding_box()
    share = (temperature - LOWEST) / (HIGHEST - LOWEST)
    return box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2


def _enter(page: Page, character: str) -> float:
    # A field that acts while it is typed in may have been committed before Enter came: then once more.
    for _ in range(ATTEMPTS):
        page.evaluate("bench.enter()")
        page.keyboard.insert_text(character)
        page.keyboard.press("Enter")
        answer = page.evaluate("bench.answer")
        _rest(page)
        if answer["typed"] < LIVE:
            return float(answer["waited"])
    raise RuntimeError(f"Enter came {ATTEMPTS} times more than {LIVE} ms after a character: the machine is too busy")


def _seed(page: Page) -> Seed:
    page.evaluate("label => bench.seed(label)", WORDS.explore.another_seed)
    page.get_by_role("button", name=WORDS.explore.another_seed, exact=True).click()
    answer = page.evaluate("bench.answer")
    _rest(page)
    return Seed(answer["waited"], answer["gone"])


def _choice(page: Page, character: Locator) -> float:
    page.evaluate("bench.choose()")
    character.click()
    waited = page.evaluate("bench.answer")
    _rest(page)
    return float(waited)


def _rest(page: Page) -> None:
    """Wait until the server has answered and nothing moves."""
    page.wait_for_timeout(500)
    page.locator(IDLE).wait_for()
    page.wait_for_timeout(100)
