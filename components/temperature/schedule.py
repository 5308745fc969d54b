"""Temperatures that change along a text: by its length, or by the place in the word.

A temperature is a number, the same at every step, or one of two schedules. What a step needs to know is its number and
whether it begins a word, so that a table of two columns holds all there is to know of any of them.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from components.temperature.checks import Floats, checked_temperature


class Shape(StrEnum):
    """How a ramp goes from one temperature to another."""

    LINEAR = "linear"
    COSINE = "cosine"  # half a period: flat at both ends


@dataclass(frozen=True)
class Ramp:
    """A temperature that falls or rises along a text, and stays where it has arrived.

    Attributes
    ----------
    start, end : float
        The temperatures of the first step and of the last; finite, 0 or more.
    length : int
        The number of steps, 1 or more; with 1 the only temperature is `start`.
    shape : Shape, optional
        How it goes from one to the other.

    Raises
    ------
    ValueError
        If a temperature is negative or not finite, or the length is no whole number of 1 or more.

    References
    ----------
    The cosine is that of Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2016,
    https://arxiv.org/abs/1608.03983, with a temperature in the place of a learning rate.

    Examples
    --------
    >>> falling = Ramp(1.5, 0.5, length=5)
    >>> [falling.at(step) for step in range(6)]
    [1.5, 1.25, 1.0, 0.75, 0.5, 0.5]
    >>> [round(Ramp(1.5, 0.5, 5, Shape.COSINE).at(step), 3) for step in range(5)]
    [1.5, 1.354, 1.0, 0.646, 0.5]
    """

    start: float
    end: float
    length: int
    shape: Shape = Shape.LINEAR

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            object.__setattr__(self, name, finite_temperature(getattr(self, name)))
        object.__setattr__(self, "length", whole_number("length", self.length, "a schedule needs an end"))
        object.__setattr__(self, "shape", Shape(self.shape))

    @property
    def constant(self) -> float | None:
        """The one temperature of all steps, or None where it changes."""
        return self.start if self.start == self.end or self.length == 1 else None

    @property
    def highest(self) -> float:
        """The highest temperature of all."""
        return max(self.start, self.end)

    def at(self, step: int, *, word_start: bool = False) -> float:
        """Return the temperature of a step, counted from 0; where a word begins does not matter."""
        way = min(step / (self.length - 1), 1.0) if self.length > 1 else 0.0
        if self.shape is Shape.COSINE:
            way = (1 - math.cos(math.pi * way)) / 2
        return (1 - way) * self.start + way * self.end


@dataclass(frozen=True)
class WordPlace:
    """One temperature for the first letter of a word, another inside it.

    Attributes
    ----------
    first : float
        The temperature of a step after a space, a line break or the like, and of the first step of all.
    inside : float
        That of all other steps: also of the space after a word.

    Raises
    ------
    ValueError
        If a temperature is negative or not finite.

    Examples
    --------
    >>> place = WordPlace(first=1.3, inside=0.4)
    >>> place.at(7, word_start=True), place.at(7, word_start=False)
    (1.3, 0.4)
    """

    first: float
    inside: float

    def __post_init__(self) -> None:
        for name in ("first", "inside"):
            object.__setattr__(self, name, finite_temperature(getattr(self, name)))

    @property
    def constant(self) -> float | None:
        """The one temperature of all steps, or None where it changes."""
        return self.first if self.first == self.inside else None

    @property
    def highest(self) -> float:
        """The highest temperature of all."""
        return max(self.first, self.inside)

    def at(self, step: int, *, word_start: bool = False) -> float:
        """Return the temperature of a step that begins a word, or of one that does not; its number does not matter."""
        return self.first if word_start else self.inside


Schedule = Ramp | WordPlace
Temperature = float | Schedule


def temperature_at(temperature: Temperature, step: int, *, word_start: bool) -> float:
    """Return the temperature of a step.

    Parameters
    ----------
    temperature : float, Ramp or WordPlace
        A number is the same at every step.
    step : int
        Counted from 0, the first character after the prompt.
    word_start : bool
        Whether the step begins a word, as `starts_word` says of the character before it.

    Examples
    --------
    >>> temperature_at(0.7, 3, word_start=True), temperature_at(WordPlace(1.3, 0.4), 3, word_start=True)
    (0.7, 1.3)
    """
    return temperature.at(step, word_start=word_start) if isinstance(temperature, Schedule) else float(temperature)


def starts_word(previous: str) -> bool:
    r"""Return whether the character after this one begins a word: after white space, and after nothing.

    Parameters
    ----------
    previous : str
        One character, or the empty text where there is none.

    Examples
    --------
    >>> [starts_word(previous) for previous in ("", " ", "\n", "\u3000", "a", "'")]
    [True, True, True, True, False, False]
    """
    return not previous or previous.isspace()


def temperature_table(temperature: Temperature, steps: range) -> Floats:
    """Return the temperatures of some steps, inside a word and at the start of one.

    Parameters
    ----------
    temperature : float, Ramp or WordPlace
        A number is the same at every step.
    steps : range
        Counted from 0.

    Returns
    -------
    ndarray of float64, shape (len(steps), 2)
        Column 0 is for steps inside a word, column 1 for those that begin one: `int(starts_word(previous))`.

    Examples
    --------
    >>> temperature_table(WordPlace(first=1.3, inside=0.4), range(2))
    array([[0.4, 1.3],
           [0.4, 1.3]])
    >>> temperature_table(Ramp(2, 1, length=3), range(3))[:, 0]
    array([2. , 1.5, 1. ])
    """
    both = (False, True)
    if not isinstance(temperature, Schedule):
        return np.full((len(steps), len(both)), float(temperature))
    rows = [[temperature_at(temperature, step, word_start=start) for start in both] for step in steps]
    return np.array(rows, dtype=np.float64).reshape(len(steps), len(both))


def temperatures_along(temperature: Temperature, text: str, before: str = "", first_step: int = 0) -> Floats:
    """Return the temperature with which each character of a text was picked.

    Parameters
    ----------
    temperature : float, Ramp or WordPlace
        A number is the same at every step.
    text : str
        The characters that were picked.
    before : str, optional
        What stands before them; only its last character matters.
    first_step : int, optional
        The step of the first character.

    Returns
    -------
    ndarray of float64, shape (len(text),)
        Temperatures.

    Examples
    --------
    >>> temperatures_along(WordPlace(first=1.3, inside=0.4), "a king", before="to")
    array([0.4, 0.4, 1.3, 0.4, 0.4, 0.4])
    """
    previous = [before[-1:], *text[:-1]][: len(text)]
    columns = np.array([starts_word(character) for character in previous], dtype=np.intp)
    steps = range(first_step, first_step + len(text))
    return np.asarray(temperature_table(temperature, steps)[np.arange(len(text)), columns])


def finite_temperature(temperature: float) -> float:
    """Return a temperature as a float if it is finite and 0 or more.

    Raises
    ------
    ValueError
        If it is not.
    """
    return float(checked_temperature(temperature, finite=True)[0])


def whole_number(name: str, value: int, remedy: str) -> int:
    """Return a value as an int if it is a whole number of 1 or more.

    Raises
    ------
    ValueError
        If it is not: with the name, the value and the remedy.
    """
    if isinstance(value, bool | np.bool_) or not math.isfinite(value) or value != int(value) or value < 1:
        raise ValueError(f"{name} must be a whole number of 1 or more, got {value}: {remedy}")
    return int(value)
