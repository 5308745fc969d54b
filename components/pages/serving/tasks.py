"""Work in the background: a task reports its progress, can be stopped, and runs in its turn at a low priority.

Work is a plain function that is handed `report(done, of)` and calls it after every short piece. Where nobody waits for
the result any more, that call raises `GoneError`, which ends the work: whoever leaves the page takes the task along.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count
from threading import Event, Lock, Thread, main_thread
from typing import Any, Generic, Literal, Protocol, TypeVar

import streamlit as st

from components.language_model import machine
from components.language_model.workers import set_priority

Result = TypeVar("Result")
State = Literal["queued", "running", "done", "stopped", "failed"]

PATIENCE = 150.0  # seconds that a task runs on unseen: a browser lets a hidden page look once a minute
_LOW = 10  # the priority of the work, as the system counts it: it still gets some time
_HOARDED = 0.5  # seconds that a task keeps memory which it does not use


class GoneError(Exception):
    """Nobody waits for the work any more."""


class Report(Protocol):
    """Note how much is done, and optionally the results so far; raise `GoneError` where nobody waits for the rest."""

    def __call__(self, done: int, of: int, results: Any = None, /) -> None:
        """Note it."""


@dataclass(frozen=True)
class Progress:
    """How far a task is.

    Attributes
    ----------
    done, of : int
        Pieces that are done, and all of them.
    results : object or None
        What the work has found so far, where it hands that over.
    """

    done: int
    of: int
    results: Any = None


class Task(Generic[Result]):
    """Work that runs once, behind the page.

    Parameters
    ----------
    work : callable
        Is handed a `Report`; runs in another thread.
    watched : bool, optional
        Whether it ends when nobody has looked at it for `PATIENCE`.

    Attributes
    ----------
    future : Future
        The result, or the error.
    progress : Progress or None
        The latest report.
    number : int
        Its own, from 1; given by its queue.
    """

    def __init__(self, work: Callable[[Report], Result], *, watched: bool = True) -> None:
        self.future: Future[Result] = Future()
        self.progress: Progress | None = None
        self.number = 0
        self.looked = time.monotonic() if watched else math.inf
        self._work, self._stop, self._gave_back = work, Event(), -math.inf

    @property
    def state(self) -> State:
        """How it stands."""
        if not self.future.done():
            return "running" if self.future.running() else "queued"
        if self.future.cancelled() or isinstance(self.future.exception(), GoneError):
            return "stopped"
        return "done" if self.future.exception() is None else "failed"

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.future.done()

    @property
    def result(self) -> Result | None:
        """The result; None until it is there, and where it never will be."""
        return self.future.result() if self.state == "done" else None

    @property
    def error(self) -> BaseException | None:
        """What the work raised, where it failed."""
        return self.future.exception() if self.state == "failed" else None

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it, and the server still runs."""
        # A thread that works on would keep the server from ending.
        return not self._stop.is_set() and time.monotonic() - self.looked <= PATIENCE and main_thread().is_alive()

    def look(self) -> None:
        """Note that somebody still looks at it."""
        self.looked = time.monotonic()

    def stop(self) -> None:
        """Let it end at its next report; what was reported stays."""
        self._stop.set()
        self.future.cancel()

    def run(self) -> None:
        """Do all of the work, in the thread that calls this."""
        if not self.wanted:
            self.future.cancel()
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self._work(self._report)
        except BaseException as error:  # handed to whoever asks for the result
            # Without its traceback, which would keep all that the work had at hand.
            self.future.set_exception(error.with_traceback(None))
        else:
            self.future.set_result(result)
        machine.give_back_memory()

    def _report(self, done: int, of: int, results: Any = None, /) -> None:
        if time.monotonic() > self._gave_back + _HOARDED:
            machine.give_back_memory()
            self._gave_back = time.monotonic()
        self.progress = Progress(done, of, results)
        if not self.wanted:
            raise GoneError


class Queue:
    """Tasks of all visitors, of which one runs at a time, in the order of asking."""

    def __init__(self) -> None:
        self._numbers, self._lock = count(1), Lock()
        self._tasks: deque[Task[Any]] = deque()  # the first is the one that runs
        self._works = False

    def put(self, task: Task[Any]) -> None:
        """Let a task run when those before it are over."""
        with self._lock:
            task.number = next(self._numbers)
            self._tasks.append(task)
            if not self._works:
                self._works = True
                Thread(target=self._work, name="tasks").start()

    def before(self, task: Task[Any]) -> int:
        """Return the number of tasks that are still to end before a queued one begins."""
        with self._lock:
            tasks = list(self._tasks)
        return sum(other.wanted and not other.over for other in tasks[: tasks.index(task)]) if task in tasks else 0

    def _work(self) -> None:
        set_priority(_LOW)
        while True:
            with self._lock:
                if not self._tasks:
                    self._works = False
                    return
                task = self._tasks[0]
            task.run()
            with self._lock:
                self._tasks.popleft()


@st.cache_resource(show_spinner=False)
def queue() -> Queue:
    """Return the one queue for the long work of all visitors."""
    return Queue()
