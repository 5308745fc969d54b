"""The lock on a folder that a run writes into."""

import importlib
import subprocess
import sys
import types
from pathlib import Path

import pytest

from components.language_model.training import lock

HOLDER = """
import sys, time
from pathlib import Path
from components.language_model.training import lock
with lock.locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_folder_is_held_once_and_free_again_behind_the_block(tmp_path: Path) -> None:
    with lock.locked(tmp_path), pytest.raises(lock.LockedError, match="held by another process"), lock.locked(tmp_path):
        pass
    with lock.locked(tmp_path):
        pass


def test_a_process_that_is_killed_leaves_no_lock_behind(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(lock.LockedError), lock.locked(tmp_path):
            pass
        holder.kill()
        holder.wait()
        with lock.locked(tmp_path):
            pass


def test_a_disk_without_locks_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_take", unsupported)
    with lock.locked(tmp_path):
        pass


def test_on_windows_the_first_byte_is_locked_without_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[tuple[int, int]]()
    windows = types.SimpleNamespace(LK_NBLCK=2, locking=lambda handle, mode, size: asked.append((mode, size)))
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        there.setitem(sys.modules, "msvcrt", windows)
        on_windows = importlib.reload(lock)
        with on_windows.locked(tmp_path):
            assert asked == [(2, 1)]
    importlib.reload(lock)
