"""What a process gives back to its machine; what that has left is tested with `durable`, which asks for it."""

import platform
from pathlib import Path

import pytest

from components.language_model import machine


def _held() -> int:
    """Return the bytes of memory that this process holds, files aside."""
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps its memory in another way")
def test_holes_between_what_lives_on_are_given_back() -> None:
    blocks = [b"x" * 60_000 for _ in range(2_000)]
    kept = blocks[::50]
    del blocks
    before = _held()
    machine.give_back_memory()
    assert _held() < before - 60_000_000
    assert {len(block) for block in kept} == {60_000}


def test_where_the_library_cannot_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.ctypes, "CDLL", lambda _: object())
    machine.give_back_memory()
