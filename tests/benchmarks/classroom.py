"""What a class costs two replicas behind the balancer, beside two replicas of a page that only says hello.

Run ``python -m tests.benchmarks.classroom`` (about three minutes) on a machine that does nothing else; ``--quick``
takes a minute and only shows that it works. 120 visitors (``--visitors`` for others) act every 5 seconds on average,
over Streamlit's own WebSocket, through HAProxy. They run on the same machine. Printed is a table; the last line is
JSON. A visitor who was lost is an error.

Before the crowd comes, one visitor does each thing alone: what it costs is printed too. A drag is what a hand at the
slider costs in a scene that nobody had before: the slider's texts, and where it rests in the end.

A core's capacity is worked out from the CPU time of an action, that of the balancer counted: so many visitors who act
every 5 seconds keep seven tenths of a core busy. From that follow the cores for 10,000 visitors.
"""

import argparse
import asyncio
import json
import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from math import ceil
from pathlib import Path
from random import Random

from tests.benchmarks.crowds import HELLO
from tests.benchmarks.spread import Figure, as_json, caption, percentile, say, table
from tests.benchmarks.visitor import Explorer, Visitor
from tests.benchmarks.visitors import Crowd, Load, connected, cost, load
from tests.replicas import serving_replicas
from tests.serving import APP, Service, page_of

REPLICAS = 2
FULL = Crowd(120, 60)
QUICK = Crowd(6, 5, gap=1, arrival=1)
BUSY = 0.7  # of a core, above which waits grow quickly
MANY = 10_000  # visitors


def visited(page: Path, kind: type[Visitor], crowd: Crowd, times: int) -> tuple[Load, list[Figure]]:
    """Return what a crowd costs replicas of a page, and what each thing costs alone that its visitors do."""
    say(f"{crowd.visitors} visitors of {page.name} on {REPLICAS} replicas")

    async def visit() -> tuple[Load, list[Figure]]:
        async with AsyncExitStack() as stack:
            for number in range(REPLICAS):  # the balancer sends each to another replica
                visitor = kind(await connected(replicas.port), Random(number))
                stack.push_async_callback(visitor.leave)
                await visitor.open()
                await visitor.wait_for_the_model()
                await visitor.act()
            alone = await by_kind(replicas, visitor, times) if isinstance(visitor, Explorer) else []
            return await load(replicas, kind, crowd), alone

    with serving_replicas(page, replicas=REPLICAS) as replicas:
        return asyncio.run(visit())


async def by_kind(server: Service, visitor: Explorer, times: int) -> list[Figure]:
    """Return what each thing costs that a visitor can do, when nobody else does anything."""

    async def drag_anew() -> float:
        await visitor.reseed()
        return await visitor.drag()

    typed, reseeded, dragged, released = [  # the slider is released where its texts are there
        await cost(server, act, times) for act in (visitor.type, visitor.reseed, drag_anew, visitor.rest)
    ]
    return [
        Figure.alone(f"page_{key}_cpu_ms", f"page: CPU of {what}, alone, ms", milliseconds)
        for key, what, milliseconds in (
            ("typed", "a typed character", typed),
            ("reseeded", "another seed", reseeded),
            ("dragged", "a first drag in a scene", dragged - reseeded),
            ("released", "a further release of the slider", released),
        )
    ]


def per_core(cpu_ms: float, gap: float) -> float:
    """Return how many visitors keep `BUSY` of a core busy.

    Parameters
    ----------
    cpu_ms : float
        The CPU time of an action, in milliseconds.
    gap : float
        Seconds between two actions of a visitor.

    Examples
    --------
    >>> per_core(35.0, 5.0)
    100.0
    """
    return BUSY * 1000 * gap / cpu_ms


def figures(page: Load, hello: Load, crowd: Crowd) -> list[Figure]:
    """Return how long visitors of both pages wait, what they cost, and what follows for many of them."""
    found = []
    for name, load_of in (("page", page), ("hello", hello)):
        visitors = per_core(load_of.cpu_ms, crowd.gap)
        found += [
            Figure.high(f"{name}_wait_p95_ms", f"{name}: wait, 95th percentile, ms", load_of.waits_ms),
            Figure.middle(f"{name}_wait_ms", f"{name}: wait, median, ms", load_of.waits_ms),
            Figure.alone(f"{name}_cpu_ms", f"{name}: CPU an action, balancer counted, ms", load_of.cpu_ms),
            Figure.alone(f"{name}_visitors_per_core", f"{name}: visitors a core", visitors),
            Figure.alone(f"{name}_cores_for_{MANY}", f"{name}: cores for {MANY:,} visitors", ceil(MANY / visitors)),
            Figure.alone(f"{name}_lost", f"{name}: visitors lost", len(load_of.losses), "0"),
        ]
    ratio = percentile(page.waits_ms, 0.95) / percentile(hello.waits_ms, 0.95)
    return [*found, Figure.alone("wait_p95_over_hello", "95th percentile of the wait over hello's", ratio, "≤ 1.5")]


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a minute: to see that it works")
    parser.add_argument("--visitors", type=int, default=FULL.visitors)
    given = parser.parse_args()
    crowd, times = (QUICK, 1) if given.quick else (replace(FULL, visitors=given.visitors), 12)
    with page_of(HELLO) as hello:
        floor, _ = visited(hello, Visitor, crowd, times)
    page, alone = visited(APP, Explorer, crowd, times)
    measured = [*alone, *figures(page, floor, crowd)]
    print(table(measured))
    print(caption())
    print(json.dumps(as_json(measured)))
    if lost := page.losses + floor.losses:
        sys.exit(f"lost: {lost}")


if __name__ == "__main__":
    main()
