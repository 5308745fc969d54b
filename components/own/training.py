"""Train a network on a visitor's text: ``python -m components.own.training FOLDER``.

The folder holds the text and the wish; how it goes is written there, and in the end the network. The process ends when
its standard input does, which its server holds: it keeps what it has, and goes on there when it is started again. One
trains at a time, of all whose folders stand side by side. It writes nothing of a text to any log.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from components.language_model import command_line, durable
from components.language_model.machine import amount, free_memory
from components.language_model.recipe import Recipe
from components.language_model.training import lock, needs
from components.own import limits, plan, progress, store
from components.own.progress import LEAST_PREDICTIONS, Best, Point, Progress, Watched
from components.own.refusal import RefusedError
from components.own.wish import TEMPERATURES, Wish
from components.temperature.best import search, slopes, standard_error

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.training.timed import Measured, Run

LENGTH = 300  # characters of a text that is watched

# Bytes of memory: of all that is compiled, and of the first texts with the logits of each of their characters. Measured
# at the peak of the process: 1.07 GB with 65 characters and 1.89 with 5,000, medium size.
_OF_COMPILING, _OF_A_KIND = 250_000_000, 100_000
# Seconds of a processor: how many for one of the run, with the threads that write, and for what stands around it.
_LONGER, _AROUND = 2, 1_200
_LOOK = 1.0  # seconds between two words on how far it is


class LeftError(Exception):
    """The server of this process has ended, or lets it end; or the visitor has deleted the folder."""


@dataclass(frozen=True)
class Folder:
    """A visitor's folder, as the process that trains sees it."""

    path: Path
    left: Event  # set when the server is gone, or the folder

    @property
    def is_stopped(self) -> bool:
        """Whether the visitor wants what there is."""
        return (self.path / store.STOP).exists()

    @property
    def wants_more(self) -> bool:
        """Whether training is to go on."""
        return not self.left.is_set() and not self.is_stopped

    def check(self) -> None:
        """Raise `LeftError` where nobody waits for what would be done next."""
        if self.left.is_set() or not self.path.is_dir():
            raise LeftError

    def tell(self, how: Progress) -> None:
        """Write how the training goes."""
        progress.write(how, self.path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train in the folder that is given."""
    (name,) = sys.argv[1:] if arguments is None else arguments
    folder = Folder(Path(name), Event())
    for watch in (_watch_server, _watch_folder):
        Thread(target=watch, args=(folder,), daemon=True).start()
    limits.let_others_first()
    with suppress(LeftError), _held(folder, folder.path):
        attempt(folder)


def attempt(folder: Folder) -> None:
    """Train in a folder, and write there also why it cannot be done.

    Raises
    ------
    LeftError
        If the server ends.
    """
    try:
        train(folder)
    except RefusedError as refusal:
        _fail(folder, refusal.name, **refusal.values)
    except durable.RoomError:
        folder.check()
        _fail(folder, "room")


def _fail(folder: Folder, name: str, **values: str) -> None:
    how = progress.read(folder.path) or Progress()
    with suppress(durable.RoomError):  # which the server meets as well, and says
        folder.tell(how.failed(name, **values))


def _watch_server(folder: Folder) -> None:
    """Wait for the end of the standard input: the server is gone."""
    with suppress(OSError):
        while os.read(0, 1024):
            pass
    folder.left.set()


def _watch_folder(folder: Folder) -> None:
    """Wait until the folder is deleted, by whichever server."""
    while folder.path.is_dir():
        time.sleep(_LOOK)
    folder.left.set()


def train(folder: Folder) -> None:
    """Train in a folder, in its turn, until its time is over or it is stopped, and publish what there is.

    Raises
    ------
    LeftError
        If the server ends.
    RefusedError, RoomError
        If it cannot be done.
    """
    text = (folder.path / store.TEXT).read_bytes().decode("utf-8")
    wish = Wish.from_json((folder.path / store.WISH).read_text("utf-8"))
    how = progress.read(folder.path) or Progress()
    if how.phase == "done":  # by another process, whose end this one has waited for
        return
    how = replace(how, failure="", values={}, of_seconds=wish.seconds, kinds=len(set(text)))
    folder.tell(replace(how, phase="waiting"))
    with _held(folder, folder.path.parent):
        folder.tell(replace(how, phase="beginning"))
        _trained(folder, text, wish, how)


@contextmanager
def _held(folder: Folder, place: Path) -> Iterator[None]:
    """Hold a place for the time of a block, as soon as no other process does."""
    with ExitStack() as held:
        while True:
            folder.check()
            try:
                held.enter_context(lock.locked(place))
                break
            except lock.LockedError:
                time.sleep(_LOOK / 2)
        yield


def _trained(folder: Folder, text: str, wish: Wish, how: Progress) -> None:
    recipe = plan.recipe(wish, len(text))
    _check_memory(memory(recipe, how.kinds, len(text)))
    limits.set_time(int(_LONGER * how.of_seconds) + _AROUND)
    needs.check_room(recipe, how.kinds, folder.path, states=0)
    command_line.import_tensorflow()

    from components.language_model.training.callbacks import DivergedError
    from components.language_model.training.timed import Run

    states = folder.path / store.STATES
    states.mkdir(exist_ok=True)
    run = Run(text, recipe, int(how.of_seconds), states)
    look = partial(_looked, run, plan.prompt(text), wish.seed)
    try:
        how = look(how, run.best())  # what is written before anything is learned; and all that it takes is compiled
        folder.tell(how)
        how = _learn(folder, run, replace(how, phase="training"), look)
    except DivergedError as error:
        raise RefusedError("diverged") from error
    folder.tell(replace(how, phase="finishing"))
    how = look(replace(how, phase="finishing"), run.best())
    folder.tell(how)
    _publish(folder, run)
    folder.tell(replace(how, phase="done"))
    (folder.path / store.STOP).unlink(missing_ok=True)  # not before: who goes on here is to stop as well
    run.forget()


def memory(recipe: Recipe, kinds: int, length: int) -> int:
    """Return about how many bytes of memory the process takes until the network's folder is written.

    Examples
    --------
    >>> memory(plan.recipe(Wish("medium"), 1_115_394), kinds=65, length=1_115_394)
    1125982516
    """
    return limits.TENSORFLOW + _OF_COMPILING + _OF_A_KIND * kinds + needs.memory(recipe, kinds, length)


def _check_memory(needed: int) -> None:
    free = free_memory()
    if free is not None and needed > free:
        raise RefusedError("memory", needed=amount(needed), free=amount(free))
    limits.set_limits(needed)


def _learn(folder: Folder, run: "Run", how: Progress, look: Callable[[Progress, "Measured"], Progress]) -> Progress:
    """Train until the time is over, or as long as more is wanted."""
    cost = 0.0
    while not run.is_over and folder.wants_more:
        until = run.seconds + plan.pause(run.of_seconds, run.seconds, cost)
        while run.seconds < until and not run.is_over and folder.wants_more:
            run.learn(min(_LOOK, until - run.seconds), lambda: folder.wants_more)
            folder.tell(replace(how, seconds=run.seconds, characters_per_second=run.speed))
        if not run.has_learned:  # nobody wants more
            break
        before = run.seconds
        with run.counted():
            measured = run.measure()  # also where nobody waits any more: it keeps where the run is
            folder.check()
            how = look(how, measured)
        how = replace(how, seconds=run.seconds)
        folder.tell(how)
        cost = run.seconds - before
    folder.check()
    if not run.losses:
        raise RefusedError("stopped")
    return how


def _looked(run: "Run", prompt: str, seed: int, how: Progress, measured: "Measured") -> Progress:
    """Return how a training goes, with what it predicts and writes now."""
    texts = run.live.write(prompt, TEMPERATURES, LENGTH, seed)
    return replace(
        how,
        seconds=run.seconds,
        points=tuple(
            Point(entry["seconds"], entry["passes"], entry["training"], entry["validation"]) for entry in run.losses
        ),
        watched=tuple(
            Watched(temperature, prompt, text) for temperature, text in zip(TEMPERATURES, texts, strict=True)
        ),
        predictions=len(measured.targets),
        best=_best(measured) if run.losses and len(measured.targets) >= LEAST_PREDICTIONS else None,
        characters_per_second=run.speed or how.characters_per_second,
    )


def _best(measured: "Measured") -> Best | None:
    """Return T* of what was measured, with its standard error."""

    def derivatives(inverse: float) -> tuple[float, float]:
        slope, curvature = slopes(measured.logits, measured.targets, inverse)
        return float(slope.mean()), float(curvature.mean())

    temperature = search(derivatives)
    error = standard_error(*slopes(measured.logits, measured.targets, 1 / temperature), temperature)
    return None if error is None else Best(temperature, error)


def _publish(folder: Folder, run: "Run") -> None:
    made, network = folder.path / store.MADE, folder.path / store.NETWORK
    run.publish(made)
    store.delete(network)
    made.replace(network)


if __name__ == "__main__":
    try:
        main()
    except Exception as error:  # without its message, which could hold something of a text
        sys.exit("".join([*traceback.format_tb(error.__traceback__), type(error).__name__]))
