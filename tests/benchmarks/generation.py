"""How fast text is written: ours beside the ways that others are documented, and beside the machine's limit.

Run ``python -m tests.benchmarks.generation`` (``--quick`` takes less than a minute). Everything is
measured in one run on one machine: contenders are warmed up, then take turns, so that drift of the
machine's speed hits all alike; printed are medians with their range. The last line is JSON.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from components.language_model.loading import Model, load
from tests.benchmarks import growth, roofline
from tests.benchmarks.contenders import (
    Contender,
    KerasExample,
    OneStep,
    Ours,
    PlainNumPy,
    PyTorch,
    StatefulPredict,
    contenders,
)
from tests.benchmarks.spread import caption

PROMPT = "First Citizen:\n"
ROWS = (1, 4, 8, 64)
WARM_UP = 0.1  # seconds before each turn: its weights are in the cache again, the processor at its speed
REST = 0.1  # seconds between turns: libraries let their threads spin for a while, at the next one's cost


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    length: int  # characters a text, the same for every contender
    repeats: int
    slow_repeats: int  # for those that take minutes
    compared: int  # characters of the T = 0 text that must agree
    growth: bool


FULL = Effort(length=300, repeats=9, slow_repeats=3, compared=300, growth=True)
QUICK = Effort(length=40, repeats=3, slow_repeats=1, compared=60, growth=False)


@dataclass
class Timing:
    """Seconds for one contender to write `rows` texts."""

    contender: Contender
    rows: int
    seconds: list[float] = field(default_factory=list)

    def rate(self, length: int) -> float:
        """Give characters per second, by the median."""
        return self.rows * length / median(self.seconds)


def temperatures(rows: int) -> list[float]:
    """Give as many temperatures, from 0.2 to 1.2."""
    return np.linspace(0.2, 1.2, rows).tolist() if rows > 1 else [1.0]


def check_same_text(entries: Sequence[Contender], length: int) -> None:
    """Stop unless all contenders write the same most likely text."""
    expected = next(entry for entry in entries if isinstance(entry, Ours)).write(PROMPT, [0.0], length)[0]
    for entry in entries:
        if entry.one_at_a_time:
            length = min(length, 60)
        seen = length if entry.longest is None else min(length, entry.longest - len(PROMPT))
        (written,) = entry.write(PROMPT, [0.0], seen)
        if written != expected[:seen]:
            raise SystemExit(
                f"{entry.name} writes {written!r} at T = 0, ours {expected[:seen]!r}: not the same network"
            )


def take_turns(entries: Sequence[Contender], effort: Effort) -> list[Timing]:
    """Time all contenders at all numbers of rows, one after another, again and again."""
    timings = [Timing(entry, rows) for entry in entries for rows in ROWS if rows == 1 or not entry.one_at_a_time]
    for timing in timings:  # compile whatever is compiled, at the shapes that are timed
        _warm_up(timing)
    for turn in range(effort.repeats):
        for timing in timings:
            if timing.contender.one_at_a_time and turn >= effort.slow_repeats:
                continue
            time.sleep(REST)
            _warm_up(timing)
            began = time.perf_counter()
            timing.contender.write(PROMPT, temperatures(timing.rows), effort.length)
            timing.seconds.append(time.perf_counter() - began)
    return timings


def _warm_up(timing: Timing) -> None:
    end = time.perf_counter() + WARM_UP
    while True:
        timing.contender.write(PROMPT, temperatures(timing.rows), 10)
        if time.perf_counter() > end:
            return


def figures(timings: Sequence[Timing], model: Model, effort: Effort) -> dict[str, float | None]:
    """Give the ratios that are asked for; None where a contender is not installed."""
    rate = {(type(timing.contender), timing.rows): timing.rate(effort.length) for timing in timings}

    def over(other: type[Contender], rows: int) -> float | None:
        return rate[Ours, rows] / rate[other, rows] if (other, rows) in rate else None

    weights = roofline.step_weights(model.network)
    limit = roofline.measure(weights, effort.repeats)
    print(
        f"This machine reads {limit.bytes_per_second / 1e9:.0f} GB/s at the weights' size ({4 * weights / 1e6:.1f} MB) "
        f"and multiplies matrices at {limit.operations_per_second / 1e9:.0f} Gflop/s."
    )

    def step_over_limit(rows: int) -> float:
        return rows / rate[Ours, rows] / limit.step_seconds(weights, rows)

    return {
        "ours_over_keras_predict_1": over(KerasExample, 1),
        "ours_over_stateful_predict_1": over(StatefulPredict, 1),
        "ours_over_onestep_4": over(OneStep, 4),
        "ours_over_pytorch_4": over(PyTorch, 4),
        "ours_over_pytorch_64": over(PyTorch, 64),
        "ours_over_numpy_1": over(PlainNumPy, 1),
        "step_over_roofline_1": step_over_limit(1),
        "step_over_roofline_64": step_over_limit(64),
        "cost_8_over_1": 8 * rate[Ours, 1] / rate[Ours, 8],
        "cost_64_over_1": 64 * rate[Ours, 1] / rate[Ours, 64],
    }


AIMS = {
    "ours_over_keras_predict_1": "at least 1,000",
    "ours_over_onestep_4": "at least 12",
    "ours_over_pytorch_4": "at least 4",
    "ours_over_pytorch_64": "at least 2",
    "step_over_roofline_1": "at most 2",
    "step_over_roofline_64": "at most 2",
    "cost_8_over_1": "at most 5",
    "cost_64_over_1": "at most 20",
}


def table(timings: Sequence[Timing], length: int) -> str:
    """Give characters per second as a Markdown table: median, and in brackets the slowest and the fastest."""
    lines = ["| characters per second | " + " | ".join(f"{rows} rows" for rows in ROWS) + " |"]
    lines += ["|---|" + "---|" * len(ROWS)]
    for entry in dict.fromkeys(timing.contender for timing in timings):
        cells = {t.rows: f"{t.rate(length):,.0f} ({_range(t, length)})" for t in timings if t.contender is entry}
        lines.append(f"| {entry.name} | " + " | ".join(cells.get(rows, "as 1") for rows in ROWS) + " |")
    return "\n".join(lines)


def _range(timing: Timing, length: int) -> str:
    slowest, fastest = (timing.rows * length / pick(timing.seconds) for pick in (max, min))
    return f"{slowest:,.0f}–{fastest:,.0f}"


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="less than a minute: to see that it works")
    parser.add_argument("--chart", type=Path, help="where to save how cost grows, as SVG (needs vl-convert-python)")
    arguments = parser.parse_args()
    effort = QUICK if arguments.quick else FULL
    model = load()
    entries = contenders(model)
    check_same_text(entries, effort.compared)
    timings = take_turns(entries, effort)
    print(f"{caption()}; {effort.length} characters a text")
    print(table(timings, effort.length))
    for entry in entries:
        print(f"- {entry.name}: as in {entry.source}")
    ratios = figures(timings, model, effort)
    for name, value in ratios.items():
        shown = "not measured here" if value is None else f"{value:,.2f}"
        print(f"{name}: {shown}" + (f" (aim: {AIMS[name]})" if name in AIMS else ""))
    grown = growth.measure(model, quick=not effort.growth)
    print(growth.table(grown))
    if arguments.chart:
        growth.chart(grown, f"python -m tests.benchmarks.generation: {caption()}").save(arguments.chart)
    print(json.dumps(ratios | {"growth": growth.as_json(grown)}))


if __name__ == "__main__":
    main()
