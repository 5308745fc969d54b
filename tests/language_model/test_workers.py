"""Threads that share the pieces of one call."""

import os
import threading
from functools import partial

import pytest

from components.language_model import workers
from components.language_model.workers import Workers


@pytest.mark.parametrize("cores", [1, 2, 5])
@pytest.mark.parametrize("pieces", [0, 1, 2, 30])
def test_every_piece_is_done_once_and_results_keep_their_order(cores: int, pieces: int) -> None:
    done: list[int] = []
    results = Workers(cores).run([lambda number=number: done.append(number) or number for number in range(pieces)])
    assert results == list(range(pieces))
    assert sorted(done) == results


def test_as_many_pieces_run_at_once_as_there_are_cores() -> None:
    meeting = threading.Barrier(3, timeout=30)  # broken, with an error, unless three arrive
    team = Workers(3)
    threads = team.run([lambda: (meeting.wait(), threading.get_ident())[1] for _ in range(3)])
    assert threading.get_ident() in threads
    assert len(set(threads)) == 3
    assert team.free == 3


def test_with_one_core_there_is_no_other_thread() -> None:
    assert set(Workers(1).run([threading.get_ident] * 5)) == {threading.get_ident()}


def test_a_call_ends_also_where_all_others_are_busy() -> None:
    team, held = Workers(2), threading.Event()
    begun = threading.Barrier(3, timeout=30)

    def busy() -> None:
        begun.wait()
        held.wait(30)

    other = threading.Thread(target=lambda: team.run([busy, busy]))
    other.start()
    begun.wait()
    assert team.free == 1
    assert team.run([partial(abs, -1)] * 4) == [1] * 4
    held.set()
    other.join()
    assert team.free == 2


@pytest.mark.parametrize("place", [0, 1, 5])
def test_an_error_of_a_piece_is_raised_and_the_threads_live_on(place: int) -> None:
    def piece(number: int) -> int:
        if number == place:
            raise KeyError(number)
        return number

    team = Workers(2)
    with pytest.raises(KeyError):
        team.run([partial(piece, number) for number in range(6)])
    assert team.run([partial(abs, -2)] * 3) == [2] * 3
    assert team.free == 2


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="a thread has a priority of its own on Linux alone")
def test_the_threads_have_the_priority_of_the_one_that_calls() -> None:
    def of_thread() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    seen: list[int] = []

    def low() -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 7)
        meeting = threading.Barrier(2, timeout=30)
        team = workers._of_priority(of_thread()) if workers.cores() > 1 else Workers(2, of_thread())
        seen.extend(team.run([lambda: (meeting.wait(), of_thread())[1] for _ in range(2)]))

    thread = threading.Thread(target=low)
    thread.start()
    thread.join()
    assert seen == [7, 7]
    assert of_thread() != 7
    assert workers.workers() is workers.workers()
