"""What all commands share: one way to name a model, failures in one sentence."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from components.language_model.folder import DEFAULT_MODEL, ModelError, available, name_of, named

_BAR = 30  # characters
_INFORMING = (b"I0", b"WARNING: All log messages before absl::InitializeLog()")  # how such a line begins


def parser(module: str, description: str) -> argparse.ArgumentParser:
    """Return a parser for ``python -m module``."""
    return argparse.ArgumentParser(prog=f"python -m {module}", description=description)


def add_model(to: argparse._ActionsContainer) -> None:
    """Add the option that names a model; `folder.named` returns its folder."""
    to.add_argument(
        "--model",
        metavar="MODEL",
        default=name_of(DEFAULT_MODEL),
        help="a model's name in model_weights, or the path of its folder (default: %(default)s)",
    )


def add_models(to: argparse.ArgumentParser) -> None:
    """Add the options that name one model or all of them; `models` returns their folders."""
    which = to.add_mutually_exclusive_group()
    add_model(which)
    which.add_argument("--all", action="store_true", help="all models of model_weights, one after the other")


def models(options: argparse.Namespace) -> Sequence[Path]:
    """Return the folders of the models that the options of `add_models` name."""
    return list(available().values()) if options.all else [named(options.model)]


def add_corpus(to: argparse.ArgumentParser, use: str) -> None:
    """Add the option for the text that a model was trained with."""
    to.add_argument("--corpus", metavar="FILE", type=Path, required=True, help=f"a UTF-8 text: {use} (required)")


def import_tensorflow() -> None:
    """Import TensorFlow without its log lines, which would stand between a reader and the progress.

    While it is imported it writes them past Python to the process's own stream of errors, whatever level is set.
    All but those that inform are written again after it.
    """
    if "tensorflow" in sys.modules:
        return
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # for what it says later
    sys.stderr.flush()
    errors = os.dup(2)
    with tempfile.TemporaryFile() as lines:
        os.dup2(lines.fileno(), 2)
        try:
            import tensorflow  # noqa: F401
        finally:
            os.dup2(errors, 2)
            os.close(errors)
            lines.seek(0)
            os.write(2, b"".join(line for line in lines if not line.startswith(_INFORMING)))


@contextmanager
def command(name: str, *, stopped: str = "stopped, and nothing was written") -> Iterator[None]:
    """End the program with one sentence where the block fails or is interrupted.

    Parameters
    ----------
    name : str
        The command, for the beginning of the sentence.
    stopped : str, optional
        What is said after an interruption that does not say it itself.
    """
    try:
        yield
    except (ModelError, ValueError, OSError) as error:
        sys.exit(f"{name}: {error}")
    except MemoryError:
        sys.exit(f"{name}: the memory of this machine is used up: end other programs, or ask for less")
    except KeyboardInterrupt as error:
        sys.exit(f"{name}: {str(error) or stopped}")


def show(line: str) -> None:
    """Show a line of progress."""
    print(line, file=sys.stderr, flush=True)


def progress_bar(what: str) -> Callable[..., None]:
    """Return a report that draws a bar for so many of so many pieces; further arguments are not used."""
    began = time.monotonic()

    def draw(done: int, of: int, *_: object) -> None:
        filled = _BAR * done // of
        seconds = time.monotonic() - began
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {of} {what}, {seconds:.0f} s")
        sys.stderr.write("\n" if done == of else "")
        sys.stderr.flush()

    return draw
