"""Long work: one piece at a time, in the order of asking, stopped between two pieces, dropped when nobody looks."""

import threading
import time
from collections.abc import Callable, Generator
from threading import Event

import pytest

from components.pages.serving import jobs
from components.pages.serving.jobs import Job, Queue

PATIENCE = 10.0  # seconds


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)


class Held:
    """Work that goes from one piece to the next when it is told to."""

    def __init__(self, pieces: int = 2) -> None:
        self.go, self.begun, self.closed = Event(), Event(), Event()
        self.job: Job[int] = Job(lambda: self._pieces(pieces))

    def _pieces(self, pieces: int) -> Generator[int, None, str]:
        self.begun.set()
        try:
            for piece in range(pieces):
                yield piece
                assert self.go.wait(PATIENCE)
        finally:
            self.closed.set()
        return "all"


@pytest.fixture
def queue() -> Queue:
    return Queue()


def test_a_job_gives_what_it_found(queue: Queue) -> None:
    held = Held()
    queue.put(held.job)
    until(lambda: held.job.latest == 0)
    assert (held.job.state, held.job.over, held.job.result) == ("running", False, None)
    held.go.set()
    until(lambda: held.job.over)
    assert (held.job.state, held.job.latest, held.job.result) == ("done", 1, "all")


def test_one_runs_at_a_time_in_the_order_of_asking(queue: Queue) -> None:
    works = [Held() for _ in range(3)]
    for work in works:
        queue.put(work.job)
    assert works[0].begun.wait(PATIENCE)
    assert [queue.before(work.job) for work in works] == [0, 1, 2]
    assert [work.job.number for work in works] == [1, 2, 3]
    for work, after in zip(works, [*works[1:], None], strict=True):
        assert work.begun.wait(PATIENCE)
        if after:
            assert not after.begun.is_set()
            assert after.job.state == "queued"
        work.go.set()
        until(lambda work=work: work.job.over)  # type: ignore[misc]
    assert [work.job.result for work in works] == ["all"] * 3


def test_a_queue_that_was_empty_goes_on(queue: Queue) -> None:
    for _ in range(20):
        job: Job[int] = Job(lambda: iter_once())
        queue.put(job)
        until(lambda job=job: job.over)  # type: ignore[misc]
        assert job.result == "found"
    until(lambda: not any(thread.name == "jobs" for thread in threading.enumerate()))  # nothing idles


def iter_once() -> Generator[int, None, str]:
    yield 1
    return "found"


def test_stopped_while_it_runs(queue: Queue) -> None:
    held, after = Held(), Held()
    queue.put(held.job)
    queue.put(after.job)
    until(lambda: held.job.latest == 0)
    held.job.stop()
    assert not held.job.over  # it is at a piece
    held.go.set()
    until(lambda: held.job.over)
    assert held.closed.is_set()
    assert (held.job.state, held.job.latest, held.job.result) == ("stopped", 1, None)
    assert after.begun.wait(PATIENCE)
    after.go.set()


def test_stopped_while_it_waits(queue: Queue) -> None:
    held, waits, last = Held(), Held(), Held()
    for work in (held, waits, last):
        queue.put(work.job)
    waits.job.stop()
    assert waits.job.state == "stopped"
    assert queue.before(last.job) == 1  # it does not count any more
    held.go.set()
    last.go.set()
    until(lambda: last.job.over)
    assert waits.job.state == "stopped"
    assert not waits.begun.is_set()


def test_a_job_that_is_over_stays_what_it_was(queue: Queue) -> None:
    held = Held()
    held.go.set()
    queue.put(held.job)
    until(lambda: held.job.over)
    held.job.stop()
    assert (held.job.state, held.job.result) == ("done", "all")
    assert queue.before(held.job) == 0


def test_dropped_when_nobody_looks(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    held, seen = Held(), Held()
    queue.put(held.job)
    queue.put(seen.job)
    until(lambda: held.job.latest == 0)
    monkeypatch.setattr(jobs, "PATIENCE", 0.05)
    time.sleep(0.1)
    assert queue.before(seen.job) == 0  # nobody waits for what nobody looks at
    monkeypatch.setattr(jobs, "PATIENCE", PATIENCE)
    seen.job.look()
    held.job.looked -= 2 * PATIENCE
    held.go.set()
    seen.go.set()
    until(lambda: held.job.over and seen.job.over)
    assert (held.job.state, seen.job.state) == ("stopped", "done")


@pytest.mark.parametrize("late", [False, True])
def test_a_failure_is_kept_and_the_next_job_runs(queue: Queue, late: bool) -> None:
    def fails() -> Generator[int]:
        yield 1
        raise ValueError("so it is")

    def fails_at_once() -> Generator[int]:
        raise ValueError("so it is")

    job: Job[int] = Job(fails if late else fails_at_once)
    after: Job[int] = Job(iter_once)
    queue.put(job)
    queue.put(after)
    until(lambda: after.over)
    assert (job.state, str(job.error), job.latest) == ("failed", "so it is", 1 if late else None)
    assert after.state == "done"


def test_it_goes_to_the_end_of_the_page_and_not_further(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended:
        def is_alive(self) -> bool:
            return False

    held = Held()
    monkeypatch.setattr(jobs, "main_thread", Ended)
    held.job.run()
    assert held.job.state == "stopped"
    assert not held.begun.is_set()
