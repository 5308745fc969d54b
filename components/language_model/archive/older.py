"""Files of one HDF5 alone: Keras 2's networks with their configuration in an attribute, and weights alone."""

import h5py
import numpy as np

from components.language_model.archive import arrays, configuration
from components.language_model.archive.chain import ArchiveError, Chain, Shape
from components.language_model.archive.configuration import Configuration
from components.language_model.archive.entries import parsed
from components.language_model.archive.loose import NEEDED, Told, chain_of, check_not_told

_LARGEST = 10_000  # members that are looked at


def read(file: h5py.File, told: Told | None) -> tuple[Chain, list[list[arrays.Floats]]]:
    """Return the network of a file; what an owner says of it counts where it holds weights alone.

    Raises
    ------
    ArchiveError
        If it cannot be taken.
    """
    if "model_config" in file.attrs:
        check_not_told(told)
        described = configuration.read(parsed(_text(file.attrs["model_config"]), "its configuration"))
        version = _text(file.attrs.get("keras_version", ""))
        check_meaning(described.chain, version)
        return described.chain, _by_name(arrays.member(file, "model_weights", "model_weights"), described)
    if told is None:
        raise ArchiveError(NEEDED, "weights_alone")
    shapes: dict[str, Shape] = {}
    _collect(file, "", shapes)
    chain, places = chain_of(shapes, told)
    flat = [
        arrays.array(arrays.member(file, place, place), shape, place)
        for place, shape in zip(places, (shape for of_layer in chain.shapes for shape in of_layer), strict=True)
    ]
    return chain, [flat]


def check_meaning(chain: Chain, version: str) -> None:
    """Refuse what an older version meant by a name that has another meaning now.

    Raises
    ------
    ArchiveError
        If a layer of Keras before version 3 has a hard sigmoid, which was another function.
    """
    for layer in chain.layers:
        if "hard_sigmoid" in (layer.activation, layer.recurrent_activation) and not version.startswith("3"):
            raise ArchiveError(
                f"layer {layer.name!r} ({layer.kind}) has the hard_sigmoid of Keras {version or 'before 3'}, which is "
                "another function in Keras 3: train it with a sigmoid",
                "setting",
                layer=layer.name,
                setting="activation",
                value="hard_sigmoid",
            )


def _by_name(group: h5py.Group, described: Configuration) -> list[list[arrays.Floats]]:
    values = []
    for name, shapes in zip(described.names, described.chain.shapes, strict=True):
        of_layer = arrays.member(group, name, name)
        names = [_text(entry) for entry in np.ravel(of_layer.attrs.get("weight_names", ()))]
        if len(names) != len(shapes):
            raise ArchiveError(
                f"layer {name!r} has {len(names)} arrays in the file, and {len(shapes)} by the configuration",
                "arrays",
                layer=name,
            )
        values.append(
            [
                arrays.array(arrays.member(of_layer, entry, name), shape, name)
                for entry, shape in zip(names, shapes, strict=True)
            ]
        )
    return values


def _collect(group: h5py.Group, before: str, shapes: dict[str, Shape]) -> None:
    """Note the shape of every array of numbers, by its path."""
    for name in group:
        place = f"{before}/{name}".lstrip("/")
        found = arrays.member(group, name, place)
        if isinstance(found, h5py.Group):
            _collect(found, place, shapes)
        elif found.shape and found.dtype.kind in "fV":
            shapes[place] = found.shape
        if len(shapes) > _LARGEST:
            raise ArchiveError(
                f"the file has more than {_LARGEST:,} arrays: it is no network of characters", "too_much"
            )


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
