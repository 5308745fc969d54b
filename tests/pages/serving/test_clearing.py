"""A server clears away what nobody has looked at for a day, without anybody who comes."""

from threading import Event

import pytest

from components.own import store
from components.pages.serving import clearing


def test_it_clears_again_and_again_also_behind_a_fault_of_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    again, sweeps = Event(), list[int]()

    def sweep() -> None:
        sweeps.append(1)
        if len(sweeps) == 1:
            raise OSError("the disk is away")
        again.set()
        Event().wait()  # with the tests it ends

    monkeypatch.setattr(store, "sweep", sweep)
    monkeypatch.setattr(clearing, "_PAUSE", 0.0)
    clearing.begin.clear()
    thread = clearing.begin()
    assert thread.daemon
    assert again.wait(60)
    assert clearing.begin() is thread
