"""Starting the process that reads a stranger's network, and checking what it hands over."""

import json
import os
import subprocess
import sys
import tempfile
from math import prod
from pathlib import Path

import numpy as np

from components.language_model.archive.arrays import Floats
from components.language_model.archive.chain import ArchiveError, Chain
from components.language_model.archive.loose import Told

SECONDS = 600  # that reading may take, whatever else the machine does; it limits its own processor time

_ROOT = Path(__file__).parents[3]
_READER = "components.language_model.archive.reading"
_LONGEST_LINE = 1_000_000  # bytes


def read(path: Path, told: Told | None = None) -> tuple[Chain, list[Floats]]:
    """Return a saved network: its chain of layers, and their arrays in Keras's order.

    Parameters
    ----------
    path : Path
        As for `reading.read`.
    told : Told, optional
        What the owner says of weights that were saved alone.

    Raises
    ------
    ArchiveError
        If it cannot be taken; the message is one sentence.
    """
    of_owner = [] if told is None else [told.cell, "logits" if told.logits else "softmax"]
    with tempfile.TemporaryFile() as answer:
        try:
            ended = subprocess.run(
                [sys.executable, "-m", _READER, str(path.absolute()), *of_owner],
                cwd=_ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # its threads would take much of the address space
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise ArchiveError(f"reading it took longer than {SECONDS} seconds", "too_much") from error
        if ended.returncode:
            raise ArchiveError(f"the process that read it broke down ({ended.returncode}): the file is damaged")
        answer.seek(0)
        chain = _chain(answer.readline(_LONGEST_LINE))
        shapes = [shape for of_layer in chain.shapes for shape in of_layer]
        values = np.fromfile(answer, "<f4", chain.parameters)
    if len(values) < chain.parameters:
        raise ArchiveError("the process that read it handed over too few numbers")
    parts = np.split(values, np.cumsum([prod(shape) for shape in shapes])[:-1])
    return chain, [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]


def _chain(line: bytes) -> Chain:
    try:
        outcome = json.loads(line)
        if "refusal" in outcome:
            raise ArchiveError(str(outcome["refusal"]), outcome["reason"], **outcome["values"])
        return Chain.from_dict(outcome["chain"])
    except ArchiveError:
        raise
    except (ValueError, KeyError, TypeError) as error:  # whatever the file has made of the process
        raise ArchiveError("the process that read it handed over what it never writes: the file is damaged") from error
