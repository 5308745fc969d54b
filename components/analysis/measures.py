"""All measures of one text: its words, its repetitions, and the confidence of the model that wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.analysis.quality import bits_per_character, distinct_trigrams, word_share
from components.analysis.repetition import compressed_share, loop
from components.language_model.content import parse
from components.language_model.lexicon import Lexicon
from components.temperature import entropy, log_probabilities

TENTHS = 10

Figure = float | None
Floats = NDArray[np.float64]


class Confidence(NamedTuple):
    """A model's confidence in its next character, for each character of a text, at a temperature.

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
    """The measures of one text; None where it is too short for one.

    Attributes
    ----------
    word_share : float or None
        Share of whole words that are in the training text, or of lines, or of pairs (`quality.word_share`).
    distinct_trigrams : float or None
        Share of three-word sequences that are distinct (`quality.distinct_trigrams`).
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

    def __post_init__(self) -> None:
        for name in ("word_share", "distinct_trigrams"):
            share = getattr(self, name)
            if share is not None and not 0 <= share <= 1:
                raise ValueError(f"{name} is from 0 to 1, got {share}")
        if (self.loop_period is None) != (self.loop_start is None):
            raise ValueError(f"a loop has a period and a start, got {self.loop_period} and {self.loop_start}")
        if self.entropy_tenths is not None and len(self.entropy_tenths) != TENTHS:
            raise ValueError(f"a text has {TENTHS} tenths, got {len(self.entropy_tenths)}")

    @property
    def loops(self) -> bool:
        """Whether the text ends in a loop."""
        return self.loop_period is not None

    @property
    def entropy_drift(self) -> Figure:
        """The mean entropy of the last tenth minus that of the first, in bits."""
        return None if self.entropy_tenths is None else self.entropy_tenths[-1] - self.entropy_tenths[0]


SINGLE = tuple(field.name for field in fields(Measures) if field.name != "entropy_tenths")
ALONG = tuple(f"entropy_tenth_{number}" for number in range(1, TENTHS + 1))
COLUMNS = (*SINGLE, *ALONG)
SUMMED = ("loops", "entropy_drift", *COLUMNS)  # the measures that have a mean over texts


def confidence(logits: NDArray[np.floating], temperature: float) -> Confidence:
    """Return the confidence of a model in each character of a text.

    Parameters
    ----------
    logits : ndarray of float, shape (length, characters)
        The scores that each character was picked from.
    temperature : float
        0 or more. At 0 the most likely character is certain; several share the mass.

    Examples
    --------
    >>> sure = confidence(np.log([[0.5, 0.25, 0.25], [0.8, 0.1, 0.1]]), temperature=1)
    >>> sure.top.round(6), sure.entropies.round(3)
    (array([0.5, 0.8]), array([1.5  , 0.922]))
    """
    probabilities = np.exp(log_probabilities(logits, temperature))  # (length, characters)
    return Confidence(probabilities.max(axis=-1), entropy(probabilities))


def tenths(values: Floats) -> tuple[float, ...] | None:
    """Return the mean of each tenth of some values; the tenths differ by one value at most.

    Returns
    -------
    tuple of float, or None
        Ten means; None below ten values.

    References
    ----------
    Braverman et al., "Calibration, Entropy Rates, and Memory in Language Models", 2019,
    https://arxiv.org/abs/1906.05664 (the entropy of generated text drifts along it).

    Examples
    --------
    >>> tenths(np.arange(20.0))
    (0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5, 16.5, 18.5)
    """
    if len(values) < TENTHS:
        return None
    return tuple(float(part.mean()) for part in np.array_split(values, TENTHS))


def measure(text: str, log_probabilities: Floats, sure: Confidence, lexicon: Lexicon) -> Measures:
    """Return all measures of a text.

    Parameters
    ----------
    text : str
        Written by a model, or read by it.
    log_probabilities : ndarray of float64, shape (length,)
        Of each character at T = 1, in nats.
    sure : Confidence
        Of the model in each character.
    lexicon : Lexicon
        What is counted in the text, and what of it is known.

    Raises
    ------
    ValueError
        If there is not one number of each kind for every character.

    Examples
    --------
    >>> measures = measure("hahaha", np.log([0.5] * 6), Confidence(np.full(6, 0.5), np.ones(6)), Lexicon())
    >>> measures.base_bits, measures.loop_period, measures.word_share
    (1.0, 2, None)
    """
    sizes = {len(text), len(log_probabilities), *map(len, sure)}
    if len(sizes) > 1:
        raise ValueError(f"a text of {len(text)} characters needs as many numbers of each kind, got {sorted(sizes)}")
    end = loop(text)
    return Measures(
        word_share(text, lexicon),
        distinct_trigrams(text, lexicon.unit),
        compressed_share(text),
        end.period if end else None,
        end.start if end else None,
        bits_per_character(log_probabilities) if text else None,
        float(sure.top.mean()) if text else None,
        float(sure.entropies.mean()) if text else None,
        tenths(sure.entropies),
    )


def figures(measures: Measures) -> dict[str, Figure]:
    """Return the stored figures of a text by name, with five decimals: `COLUMNS` in order."""
    single = [getattr(measures, name) for name in SINGLE]
    along = measures.entropy_tenths or (None,) * TENTHS
    return {
        name: round(value, 5) if isinstance(value, float) else value
        for name, value in zip(COLUMNS, (*single, *along), strict=True)
    }


def figure(measures: Measures, name: str) -> float:
    """Return one figure of `SUMMED`, NaN where there is none; a loop is 1 and none 0.

    Examples
    --------
    >>> figure(measure("hahaha", np.zeros(6), Confidence(np.ones(6), np.zeros(6)), Lexicon()), "loops")
    1.0
    """
    if name in ALONG:
        return measures.entropy_tenths[ALONG.index(name)] if measures.entropy_tenths else np.nan
    value = getattr(measures, name)
    return np.nan if value is None else float(value)


def from_figures(values: Mapping[str, Any]) -> Measures:
    """Return the measures that `figures` was made of.

    Raises
    ------
    ValueError, KeyError
        If one is missing, or is not what it should be.
    """
    along = [value for name in ALONG if (value := values[name]) is not None]
    return parse(Measures, {**values, "entropy_tenths": along or None})
