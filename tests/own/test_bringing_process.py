"""The process that reads a network that is brought: whatever becomes of it, nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from components.own import bringing, store
from components.own.refusal import RefusedError, UnfitError


def test_a_large_file_is_refused_before_anything_is_written(stored: Path) -> None:
    with pytest.raises(RefusedError) as raised:
        bringing.bring(bytes(bringing.LARGEST + 100_000))
    assert (raised.value.name, raised.value.values) == ("large_file", {"size": "20.1 MB", "most": "20.0 MB"})
    assert not any(stored.iterdir())


def test_a_full_store_and_a_full_disk_are_said(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise bringing.durable.RoomError

    monkeypatch.setattr(bringing.durable, "write", no_room)
    with pytest.raises(RefusedError, match="room"):
        bringing.bring(b"PK")
    assert not any(stored.iterdir())
    monkeypatch.setattr(store, "LARGEST", -1)
    with pytest.raises(RefusedError, match="full"):
        bringing.bring(b"PK")


def test_a_refused_file_leaves_nothing(stored: Path) -> None:
    with pytest.raises(RefusedError) as raised:
        bringing.bring(b"no network")
    assert raised.value.name == "no_zip"
    assert not any(stored.iterdir())


def _instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let another program run as the process, which is handed the visitor's folder."""

    class Program(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, command: list[str], **options: object) -> None:
            super().__init__([sys.executable, "-c", program, command[-1]], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(bringing.subprocess, "Popen", Program)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too_much"),  # as the system does for memory
        ("import os; os.abort()", "too_much"),
        ("raise SystemExit(1)", "damaged"),
        ("import sys; open(sys.argv[1] + '/outcome.json', 'w').write('{\"reason\": 1}')", "damaged"),
    ],
)
def test_a_process_that_breaks_down_is_a_refusal(
    stored: Path, monkeypatch: pytest.MonkeyPatch, program: str, reason: str
) -> None:
    _instead(monkeypatch, program)
    with pytest.raises(UnfitError) as raised:
        bringing.bring(b"PK")
    assert raised.value.reason.name == reason
    assert not any(stored.iterdir())


SLEEPING = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)', 'deep'])"


def test_a_process_that_takes_too_long_is_ended(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, SLEEPING)
    monkeypatch.setattr(bringing, "SECONDS", 0)
    with pytest.raises(UnfitError) as raised:
        bringing.bring(b"PK")
    assert raised.value.reason.name == "too_much"
    assert not any(stored.iterdir())


def test_who_goes_away_ends_the_process_with_all_that_it_started(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class LeftError(Exception):
        pass

    groups: list[int] = []
    looks = iter(range(5))

    def leave() -> None:
        if next(looks, None) is None:
            raise LeftError

    def kill(group: int, how: int) -> None:
        groups.append(group)
        os.kill(-group, how)

    _instead(monkeypatch, SLEEPING)
    monkeypatch.setattr(bringing.os, "killpg", kill)
    with pytest.raises(LeftError):
        bringing.bring(b"PK", check=leave)
    assert not any(stored.iterdir())
    (group,) = groups
    assert any(_is_gone(group) or time.sleep(0.05) for _ in range(200))  # until the system has cleared it away


def _is_gone(group: int) -> bool:
    try:
        os.kill(-group, 0)
    except ProcessLookupError:
        return True
    return False


def test_the_process_ends_when_its_server_does(tmp_path: Path) -> None:
    reader = subprocess.Popen(
        [sys.executable, "-c", "from components.own.bringing.__main__ import _end_with_input as end; end()"],
        stdin=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert reader.stdin is not None
    reader.stdin.close()
    assert reader.wait(60) == 1


def test_its_limits_end_a_process_that_takes_more() -> None:
    taking = "from components.own import limits; limits.set_time(1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", taking], cwd=Path(__file__).parents[2], timeout=120)
    assert ended.returncode in (-signal.SIGKILL, -signal.SIGXCPU)
