"""Why a visitor's text or file is refused, or a training fails: a name, for which every language has a sentence."""

from collections.abc import Mapping

from components.language_model.reasons import Reason

# Each with the names of what its sentence is filled with.
NAMES: Mapping[str, tuple[str, ...]] = {
    # Of a text
    "empty": (),
    "short": ("characters", "least"),
    "long": ("characters", "most"),
    "utf_16": (),
    "cp1252": ("byte",),  # it can be read as the Windows encoding of Western languages
    "gb18030": ("byte",),  # it can be read as the Chinese encoding, and most of it is Chinese then
    "not_text": (),  # binary
    "nul": ("place",),
    "one_kind": ("character",),  # one character over and over
    "many_kinds": ("kinds", "most"),
    # Of a training
    "memory": ("needed", "free"),
    "room": (),  # on the disk
    "diverged": (),
    "stopped": (),  # before anything was learned
    "killed": (),  # the process ended before its time
    "two_at_once": (),  # of the same visitor
    "full": ("most",),  # the store of all visitors
    # Of a file that is brought
    "no_file": (),
    "large_file": ("size", "most"),
    "no_zip": (),
    "zip_members": (),  # not those that the page gives away
    "no_characters": (),
    "network": (),  # it cannot be taken, for a reason of the reader
    "otherwise": (),  # Keras's own call predicts something else
}


class RefusedError(ValueError):
    """A text or a file is refused.

    Parameters
    ----------
    name : str
        One of `NAMES`.
    values : str
        What its sentence is filled with.
    """

    def __init__(self, name: str, **values: str) -> None:
        if set(values) != set(NAMES.get(name, ("",))):
            raise ValueError(f"there is no refusal {name!r} with the values {list(values)}")
        self.name, self.values = name, values
        super().__init__(f"{name} {values or ''}".strip())


class UnfitError(RefusedError):
    """A network is refused, for a reason of its reader, which has a sentence as well.

    Parameters
    ----------
    reason : Reason
        That of the reader.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__("network")
        self.reason = reason
