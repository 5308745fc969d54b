"""Weights that were saved without their layers: what the shapes tell, and what the owner has to say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from components.language_model.archive.chain import GATES, ArchiveError, Chain, Layer, Shape

CELLS = {"lstm": "LSTM", "gru": "GRU", "rnn": "SimpleRNN"}
NEEDED = (
    "it holds weights alone, without their layers: say what reads them, --cell lstm, --cell gru or --cell rnn, and "
    "--logits if the last Dense layer has no softmax"
)

_ORDER = ("embeddings", "kernel", "recurrent_kernel", "bias")  # of a layer's arrays
_OTHERS = re.compile(r"optimizer|seed_generator|keras_api|states|_CHECKPOINTABLE", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What an owner says of weights that were saved alone; of the rest Keras's defaults are taken.

    Attributes
    ----------
    cell : str
        One of `CELLS`.
    logits : bool
        Whether the last layer has no softmax.
    """

    cell: str
    logits: bool


def check_not_told(told: Told | None) -> None:
    """Refuse what an owner says of a file that says it itself.

    Raises
    ------
    ArchiveError
        If something is told.
    """
    if told is not None:
        raise ArchiveError("the file says itself what its layers are: leave --cell and --logits out")


def chain_of(shapes: Mapping[str, Shape], told: Told) -> tuple[Chain, list[str]]:
    """Return the network that some arrays make up, and their places in its order.

    Parameters
    ----------
    shapes : mapping of str to tuple
        The shape of the array at each place, such as ``gru/cell/vars/0`` or ``gru/cell/kernel``.
    told : Told
        What the shapes do not say.

    Raises
    ------
    ArchiveError
        If they do not make up a chain of an Embedding, such cells and Dense layers.

    Examples
    --------
    >>> shapes = {"dense/bias": (7,), "dense/kernel": (3, 7), "embedding/embeddings": (7, 3)}
    >>> chain, places = chain_of(shapes, Told("gru", logits=True))
    >>> [layer.kind for layer in chain.layers], places
    (['Embedding', 'Dense'], ['embedding/embeddings', 'dense/kernel', 'dense/bias'])
    """
    places = sorted((place for place in shapes if shapes[place] and not _OTHERS.search(place)), key=_within_layer)
    recurrent = {_owner(place) for place in places if _is_second(place) and len(shapes[place]) == 2}

    def rank(place: str) -> int:
        return 0 if "embed" in place else 1 if _owner(place) in recurrent else 2

    if not places:
        raise ArchiveError("it holds no weights: was the network never built?")
    refusals = []
    for order in (sorted(places, key=rank), places):
        try:
            return _parsed([shapes[place] for place in order], told), order
        except ArchiveError as error:
            refusals.append(error)
    raise refusals[0]


def _owner(place: str) -> str:
    return str(PurePosixPath(place).parent)


def _name(place: str) -> str:
    return PurePosixPath(place).name.removesuffix(":0").lstrip("_")


def _is_second(place: str) -> bool:
    return _name(place) in ("recurrent_kernel", "1")


def _within_layer(place: str) -> tuple[list[str | int], int]:
    """Order places by layer, numbers by their value, and within a layer as Keras does."""
    name = _name(place)
    parts = re.split(r"(\d+)", _owner(place) if name in _ORDER else place)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], _ORDER.index(name) if name in _ORDER else 0


def _parsed(shapes: Sequence[Shape], told: Told) -> Chain:
    kind = CELLS[told.cell]
    rest = list(shapes)
    layers: list[Layer] = []
    size = characters = rest[0][0] if rest and len(rest[0]) == 2 else 0
    while rest:
        layer = _next(rest, size, kind, first=not layers)
        taken = len(layer.shapes(size))
        if [*layer.shapes(size)] != rest[:taken]:
            raise ArchiveError(
                f"the arrays {', '.join(map(str, rest[:3]))} are no {kind} or Dense layer that reads {size} numbers: "
                f"is --cell {told.cell} what the network has?"
            )
        layers.append(layer)
        rest, size = rest[taken:], layer.units
    return Chain(characters, tuple(layers), softmax=not told.logits)


def _next(rest: Sequence[Shape], size: int, kind: str, *, first: bool) -> Layer:
    """Return the layer whose arrays come first."""
    side = rest[0][-1]
    units = side // GATES[kind]
    if len(rest) > 1 and rest[1] == (units, side) and rest[0] == (size, side) and side == units * GATES[kind]:
        bias = rest[2] if len(rest) > 2 and rest[2] in ((side,), (2, side)) else None
        reset_after = kind == "GRU" and bias != (side,)
        return Layer(kind.lower(), kind, units, "tanh", use_bias=bias is not None, reset_after=reset_after)
    has_bias = len(rest) > 1 and rest[1] == (side,)
    if first and not has_bias:
        return Layer("embedding", "Embedding", side)
    return Layer("dense", "Dense", side, use_bias=has_bias)
