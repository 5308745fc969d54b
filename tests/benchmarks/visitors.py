"""Many visitors at once: what they cost, and how long they wait.

Visitors (see `visitor`) draw nothing. They run in this one process, on the machine that also serves
them.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import Any, TypeVar

from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.visitor import PATIENCE, LostError, Visitor
from tests.serving import Service

Result = TypeVar("Result")

PARTS = 10  # of all actions in their order, to see how their cost varies
WARM_UP = 6  # actions of the visitor who came before


@dataclass(frozen=True)
class Crowd:
    """How many visit a page, and how.

    Attributes
    ----------
    visitors : int
        They all stay until the end.
    seconds : float
        How long they act, once all have opened the page.
    gap : float
        Seconds between two actions of a visitor, on average; drawn anew every time (exponentially).
    arrival : float
        Seconds within which they arrive.
    """

    visitors: int
    seconds: float
    gap: float = 5
    arrival: float = 10


@dataclass(frozen=True)
class Load:
    """What a crowd cost.

    Attributes
    ----------
    openings_ms, waits_ms : tuple of float
        From a request to the successful end of its run: the page's first run, and one for each action.
    cpu_ms : float
        The server's CPU time per action, by all threads, while the crowd acted.
    parts_cpu_ms : tuple of float
        The same for the first tenth of the actions, the second, and so on.
    new : float
        The share of actions that asked for what nobody had asked for before; other answers are shared.
    memory_mb : float
        Resident memory of the server at the end, over that with one visitor, per further visitor.
    losses : tuple of str
        Why visitors were lost, one each.
    """

    openings_ms: tuple[float, ...]
    waits_ms: tuple[float, ...]
    cpu_ms: float
    parts_cpu_ms: tuple[float, ...]
    new: float
    memory_mb: float
    losses: tuple[str, ...]


@dataclass(frozen=True)
class Action:
    """Something that a visitor did, and had an answer to; `cpu_ms` is what the server had used by then."""

    wait_ms: float
    scene: tuple[str, ...]
    cpu_ms: float


async def load(server: Service, kind: type[Visitor], crowd: Crowd) -> Load:
    """Put a crowd on a server that was just started; one visitor is there before and stays.

    Parameters
    ----------
    server : Service
        The page; it sees no other visitors.
    kind : type of Visitor
        What they do there.
    crowd : Crowd
        How many, and for how long.
    """
    first = kind(await connected(server.port), Random(0))
    everybody = [first]
    try:
        await first.open()
        await first.wait_for_the_model()
        known = {first.scene}
        for _ in range(WARM_UP):
            await first.act()
            known.add(first.scene)
        memory = server.resident_mb()
        arrivals = await _together([_arrive(server, kind, number + 1, crowd) for number in range(crowd.visitors)])
        there = [arrival for arrival in arrivals if not isinstance(arrival, BaseException)]
        everybody += [visitor for visitor, _ in there]
        begun = _cpu_ms(server)
        actions, losses = await _acting(server, [visitor for visitor, _ in there], crowd)
        used = [begun, *(action.cpu_ms for action in actions)]
        return Load(
            openings_ms=tuple(opening for _, opening in there),
            waits_ms=tuple(action.wait_ms for action in actions),
            cpu_ms=(used[-1] - begun) / len(actions),
            parts_cpu_ms=tuple(per_action(used, PARTS)),
            new=len({action.scene for action in actions} - known) / len(actions),
            memory_mb=(server.resident_mb() - memory) / crowd.visitors,
            losses=tuple(losses + [repr(arrival) for arrival in arrivals if isinstance(arrival, BaseException)]),
        )
    finally:
        await asyncio.gather(*(visitor.leave() for visitor in everybody), return_exceptions=True)


async def cost(server: Service, act: Callable[[], Awaitable[float]], times: int) -> float:
    """Return the server's CPU time, in milliseconds, for one thing that a visitor does.

    Parameters
    ----------
    server : Service
        The page; it sees no other visitors.
    act : callable
        Does it.
    times : int
        How often it is done, after once that does not count.
    """
    await act()
    begun = _cpu_ms(server)
    for _ in range(times):
        await act()
    return (_cpu_ms(server) - begun) / times


def beside(visit: Coroutine[None, None, Result]) -> Result:
    """Return what a visit ends with, made in a thread of its own.

    A browser that this process drives has its loop in the first one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, visit).result()


async def connected(port: int, *, replica: str = "") -> ClientConnection:
    """Return a connection like a browser's, with no limit on a message's size and no pings of its own.

    Parameters
    ----------
    port : int
        On 127.0.0.1.
    replica : str, optional
        The one that the visitor belongs to, where there are several.
    """
    return await connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers={"Cookie": f"replica={replica}"} if replica else {},
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
        proxy=None,
    )


async def _arrive(server: Service, kind: type[Visitor], number: int, crowd: Crowd) -> tuple[Visitor, float]:
    await asyncio.sleep(crowd.arrival * (number - 1) / crowd.visitors)
    visitor = kind(await connected(server.port), Random(number))
    try:
        return visitor, await visitor.open()
    except BaseException:
        await visitor.leave()
        raise


async def _acting(server: Service, visitors: Sequence[Visitor], crowd: Crowd) -> tuple[list[Action], list[str]]:
    """Let everybody act; give all that they did, and why visitors were lost."""
    actions: list[Action] = []
    end = perf_counter() + crowd.seconds
    ends = await _together([_act_until(end, server, visitor, crowd.gap, actions) for visitor in visitors])
    losses = [repr(result) for result in ends if isinstance(result, BaseException)]
    if not actions:
        raise LostError(f"nobody had an answer within {crowd.seconds} seconds: {losses}")
    return actions, losses


def per_action(used: Sequence[float], parts: int) -> list[float]:
    """Return what an action cost on average, part by part.

    Parameters
    ----------
    used : sequence of float
        What had been used at the begin, and after each action.
    parts : int
        How many parts there may be; each holds an action at least.

    Examples
    --------
    >>> per_action([0, 1, 2, 5, 8], 2)
    [1.0, 3.0]
    """
    parts = min(parts, len(used) - 1)
    bounds = [part * (len(used) - 1) // parts for part in range(parts + 1)]
    return [(used[end] - used[start]) / (end - start) for start, end in pairwise(bounds)]


def _cpu_ms(server: Service) -> float:
    return 1000 * server.cpu_seconds()


async def _act_until(end: float, server: Service, visitor: Visitor, gap: float, actions: list[Action]) -> None:
    while True:
        pause = visitor.random.expovariate(1 / gap)
        if perf_counter() + pause > end:
            await asyncio.sleep(max(0, end - perf_counter()))
            return
        await asyncio.sleep(pause)
        wait = await visitor.act()
        actions.append(Action(wait, visitor.scene, _cpu_ms(server)))


async def _together(tasks: Sequence[Any]) -> list[Any]:
    return list(await asyncio.gather(*tasks, return_exceptions=True))
