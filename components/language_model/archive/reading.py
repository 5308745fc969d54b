"""The small process that reads a stranger's network: ``python -m components.language_model.archive.reading FILE``.

It needs h5py and NumPy alone, takes what it may use from its limits, and writes one line of JSON and then the arrays,
as little-endian float32 in the order of the chain. So nothing that a file does to it reaches the page.
"""

import json
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from components.language_model.archive import arrays, configuration, members
from components.language_model.archive.chain import ArchiveError, Chain

MEMORY = 600_000_000  # bytes of address space

Network = tuple[Chain, list[list[arrays.Floats]]]


def main() -> None:
    """Read the file that is named, and write what it holds, or why it is not taken."""
    _limit()
    output = sys.stdout.buffer
    try:
        chain, values = read(Path(sys.argv[1]))
    except ArchiveError as error:
        _write(output, {"refusal": str(error)})
    except RecursionError:
        _write(output, {"refusal": "its JSON nests deeper than Keras writes it"})
    except MemoryError:
        _write(output, {"refusal": f"reading it takes more than {MEMORY:,} bytes of memory"})
    else:
        _write(output, {"chain": chain.as_dict()})
        for array in (array for of_layer in values for array in of_layer):
            output.write(array.astype("<f4", copy=False).tobytes())


def read(path: Path) -> Network:
    """Return the network of a ``.keras`` archive or of a folder that one was unpacked into.

    Raises
    ------
    ArchiveError
        If it cannot be taken; the message is one sentence.
    """
    if path.is_dir():
        described, weights = members.from_folder(path)
        return _network(described, weights)
    with tempfile.TemporaryDirectory() as place:
        weights = Path(place) / members.WEIGHTS
        with weights.open("wb") as copy:
            described = members.from_archive(path, copy)
        return _network(described, weights)


def _network(described: bytes, weights: Path) -> Network:
    known = configuration.read(_json(described))
    with arrays.opened(weights) as file:
        return known.chain, [
            arrays.of_layer(file, place, shapes, layer.name)
            for place, shapes, layer in zip(known.places, known.chain.shapes, known.chain.layers, strict=True)
        ]


def _json(described: bytes) -> object:
    try:
        return json.loads(described)
    except ValueError as error:
        raise ArchiveError(f"{members.CONFIGURATION} is not JSON: save the network again") from error


def _write(output: BinaryIO, outcome: dict[str, object]) -> None:
    output.write(json.dumps(outcome).encode() + b"\n")


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):  # where there are none, the time is limited by who started this
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
