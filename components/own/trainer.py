"""The server's side of a training: it starts the process, looks at it, and lets it end."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from components.language_model.training import lock
from components.own import limits, progress, store
from components.own.progress import Progress

PATIENCE = 20.0  # seconds that a process has to keep what it has, before it is killed

_ROOT = Path(__file__).parents[2]
_LOOK = 0.5  # seconds


def is_running(folder: Path) -> bool:
    """Return whether a process trains in a visitor's folder, or waits there for its turn; whoever started it."""
    try:
        with lock.locked(folder):
            return False
    except FileNotFoundError:
        return False
    except lock.LockedError:
        return True


def start(folder: Path) -> "subprocess.Popen[bytes]":
    """Start the process that trains in a visitor's folder, or goes on there; it ends when its standard input does."""
    return subprocess.Popen(
        [sys.executable, "-m", "components.own.training", str(folder.absolute())],
        cwd=_ROOT,
        env={**os.environ, **limits.ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,  # what the search for a first scene reports has the text's words in it
    )


def end(process: "subprocess.Popen[bytes]", patience: float = PATIENCE) -> None:
    """Let a process keep what it has and end, and kill it where that takes too long."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def train(folder: Path, report: Callable[[Progress], None] = lambda _: None) -> Progress:
    """Train in a visitor's folder, and return how it ended.

    Parameters
    ----------
    folder : Path
        With its text and its wish; a run that was interrupted goes on.
    report : callable, optional
        Is told how it goes, about twice a second; what it raises ends the process, which keeps what it has.

    Returns
    -------
    Progress
        Done or failed: `"stopped"` where the visitor asked for the end before anything was learned, `"killed"` where
        the process ended before its time, from which it can go on.
    """
    process, how = start(folder), Progress()
    try:
        while process.poll() is None:
            how = progress.read(folder) or Progress()
            report(how)
            if (folder / store.STOP).exists() and not how.has_learned:
                return how.failed("stopped")
            time.sleep(_LOOK)
    finally:
        end(process, PATIENCE if how.has_learned else 0.0)
    how = progress.read(folder) or Progress()
    return how if how.over else how.failed("killed")
