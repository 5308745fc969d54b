"""The process that reads what a visitor brings: ``python -m components.own.bringing FOLDER``.

It writes the network's folder there, and why, where the network is not taken. It ends when its standard input does.
"""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Thread

from components.language_model import adopt, command_line, zipped
from components.language_model.machine import free_memory
from components.language_model.reasons import Reason, reason_of
from components.language_model.scene_criteria import Effort
from components.own import limits, store
from components.own.bringing import CHARACTERS, FILE, OUTCOME, Outcome
from components.own.refusal import RefusedError, UnfitError
from components.own.texts import MOST_KINDS

PARAMETERS = 10_000_000  # at most: of a file of 20 MB in half precision
SECONDS = 300  # of a processor

_AT_ONCE = Effort(prompts=1, rounds=0)  # of the search for the first scene: its visitor waits
_OF_A_PARAMETER, _OF_A_KIND = 60, 150_000  # bytes of memory, in the file and in all that is made of it; measured
_BEGINNINGS = (b"PK", b"\x89HDF\r\n\x1a\n")  # of a zip and of HDF5


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the network that is in the folder that is given."""
    (name,) = sys.argv[1:] if arguments is None else arguments
    Thread(target=_end_with_input, daemon=True).start()
    limits.let_others_first()
    limits.set_limits(memory(PARAMETERS, MOST_KINDS))
    limits.set_time(SECONDS)
    store.write(Path(name) / OUTCOME, json.dumps(asdict(outcome(Path(name)))))


def memory(parameters: int, kinds: int) -> int:
    """Return about how many bytes of memory a network takes until its folder is written.

    Examples
    --------
    >>> memory(1_000_000, kinds=65)
    669750000
    """
    return limits.TENSORFLOW + _OF_A_PARAMETER * parameters + _OF_A_KIND * kinds


def _end_with_input() -> None:
    """Wait for the end of the standard input: the server is gone."""
    with suppress(OSError):
        while os.read(0, 1024):
            pass
    os._exit(1)


def outcome(folder: Path) -> Outcome:
    """Take the network that is in a folder, and return how that ended."""
    try:
        return Outcome(kinds=_take(folder))
    except UnfitError as error:
        return _unfit(error.reason)
    except RefusedError as error:
        return Outcome(error.name, values=error.values)
    except zipped.ZipError:
        return Outcome("zip_members")
    except ValueError as error:
        reason = reason_of(error)
        return Outcome("otherwise") if reason.name == "otherwise" else _unfit(reason)
    except OSError:
        return Outcome("room")
    except MemoryError:
        return _unfit(Reason("too_much"))
    except Exception:
        return _unfit(Reason("damaged"))


def _unfit(reason: Reason) -> Outcome:
    return Outcome("network", reason.name, dict(reason.values))


def _take(folder: Path) -> int:
    """Write the network's folder, and return how many characters the network has."""
    network = _read(folder / FILE, folder / CHARACTERS)
    kinds, parameters = len(network.characters), network.chain.parameters
    if kinds > MOST_KINDS:
        raise RefusedError("many_kinds", kinds=f"{kinds:,}", most=f"{MOST_KINDS:,}")
    free = free_memory()
    if parameters > PARAMETERS or (free is not None and free < memory(parameters, kinds)):
        raise UnfitError(Reason("too_much"))
    command_line.import_tensorflow()
    adopt.adopt(folder / FILE, network, None, folder / store.MADE, _AT_ONCE, report=lambda _: None)
    (folder / store.MADE).replace(folder / store.NETWORK)
    return kinds


def _read(file: Path, characters: Path) -> adopt.Network:
    with file.open("rb") as stream:
        if not stream.read(8).startswith(_BEGINNINGS):
            raise RefusedError("no_zip")
    if zipped.is_zipped(file):
        return adopt.read(file, None, None)
    if not characters.stat().st_size:
        raise RefusedError("no_characters")
    return adopt.read(file, characters, None)


if __name__ == "__main__":
    main()
