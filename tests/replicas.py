"""Several replicas behind the balancer, as `.deploy/serve` starts them, on ports of this machine that are free."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving import APP, ROOT, Service

SERVE = ROOT / ".deploy" / "serve"
PATIENCE = 240  # seconds


def haproxy_required() -> None:
    """Skip a test where HAProxy is missing, or fail it where that is required."""
    if shutil.which("haproxy") is not None:
        return
    if os.environ.get("DEPLOY_REQUIRED"):
        pytest.fail("this test needs Debian's package `haproxy`, and it is not installed")
    pytest.skip("not installed: `apt install haproxy` lets this test of the replicas run")


@dataclass(frozen=True)
class Replicas(Service):
    """Replicas and their balancer.

    Attributes
    ----------
    process : subprocess.Popen
        That of `.deploy/serve`.
    commands : Path
        The socket on which the balancer takes commands.
    """

    process: subprocess.Popen[str]
    commands: Path

    def processes(self) -> Collection[int]:
        return self.children().values()

    def children(self) -> dict[str, int]:
        """Return the process ids of the replicas and of the balancer (Linux)."""
        pid = self.process.pid
        found = {}
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
            words = Path(f"/proc/{child}/cmdline").read_text().split("\0")
            port = int(words[words.index("--server.port") + 1]) if "--server.port" in words else self.port
            found[f"replica{port - self.port}" if port > self.port else "balancer"] = int(child)
        return found

    def kill(self, name: str) -> None:
        """End a replica as a crash does."""
        os.kill(self.children()[name], signal.SIGKILL)

    def command(self, text: str) -> str:
        """Return what the balancer says to a command."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.commands))
            line.sendall(f"{text}\n".encode())
            return b"".join(iter(lambda: line.recv(65536), b"")).decode()

    def states(self) -> dict[str, str]:
        """Return what the balancer thinks of every replica: `UP`, `DOWN`, `DRAIN`, `MAINT`."""
        return {row["svname"]: row["status"] for row in self._rows()}

    def wait_until(self, name: str, state: str) -> None:
        """Return when the balancer thinks so of a replica.

        Raises
        ------
        AssertionError
            If it does not come to think so.
        """
        last = time.monotonic() + PATIENCE
        while self.states()[name] != state:
            assert time.monotonic() < last, self.states()
            time.sleep(0.05)

    def visitors(self) -> dict[str, int]:
        """Return how many connections every replica holds."""
        return {row["svname"]: int(row["scur"]) for row in self._rows()}

    def _rows(self) -> list[dict[str, str]]:
        head, *lines = self.command("show stat").removeprefix("# ").strip().splitlines()
        rows = [dict(zip(head.split(","), line.split(","), strict=True)) for line in lines]
        return [row for row in rows if row["svname"].startswith("replica") and row["svname"] != "replicas"]


@contextmanager
def serving_replicas(page: Path = APP, *options: str, replicas: int = 2, base: str = "") -> Iterator[Replicas]:
    """Run a page behind the balancer until the block is left.

    Raises
    ------
    RuntimeError
        If it cannot be started.
    """
    port = free_ports(replicas + 1)
    command = [sys.executable, str(SERVE), "--replicas", str(replicas), "--listen", f"127.0.0.1:{port}"]
    command += ["--base", base, "--page", str(page), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        said = [process.stdout.readline(), process.stdout.readline()]
        if process.poll() is not None or not said[1]:
            raise RuntimeError(f"{command!r} could not be started: run it to see why")
        yield Replicas(port, process, Path(said[1].split()[-1]), base=base)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        process.stdout.close()


def free_ports(count: int) -> int:
    """Return the first of so many ports in a row that are free on 127.0.0.1."""
    while True:
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
        if all(_is_free(port + further) for further in range(count)):
            return port


def _is_free(port: int) -> bool:
    if port >= 65_000:
        return False
    with socket.socket() as trial:
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
