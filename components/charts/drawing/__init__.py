"""The process that draws pictures, as its parent knows it: started when needed, ended when nobody asks any more."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

IDLE = 60.0  # seconds after the last request; the first one takes a few
LONGEST = 120.0  # seconds for one request

_ROOT = Path(__file__).parents[3]


class PictureError(Exception):
    """Why there is no picture.

    Parameters
    ----------
    message : str
        What happened, for the log.
    kind : {"font", "broken"}
        Whether a font is missing, or it cannot be drawn.
    """

    def __init__(self, message: str, kind: str = "broken") -> None:
        super().__init__(message)
        self.kind = kind


class Drawing:
    """The process, one request after the other; requests may come from any thread.

    Parameters
    ----------
    command : tuple of str, optional
        What Python runs.
    """

    def __init__(self, command: tuple[str, ...] = ("-m", "components.charts.drawing")) -> None:
        self._command = [sys.executable, *command]
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._timer, self._until = threading.Timer(0, self.end), 0.0  # of the next end

    @property
    def is_running(self) -> bool:
        """Whether it has a process now."""
        return self._child is not None and self._child.poll() is None

    def ask(self, kind: str, specification: dict[str, Any] | None = None, **more: float) -> bytes:
        """Return what the process answers to a request of a kind of `components.charts.drawing.__main__`.

        Raises
        ------
        PictureError
            If it answers that it cannot, or not at all.
        """
        request = json.dumps({"kind": kind, "specification": specification, **more})
        with self._turn:
            self._then(LONGEST, self.end)
            try:
                self._child = self._running()
                return _exchange(self._child, request)
            except (OSError, ValueError) as error:
                self.end()
                raise PictureError(f"the process that draws broke down: {error}") from error
            finally:
                self._then(IDLE, self._end_idle)

    def _running(self) -> "subprocess.Popen[bytes]":
        """Return the process, begun anew where it has ended."""
        if self._child is not None and self.is_running:
            return self._child
        return subprocess.Popen(
            self._command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def end(self) -> None:
        """End the process; the next request begins another."""
        self._timer.cancel()
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(OSError), child:  # what was to be written may be left over
            child.kill()

    def _end_idle(self) -> None:
        """End the process, unless somebody has asked it for something meanwhile."""
        with self._turn:
            if time.monotonic() >= self._until:
                self.end()

    def _then(self, seconds: float, act: Callable[[], None]) -> None:
        self._timer.cancel()
        self._until = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, act)
        self._timer.daemon = True
        self._timer.start()


def _exchange(child: "subprocess.Popen[bytes]", request: str) -> bytes:
    """Send a line and return the bytes that come back after a line that says how many, or why there are none."""
    if child.stdin is None or child.stdout is None:
        raise ValueError("it has no pipes")
    child.stdin.write(request.encode() + b"\n")
    child.stdin.flush()
    head = json.loads(child.stdout.readline())
    if "kind" in head:
        raise PictureError(head["message"], head["kind"])
    answer = child.stdout.read(head["length"])
    if len(answer) < head["length"]:
        raise ValueError("it ended within its answer")
    return answer
