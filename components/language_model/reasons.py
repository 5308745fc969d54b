"""Why a file of a model's folder is refused: a name, for which every language has a sentence, and its blanks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from json import JSONDecodeError

# Each with the names of what its sentence is filled with.
NAMES: Mapping[str, tuple[str, ...]] = {
    "checksum": (),  # it is not the file that was written
    "no_list": (),  # the list of checksums cannot be read
    "no_file": (),  # a folder, a pipe, too large, or not allowed to be read
    "no_json": (),  # or not a text in UTF-8
    "place": ("place",),  # another kind of value than belongs there
    "unfit_parts": (),  # every value is of its kind, but they do not fit each other
    "of_others": (),  # it was made with other weights
    "no_character": ("entry",),  # in a vocabulary: not a single character
    "twice": ("entry",),  # in a vocabulary: a character
    "no_characters": (),
    "sizes": ("outputs", "characters"),  # of the network and its vocabulary
    "not_finite": (),  # scores
    "otherwise": ("difference",),  # than Keras predicts, in nats
    # Of a saved network that cannot be taken
    "damaged": (),  # or not saved by Keras
    "too_much": (),  # bytes, numbers, memory or seconds
    "weights_alone": (),
    "never_built": (),
    "layer": ("layer", "kind"),  # no text can be written with it one character at a time
    "setting": ("layer", "setting", "value"),
    "no_chain": (),  # of layers, from the last character to the scores of the next
    "arrays": ("layer",),  # of other number, shape or type than the layer has
    "no_numbers": ("layer",),  # NaN or infinite weights
    "window": ("window", "longest"),
}


@dataclass(frozen=True)
class Reason:
    """A reason.

    Attributes
    ----------
    name : str
        One of `NAMES`.
    values : mapping of str to str
        What its sentence is filled with.

    Raises
    ------
    ValueError
        If there is no such reason, or its sentence is filled with something else.
    """

    name: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if set(self.values) != set(NAMES.get(self.name, ("",))):
            raise ValueError(f"there is no reason {self.name!r} with the values {list(self.values)}")


def reason_of(error: BaseException) -> Reason:
    """Return why something was refused, from the error that was met.

    Examples
    --------
    >>> reason_of(PermissionError()).name, reason_of(UnicodeDecodeError("utf-8", b"", 0, 1, "")).name
    ('no_file', 'no_json')
    """
    known = getattr(error, "reason", None)
    if isinstance(known, Reason):  # errors of Unicode have one that is a text
        return known
    if isinstance(error, OSError):
        return Reason("no_file")
    return Reason("no_json" if isinstance(error, JSONDecodeError | UnicodeError) else "unfit_parts")
