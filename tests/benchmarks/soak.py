"""Whether a server that is visited for long stands where it stood: its memory, and its threads.

Run ``python -m tests.benchmarks.soak`` (35 minutes); ``--quick`` takes half a minute and only shows that it
works. Visitors act every 5 seconds on average, on a prompt or with a seed that nobody had before. Memory and threads
are read every few seconds; printed are the medians of the minutes around the fifth and of the last ones. The
last line is JSON. A visitor who was lost is an error.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.spread import Figure, as_json, caption, table
from tests.benchmarks.visitor import Explorer
from tests.benchmarks.visitors import Crowd, Load, load
from tests.serving import Server, serving


@dataclass(frozen=True)
class Soak:
    """Who visits for how long, and when the server is compared with itself, in seconds."""

    crowd: Crowd
    first: float  # the middle of the first median, since the crowd began to act
    span: float  # over how long each of the two medians is taken
    interval: float


FULL = Soak(Crowd(20, 30 * 60), first=5 * 60, span=2 * 60, interval=5)
QUICK = Soak(Crowd(4, 12, gap=1, arrival=0.5), first=2, span=3, interval=0.5)


@dataclass(frozen=True)
class Reading:
    """The server at a moment, in seconds since the watch began."""

    at: float
    resident_mb: float
    threads: int


async def watch(server: Server, readings: list[Reading], interval: float) -> None:
    """Read the server every so many seconds, until it is cancelled."""
    begun = time.monotonic()
    while True:
        readings.append(Reading(time.monotonic() - begun, server.resident_mb(), server.threads()))
        await asyncio.sleep(interval)


async def visited(server: Server, soak: Soak) -> tuple[Load, list[Reading]]:
    """Let the crowd visit a server, and return what it cost with what was read meanwhile."""
    readings: list[Reading] = []
    watching = asyncio.create_task(watch(server, readings, soak.interval))
    try:
        return await load(server, Explorer, soak.crowd), readings
    finally:
        watching.cancel()


def compared(readings: Sequence[Reading], first: float, span: float) -> list[Figure]:
    """Return memory and threads around a first moment and at the end, and by how much they grew.

    Parameters
    ----------
    readings : sequence of Reading
        In the order of their times.
    first, span : float
        The middle of the first stretch that is compared, and the length of each, in seconds.

    Examples
    --------
    >>> readings = [Reading(at, 800.0 + at, 30) for at in range(100)]
    >>> [figure.value for figure in compared(readings, first=20, span=10)]
    [820.0, 894.0, 74.0, 30, 30, 0]
    """
    early = [reading for reading in readings if abs(reading.at - first) <= span / 2]
    late = [reading for reading in readings if reading.at >= readings[-1].at - span]
    figures = []
    for key, what, values in (
        ("resident_mb", "memory, MB", [[reading.resident_mb for reading in part] for part in (early, late)]),
        ("threads", "threads", [[reading.threads for reading in part] for part in (early, late)]),
    ):
        figures += [
            Figure.middle(f"{key}_early", f"{what}, early", values[0]),
            Figure.middle(f"{key}_late", f"{what}, at the end", values[1]),
            Figure.alone(f"{key}_grown", f"{what}, grown", median(values[1]) - median(values[0]), "0"),
        ]
    return figures


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="half a minute: to see that it works")
    soak = QUICK if parser.parse_args().quick else FULL
    with serving() as server:
        found, readings = asyncio.run(visited(server, soak))
    began = readings[-1].at - soak.crowd.seconds  # before that the model was loaded, and the crowd came
    figures = [
        *compared(readings, began + soak.first, soak.span),
        Figure.alone("actions", "actions", len(found.waits_ms)),
        Figure.alone("lost", "visitors lost", len(found.losses), "0"),
    ]
    print(table(figures))
    print(caption())
    print(json.dumps(as_json(figures)))
    if found.losses:
        sys.exit(f"lost: {found.losses}")


if __name__ == "__main__":
    main()
