"""A network that a visitor brings: a zip that the page gave away, or a network that Keras saved and its characters.

A process of its own reads it, as `components.language_model.adopt` does, and writes the folder that the server loads.
Whatever the file is, nothing but that process meets it, and its memory and time have limits.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from components.language_model import content, durable
from components.language_model.machine import amount
from components.language_model.reasons import Reason
from components.own import limits, progress, store
from components.own.progress import Progress
from components.own.refusal import RefusedError, UnfitError

LARGEST = 20_000_000  # bytes of a file
SECONDS = 600  # that the process may take, waiting for a processor included; it limits its own processor time

FILE, CHARACTERS, OUTCOME, WORK = "brought", "characters", "outcome.json", "work"  # of a visitor's folder, meanwhile

_ROOT = Path(__file__).parents[3]
_LOOK = 0.2  # seconds


@dataclass(frozen=True)
class Outcome:
    """How it ended, as the process writes it.

    Attributes
    ----------
    refusal : str
        Why the network was refused, of `refusal.NAMES`; empty where it was taken.
    reason : str
        That of the reader, of `reasons.NAMES`, where there is one.
    values : dict of str
        What the sentence of the reason, or else that of the refusal, is filled with.
    kinds : int
        How many characters the network has.
    """

    refusal: str = ""
    reason: str = ""
    values: dict[str, str] = field(default_factory=dict)
    kinds: int = 0

    def check(self) -> None:
        """Raise the refusal, if it is one.

        Raises
        ------
        RefusedError
            If the network was not taken.
        """
        if self.reason:
            raise UnfitError(Reason(self.reason, self.values))
        if self.refusal:
            raise RefusedError(self.refusal, **self.values)


def bring(network: bytes, characters: str = "", check: Callable[[], None] = lambda: None) -> Path:
    """Take a visitor's network, and return the folder of `store` in which it is.

    Parameters
    ----------
    network : bytes
        A zip of `components.language_model.zipped`, or a file that Keras saved.
    characters : str, optional
        Those of a saved network in the order of its codes: in a row, or a JSON list. A zip has its own.
    check : callable, optional
        Is called a few times a second; what it raises ends the process.

    Raises
    ------
    RefusedError
        If it is not taken: nothing of it is kept.
    """
    for size in (len(network), len(characters)):
        if size > LARGEST:
            raise RefusedError("large_file", size=amount(size), most=amount(LARGEST))
    folder = _folder()
    try:
        _bring(folder, network, characters, check)
    except durable.RoomError as error:
        store.delete(folder)
        raise RefusedError("room") from error
    except BaseException:
        store.delete(folder)
        raise
    return folder


def _folder() -> Path:
    try:
        return store.new()
    except store.FullError as error:
        raise RefusedError("full", most=amount(store.LARGEST)) from error
    except OSError as error:
        raise RefusedError("room") from error


def _bring(folder: Path, network: bytes, characters: str, check: Callable[[], None]) -> None:
    durable.write(folder / FILE, network)
    durable.write(folder / CHARACTERS, characters.encode("utf-8", "replace"))
    (folder / WORK).mkdir()
    outcome = _outcome(folder, _ended(folder, check))
    outcome.check()
    progress.write(Progress("done", kinds=outcome.kinds), folder)
    for name in (FILE, CHARACTERS, OUTCOME):
        (folder / name).unlink()
    store.delete(folder / WORK)


def _ended(folder: Path, check: Callable[[], None]) -> int:
    """Let the process read what is in a folder, and return how it ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, str(folder.absolute())],
        cwd=_ROOT,
        env={**os.environ, **limits.ENVIRONMENT, "TMPDIR": str((folder / WORK).absolute())},
        stdin=subprocess.PIPE,  # it ends when this is closed, as it is when the server ends
        stdout=subprocess.DEVNULL,  # what is printed of a network may be of a visitor's text
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that it is killed with the process that reads for it
    )
    try:
        until = time.monotonic() + SECONDS
        while process.poll() is None:
            check()
            if time.monotonic() > until:
                raise UnfitError(Reason("too_much"))
            time.sleep(_LOOK)
    finally:
        _kill(process)
    return process.returncode


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _outcome(folder: Path, ended: int) -> Outcome:
    try:
        return content.parse(Outcome, content.read(folder / OUTCOME))
    except (OSError, ValueError):  # it broke down, or was ended by the system where it took too much
        return Outcome("network", "too_much" if ended < 0 else "damaged")
