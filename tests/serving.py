"""A Streamlit server of its own on 127.0.0.1, and the Chromium to visit it with."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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
class Server:
    """A running page.

    Attributes
    ----------
    port : int
        Where it listens, on 127.0.0.1.
    process : subprocess.Popen
        Its process; it has no children.
    started : float
        When the process was started, in seconds since the epoch.
    base : str
        The path that the page stands under.
    """

    port: int
    process: subprocess.Popen[bytes]
    started: float
    base: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{self.base}"

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def cpu_seconds(self) -> float:
        """Return the CPU time that all its threads have used so far, in seconds (Linux)."""
        fields = self._about("stat").rsplit(")", 1)[1].split()
        user, system = int(fields[11]), int(fields[12])
        return (user + system) / os.sysconf("SC_CLK_TCK")

    def resident_mb(self) -> float:
        """Return the memory that it holds now, in megabytes (Linux)."""
        line = next(line for line in self._about("status").splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def threads(self) -> int:
        """Return how many threads it has now (Linux)."""
        line = next(line for line in self._about("status").splitlines() if line.startswith("Threads:"))
        return int(line.split()[1])

    def _about(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text("ascii", "replace")


@contextmanager
def serving(
    script: Path = APP, patience: float = 60, *, base: str = "", environment: Mapping[str, str] | None = None
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

    Raises
    ------
    RuntimeError
        If it ends, or does not answer in time.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.baseUrlPath", base]
    started = time.time()
    process = subprocess.Popen(
        command, cwd=_project(script), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = Server(port, process, started, base)
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
