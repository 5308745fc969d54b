"""What is taken of a stranger's network: a chain of layers, each with its settings and the shapes of its arrays."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import prod
from typing import Any

from components.language_model.reasons import Reason

Shape = tuple[int, ...]

TAKEN = (
    "Embedding, LSTM, GRU, SimpleRNN, Dropout, Dense and TimeDistributed(Dense), with a softmax or nothing at the end"
)
GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}  # the recurrent layers: products of a step side by side in one kernel
ACTIVATIONS = frozenset(
    "linear relu relu6 leaky_relu tanh sigmoid hard_sigmoid softsign softplus elu selu gelu silu swish exponential "
    "mish".split()
)
LARGEST = 48_000_000  # numbers in all arrays together: 192 MB of float32
_LARGEST_SIZE = 1_000_000  # of one side of an array


class ArchiveError(ValueError):
    """A saved network cannot be taken; the message says what is wrong, and what would be taken.

    Parameters
    ----------
    message : str
        One sentence for who brings the network in.
    name : str, optional
        Of the reason that a page gives, one of `reasons.NAMES`.
    values : object
        What the reason's sentence is filled with; a stranger's names are shortened.
    """

    def __init__(self, message: str, name: str = "damaged", **values: object) -> None:
        self.reason = Reason(name, {blank: f"{value!s:.60}" for blank, value in values.items()})
        super().__init__(message)


@dataclass(frozen=True)
class Layer:
    """A layer that has arrays.

    Parameters
    ----------
    name : str
        What its owner called it.
    kind : str
        Its class in Keras: Embedding, Dense or one of `GATES`.
    units : int
        The size of its output.
    activation, recurrent_activation : str, optional
        Names of Keras's own functions.
    use_bias, reset_after : bool, optional
        As in Keras; the second of a GRU alone.

    Raises
    ------
    ArchiveError
        If a setting is of another type or not one that is taken.

    Examples
    --------
    >>> Layer("gru", "GRU", 5).shapes(4)
    ((4, 15), (5, 15), (2, 15))
    """

    name: str
    kind: str
    units: int
    activation: str = "linear"
    recurrent_activation: str = "sigmoid"
    use_bias: bool = True
    reset_after: bool = True

    def __post_init__(self) -> None:
        if self.kind not in {"Embedding", "Dense", *GATES}:
            raise ArchiveError(
                f"layer {self.name!r} ({self.kind}) cannot be sampled from; taken are {TAKEN}",
                "layer",
                layer=self.name,
                kind=self.kind,
            )
        check_size(self.units, "units", self.name)
        for setting in ("activation", "recurrent_activation"):
            value = getattr(self, setting)
            if not isinstance(value, str) or value not in ACTIVATIONS:
                raise ArchiveError(
                    f"layer {self.name!r} ({self.kind}) has {setting} {value!r:.60}; taken are "
                    f"{', '.join(sorted(ACTIVATIONS))}, and a softmax at the end",
                    "setting",
                    layer=self.name,
                    setting=setting,
                    value=value,
                )
        for setting in ("use_bias", "reset_after"):
            check_true(getattr(self, setting), setting, self.name)

    def shapes(self, inputs: int) -> tuple[Shape, ...]:
        """Return the shapes of its arrays in Keras's order, for so many inputs."""
        if self.kind == "Embedding":
            return ((inputs, self.units),)
        side = GATES.get(self.kind, 1) * self.units
        kernels: tuple[Shape, ...] = ((inputs, side), (self.units, side)) if self.kind in GATES else ((inputs, side),)
        bias: Shape = (2, side) if self.kind == "GRU" and self.reset_after else (side,)
        return (*kernels, bias) if self.use_bias else kernels


