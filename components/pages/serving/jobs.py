"""Long work of one visitor that nobody else waits for: one piece of work at a time, in the order of asking.

A job is a generator that yields after every short piece. It runs in one thread of low priority; between two
pieces it can be stopped. Whoever leaves the page takes the job along: a job that nobody has looked at for a
while is dropped.
"""

import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock, Thread, main_thread
from typing import Any, Generic, Literal, TypeVar

import streamlit as st

from components.pages.serving.background import let_others_first

Seen = TypeVar("Seen")
State = Literal["queued", "running", "done", "stopped", "failed"]

PATIENCE = 150.0  # seconds without anybody looking: a browser lets a hidden page look once a minute


@dataclass(eq=False)
class Job(Generic[Seen]):
    """A visitor's long work.

    Attributes
    ----------
    make : callable
        Gives the generator; called in the job's own thread.
    state : {"queued", "running", "done", "stopped", "failed"}
        How it stands.
    latest : object or None
        What the generator yielded last.
    result : object or None
        What it returned.
    error : Exception or None
        What went wrong.
    number : int
        Its own, from 1; given by the queue.
    """

    make: Callable[[], Generator[Seen, None, Any]]
    state: State = "queued"
    latest: Seen | None = None
    result: Any = None
    error: Exception | None = None
    number: int = 0
    looked: float = field(default_factory=time.monotonic)
    _stop: Event = field(default_factory=Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "stopped", "failed")

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it, and the page still runs."""
        # A thread that works on would keep the page from ending.
        return not self._stop.is_set() and time.monotonic() - self.looked <= PATIENCE and main_thread().is_alive()

    def stop(self) -> None:
        """Let it end after the piece it is at; what it found stays."""
        self._stop.set()
        if self.state == "queued":
            self.state = "stopped"

    def look(self) -> None:
        """Say that somebody still looks at it."""
        self.looked = time.monotonic()

    def run(self) -> None:
        """Do all of it; for the queue's thread."""
        if not self.wanted:
            self.state = "stopped"
            return
        self.state = "running"
        try:
            pieces = self.make()
            while True:
                if not self.wanted:
                    pieces.close()
                    self.state = "stopped"
                    return
                self.latest = next(pieces)
        except StopIteration as end:
            self.result, self.state = end.value, "done"
        except Exception as error:  # told to whoever looks at the job
            # Without its traceback, which would keep all that the work had at hand.
            self.error, self.state = error.with_traceback(None), "failed"


class Queue:
    """Jobs of all visitors, of which one runs at a time."""

    def __init__(self) -> None:
        self._numbers, self._lock = count(1), Lock()
        self._jobs: deque[Job[Any]] = deque()  # the first is the one that runs
        self._works = False

    def put(self, job: Job[Any]) -> None:
        """Let a job run when those before it are over."""
        with self._lock:
            job.number = next(self._numbers)
            self._jobs.append(job)
            if not self._works:
                self._works = True
                Thread(target=self._work, name="jobs").start()

    def before(self, job: Job[Any]) -> int:
        """Give how many jobs are still to end before a queued one begins."""
        with self._lock:
            jobs = list(self._jobs)
        return sum(other.wanted and not other.over for other in jobs[: jobs.index(job)]) if job in jobs else 0

    def _work(self) -> None:
        let_others_first()
        while True:
            with self._lock:
                if not self._jobs:
                    self._works = False
                    return
                job = self._jobs[0]
            job.run()
            with self._lock:
                self._jobs.popleft()


@st.cache_resource(show_spinner=False)
def queue() -> Queue:
    """Give the one queue that there is."""
    return Queue()
