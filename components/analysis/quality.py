"""Quality and variety of a text: its words and how predictable its characters were."""

import math
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from components.language_model.corpus import word_matches

LEAST_WORDS = 3  # a share of one or two words means nothing

_JOINED = ("", "'", "’")  # nothing, or an apostrophe that may stand inside a word


def whole_words(text: str) -> list[str]:
    """Return the words of a text, in lower case, without those that its ends may have cut.

    Examples
    --------
    >>> whole_words("eak, speak. We kno")
    ['speak', 'we']
    """
    return [
        match.group().lower()
        for match in word_matches(text)
        if text[: match.start()] not in _JOINED and text[match.end() :] not in _JOINED
    ]


def word_share(text: str, known: AbstractSet[str] | None) -> float | None:
    """Return the share of a text's whole words that are known.

    Parameters
    ----------
    text : str
        May begin and end inside a word.
    known : set of str or None
        Words in lower case; None where they cannot be told.

    Returns
    -------
    float or None
        From 0 to 1; None below three words, and without known ones.

    Examples
    --------
    >>> word_share(" the sun the fzz ", {"the", "sun"})
    0.75
    """
    words = whole_words(text)
    if known is None or len(words) < LEAST_WORDS:
        return None
    return sum(word in known for word in words) / len(words)


def distinct_trigrams(text: str) -> float | None:
    """Return the share of a text's three-word sequences that are distinct (distinct-3).

    Parameters
    ----------
    text : str
        May begin and end inside a word.

    Returns
    -------
    float or None
        1 where nothing repeats; None below three words.

    References
    ----------
    Li et al., "A Diversity-Promoting Objective Function for Neural Conversation Models", NAACL 2016,
    https://arxiv.org/abs/1510.03055 (with one and two words).

    Examples
    --------
    >>> distinct_trigrams(" to be or to be or to be ")
    0.5
    """
    words = whole_words(text)
    if len(words) < LEAST_WORDS:
        return None
    sequences = list(zip(words, words[1:], words[2:], strict=False))
    return len(set(sequences)) / len(sequences)


def surprisals(log_probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the surprisal of every character in bits, from log-probabilities in nats.

    Examples
    --------
    >>> surprisals(np.log([1.0, 0.5]))
    array([0., 1.])
    """
    return np.abs(log_probabilities) / math.log(2)


def bits_per_character(log_probabilities: NDArray[np.float64]) -> float:
    """Return the mean surprisal of a text in bits, from log-probabilities in nats.

    Raises
    ------
    ValueError
        If there is none.

    Examples
    --------
    >>> bits_per_character(np.log([0.5, 0.125]))
    2.0
    """
    if not len(log_probabilities):
        raise ValueError("mean surprisal needs at least one character")
    return float(surprisals(log_probabilities).mean())
