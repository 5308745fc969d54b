"""The arrays of an HDF5 file, read by name once their shapes and places in the file are known to be true."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import prod
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

from components.language_model.archive.chain import ArchiveError, Shape

Floats = NDArray[np.float32]

_DTYPES = ("float16", "float32", "float64")
_PLAIN = (h5py.h5d.CONTIGUOUS, h5py.h5d.COMPACT)


@contextmanager
def opened(path: Path) -> Iterator[h5py.File]:
    """Open a file of arrays; what HDF5 cannot make sense of is one sentence.

    Raises
    ------
    ArchiveError
        If the file is damaged.
    """
    try:
        with h5py.File(path, "r") as file:
            yield file
    except ArchiveError:
        raise
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError) as error:
        raise ArchiveError("the file of the weights is damaged: fetch or save it again") from error


def of_layer(file: h5py.Group, place: str, shapes: Sequence[Shape], layer: str) -> list[Floats]:
    """Return the arrays of a layer, which Keras numbers.

    Parameters
    ----------
    file : Group
        As `opened` gives it.
    place : str
        Where the layer is: its arrays are in ``place/vars/0`` and on.
    shapes : sequence of tuple
        What the configuration says of them.
    layer : str
        Its name, for a refusal.

    Raises
    ------
    ArchiveError
        If one is missing, of another shape, type or kind than Keras writes, or not a finite number throughout.
    """
    variables = member(file, f"{place}/vars", layer)
    count = len(variables) if isinstance(variables, h5py.Group) else "no list of"
    if count != len(shapes):
        raise ArchiveError(
            f"layer {layer!r} has {count} arrays in the file, and {len(shapes)} by the configuration: they are not of "
            "the same network",
            "arrays",
            layer=layer,
        )
    return [array(member(variables, str(at), layer), shape, layer) for at, shape in enumerate(shapes)]


def member(group: h5py.Group, path: str, layer: str) -> h5py.Group | h5py.Dataset:
    """Return what a path leads to, by ordinary links alone: others can lead out of the file, or nowhere."""
    for part in path.split("/"):
        if not isinstance(group, h5py.Group) or part not in group:
            raise ArchiveError(
                f"layer {layer!r} has no arrays at {path!r:.80} in the file: was the network never built?",
                "arrays",
                layer=layer,
            )
        if not isinstance(group.get(part, getlink=True), h5py.HardLink):
            raise ArchiveError(
                f"layer {layer!r} is a link to elsewhere in the file: save the network again", "arrays", layer=layer
            )
        group = group[part]
    return group


def array(dataset: h5py.Group | h5py.Dataset, shape: Shape, layer: str) -> Floats:
    """Return an array in float32, if it is what its shape says.

    Raises
    ------
    ArchiveError
        As `of_layer`.
    """
    _check_plain(dataset, layer)
    if dataset.shape != shape:
        raise ArchiveError(
            f"layer {layer!r} has an array of shape {dataset.shape} where {shape} is needed", "arrays", layer=layer
        )
    values = _floats(dataset, layer)
    if not np.isfinite(values).all():
        count = int(values.size - np.isfinite(values).sum())
        raise ArchiveError(
            f"layer {layer!r} has {count:,} numbers of {values.size:,} that are NaN or infinite",
            "no_numbers",
            layer=layer,
        )
    return values


def _check_plain(dataset: h5py.Group | h5py.Dataset, layer: str) -> None:
    """Refuse a data set whose numbers do not all stand in one piece in this file."""
    if not isinstance(dataset, h5py.Dataset):
        raise ArchiveError(f"layer {layer!r} has a group where an array is needed", "arrays", layer=layer)
    plist = dataset.id.get_create_plist()
    if dataset.is_virtual or plist.get_external_count() or plist.get_layout() not in _PLAIN or plist.get_nfilters():
        raise ArchiveError(
            f"layer {layer!r} has an array that is compressed, cut in pieces or in another file: Keras stores none so",
            "arrays",
            layer=layer,
        )
    claimed, held = prod(dataset.shape or ()) * dataset.dtype.itemsize, dataset.id.get_storage_size()
    if dataset.shape is None or claimed != held or claimed > dataset.file.id.get_filesize():
        raise ArchiveError(
            f"layer {layer!r} has an array that claims {claimed:,} bytes, and {held:,} are in the file",
            "arrays",
            layer=layer,
        )


def _floats(dataset: h5py.Dataset, layer: str) -> Floats:
    if dataset.dtype.itemsize == 2 and dataset.dtype.kind == "V" and dataset.attrs.get("dtype") == "bfloat16":
        # The upper half of a float32.
        return (dataset[()].view(np.uint16).astype(np.uint32) << 16).view(np.float32)
    if dataset.dtype.name not in _DTYPES:
        raise ArchiveError(
            f"layer {layer!r} has numbers of type {dataset.dtype.name}: taken are bfloat16, {', '.join(_DTYPES)}, each "
            "read as float32",
            "arrays",
            layer=layer,
        )
    with np.errstate(over="ignore"):  # what does not fit is infinite, and said by the caller
        return np.asarray(dataset[()], np.float32)
