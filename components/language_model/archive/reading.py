"""The small process that reads a stranger's network: ``python -m components.language_model.archive.reading FILE``.

It needs h5py and NumPy alone, takes what it may use from its limits, and writes one line of JSON and then the arrays,
as little-endian float32 in the order of the chain. So nothing that a file does to it reaches the page. Only a
checkpoint of TensorFlow needs TensorFlow, and more memory.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from components.language_model.archive import arrays, checkpoint, configuration, members, older
from components.language_model.archive.chain import ArchiveError, Chain
from components.language_model.archive.entries import parsed
from components.language_model.archive.loose import Told, check_not_told

MEMORY, MEMORY_OF_TENSORFLOW = 600_000_000, 8_000_000_000  # bytes of address space
SECONDS = 60  # of one processor: a machine that is busy may take as long as it likes
_GRACE = 5  # seconds until the system ends what does not heed the limit

Network = tuple[Chain, list[list[arrays.Floats]]]

_ZIP, _HDF5 = b"PK", b"\x89HDF\r\n\x1a\n"  # how such a file begins


def main(arguments: Sequence[str]) -> None:
    """Read the file that is named, with what is told of it, and write what it holds, or why it is not taken."""
    path, *told = Path(arguments[0]), *arguments[1:]
    limit = MEMORY if checkpoint.prefix(path) is None else MEMORY_OF_TENSORFLOW
    _limit(limit)
    output = sys.stdout.buffer
    try:
        chain, values = read(path, Told(told[0], told[1] == "logits") if told else None)
    except ArchiveError as error:
        _refuse(output, error)
    except RecursionError:
        _refuse(output, ArchiveError("its JSON nests deeper than Keras writes it"))
    except MemoryError:
        _refuse(output, ArchiveError(f"reading it takes more than {limit:,} bytes of memory", "too_much"))
    else:
        _write(output, {"chain": chain.as_dict()})
        for array in (array for of_layer in values for array in of_layer):
            output.write(array.astype("<f4", copy=False).tobytes())


def read(path: Path, told: Told | None = None) -> Network:
    """Return the network of a file or folder.

    Parameters
    ----------
    path : Path
        A ``.keras`` archive or a folder that one was unpacked into, an HDF5 file, a SavedModel's folder, or the index
        of a checkpoint.
    told : Told, optional
        What the owner says of weights that were saved alone.

    Raises
    ------
    ArchiveError
        If it cannot be taken; the message is one sentence.
    """
    start = checkpoint.prefix(path)
    if start is not None:
        return checkpoint.read(start, told)
    if path.is_dir():
        check_not_told(told)
        return _network(*members.from_folder(path))
    members.checked_file(path)
    with path.open("rb") as file:
        beginning = file.read(len(_HDF5))
    if beginning.startswith(_HDF5):
        with arrays.opened(path) as hdf5:
            return older.read(hdf5, told)
    if not beginning.startswith(_ZIP):
        raise ArchiveError(
            f"{path.name} is no saved network: a .keras or .h5 file, the folder of one, or a SavedModel is needed"
        )
    check_not_told(told)
    with tempfile.TemporaryDirectory() as place:
        weights = Path(place) / members.WEIGHTS
        with weights.open("wb") as copy:
            described = members.from_archive(path, copy)
        return _network(described, weights)


def _network(described: members.Described, weights: Path) -> Network:
    known = configuration.read(parsed(described.configuration, members.CONFIGURATION))
    metadata = parsed(described.metadata, members.METADATA)
    older.check_meaning(known.chain, str(metadata.get("keras_version", "")) if isinstance(metadata, dict) else "")
    with arrays.opened(weights) as file:
        return known.chain, [
            arrays.of_layer(file, place, shapes, layer.name)
            for place, shapes, layer in zip(known.places, known.chain.shapes, known.chain.layers, strict=True)
        ]


def _refuse(output: BinaryIO, error: ArchiveError) -> None:
    _write(output, {"refusal": str(error), "reason": error.reason.name, "values": dict(error.reason.values)})


def _write(output: BinaryIO, outcome: dict[str, object]) -> None:
    output.write(json.dumps(outcome).encode() + b"\n")


def _limit(memory: int, seconds: int = SECONDS) -> None:
    def refuse(*_: object) -> None:
        raise ArchiveError(f"reading it takes more than {seconds} seconds of a processor", "too_much")

    with suppress(ImportError, ValueError, OSError):  # where there are none, the time is limited by who started this
        import resource
        import signal

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXCPU, refuse)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + _GRACE))


if __name__ == "__main__":
    main(sys.argv[1:])
