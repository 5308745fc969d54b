"""The lane of trainings: visitors' networks learn in processes of their own, one at a time, beside all other work.

What a training needs and what it has reached is in its visitor's folder. So it does not depend on anybody who looks,
and another server takes it up where this one is ended.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.language_model.durable import RoomError
from components.own import plan, progress, store, trainer
from components.own.progress import Progress
from components.own.wish import Size, Wish
from components.pages.serving.tasks import Queue, Report, Task


def begin(folder: Path) -> None:
    """Let the network of a folder learn in its turn unless that is over; once, however often it is asked for.

    It goes on where the server that began it has gone away.
    """
    how = reached(folder)
    if how is None or not how.over:
        _put(folder)


def go_on(folder: Path) -> None:
    """Let a training go on that failed or was stopped; for a callback."""
    (folder / store.STOP).unlink(missing_ok=True)
    _put(folder)


def _put(folder: Path) -> None:
    if under_way(folder) or trainer.is_running(folder):  # by another server, where several share the folder
        return

    def work(report: Report) -> Progress:
        ended = trainer.train(folder, lambda _: report(0, 1))  # what it has reached is in its folder
        try:
            progress.write(ended, folder)
        except RoomError:
            return ended.failed("room")
        return ended

    task = Task(work, watched=False)
    with suppress(FileNotFoundError):  # it was deleted meanwhile
        _tasks()[folder] = (task, _wish(folder).seconds)
        _lane().put(task)


def reached(folder: Path) -> Progress | None:
    """Return how a training goes, as its folder says; None where nothing is known yet.

    What this server has begun again is not over, whatever the folder says; and where a full disk has kept its end from
    being written, it is known here.
    """
    written = progress.read(folder)
    task, _ = _tasks().get(folder, (None, 0))
    if task is None:
        return written
    if not task.over:
        began_again = written is not None and written.phase == "failed"
        return replace(written, phase="beginning", failure="", values={}) if written and began_again else written
    if task.result is None or (written is not None and written.over) or trainer.is_running(folder):
        return written
    return task.result


def under_way(folder: Path) -> bool:
    """Return whether this server lets a network learn, or will."""
    task, _ = _tasks().get(folder, (None, 0))
    return task is not None and not task.over


def waiting(folder: Path) -> tuple[int, float] | None:
    """Return how many trainings come before this one, and how many seconds they take; None where its turn has come."""
    task, _ = _tasks().get(folder, (None, 0))
    if task is None or task.state != "queued":
        return None
    before = _lane().before(task)
    ahead = [(path, other, of) for path, (other, of) in list(_tasks().items()) if other.number < task.number]
    return before, sum(_left(path, of) for path, other, of in ahead if not other.over)


def speed(size: Size) -> float | None:
    """Return how many characters a second a network of this size learned when that was last measured here."""
    for folder in reversed(list(_tasks())):
        with suppress(OSError, ValueError):
            reached = progress.read(folder)
            if reached and reached.characters_per_second and _wish(folder).size == size:
                return reached.characters_per_second
    return None


def command(folder: Path) -> str | None:
    """Return the command that trains at length what a visitor's folder asks for; None where nothing can be."""
    characters = _characters(folder)
    return plan.command(_wish(folder), characters) if characters else None


@st.cache_data(max_entries=64, show_spinner=False)
def _characters(folder: Path) -> int:
    with suppress(OSError):
        return len((folder / store.TEXT).read_text("utf-8"))
    return 0


def stop(folder: Path) -> None:
    """Ask for the end of a training; the network as it is then is kept."""
    with suppress(OSError):
        (folder / store.STOP).touch()


def delete(folder: Path) -> None:
    """Remove all that a visitor has left, and so end a training, if there is one; also that of another server."""
    task, _ = _tasks().pop(folder, (None, 0))
    if task is not None:
        task.stop()
    store.delete(folder)


@st.cache_resource(show_spinner=False)
def _lane() -> Queue:
    """Return the queue of the trainings of all visitors, beside which other long work goes on."""
    return Queue()


@st.cache_resource(show_spinner=False)
def _tasks() -> dict[Path, tuple[Task[Progress], float]]:
    """Return the trainings of this server by their folders, each with the seconds that it takes."""
    return {}


def _wish(folder: Path) -> Wish:
    return Wish.from_json((folder / store.WISH).read_text("utf-8"))


def _left(folder: Path, seconds: float) -> float:
    reached = progress.read(folder)
    return seconds if reached is None else max(0.0, seconds - reached.seconds)
