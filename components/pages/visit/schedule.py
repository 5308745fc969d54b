"""A temperature that changes along the text: the same on every page that writes, and kept in the link."""

from dataclasses import dataclass

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.visit.link import Field, number, read
from components.temperature.scale import HIGHEST, LOWEST
from components.temperature.schedule import Ramp, Schedule, Shape, WordPlace

STAYS, WORD = "stays", "word"
RAMPS = tuple(shape.value for shape in Shape)
KINDS = (STAYS, *RAMPS, WORD)
USUAL = dict.fromkeys(KINDS, (1.5, 0.5)) | {WORD: (1.3, 0.4)}  # the two temperatures of each kind

KIND, FIRST, SECOND = KEYS = ("schedule kind", "schedule first", "schedule second")  # of the fields on the page
_DECIMALS = 2  # of a temperature
_BETWEEN = "_"


@dataclass(frozen=True)
class Choice:
    """What was chosen, whatever the length of the text.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    first, second : float
        The temperatures of the beginning and of the end; or of a word's first letter and inside it.
    """

    kind: str = STAYS
    first: float = USUAL[STAYS][0]
    second: float = USUAL[STAYS][1]

    def over(self, length: int) -> Schedule | None:
        """Return the schedule over so many characters; None where T stays.

        Examples
        --------
        >>> Choice("linear", 1.5, 0.5).over(400)
        Ramp(start=1.5, end=0.5, length=400, shape=<Shape.LINEAR: 'linear'>)
        """
        if self.kind == STAYS:
            return None
        if self.kind == WORD:
            return WordPlace(self.first, self.second)
        return Ramp(self.first, self.second, length, Shape(self.kind))


def offered(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the kinds that a network can write with: where nothing parts words, there is no place in the word."""
    return KINDS if " " in vocabulary.characters else (STAYS, *RAMPS)


def chosen() -> Choice:
    """Return what was chosen, as the fields have it, or where they have not been shown as the link has it."""
    linked, state = read(SCHEDULE), st.session_state
    kind = state.get(KIND, linked.kind)
    if kind == STAYS:
        return Choice()
    return _nearest(Choice(kind, state.get(FIRST, linked.first), state.get(SECOND, linked.second)))


def current(vocabulary: Vocabulary, length: int) -> Schedule | None:
    """Return the schedule that is on, or None.

    Parameters
    ----------
    vocabulary : Vocabulary
        The network's.
    length : int
        The characters that it goes over, from the first one after the prompt that was typed.
    """
    choice = chosen()
    return choice.over(length) if choice.kind in offered(vocabulary) else None


def follow_kind() -> None:
    """Let temperatures that nobody has changed become the usual ones of another kind; for a callback."""
    state = st.session_state
    if (state.get(FIRST), state.get(SECOND)) in {(None, None), *USUAL.values()}:
        put(Choice(state[KIND], *USUAL[state[KIND]]))


def clear() -> None:
    """Let T stay; for a callback."""
    st.session_state[KIND] = STAYS


def put(choice: Choice) -> None:
    """Fill the fields; for a callback."""
    st.session_state.update(dict(zip(KEYS, (choice.kind, choice.first, choice.second), strict=True)))


def _parse(text: str) -> Choice | None:
    """Return what a link means, such as ``linear_1.5_0.5``: without an end there is no schedule."""
    kind, *texts = text.split(_BETWEEN)
    numbers = [value for value in map(number, texts) if value is not None]
    if kind not in KINDS[1:] or len(texts) != 2 or len(numbers) != 2:
        return None
    return Choice(kind, *numbers)


def _nearest(choice: Choice) -> Choice:
    first, second = (round(min(max(t, LOWEST), HIGHEST), _DECIMALS) + 0.0 for t in (choice.first, choice.second))
    return Choice(choice.kind, first, second)


def _write(choice: Choice) -> str:
    return _BETWEEN.join((choice.kind, f"{choice.first:g}", f"{choice.second:g}"))


SCHEDULE: Field[Choice] = Field(
    "schedule",
    _parse,
    Choice(),
    adopt=put,
    nearest=_nearest,
    write=_write,
    wanted=lambda words: words.schedule.wanted,
    of_a_scene=True,
)
