"""How a training goes, as the process that trains writes it and the page reads it: one file, replaced as a whole."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from components.own import store

Phase = Literal["waiting", "beginning", "training", "finishing", "done", "failed"]

LEAST_PREDICTIONS = 4_000  # of held-out characters, below which T* would be chance

PHASES: tuple[Phase, ...] = get_args(Phase)


@dataclass(frozen=True)
class Point:
    """The losses at one moment.

    Attributes
    ----------
    seconds : float
        Of training until then, those before an interruption included.
    passes : float
        How often the training text was read until then.
    training, held_out : float
        In nats per character; of the held-out text, with the averaged weights that are kept.
    """

    seconds: float
    passes: float
    training: float
    held_out: float


@dataclass(frozen=True)
class Watched:
    """A text that is written while the network learns, with the same seed each time.

    Attributes
    ----------
    temperature : float
        Of the text.
    prompt, text : str
        What was given, and what the network wrote behind it.
    """

    temperature: float
    prompt: str
    text: str


@dataclass(frozen=True)
class Best:
    """The temperature that predicts the held-out text best.

    Attributes
    ----------
    temperature : float
        T*.
    error : float
        Its standard error.
    """

    temperature: float
    error: float


@dataclass(frozen=True)
class Progress:
    """How a training goes.

    Attributes
    ----------
    phase : str
        One of `PHASES`.
    seconds, of_seconds : float
        Of training that are done, and all that were asked for.
    points : sequence of Point
        The losses so far, in the order of time.
    watched : sequence of Watched
        The newest texts, in the order of `wish.TEMPERATURES`.
    predictions : int
        Of held-out characters that are measured: of a short text all, of one with many kinds some. 0 before the first.
    best : Best or None
        T* of the newest weights; None before the first look, with fewer than `LEAST_PREDICTIONS`, and where it has no
        standard error.
    characters_per_second : float or None
        How fast it learns on this machine; None until it was measured.
    kinds : int
        How many different characters the text has.
    failure : str
        Why it failed: the name of a sentence, see `components.own.refusal`; empty where it did not.

    Examples
    --------
    >>> Progress.from_dict(json.loads(json.dumps(asdict(Progress("training", 3.0, 60.0))))).seconds
    3.0
    """

    phase: Phase = "beginning"
    seconds: float = 0.0
    of_seconds: float = 0.0
    points: Sequence[Point] = ()
    watched: Sequence[Watched] = ()
    predictions: int = 0
    best: Best | None = None
    characters_per_second: float | None = None
    kinds: int = 0
    failure: str = ""
    values: dict[str, str] = field(default_factory=dict)  # what the sentence of a failure is filled with

    def __post_init__(self) -> None:
        if self.phase not in PHASES:
            raise ValueError(f"phase must be one of {', '.join(PHASES)}, got {self.phase}")

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.phase in ("done", "failed")

    @property
    def has_learned(self) -> bool:
        """Whether there is something that can be kept."""
        return bool(self.points) or self.phase in ("training", "finishing", "done")

    def failed(self, failure: str, **values: str) -> "Progress":
        """Return it with the reason why nothing more will come."""
        return replace(self, phase="failed", failure=failure, values=values)

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> "Progress":
        """Return it from what `asdict` made of it.

        Raises
        ------
        ValueError, TypeError
            If it is something else.
        """
        if not isinstance(record, dict):
            raise TypeError("this is no progress of a training")
        best = record.get("best")
        parts = {
            "points": tuple(Point(**point) for point in record.get("points", ())),
            "watched": tuple(Watched(**text) for text in record.get("watched", ())),
            "best": None if best is None else Best(**best),
        }
        return cls(**{**record, **parts})


def write(progress: Progress, folder: Path) -> None:
    """Write how a training goes into a visitor's folder.

    Raises
    ------
    RoomError
        If it cannot be written.
    """
    store.write(folder / store.PROGRESS, json.dumps(asdict(progress)))


def read(folder: Path) -> Progress | None:
    """Return how a training goes, or None where nothing is known yet."""
    try:
        return Progress.from_dict(json.loads((folder / store.PROGRESS).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
