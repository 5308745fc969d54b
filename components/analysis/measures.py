"""All measures of one text: its words, its repetitions, and how sure the model was that wrote it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.analysis.quality import bits_per_character, distinct_trigrams, word_share
from components.analysis.repetition import compressed_share, loop
from components.temperature import entropy, log_probabilities

TENTHS = 10

Figure = float | None
Floats = NDArray[np.float64]


class Confidence(NamedTuple):
    """How sure of its next character a model was, character by character, at a temperature.

    Attributes
    ----------
    top : ndarray of float64, shape (length,)
        The probability of the most likely character.
    entropies : ndarray of float64, shape (length,)
        The entropy of the distribution, in bits.
    """

    top: Floats
    entropies: Floats


@dataclass(frozen=True)
class Measures:
    """What was measured on one text; None where a text is too short for a measure.

    Attributes
    ----------
    word_share : float or None
        Share of whole words that are in the training text (`quality.word_share`).
    distinct_trigrams : float or None
        Share of runs of three words that are distinct (`quality.distinct_trigrams`).
    compressed_share : float or None
        Compressed size over size (`repetition.compressed_share`).
    loop_period, loop_start : int or None
        The loop that the text ends in (`repetition.loop`); None where it ends in none.
    base_bits : float or None
        Mean surprisal at T = 1, in bits per character.
    top_probability : float or None
        Mean probability of the most likely character, at the temperature of the text.
    entropy : float or None
        Mean entropy of the next character, in bits, at the temperature of the text.
    entropy_tenths : tuple of float, or None
        The same over each tenth of the text; None below ten characters.
    """

    word_share: Figure
    distinct_trigrams: Figure
    compressed_share: Figure
    loop_period: int | None
    loop_start: int | None
    base_bits: Figure
    top_probability: Figure
    entropy: Figure
    entropy_tenths: tuple[float, ...] | None

    @property
    def loops(self) -> bool:
        """Whether the text ends in a loop."""
        return self.loop_period is not None

    @property
    def entropy_drift(self) -> Figure:
        """How much more uncertain the model was in the last tenth than in the first, in bits."""
        return None if self.entropy_tenths is None else self.entropy_tenths[-1] - self.entropy_tenths[0]


SINGLE = tuple(field.name for field in fields(Measures) if field.name != "entropy_tenths")
ALONG = tuple(f"entropy_tenth_{place}" for place in range(1, TENTHS + 1))
COLUMNS = (*SINGLE, *ALONG)
SUMMED = ("loops", "entropy_drift", *COLUMNS)  # what a mean is taken of


def confidence(logits: NDArray[np.floating], temperature: float) -> Confidence:
    """Give how sure a model was of each character of a text.

    Parameters
    ----------
    logits : ndarray of float, shape (length, characters)
        For each character, the scores that it was picked from.
    temperature : float
        0 or more. At 0 the most likely character is certain (characters that tie share the mass).

    Returns
    -------
    Confidence
        Two numbers a character.

    Examples
    --------
    >>> sure = confidence(np.log([[0.5, 0.25, 0.25], [0.8, 0.1, 0.1]]), temperature=1)
    >>> sure.top.round(6), sure.entropies.round(3)
    (array([0.5, 0.8]), array([1.5  , 0.922]))
    """
    chances = np.exp(log_probabilities(logits, temperature))
    return Confidence(chances.max(axis=-1), entropy(chances))


def tenths(values: Floats) -> tuple[float, ...] | None:
    """Give the mean of each tenth of some values; the tenths differ by one value at most.

    Returns
    -------
    tuple of float, or None
        Ten means; None below ten values.

    References
    ----------
    Braverman et al., "Calibration, Entropy Rates, and Memory in Language Models", 2019,
    https://arxiv.org/abs/1906.05664 (the entropy of what models write drifts along the text).

    Examples
    --------
    >>> tenths(np.arange(20.0))
    (0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5, 16.5, 18.5)
    """
    if len(values) < TENTHS:
        return None
    return tuple(float(part.mean()) for part in np.array_split(values, TENTHS))


def measure(text: str, log_probabilities: Floats, sure: Confidence, known: AbstractSet[str]) -> Measures:
    """Measure one text.

    Parameters
    ----------
    text : str
        As a model wrote it, or as it read it.
    log_probabilities : ndarray of float64, shape (length,)
        For each character, its log-probability at T = 1, in nats.
    sure : Confidence
        For each character, how sure the model was.
    known : set of str
        The words of the training text, in lower case.

    Returns
    -------
    Measures
        Those that the text is long enough for.

    Raises
    ------
    ValueError
        If there is not one number a character.

    Examples
    --------
    >>> found = measure("hahaha", np.log([0.5] * 6), Confidence(np.full(6, 0.5), np.ones(6)), set())
    >>> found.base_bits, found.loop_period, found.word_share
    (1.0, 2, None)
    """
    sizes = {len(text), len(log_probabilities), *map(len, sure)}
    if len(sizes) > 1:
        raise ValueError(f"a text of {len(text)} characters needs as many numbers of each kind, got {sorted(sizes)}")
    end = loop(text)
    return Measures(
        word_share(text, known),
        distinct_trigrams(text),
        compressed_share(text),
        end.period if end else None,
        end.start if end else None,
        bits_per_character(log_probabilities) if text else None,
        float(sure.top.mean()) if text else None,
        float(sure.entropies.mean()) if text else None,
        tenths(sure.entropies),
    )


def figures(measures: Measures) -> dict[str, Figure]:
    """Give every stored figure of a text by its name, with five decimals: `COLUMNS` in order."""
    single = [getattr(measures, name) for name in SINGLE]
    along = measures.entropy_tenths or (None,) * TENTHS
    return {
        name: round(value, 5) if isinstance(value, float) else value
        for name, value in zip(COLUMNS, (*single, *along), strict=True)
    }


def figure(measures: Measures, name: str) -> float:
    """Give one figure of `SUMMED`, NaN where there is none; a loop is 1 and none 0.

    Examples
    --------
    >>> figure(measure("hahaha", np.zeros(6), Confidence(np.ones(6), np.zeros(6)), set()), "loops")
    1.0
    """
    if name in ALONG:
        return measures.entropy_tenths[ALONG.index(name)] if measures.entropy_tenths else np.nan
    value = getattr(measures, name)
    return np.nan if value is None else float(value)


def from_figures(values: dict[str, Figure]) -> Measures:
    """Give the measures that `figures` was made of.

    Raises
    ------
    KeyError
        If one is missing.
    """
    single: dict[str, Any] = {name: values[name] for name in SINGLE}
    along = tuple(value for name in ALONG if (value := values[name]) is not None)
    return Measures(**single, entropy_tenths=along or None)
