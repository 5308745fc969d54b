"""What a sweep costs: time, room and memory, worked out before it starts. Needs no Keras."""

from dataclasses import dataclass
from pathlib import Path

from components.language_model import durable
from components.language_model.machine import amount, free_memory

_CHARACTERS_PER_SECOND = 50_000  # written and measured on two cores by a network of a million parameters
_STORED, _HELD = 200, 2_000  # bytes of a text's measures: in the file, and in memory
_HOUR = 3600  # seconds
_SPANS = (("days", 24 * _HOUR), ("hours", _HOUR), ("minutes", 60), ("seconds", 1))


@dataclass(frozen=True)
class Cost:
    """What it takes to write and measure texts.

    Parameters
    ----------
    texts : int
        Their number.
    length : int
        Characters of each.
    window : int, optional
        How many characters the network reads for each that it writes.

    Examples
    --------
    >>> print(Cost(texts=672, length=1000))
    672 texts of 1,000 characters: about 13 seconds on two cores, and 134.4 kB
    """

    texts: int
    length: int
    window: int = 1

    @property
    def seconds(self) -> float:
        """About how long it takes on two cores."""
        return self.texts * self.length * self.window / _CHARACTERS_PER_SECOND

    @property
    def size(self) -> int:
        """About how many bytes of a file the measures take."""
        return self.texts * _STORED

    def __str__(self) -> str:
        name, span = next(((name, span) for name, span in _SPANS if self.seconds >= 2 * span), _SPANS[-1])
        return (
            f"{self.texts:,} texts of {self.length:,} characters: about {self.seconds / span:,.0f} {name} on two "
            f"cores, and {amount(self.size)}"
        )

    def check(self, output: Path, *, is_agreed: bool) -> None:
        """Validate that there is memory and room for it in a folder, and that more than an hour is agreed to.

        Raises
        ------
        ValueError
            If it takes more than an hour and nobody agreed, or more memory than there is.
        RoomError
            If the file does not fit onto the disk.
        """
        held, free = self.texts * _HELD, free_memory()
        if free is not None and held > free:
            raise ValueError(
                f"{self}; their measures take {amount(held)} of memory, and {amount(free)} are free: ask for fewer"
            )
        durable.check_room(output, self.size)
        if self.seconds > _HOUR and not is_agreed:
            raise ValueError(f"{self}: add --yes if that is meant, or ask for fewer")
