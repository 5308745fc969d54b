"""How fast the page is: under a dragging hand, for one visitor who asks, and for many at once.

Run ``python -m tests.benchmarks.page`` (about a quarter of an hour) on a machine that does nothing
else; ``--quick`` takes less than a minute and only shows that it works, ``--only`` measures one part. All
traffic stays on 127.0.0.1. Measured are, in Chromium:

- a drag out and back with a rest between, the button held: the time from frame to frame (the median
  and the 95th percentile of each drag), and redraws of the figure per slider value, with the server
  running and frozen;
- from Enter in the prompt, and from a click on "Another seed", until the frame that shows the new
  bars, or four new columns of 400 characters, has been painted. Every prompt and seed is new;
- from a click on a character of the ledger until it, the noise lines and the bands have followed;
- from the start of ``streamlit run`` to the first bars in a browser that has not seen the page, beside
  a page of one line with one chart and beside ``import tensorflow``, by turns. Files are in the
  system's cache, processes are new;

and over Streamlit's WebSocket (see `visitors`) what visitors cost who act every 5 seconds on average,
beside the same load on a page that only says hello, and beside the CPU time of the sampling alone.

Printed are medians with all that was seen, from the least to the most, each part as soon as it is measured; the
last line is JSON. What could not be measured, or was not when it was stopped, is not in it.
"""

import argparse
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.crowds import with_visitors
from tests.benchmarks.spread import Figure, as_json, caption, say, table
from tests.benchmarks.visitors import Crowd
from tests.serving import APP, Server, chromium, page_of, serving

if TYPE_CHECKING:  # needs playwright
    from playwright.sync_api import Browser

    from tests.benchmarks.browsing import Drag

ONE_LINE = """\
import streamlit as st; st.vega_lite_chart({
    "data": {"values": [{"x": "a", "y": 1}, {"x": "b", "y": 2}]}, "mark": "bar",
    "encoding": {"x": {"field": "x", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}},
    "usermeta": {"embedOptions": {"renderer": "svg"}}})
"""


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    tries: int
    sweep: float  # seconds in which a drag goes one way
    starts: int
    warm_starts: int  # before those that count
    crowds: tuple[Crowd, ...]
    one_server: bool  # for all that asks for the page; otherwise each crowd has one of its own


PARTS = ("seeds", "enters", "drags", "choices", "starts", "visitors")
FULL = Effort(12, 1, 10, 1, (Crowd(1, 90), Crowd(30, 60), Crowd(60, 60)), one_server=False)
QUICK = Effort(2, 0.5, 1, 0, (Crowd(1, 2.5, gap=0.5), Crowd(5, 2.5, gap=1.5, arrival=0.5)), one_server=True)


def in_the_browser(effort: Effort, server: Server, wanted: Sequence[str]) -> Iterator[list[Figure]]:
    """Measure what needs Chromium, and yield the figures of each part."""
    path = chromium()
    if path is None or find_spec("playwright") is None:
        print("Left out: all that happens in a browser, which needs Chromium and the Python package playwright.")
        return
    from tests.benchmarks import browsing

    with browsing.chromium_at(path) as browser:
        with browsing.opened(browser, server) as page:
            if "seeds" in wanted:
                say("another seed")
                seeds = browsing.seeds(page, effort.tries)
                waits, gone = [seed.waited_ms for seed in seeds], [seed.gone_ms for seed in seeds]
                yield [
                    Figure.middle("seed_to_columns_ms", "another seed to all columns, ms", waits, "≤ 180"),
                    Figure.middle("seed_columns_gone_ms", "of that, without all columns, ms", gone),
                ]
            if "enters" in wanted:
                say("Enter")
                enters = browsing.enters(page, effort.tries)
                yield [Figure.middle("enter_to_bars_ms", "Enter to new bars, ms", enters, "≤ 150")]
            if "drags" in wanted:
                for state in ("running", "frozen"):
                    say(f"a drag, server {state}")
                    drags = browsing.drags(page, server, effort.tries, sweep=effort.sweep, frozen=state == "frozen")
                    yield _of_drags(drags, state)
            if "choices" in wanted:
                say("a chosen character")
                choices = browsing.choices(page, effort.tries)
                what = "a chosen character to all three figures, ms"
                yield [Figure.middle("choice_to_figures_ms", what, choices, "< 200")]
        if "starts" in wanted:
            yield _first_figures(effort, browser)


def _of_drags(drags: Sequence["Drag"], state: str) -> list[Figure]:
    where = f"drag, server {state}"
    return [
        Figure.middle(
            f"drag_{state}_frame_median_ms",
            f"{where}: median frame, ms",
            [drag.frame_median_ms for drag in drags],
            "16.7",
        ),
        Figure.middle(
            f"drag_{state}_frame_p95_ms",
            f"{where}: 95th percentile of frames, ms",
            [drag.frame_p95_ms for drag in drags],
            "≤ 33.4",
        ),
        Figure.middle(
            f"drag_{state}_redraws_per_value",
            f"{where}: redraws per slider value",
            [drag.redraws_per_value for drag in drags],
            "1",
        ),
    ]


def _first_figures(effort: Effort, browser: "Browser") -> list[Figure]:
    from tests.benchmarks import browsing

    def start(script: Path) -> float:
        with serving(script) as server:
            seconds = browsing.first_bars(browser, server)
            server.process.kill()  # it may be busy loading the model
            return seconds

    turns = []
    with page_of(ONE_LINE) as script:
        for turn in range(effort.warm_starts + effort.starts):
            say(f"the first figure, {turn + 1}")
            turns.append((start(APP), start(script), _import_seconds()))
    ours, one_line, imports = zip(*turns[effort.warm_starts :], strict=True)
    over = [mine - floor for mine, floor in zip(ours, one_line, strict=True)]
    return [
        Figure.middle("first_figure_s", "start to first figure, s", ours),
        Figure.middle("one_line_page_first_figure_s", "the same, page of one line, s", one_line),
        Figure.middle("first_figure_over_one_line_s", "the first minus the second, s", over, "≤ 1"),
        Figure.middle("import_tensorflow_s", "`import tensorflow`, s", imports),
    ]


def _import_seconds() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import tensorflow"], check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="less than a minute: to see that it works")
    parser.add_argument("--only", choices=PARTS, help="the one part that is measured (default: all)")
    given = parser.parse_args()
    wanted = [given.only] if given.only else PARTS
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are ended then, too
    figures: list[Figure] = []
    try:
        for part in _measured(QUICK if given.quick else FULL, wanted):
            print(table(part), flush=True)
            figures += part
    finally:
        print(caption())
        print(json.dumps(as_json(figures)))


def _measured(effort: Effort, wanted: Sequence[str]) -> Iterator[list[Figure]]:
    visitors = "visitors" in wanted
    alone = set(wanted) == {"visitors"}
    if effort.one_server or not alone:
        with serving() as server:
            if not alone:
                yield from in_the_browser(effort, server, wanted)
            if effort.one_server and visitors:
                yield from with_visitors(effort.crowds, effort.tries, server)
    if visitors and not effort.one_server:
        yield from with_visitors(effort.crowds, effort.tries)


if __name__ == "__main__":
    main()
