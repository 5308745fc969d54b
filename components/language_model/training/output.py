"""The folder that a run writes into: what stands there already, and the finished model. Needs no Keras."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from components.language_model import checksums
from components.language_model.folder import (
    SCENE,
    TRAINING,
    VOCABULARY,
    WORDS,
    ModelError,
    ModelFolder,
    check_network,
    record,
)
from components.language_model.training import lock
from components.language_model.training.state import State, files

UNFINISHED = ".training"


class OutputError(ValueError):
    """The output folder cannot be used; the message says why and what to do."""


def check_place(output: Path) -> None:
    """Validate that a folder is free for a run, or has one in it.

    Raises
    ------
    OutputError
        If it holds something else, or a model without what its run would go on from, or its name is none.
    """
    with _making(output):
        if output.is_file() or (output.is_dir() and any(output.iterdir()) and not _has_run(output)):
            raise OutputError(f"{output} holds something, and nothing is overwritten: give another --output")


def _has_run(output: Path) -> bool:
    """Return whether a run in a folder can go on, or begin without a loss."""
    folder = output / UNFINISHED
    return folder.is_dir() and (bool(files(folder)) or not (output / TRAINING).exists())


@contextmanager
def unfinished(output: Path) -> Iterator[Path]:
    """Make, or find again, the folder in which a run keeps what it goes on from, and hold it for the block.

    Raises
    ------
    OutputError
        If it cannot be made, or another run writes into it.
    """
    folder = output / UNFINISHED
    with ExitStack() as held:
        with _making(output):
            folder.mkdir(parents=True, exist_ok=True)
            held.enter_context(lock.locked(folder))
        yield folder


@contextmanager
def _making(output: Path) -> Iterator[None]:
    try:
        yield
    except lock.LockedError as error:
        raise OutputError(f"another run writes into {output}: wait for its end, or give another --output") from error
    except OSError as error:
        raise OutputError(f"{output} cannot be made ({error.strerror}): give another --output") from error


def check_same_run(output: Path, state: State, origin: dict[str, Any], epochs: int) -> None:
    """Validate that the run of an output folder can go on as it is asked to.

    Raises
    ------
    OutputError
        If it is of another text or recipe, or has more epochs already.
    """
    if state.origin != origin:
        raise OutputError(
            f"{output} holds a run with another {_difference(state.origin, origin)}: give the same to go on, another "
            f"--output, or remove {output / UNFINISHED}"
        )
    if state.epochs > epochs:
        raise OutputError(f"{output} holds a run of {state.epochs} epochs: give as many --epochs, or more")


def is_finished(output: Path, epochs: int) -> bool:
    """Return whether a folder holds the model that a run of so many epochs ends in, whole."""
    try:
        recorded = record(output)
        check_network(ModelFolder.at(output), recorded)
        for file in (VOCABULARY, WORDS, SCENE):
            checksums.check(output, file)
    except (ModelError, OSError, ValueError):
        return False
    recipe = recorded.get("recipe") or {}
    return recipe.get("epochs") == epochs and all((output / file).is_file() for file in (VOCABULARY, WORDS, SCENE))


def move_into(output: Path, made: Path) -> None:
    """Put the files of a model's folder in the place of those that stand in another, the record last."""
    for file in sorted(made.iterdir(), key=lambda file: file.name == TRAINING):
        file.replace(output / file.name)


def _difference(there: dict[str, Any], here: dict[str, Any]) -> str:
    """Return the names of what differs between two runs."""
    settings = sorted(
        f"{name} ({there['recipe'].get(name)} there, {value} here)"
        for name, value in here["recipe"].items()
        if there["recipe"].get(name) != value
    )
    others = {"corpus_sha256": "text", "started_from": "--start-from"}
    return ", ".join([*settings, *(name for key, name in others.items() if there.get(key) != here.get(key))])
