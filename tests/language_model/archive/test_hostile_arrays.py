"""Arrays that are not what the configuration says, or not in the file: one sentence each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import h5py
import numpy as np
import pytest

from components.language_model.archive import members, process
from tests.language_model.archive.damaging import parts, refused, sentence_of, with_weights, written

LSTM = "layers/lstm/cell/vars/0"
EMBEDDING = "layers/embedding/vars/0"


def _replace(file: h5py.File, place: str, **settings: object) -> None:
    del file[place]
    file.create_dataset(place, **settings)


def _external_link(file: h5py.File) -> None:
    del file[LSTM]
    file[LSTM] = h5py.ExternalLink("/etc/passwd", "/x")


def _soft_link(file: h5py.File) -> None:
    del file[LSTM]
    file[LSTM] = h5py.SoftLink("/layers/lstm/cell/vars/1")


def _circle(file: h5py.File) -> None:
    del file["layers/lstm/cell"]
    file["layers/lstm/cell"] = h5py.SoftLink("/layers/lstm/cell")


def _virtual(file: h5py.File) -> None:
    del file[LSTM]
    layout = h5py.VirtualLayout((5, 24), np.float32)
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (5, 24))
    file.create_virtual_dataset(LSTM, layout)


def _group(file: h5py.File) -> None:
    del file[LSTM]
    file.create_group(LSTM)


HOSTILE: dict[str, tuple[Callable[[h5py.File], None], str]] = {
    "an array in another file": (
        lambda file: _replace(file, LSTM, shape=(5, 24), dtype="f4", external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)]),
        "in another file",
    ),
    "a link to another file": (_external_link, "is a link to elsewhere"),
    "a link within the file": (_soft_link, "is a link to elsewhere"),
    "a circle of links": (_circle, "is a link to elsewhere|has no arrays"),
    "a virtual data set": (_virtual, "in another file"),
    "compressed": (
        lambda file: _replace(file, LSTM, data=np.zeros((5, 24), "f4"), compression="gzip"),
        "is compressed",
    ),
    "cut in pieces": (lambda file: _replace(file, LSTM, data=np.zeros((5, 24), "f4"), chunks=(5, 4)), "cut in pieces"),
    "3.6 GB that are not there": (
        lambda file: _replace(file, EMBEDDING, shape=(30_000, 30_000), dtype="f4"),
        r"claims 3,600,000,000 bytes, and 0 are in the file",
    ),
    "the right shape that is not there": (
        lambda file: _replace(file, LSTM, shape=(5, 24), dtype="f4"),
        "claims 480 bytes, and 0 are in the file",
    ),
    "another shape": (lambda file: _replace(file, LSTM, data=np.zeros((24, 5), "f4")), r"\(24, 5\) where \(5, 24\)"),
    "a scalar": (lambda file: _replace(file, LSTM, data=np.float32(1)), r"shape \(\) where"),
    "nothing": (lambda file: _replace(file, LSTM, data=h5py.Empty("f4")), "claims"),
    "int8": (lambda file: _replace(file, LSTM, data=np.zeros((5, 24), "i1")), "numbers of type int8"),
    "texts": (lambda file: _replace(file, LSTM, data=np.full((5, 24), b"x")), "numbers of type"),
    "objects": (lambda file: _replace(file, LSTM, shape=(5, 24), dtype=h5py.string_dtype()), "claims|type"),
    "pairs": (lambda file: _replace(file, LSTM, data=np.zeros((5, 24), "f4,f4")), "numbers of type"),
    "a group": (_group, "a group where an array is needed"),
    "one array too many": (lambda file: file.create_dataset("layers/lstm/cell/vars/3", data=[1.0]), "has 4 arrays"),
    "one array too few": (lambda file: file.__delitem__("layers/lstm/cell/vars/2"), "has 2 arrays"),
    "a layer that is not there": (
        lambda file: file.__delitem__("layers/dense"),
        "has no arrays at 'layers/dense/vars'",
    ),
    "NaN": (
        lambda file: file[LSTM].__setitem__((0, 0), np.nan),
        "layer 'lstm.*' has 1 numbers of 120 that are NaN or infinite",
    ),
    "infinite": (lambda file: file[LSTM].__setitem__(0, np.inf), "has 24 numbers of 120"),
    "too large for float32": (
        lambda file: _replace(file, LSTM, data=np.full((5, 24), 1e300)),
        "has 120 numbers of 120 that are NaN or infinite",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_array_that_is_not_what_it_should_be_is_one_sentence(name: str, whole: Path, tmp_path: Path) -> None:
    change, sentence = HOSTILE[name]
    refused(with_weights(whole, tmp_path / "their.keras", change), sentence)


def test_a_damaged_file_of_arrays_ends_in_a_sentence(whole: Path, tmp_path: Path) -> None:
    """Bytes changed by chance within valid archives: HDF5 itself has to cope, or the process ends alone."""
    content_of, random = parts(whole), np.random.default_rng(1)
    for at in range(12):
        content = bytearray(content_of[members.WEIGHTS])
        for place in random.integers(0, len(content), 60):
            content[place] = random.integers(256)
        path = written(tmp_path / f"{at}.keras", {**content_of, members.WEIGHTS: bytes(content)})
        sentence = sentence_of(partial(process.read, path))
        assert sentence is None or "\n" not in sentence
