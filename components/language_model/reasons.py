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
    "said": ("said",),  # by the reader of networks, about a layer or a setting
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
    """

    name: str
    values: Mapping[str, str] = field(default_factory=dict)


def own_reason(error: BaseException) -> Reason | None:
    """Return the reason that an error of ours carries, or None."""
    reason = getattr(error, "reason", None)
    return reason if isinstance(reason, Reason) else None  # errors of Unicode have one that is a text


def reason_of(error: BaseException) -> Reason:
    """Return why something was refused, from the error that was met.

    Examples
    --------
    >>> reason_of(PermissionError()).name, reason_of(UnicodeDecodeError("utf-8", b"", 0, 1, "")).name
    ('no_file', 'no_json')
    """
    known = own_reason(error)
    if known is not None:
        return known
    if isinstance(error, OSError):
        return Reason("no_file")
    return Reason("no_json" if isinstance(error, JSONDecodeError | UnicodeError) else "unfit_parts")
