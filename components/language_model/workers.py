"""Threads that share the pieces of one call: as many at once as there are cores. Needs no Keras.

Whoever calls works along. So a call ends also where all other threads are busy, and with one core there are
no other threads.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache, partial
from threading import Lock, get_native_id
from typing import TypeVar

Result = TypeVar("Result")


class Workers:
    """Threads for pieces of work that run outside of Python, such as compiled loops.

    Parameters
    ----------
    cores : int
        How many pieces run at once, 1 or more.
    nice : int, optional
        The priority of the threads, as the operating system counts it; by default that of the process.

    Examples
    --------
    >>> Workers(2).run([partial(pow, 2, power) for power in range(5)])
    [1, 2, 4, 8, 16]
    """

    def __init__(self, cores: int, nice: int | None = None) -> None:
        self.cores = cores
        self._lock, self._working = Lock(), 0
        self._helpers = ThreadPoolExecutor(max(1, cores - 1), "worker", initializer=partial(set_priority, nice))

    @property
    def free(self) -> int:
        """How many pieces of a call that begins now would run at once, at least 1."""
        return max(1, self.cores - self._working)

    def run(self, pieces: Sequence[Callable[[], Result]]) -> list[Result]:
        """Do all pieces, in this thread and in those that are free; an error of one of them is raised here.

        Returns
        -------
        list
            What each piece returned, in their order.
        """
        waiting, results = iter(enumerate(pieces)), dict[int, Result]()

        def work() -> None:
            with self._counted():
                while True:
                    with self._lock:
                        place, piece = next(waiting, (-1, None))
                    if piece is None:
                        return
                    results[place] = piece()

        helpers = [self._helpers.submit(work) for _ in range(min(self.cores, len(pieces)) - 1)]
        try:
            work()
        finally:
            begun = [helper for helper in helpers if not helper.cancel()]
        for helper in begun:
            helper.result()
        return [results[place] for place in range(len(pieces))]

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._working += 1
        try:
            yield
        finally:
            with self._lock:
                self._working -= 1


def workers() -> Workers:
    """Return the threads that serve the calling one: of its priority, shared by all of that priority."""
    return _of_priority(_priority())


@cache
def _of_priority(nice: int | None) -> Workers:
    return Workers(cores(), nice)


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Linux alone has it
        return os.cpu_count() or 1


def _priority() -> int | None:
    try:
        return os.getpriority(os.PRIO_PROCESS, get_native_id())
    except (AttributeError, OSError):  # a thread has a priority of its own on Linux alone
        return None


def set_priority(nice: int | None) -> None:
    """Set the priority of the calling thread, as the operating system counts it; only Linux has one for each."""
    if nice is not None:
        with suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), nice)
