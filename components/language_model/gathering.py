"""Requests that wait for a core are answered together. Needs no Keras.

Rows of one product read the weights once. So where more visitors ask than there are cores, what has gathered in
the meantime is one batch, and costs little more than one of them would.
"""

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from threading import Lock, Semaphore
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class _Request(NamedTuple, Generic[Item, Result]):
    items: Sequence[Item]
    kind: Hashable
    results: "Future[list[Result]]"


class Gathering(Generic[Item, Result]):
    """Answers requests from many threads: at most so many at once, and those that wait together.

    Parameters
    ----------
    answer : callable
        Is given items of one kind and returns a result for each, in their order.
    most : int
        How many items it is given at once, unless a single request has more.
    cores : int
        How many threads answer at once, 1 or more.

    Examples
    --------
    >>> squares = Gathering(lambda numbers: [number**2 for number in numbers], most=16, cores=2)
    >>> squares.ask([1, 2, 3], kind="whole")
    [1, 4, 9]
    """

    def __init__(self, answer: Callable[[Sequence[Item]], list[Result]], most: int, cores: int) -> None:
        self._answer, self._most = answer, most
        self._cores, self._lock = Semaphore(cores), Lock()
        self._waiting: deque[_Request[Item, Result]] = deque()

    def ask(self, items: Sequence[Item], kind: Hashable) -> list[Result]:
        """Return the results of some items; only items of the same kind are answered together.

        An error of `answer` is raised for everybody whose items it was given.
        """
        request = _Request(items, kind, Future[list[Result]]())
        with self._lock:
            self._waiting.append(request)
        # Every request brings a thread that answers the oldest, its own or not. So nobody is left waiting.
        with self._cores:
            self._answer_oldest()
        return request.results.result()

    def _answer_oldest(self) -> None:
        batch = self._take()
        if not batch:
            return  # somebody answered all of them meanwhile
        try:
            results = iter(self._answer([item for request in batch for item in request.items]))
        except BaseException as error:
            for request in batch:
                request.results.set_exception(error)
            if not isinstance(error, Exception):
                raise
            return
        for request in batch:
            request.results.set_result([next(results) for _ in request.items])

    def _take(self) -> list[_Request[Item, Result]]:
        """Take the oldest request from those that wait, and of the others as many as can go with it."""
        batch: list[_Request[Item, Result]] = []
        with self._lock:
            others = deque[_Request[Item, Result]]()
            room = self._most
            for request in self._waiting:
                if not batch or (request.kind == batch[0].kind and len(request.items) <= room):
                    batch.append(request)
                    room -= len(request.items)
                else:
                    others.append(request)
            self._waiting = others
        return batch
