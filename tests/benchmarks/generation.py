"""How fast text is written: ours beside the ways that others are documented, and beside the machine's limit.

Run ``python -m tests.benchmarks.generation`` (``--quick`` takes less than a minute). Everything is measured in one
run on one machine. Every contender has a process of its own. First each is tried with one thread, two, and one
per core; then all take turns, each with the number that suited it best, so that drift of the machine's speed hits
all alike. Printed are medians with their range. The last line is JSON.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from components.language_model.loading import Model, load
from components.language_model.workers import cores
from tests.benchmarks import growth, roofline
from tests.benchmarks.contenders import CONTENDERS, MissingLibraryError, Weights
from tests.benchmarks.contending import Rival
from tests.benchmarks.spread import caption

PROMPT = "First Citizen:\n"
ROWS = (1, 4, 8, 64)
REST = 0.1  # seconds between turns: libraries let their threads spin for a while, at the next one's cost
OURS = "ours"


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    length: int  # characters a text, the same for every contender
    repeats: int
    slow_repeats: int  # for those that take minutes
    tries: int  # with each number of threads; 0: all take one per core
    slow_length: int  # characters of a try of those that take minutes
    compared: int  # characters of the T = 0 text that must agree
    growth: bool


FULL = Effort(length=300, repeats=9, slow_repeats=3, tries=5, slow_length=20, compared=300, growth=True)
QUICK = Effort(length=20, repeats=3, slow_repeats=1, tries=0, slow_length=20, compared=60, growth=False)


@dataclass
class Timing:
    """Seconds for one contender to write `rows` texts."""

    rival: Rival
    rows: int
    seconds: list[float] = field(default_factory=list)

    def rate(self, length: int) -> float:
        """Return characters per second, by the median."""
        return self.rows * length / median(self.seconds)

    def take_turn(self, length: int) -> None:
        """Measure once more."""
        time.sleep(REST)
        self.seconds.append(self.rival.seconds(PROMPT, temperatures(self.rows), length))


def temperatures(rows: int) -> list[float]:
    """Return as many temperatures, from 0.2 to 1.2."""
    return np.linspace(0.2, 1.2, rows).tolist() if rows > 1 else [1.0]


def rows_of(rival: Rival) -> tuple[int, ...]:
    """Return the numbers of rows that a contender is timed at."""
    return (1,) if rival.one_at_a_time else ROWS


@contextmanager
def contending(weights: Path, effort: Effort) -> Iterator[list[Timing]]:
    """Start all contenders that can run here, each with the number of threads that suits it best at its rows."""
    timings: list[Timing] = []
    try:
        for key in CONTENDERS:
            try:
                timings += started(key, weights, effort)
            except MissingLibraryError as error:
                print(f"{key} is left out (see tests/benchmarks/requirements.txt): {error}")
        yield timings
    finally:
        for rival in dict.fromkeys(timing.rival for timing in timings):
            rival.close()


def started(key: str, weights: Path, effort: Effort) -> list[Timing]:
    """Start a contender, once for each number of threads that suits it best at some number of rows."""
    if not effort.tries:
        rival = Rival(key, weights, cores())
        return [Timing(rival, rows) for rows in rows_of(rival)]
    best = best_threads(key, weights, effort)
    rivals = {threads: Rival(key, weights, threads) for threads in dict.fromkeys(best.values())}
    return [Timing(rivals[threads], rows) for rows, threads in best.items()]


def best_threads(key: str, weights: Path, effort: Effort) -> dict[int, int | None]:
    """Try a contender with several numbers of threads; the fastest for each number of rows."""
    seconds: dict[int, dict[int | None, float]] = {}
    for threads in sorted({1, 2, cores()}):
        rival = Rival(key, weights, threads)
        length = effort.slow_length if rival.one_at_a_time else effort.length
        for rows in rows_of(rival):
            timing = Timing(rival, rows)
            for _ in range(effort.tries):
                timing.take_turn(length)
            chosen = threads if rival.takes_threads else None
            seconds.setdefault(rows, {})[chosen] = median(timing.seconds)
        rival.close()
        if not rival.takes_threads:
            break
    return {rows: min(tried, key=lambda threads: tried[threads]) for rows, tried in seconds.items()}


def check_same_text(timings: Sequence[Timing], length: int) -> None:
    """Stop unless all contenders write the same most likely text."""
    rivals = list(dict.fromkeys(timing.rival for timing in timings))
    expected = next(rival for rival in rivals if rival.key == OURS).text(PROMPT, length)
    for rival in rivals:
        seen = min(length, 60) if rival.one_at_a_time else length
        seen = seen if rival.longest is None else min(seen, rival.longest - len(PROMPT))
        written = rival.text(PROMPT, seen)
        if written != expected[:seen]:
            raise SystemExit(
                f"{rival.name} writes {written!r} at T = 0, ours {expected[:seen]!r}: not the same network"
            )


def take_turns(timings: Sequence[Timing], effort: Effort) -> None:
    """Time all contenders at all numbers of rows, one after another, again and again."""
    for turn in range(effort.repeats):
        for timing in timings:
            if not (timing.rival.one_at_a_time and turn >= effort.slow_repeats):
                timing.take_turn(effort.length)


def figures(
    timings: Sequence[Timing], limit: roofline.Roofline, weights: int, effort: Effort
) -> dict[str, float | None]:
    """Return the ratios that are wanted; None where a contender is not installed."""
    rate = {(timing.rival.key, timing.rows): timing.rate(effort.length) for timing in timings}

    def over(other: str, rows: int) -> float | None:
        return rate[OURS, rows] / rate[other, rows] if (other, rows) in rate else None

    def over_best(rows: int) -> float:
        return rate[OURS, rows] / max(value for (key, count), value in rate.items() if count == rows and key != OURS)

    def step_over_limit(rows: int) -> float:
        return rows / rate[OURS, rows] / limit.step_seconds(weights, rows)

    return {
        "ours_over_keras_predict_1": over("keras_predict", 1),
        "ours_over_stateful_predict_1": over("stateful_predict", 1),
        "ours_over_onestep_4": over("onestep", 4),
        "ours_over_pytorch_4": over("pytorch", 4),
        "ours_over_pytorch_64": over("pytorch", 64),
        "ours_over_numpy_1": over("numpy", 1),
        **{f"ours_over_onnxruntime_{rows}": over("onnxruntime", rows) for rows in ROWS},
        **{f"ours_over_best_{rows}": over_best(rows) for rows in ROWS},
        "step_over_roofline_1": step_over_limit(1),
        "step_over_roofline_64": step_over_limit(64),
        "cost_8_over_1": 8 * rate[OURS, 1] / rate[OURS, 8],
        "cost_64_over_1": 64 * rate[OURS, 1] / rate[OURS, 64],
    }


AIMS = {
    "ours_over_keras_predict_1": "at least 1,000",
    "ours_over_onestep_4": "at least 12",
    "ours_over_pytorch_4": "at least 4",
    "ours_over_pytorch_64": "at least 1.8",
    "ours_over_best_1": "at least 1.0",
    "ours_over_best_4": "at least 1.1",
    "ours_over_best_8": "at least 1.1",
    "ours_over_best_64": "at least 1.1",
    "step_over_roofline_1": "at most 1.8",
    "step_over_roofline_64": "at most 1.2",
    "cost_8_over_1": "at most 5",
    "cost_64_over_1": "at most 12",
}


def table(timings: Sequence[Timing], length: int) -> str:
    """Return characters per second as a Markdown table: median, and in brackets the slowest and the fastest."""
    lines = ["| characters per second | " + " | ".join(f"{rows} rows" for rows in ROWS) + " |"]
    lines += ["|---|" + "---|" * len(ROWS)]
    for name in dict.fromkeys(timing.rival.name for timing in timings):
        cells = {t.rows: f"{t.rate(length):,.0f} ({_range(t, length)})" for t in timings if t.rival.name == name}
        lines.append(f"| {name} | " + " | ".join(cells.get(rows, "as 1") for rows in ROWS) + " |")
    return "\n".join(lines)


def _range(timing: Timing, length: int) -> str:
    slowest, fastest = (timing.rows * length / pick(timing.seconds) for pick in (max, min))
    return f"{slowest:,.0f}–{fastest:,.0f}"


def sources(timings: Sequence[Timing]) -> Iterator[str]:
    """Return a line per contender: where it is documented, and its threads at each number of rows."""
    for rival in {timing.rival.key: timing.rival for timing in timings}.values():
        chosen = {timing.rows: timing.rival.threads for timing in timings if timing.rival.key == rival.key}
        threads = ", ".join(f"{count} at {rows}" for rows, count in chosen.items() if count is not None)
        yield f"- {rival.name}: as in {rival.source}; threads: {threads or 'its own'}"


def measured(model: Model, effort: Effort) -> dict[str, float | None]:
    """Let all contenders take turns; print the table, return the ratios."""
    weights = roofline.step_weights(model.network)
    limit = roofline.in_a_process(weights, effort.repeats)
    print(
        f"This machine reads {limit.bytes_per_second / 1e9:.0f} GB/s at the weights' size ({4 * weights / 1e6:.1f} MB) "
        f"and multiplies matrices at {limit.operations_per_second / 1e9:.0f} Gflop/s."
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.npz"
        Weights.of(model.network, model.sampler.vocabulary).save(path)
        with contending(path, effort) as timings:
            check_same_text(timings, effort.compared)
            take_turns(timings, effort)
    print(f"{caption()}; {effort.length} characters a text")
    print(table(timings, effort.length))
    print(*sources(timings), sep="\n")
    return figures(timings, limit, weights, effort)


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="less than a minute: to see that it works")
    parser.add_argument("--chart", type=Path, help="where to save how cost grows, as SVG (needs vl-convert-python)")
    arguments = parser.parse_args()
    effort = QUICK if arguments.quick else FULL
    model = load()
    ratios = measured(model, effort)
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
