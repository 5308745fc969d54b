"""What a run goes on from: all that stands after an epoch, or after a look at a run by time, in one file. No Keras."""

import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.language_model import durable

_KEPT = 2  # the newest, and the one before should it be damaged
_DAMAGE = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile)


class StateError(ValueError):
    """No state of a run can be read; the message names the file and says what to do."""


@dataclass(frozen=True)
class State:
    """A run after a whole number of epochs; or one that ends with its time, `timed.Run`, where it was looked at.

    Attributes
    ----------
    origin : dict
        What the run is of: text, recipe but for its epochs, and the model that it was started from.
    schedules : tuple of (int, int)
        The epochs that were asked for, each with the number of epochs that were done before; by time, the seconds.
    losses : tuple of dict
        An entry for each epoch or look: `"training"` and `"validation"` in nats per character, with the `"epoch"`, or
        by time with the `"seconds"` of training and the `"passes"` of the text until then.
    variables : sequence of ndarray
        Those of the network, the seeds of its dropout included, and those of the optimizer.
    best : sequence of ndarray
        The averaged weights with the lowest validation loss.
    """

    origin: dict[str, Any]
    schedules: tuple[tuple[int, int], ...]
    losses: tuple[dict[str, float], ...]
    variables: Sequence[NDArray[Any]]
    best: Sequence[NDArray[Any]]

    @property
    def epochs(self) -> int:
        """The number of epochs that are done, or of looks."""
        return len(self.losses)


def save(state: State, folder: Path) -> None:
    """Write a state, and remove those that it makes needless when it is whole.

    Raises
    ------
    RoomError
        If it cannot be written; the earlier ones stand.
    """
    record = json.dumps({name: getattr(state, name) for name in ("origin", "schedules", "losses")})
    arrays = {"record": np.array(record), **_named("variable", state.variables), **_named("best", state.best)}
    size = sum(array.nbytes for array in arrays.values())
    with durable.replacing(folder / f"epoch-{state.epochs:06}.npz", size) as stream:
        np.savez(stream, allow_pickle=False, **arrays)
    for needless in files(folder)[_KEPT:]:
        needless.unlink()


def files(folder: Path) -> list[Path]:
    """Return the files of a run's states, the newest first."""
    return sorted(folder.glob("epoch-*.npz"), reverse=True)


def epochs_kept(folder: Path) -> int:
    """Return the number of epochs after which the newest state was kept, 0 where there is none."""
    return max((int(file.stem.removeprefix("epoch-")) for file in files(folder)), default=0)


def newest(folder: Path, report: Callable[[str], None]) -> State | None:
    """Read the newest state that is whole, or return None where there is none yet.

    Parameters
    ----------
    folder : Path
        Where `save` wrote.
    report : callable
        Is told of a file that is damaged, and is removed once an earlier one is read in its place.

    Raises
    ------
    StateError
        If there are states and none is whole.
    """
    damaged = dict[Path, Exception]()
    for file in files(folder):
        try:
            state = _read(file)
        except _DAMAGE as error:
            damaged[file] = error
            continue
        for other in damaged:
            report(f"{other} is damaged ({damaged[other]}): the run goes on from {file.name}")
            other.unlink()
        return state
    if damaged:
        file = max(damaged)
        raise StateError(
            f"{file} is damaged ({damaged[file]}), and no earlier epoch is whole: remove {folder} to begin anew"
        ) from damaged[file]
    return None


def keep_newest(folder: Path) -> int:
    """Remove all states but the newest, and return its size in bytes."""
    first, *others = files(folder)
    for file in others:
        with suppress(OSError):
            file.unlink()
    return first.stat().st_size


def _named(name: str, arrays: Sequence[NDArray[Any]]) -> dict[str, NDArray[Any]]:
    return {f"{name}-{index:06}": array for index, array in enumerate(arrays)}


def _read(file: Path) -> State:
    """Read a state; the archive holds a checksum (CRC-32) of each array, which is compared."""
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        record = json.loads(str(arrays["record"]))
        return State(
            dict(record["origin"]),
            tuple((int(done), int(asked)) for done, asked in record["schedules"]),
            tuple(dict(entry) for entry in record["losses"]),
            [arrays[name] for name in sorted(arrays.files) if name.startswith("variable-")],
            [arrays[name] for name in sorted(arrays.files) if name.startswith("best-")],
        )
