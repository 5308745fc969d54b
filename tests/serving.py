"""A Streamlit server of its own on 127.0.0.1, and the Chromium to visit it with."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def chromium() -> str | None:
    """Return where Chromium is, or None if it is not installed."""
    return shutil.which("chromium")


@dataclass(frozen=True)
class Service:
    """A page, and the processes that serve it.

    Attributes
    ----------
    port : int
        Where visitors come in, on 127.0.0.1.
    base : str
        The path that the page stands under, with a slash at its end, or nothing.
    """

    port: int
    base: str = field(default="", kw_only=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{self.base}"

    def processes(self) -> Collection[int]:
        """Return the ids of all its processes."""
        raise NotImplementedError

    def cpu_seconds(self) -> float:
        """Return the CPU time that it has used so far, all threads of all processes together, in seconds (Linux)."""
        used = [_about(process, "stat").rsplit(")", 1)[1].split()[11:13] for process in self.processes()]
        return sum(int(user) + int(system) for user, system in used) / os.sysconf("SC_CLK_TCK")

    def resident_mb(self) -> float:
        """Return the memory that its processes hold now, in megabytes (Linux)."""
        return sum(_status(process, "VmRSS") for process in self.processes()) / 1024

    def threads(self) -> int:
        """Return how many threads it has now (Linux)."""
        return sum(_status(process, "Threads") for process in self.processes())


@dataclass(frozen=True)
class Server(Service):
    """A running page.

    Attributes
    ----------
    process : subprocess.Popen
        Its process; it has no children.
    started : float
        When the process was started, in seconds since the epoch.
    """

    process: subprocess.Popen[bytes]
    started: float

    def processes(self) -> Collection[int]:
        return [self.process.pid]

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)


def _about(process: int, name: str) -> str:
    return Path(f"/proc/{process}/{name}").read_text("ascii", "replace")


def _status(process: int, name: str) -> int:
    line = next(line for line in _about(process, "status").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])


@contextmanager
def serving(
    script: Path = APP,
    patience: float = 60,
    *,
    base: str = "",
    environment: Mapping[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Server]:
    """Run a page, with this project's settings, until the block is left.

    Parameters
    ----------
    script : Path, optional
        What `streamlit run` is given.
    patience : float, optional
        How many seconds it may take to answer.
    base : str, optional
        The path that the page is to stand under, with a slash at its end.
    environment : mapping, optional
        All that the process knows of its surroundings; by default what this one knows.
    port : int, optional
        Where it is to listen; by default where nobody does.

    Raises
    ------
    RuntimeError
        If it ends, or does not answer in time.
    """
    port = port or _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.baseUrlPath", base]
    started = time.time()
    process = subprocess.Popen(
        command, cwd=_project(script), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = Server(port, process, started, base=base)
    try:
        _wait_for(server, patience)
        yield server
    finally:
        _end(server)


@contextmanager
def page_of(text: str) -> Iterator[Path]:
    """Write the script of a page into a folder of its own for a block, which is handed its path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page_beside.py"
        path.write_text(text, "utf-8")
        yield path


def _project(script: Path) -> Path:
    """Return the folder with the settings for a script: its own where it has some, else this project's."""
    return script.parent if (script.parent / ".streamlit").is_dir() else ROOT


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(server: Server, patience: float) -> None:
    while time.time() < server.started + patience:
        if server.process.poll() is not None:
            raise RuntimeError(f"{server.process.args!r} ended with {server.process.returncode}: run it to see why")
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.005)
    raise RuntimeError(f"{server.process.args!r} did not answer within {patience} seconds")


def _end(server: Server) -> None:
    server.thaw()
    server.process.terminate()
    try:
        server.process.wait(20)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait(20)
