"""What a visitor asks for: how large a network, and how long it is trained."""

import json
from dataclasses import asdict, dataclass
from typing import Literal, get_args

Size = Literal["small", "medium"]

SIZES: tuple[Size, ...] = get_args(Size)
MINUTES = range(1, 21)
SHORTEST, LONGEST = 2_000, 2_000_000  # characters of a text
MINUTE = 60.0  # seconds
TEMPERATURES = (0.2, 0.5, 1.0, 1.2)  # of the texts that are watched, as in Keras's own example


@dataclass(frozen=True)
class Wish:
    """What is asked for.

    Attributes
    ----------
    size : {"small", "medium"}
        Of the network.
    minutes : int
        That it is trained for, waiting not counted.
    seed : int
        Of everything that is drawn, also of the texts that are watched.

    Raises
    ------
    ValueError
        If one of them is out of its range.

    Examples
    --------
    >>> Wish.from_json(Wish("small", 3).to_json())
    Wish(size='small', minutes=3, seed=1)
    """

    size: Size = "small"
    minutes: int = 3
    seed: int = 1

    def __post_init__(self) -> None:
        if self.size not in SIZES:
            raise ValueError(f"size must be one of {', '.join(SIZES)}, got {self.size}")
        if self.minutes not in MINUTES:
            raise ValueError(f"minutes must be from {MINUTES.start} to {MINUTES[-1]}, got {self.minutes}")

    @property
    def seconds(self) -> float:
        """The time of training in seconds."""
        return MINUTE * self.minutes

    def to_json(self) -> str:
        """Return it as a file has it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Wish":
        """Return it from what `to_json` wrote.

        Raises
        ------
        ValueError
            If it is something else.
        """
        try:
            return cls(**json.loads(text))
        except TypeError as error:
            raise ValueError("this is no wish for a network") from error
