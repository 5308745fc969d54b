"""Long work: one piece at a time, in the order of asking, stopped between two pieces, dropped when nobody looks."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from components.pages.serving import tasks
from components.pages.serving.tasks import GoneError, Progress, Queue, Report, Task

ROOT = Path(__file__).parents[3]
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
        self.task: Task[str] = Task(lambda report: self._work(report, pieces))

    def _work(self, report: Report, pieces: int) -> str:
        self.begun.set()
        try:
            for piece in range(pieces):
                report(piece, pieces)
                assert self.go.wait(PATIENCE)
        finally:
            self.closed.set()
        return "all"


@pytest.fixture
def queue() -> Queue:
    return Queue()


def test_a_task_gives_what_it_found(queue: Queue) -> None:
    held = Held()
    queue.put(held.task)
    until(lambda: held.task.progress == Progress(0, 2))
    assert (held.task.state, held.task.over, held.task.result) == ("running", False, None)
    held.go.set()
    until(lambda: held.task.over)
    assert (held.task.state, held.task.progress, held.task.result) == ("done", Progress(1, 2), "all")


def test_one_runs_at_a_time_in_the_order_of_asking(queue: Queue) -> None:
    works = [Held() for _ in range(3)]
    for work in works:
        queue.put(work.task)
    assert works[0].begun.wait(PATIENCE)
    assert [queue.before(work.task) for work in works] == [0, 1, 2]
    assert [work.task.number for work in works] == [1, 2, 3]
    for work, after in zip(works, [*works[1:], None], strict=True):
        assert work.begun.wait(PATIENCE)
        if after:
            assert not after.begun.is_set()
            assert after.task.state == "queued"
        work.go.set()
        until(lambda work=work: work.task.over)  # type: ignore[misc]
    assert [work.task.result for work in works] == ["all"] * 3


def test_a_queue_that_was_empty_goes_on(queue: Queue) -> None:
    others = set(threading.enumerate())  # queues of tests before may still work
    for _ in range(20):
        task: Task[str] = Task(once)
        queue.put(task)
        until(lambda task=task: task.over)  # type: ignore[misc]
        assert task.result == "found"
    until(lambda: not any(thread.name == "tasks" for thread in set(threading.enumerate()) - others))  # nothing idles


def once(report: Report) -> str:
    report(1, 1)
    return "found"


def test_stopped_while_it_runs(queue: Queue) -> None:
    held, after = Held(), Held()
    queue.put(held.task)
    queue.put(after.task)
    until(lambda: held.task.progress == Progress(0, 2))
    held.task.stop()
    assert not held.task.over  # it is at a piece
    held.go.set()
    until(lambda: held.task.over)
    assert held.closed.is_set()
    assert (held.task.state, held.task.progress, held.task.result) == ("stopped", Progress(1, 2), None)
    assert after.begun.wait(PATIENCE)
    after.go.set()


def test_stopped_while_it_waits(queue: Queue) -> None:
    held, waits, last = Held(), Held(), Held()
    for work in (held, waits, last):
        queue.put(work.task)
    waits.task.stop()
    assert waits.task.state == "stopped"
    assert queue.before(last.task) == 1  # it does not count any more
    held.go.set()
    last.go.set()
    until(lambda: last.task.over)
    assert waits.task.state == "stopped"
    assert not waits.begun.is_set()


def test_a_task_that_is_over_stays_what_it_was(queue: Queue) -> None:
    held = Held()
    held.go.set()
    queue.put(held.task)
    until(lambda: held.task.over)
    held.task.stop()
    assert (held.task.state, held.task.result) == ("done", "all")
    assert queue.before(held.task) == 0


def test_dropped_when_nobody_looks(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    held, seen = Held(), Held()
    queue.put(held.task)
    queue.put(seen.task)
    until(lambda: held.task.progress == Progress(0, 2))
    monkeypatch.setattr(tasks, "PATIENCE", 0.05)
    time.sleep(0.1)
    assert queue.before(seen.task) == 0  # nobody waits for what nobody looks at
    monkeypatch.setattr(tasks, "PATIENCE", PATIENCE)
    seen.task.look()
    held.task.looked -= 2 * PATIENCE
    held.go.set()
    seen.go.set()
    until(lambda: held.task.over and seen.task.over)
    assert (held.task.state, seen.task.state) == ("stopped", "done")


@pytest.mark.parametrize("late", [False, True])
def test_a_failure_is_kept_and_the_next_task_runs(queue: Queue, late: bool) -> None:
    def fails(report: Report) -> str:
        if late:
            report(1, 2)
        raise ValueError("so it is")

    task, after = Task(fails), Task(once)
    queue.put(task)
    queue.put(after)
    until(lambda: after.over)
    assert (task.state, str(task.error), task.progress) == ("failed", "so it is", Progress(1, 2) if late else None)
    assert task.result is None
    assert after.state == "done"


def test_what_was_found_so_far_stays_when_it_is_stopped() -> None:
    def work(report: Report) -> str:
        report(1, 2, "half")
        task.stop()
        with pytest.raises(GoneError):
            report(2, 2, "whole")
        raise GoneError

    task: Task[str] = Task(work)
    task.run()
    assert (task.state, task.error, task.progress) == ("stopped", None, Progress(2, 2, "whole"))


@pytest.mark.parametrize(("hoarded", "times"), [(1_000.0, 2), (-1.0, 4)])
def test_memory_is_given_back_at_the_end_and_now_and_then_before(
    monkeypatch: pytest.MonkeyPatch, hoarded: float, times: int
) -> None:
    given_back = list[None]()
    monkeypatch.setattr(tasks.machine, "give_back_memory", lambda: given_back.append(None))
    monkeypatch.setattr(tasks, "_HOARDED", hoarded)
    Task(lambda report: [report(done, 3) for done in range(3)]).run()
    assert len(given_back) == times


def test_work_that_nobody_watches_is_not_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PATIENCE", -1.0)
    watched, unwatched = Task(once), Task(once, watched=False)
    watched.run()
    unwatched.run()
    assert (watched.state, unwatched.state) == ("stopped", "done")


def test_it_goes_to_the_end_of_the_page_and_not_further(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended:
        def is_alive(self) -> bool:
            return False

    held = Held()
    monkeypatch.setattr(tasks, "main_thread", Ended)
    held.task.run()
    assert held.task.state == "stopped"
    assert not held.begun.is_set()


ENDLESS = """
import time
from components.pages.serving.tasks import Queue, Task

def endless(report):
    while True:
        report(0, 1)
        time.sleep(0.001)

Queue().put(Task(endless))
"""


def test_a_server_that_ends_does_not_wait_for_the_rest() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDLESS], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
