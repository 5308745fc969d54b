"""What a class costs two replicas behind the balancer, beside two replicas of a page that only says hello.

Run ``python -m tests.benchmarks.classroom`` (about five minutes) on a machine that does nothing else; ``--quick`` takes
a minute and only shows that it works. 120 visitors act every 5 seconds on average, over Streamlit's own WebSocket,
through HAProxy. They run on the same machine. Printed is a table; the last line is JSON. A visitor who was lost is an
error.

A core's capacity is worked out from the CPU time of an action, that of the balancer counted: so many visitors who act
every 5 seconds keep seven tenths of a core busy. From that follow the cores for 10,000 visitors.
"""

import argparse
import asyncio
import json
import sys
from contextlib import AsyncExitStack
from math import ceil
from pathlib import Path
from random import Random

from tests.benchmarks.crowds import HELLO
from tests.benchmarks.spread import Figure, as_json, caption, percentile, say, table
from tests.benchmarks.visitor import Explorer, Visitor
from tests.benchmarks.visitors import Crowd, Load, connected, load
from tests.replicas import serving_replicas
from tests.serving import APP, page_of

REPLICAS = 2
FULL = Crowd(120, 60)
QUICK = Crowd(6, 5, gap=1, arrival=1)
BUSY = 0.7  # of a core, above which waits grow quickly
MANY = 10_000  # visitors


def visited(page: Path, kind: type[Visitor], crowd: Crowd) -> Load:
    """Return what a crowd costs replicas of a page, each of which has had a visitor before."""
    say(f"{crowd.visitors} visitors of {page.name} on {REPLICAS} replicas")

    async def visit() -> Load:
        async with AsyncExitStack() as stack:
            for number in range(REPLICAS):  # the balancer sends each to another replica
                visitor = kind(await connected(replicas.port), Random(number))
                stack.push_async_callback(visitor.leave)
                await visitor.open()
                await visitor.wait_for_the_model()
                await visitor.act()
            return await load(replicas, kind, crowd)

    with serving_replicas(page, replicas=REPLICAS) as replicas:
        return asyncio.run(visit())


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
    for name, cost in (("page", page), ("hello", hello)):
        visitors = per_core(cost.cpu_ms, crowd.gap)
        found += [
            Figure.high(f"{name}_wait_p95_ms", f"{name}: wait, 95th percentile, ms", cost.waits_ms),
            Figure.middle(f"{name}_wait_ms", f"{name}: wait, median, ms", cost.waits_ms),
            Figure.alone(f"{name}_cpu_ms", f"{name}: CPU an action, balancer counted, ms", cost.cpu_ms),
            Figure.alone(f"{name}_visitors_per_core", f"{name}: visitors a core", visitors),
            Figure.alone(f"{name}_cores_for_{MANY}", f"{name}: cores for {MANY:,} visitors", ceil(MANY / visitors)),
            Figure.alone(f"{name}_lost", f"{name}: visitors lost", len(cost.losses), "0"),
        ]
    ratio = percentile(page.waits_ms, 0.95) / percentile(hello.waits_ms, 0.95)
    return [*found, Figure.alone("wait_p95_over_hello", "95th percentile of the wait over hello's", ratio, "≤ 1.5")]


def main() -> None:
    """Measure, print a table, then one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a minute: to see that it works")
    crowd = QUICK if parser.parse_args().quick else FULL
    with page_of(HELLO) as hello:
        floor, page = visited(hello, Visitor, crowd), visited(APP, Explorer, crowd)
    measured = figures(page, floor, crowd)
    print(table(measured))
    print(caption())
    print(json.dumps(as_json(measured)))
    if lost := page.losses + floor.losses:
        sys.exit(f"lost: {lost}")


if __name__ == "__main__":
    main()
