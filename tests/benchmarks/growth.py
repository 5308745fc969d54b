"""How the cost of writing grows: with length, prompt, vocabulary and the number of temperatures."""

import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import altair as alt
import keras

from components.language_model.loading import Model
from components.language_model.network import network
from components.language_model.recipe import Recipe
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary

LENGTHS = (50, 200, 1_000, 5_000, 10_000)
PROMPTS = (1, 20, 200, 1_000, 2_000)
VOCABULARIES = (65, 256, 4_096)
TEMPERATURES = (1, 4, 16, 64, 256)
TITLES = {
    "length": "characters written at one temperature",
    "prompt": "characters read of a prompt",
    "temperatures": "temperatures, 200 characters each",
    "vocabulary": "characters known, 4 × 200 written",
}
QUICK = 1  # size of each that `--quick` takes


@dataclass(frozen=True)
class Point:
    """Seconds at one size; memory is the process's peak so far."""

    what: str
    size: int
    seconds: float
    fastest: float
    slowest: float
    peak_mb: float


def measure(model: Model, *, quick: bool) -> list[Point]:
    """Measure all four."""
    sampler, repeats = model.sampler, 2 if quick else 5
    some = slice(QUICK) if quick else slice(None)
    prompt = "First Citizen:\n"
    text = (prompt * 200)[: max(PROMPTS)]
    points = [
        _timed("length", size, repeats, lambda n=size: sampler.sample(prompt, [1.0], n, seed=1))
        for size in LENGTHS[some]
    ]
    points += [_timed("prompt", size, repeats, lambda n=size: sampler.read(text[:n])) for size in PROMPTS[some]]
    points += [
        _timed("temperatures", size, repeats, lambda n=size: sampler.sample(prompt, [1.0] * n, 200, seed=1))
        for size in TEMPERATURES[some]
    ]
    for size in VOCABULARIES[some]:
        random = _random_sampler(size)
        first = random.vocabulary.characters[0]
        points.append(
            _timed("vocabulary", size, repeats, lambda r=random, f=first: r.sample(f, [1.0] * 4, 200, seed=1))
        )
    return points


def _random_sampler(size: int) -> Sampler:
    """Return a network of the shipped size on random weights, with another vocabulary."""
    keras.utils.set_random_seed(1)
    return Sampler(network(Recipe(), size), Vocabulary(tuple(map(chr, range(0x4E00, 0x4E00 + size)))))


def _timed(what: str, size: int, repeats: int, job: Callable[[], Any]) -> Point:
    job()
    taken = []
    for _ in range(repeats):
        began = time.perf_counter()
        job()
        taken.append(time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Point(what, size, median(taken), min(taken), max(taken), peak)


def table(points: Sequence[Point]) -> str:
    """Return the points as a Markdown table."""
    lines = ["| grows | size | ms | fastest–slowest | peak memory, MB |", "|---|---|---|---|---|"]
    for point in points:
        span = f"{1000 * point.fastest:,.1f}–{1000 * point.slowest:,.1f}"
        lines.append(f"| {point.what} | {point.size:,} | {1000 * point.seconds:,.1f} | {span} | {point.peak_mb:,.0f} |")
    return "\n".join(lines)


def chart(points: Sequence[Point], caption: str) -> alt.VConcatChart:
    """Draw milliseconds against size, both on logarithmic axes; a bar spans the fastest and the slowest try."""
    return (
        alt.vconcat(
            alt.hconcat(*(_panel(points, what) for what in ("length", "prompt"))),
            alt.hconcat(*(_panel(points, what) for what in ("temperatures", "vocabulary"))),
        )
        .properties(title=alt.TitleParams(caption, anchor="start", fontSize=12, fontWeight="normal"))
        .configure(background="white")
    )


def _panel(points: Sequence[Point], what: str) -> alt.LayerChart:
    rows = [
        {"size": point.size, "ms": 1000 * point.seconds, "least": 1000 * point.fastest, "most": 1000 * point.slowest}
        for point in points
        if point.what == what
    ]
    sizes = [row["size"] for row in rows]
    x = alt.X("size:Q", scale=alt.Scale(type="log"), title=TITLES[what], axis=alt.Axis(values=sizes, format=",d"))
    y = alt.Y("ms:Q", scale=alt.Scale(type="log"), title="milliseconds")
    base = alt.Chart(alt.InlineData(rows)).encode(x=x)
    spread = base.mark_rule(strokeWidth=2, opacity=0.5).encode(y=alt.Y("least:Q", title="milliseconds"), y2="most:Q")
    line = base.mark_line(point=True).encode(y=y)
    return (spread + line).properties(width=300, height=180)


def as_json(points: Sequence[Point]) -> dict[str, dict[int, float]]:
    """Return seconds by what grows and by size."""
    found: dict[str, dict[int, float]] = {}
    for point in points:
        found.setdefault(point.what, {})[point.size] = round(point.seconds, 5)
    return found