@dataclass(frozen=True)
class Chain:
    """A network: layers one after the other, from a character to scores of the next one.

    Parameters
    ----------
    characters : int
        How many it reads, as codes or one-hot, and writes.
    layers : tuple of Layer
        An Embedding at most as the first, a Dense as the last.
    softmax : bool
        Whether it ends in a softmax, not in logits.
    skips_zero : bool, optional
        Whether a character of code 0 leaves the state as it is (Embedding's mask_zero).
    window : int or None, optional
        How many characters it reads at once, from a zero state, to predict the one after them; None where it reads
        them one after the other.

    Raises
    ------
    ArchiveError
        If the layers do not make such a network, or it is too large.

    Examples
    --------
    >>> Chain(7, (Layer("embed", "Embedding", 3), Layer("head", "Dense", 7)), softmax=False).shapes
    (((7, 3),), ((3, 7), (7,)))
    """

    characters: int
    layers: tuple[Layer, ...]
    softmax: bool
    skips_zero: bool = False
    window: int | None = None

    def __post_init__(self) -> None:
        check_size(self.characters, "the number of characters")
        if self.window is not None:
            check_size(self.window, "the length of the input")
        if not self.layers:
            raise ArchiveError(f"the network has no layer; taken are {TAKEN}", "no_chain")
        last = self.layers[-1]
        if last.kind != "Dense" or last.activation != "linear":
            raise ArchiveError(
                f"the network ends in {last.name!r} ({last.kind}, {last.activation}): it must end in a Dense layer "
                "with a softmax or without activation, which gives a score for each character",
                "no_chain",
            )
        for layer in self.layers[1:]:
            if layer.kind == "Embedding":
                raise ArchiveError(
                    f"layer {layer.name!r} (Embedding) must be the first: it reads the characters' codes", "no_chain"
                )
        if last.units != self.characters:
            raise ArchiveError(
                f"the network reads {self.characters} characters, one-hot or as codes, and layer {last.name!r} writes "
                f"{last.units}: it cannot read what it wrote",
                "no_chain",
            )
        if self.parameters > LARGEST:
            raise ArchiveError(
                f"the network has {self.parameters:,} parameters: at most {LARGEST:,} are taken", "too_much"
            )

    @property
    def shapes(self) -> tuple[tuple[Shape, ...], ...]:
        """The shapes of each layer's arrays, in Keras's order."""
        inputs = (self.characters, *(layer.units for layer in self.layers))
        return tuple(layer.shapes(size) for layer, size in zip(self.layers, inputs, strict=False))

    @property
    def parameters(self) -> int:
        """How many numbers all arrays have together."""
        return sum(prod(shape) for of_layer in self.shapes for shape in of_layer)

    def as_dict(self) -> dict[str, Any]:
        """Return the chain as JSON holds it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, entries: Mapping[str, Any]) -> "Chain":
        """Return the chain that `as_dict` describes, checked."""
        return cls(**{**entries, "layers": tuple(Layer(**layer) for layer in entries["layers"])})


def check_size(value: object, what: str, layer: str = "") -> int:
    """Return a size of an array if it is one.

    Parameters
    ----------
    value : object
        The size.
    what : str
        What it is the size of; a layer's setting.
    layer : str, optional
        The layer's name; by default the size is one of the whole network.

    Raises
    ------
    ArchiveError
        If it is no whole number from 1 to 1,000,000.
    """
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _LARGEST_SIZE:
        return value
    wrong = f"{what} must be a whole number from 1 to {_LARGEST_SIZE:,}, got {value!r:.40}"
    if not layer:
        raise ArchiveError(wrong, "no_chain")
    raise ArchiveError(f"layer {layer!r}: {wrong}", "setting", layer=layer, setting=what, value=value)


def check_true(value: object, setting: str, layer: str) -> bool:
    """Return a setting of a layer that is true or false.

    Raises
    ------
    ArchiveError
        If it is neither.
    """
    if not isinstance(value, bool):
        raise ArchiveError(
            f"layer {layer!r}: {setting} must be true or false, got {value!r:.40}",
            "setting",
            layer=layer,
            setting=setting,
            value=value,
        )
    return value
