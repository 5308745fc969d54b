"""What crowds of visitors cost the page, beside a page that only says hello, and beside the sampling alone."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

from components.language_model.scene import Setting
from tests.benchmarks.spread import Figure, say
from tests.benchmarks.visitor import Explorer, Visitor
from tests.benchmarks.visitors import Crowd, Load, load
from tests.serving import APP, Server, page_of, serving

HELLO = 'import streamlit as st; st.write("hello")\n'


def with_visitors(crowds: Sequence[Crowd], tries: int, server: Server | None = None) -> Iterator[list[Figure]]:
    """Measure what visitors cost, and yield the figures of the sampling alone, then those of each crowd.

    Parameters
    ----------
    crowds : sequence of Crowd
        One after the other.
    tries : int
        How often the sampling alone is measured.
    server : Server, optional
        The page, where it runs already; by default each crowd has one of its own.
    """
    sampling = _sampling(tries)
    yield [sampling]
    with page_of(HELLO) as hello:
        for crowd in crowds:
            page, floor = _visited(APP, Explorer, crowd, server), _visited(hello, Visitor, crowd)
            beyond = _beyond_sampling(page, floor, sampling.value, crowd)
            yield [
                *_of_load("page", page, crowd),
                *_of_load("hello", floor, crowd),
                _over_hello(page, floor, crowd),
                beyond,
            ]


def _visited(script: Path, kind: type[Visitor], crowd: Crowd, running: Server | None = None) -> Load:
    say(f"{_people(crowd)} of {script.name}")
    with nullcontext(running) if running else serving(script) as server:
        found = asyncio.run(load(server, kind, crowd))
    for loss in found.losses:
        print(f"Lost, of {_people(crowd)} of {script.name}: {loss}")
    return found


def _over_hello(page: Load, floor: Load, crowd: Crowd) -> Figure:
    key = f"cpu_over_hello_{crowd.visitors}_visitors"
    return Figure.alone(key, f"{_people(crowd)}: CPU over hello's, all counted", page.cpu_ms / floor.cpu_ms, "≤ 2")


def _beyond_sampling(page: Load, floor: Load, sampling_ms: float, crowd: Crowd) -> Figure:
    return Figure.alone(
        f"cpu_beyond_sampling_over_hello_{crowd.visitors}_visitors",
        f"{_people(crowd)}: CPU beyond sampling over hello's ({page.new:.0%} of actions sample)",
        (page.cpu_ms - page.new * sampling_ms) / floor.cpu_ms,
        "≤ 1.5",
    )


def _of_load(name: str, found: Load, crowd: Crowd) -> list[Figure]:
    ours, waits, parts = name == "page", found.waits_ms, found.parts_cpu_ms

    def aim(text: str, visitors: int = crowd.visitors) -> str:
        return text if ours and visitors == crowd.visitors else ""

    def named(key: str, what: str) -> tuple[str, str]:
        return f"{name}_{crowd.visitors}_visitors_{key}", f"{_people(crowd)}, {name}: {what}"

    figures = [
        Figure(*named("cpu_per_action_ms", "CPU per action, ms"), found.cpu_ms, min(parts), max(parts), len(waits)),
        Figure.middle(*named("wait_p50_ms", "median wait, ms"), waits),
        Figure.high(
            *named("wait_p95_ms", "95th percentile of waits, ms"), waits, aim("< 500", 30) or aim("< 1,000", 60)
        ),
        Figure.high(*named("opening_p95_ms", "95th percentile of openings, ms"), found.openings_ms),
        Figure.alone(*named("lost", "visitors lost"), len(found.losses), aim("0", 60)),
    ]
    if crowd.visitors > 1:
        further = named("memory_per_further_visitor_mb", "memory per further visitor, MB")
        figures.append(Figure.alone(*further, found.memory_mb, aim("≤ 1")))
    return figures


def _sampling(tries: int) -> Figure:
    say("the sampling alone")
    # In a process of its own, as a server's is: TensorFlow stays out of this one.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        milliseconds = pool.submit(sampling_cpu_ms, tries).result()
    return Figure.middle("sampling_cpu_ms", "reading a prompt and writing 4 texts: CPU, ms", milliseconds)


def sampling_cpu_ms(tries: int) -> list[float]:
    """Return the CPU time that the model alone takes for what the page shows at first sight."""
    from components.language_model.loading import load as load_model
    from components.language_model.loading import prepare_to_serve

    prepare_to_serve()
    sampler, setting = load_model().sampler, Setting()

    def write(seed: int) -> float:
        begun = time.process_time()
        sampler.sample(setting.prompt, setting.temperatures, setting.length, seed)
        return 1000 * (time.process_time() - begun)

    write(0)  # compiles
    return [write(1 + turn) for turn in range(tries)]


def _people(crowd: Crowd) -> str:
    return "1 visitor" if crowd.visitors == 1 else f"{crowd.visitors} visitors"
