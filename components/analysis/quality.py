"""Quality and variety of a text: what it is made of, and how predictable its characters were."""

import math

import numpy as np
from numpy.typing import NDArray

from components.language_model.corpus import word_matches
from components.language_model.lexicon import Lexicon, Unit, lines, pairs

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


def whole_lines(text: str) -> list[str]:
    r"""Return the lines of a text, in lower case, without its first and its last, which its ends may have cut.

    Examples
    --------
    >>> whole_lines("nn\nBob\nEve\nDa")
    ['bob', 'eve']
    """
    return lines("\n".join(text.split("\n")[1:-1]))


def word_share(text: str, lexicon: Lexicon) -> float | None:
    """Return the share of a text's whole words that are known; of its lines or pairs, where those are counted.

    Parameters
    ----------
    text : str
        May begin and end inside a word.
    lexicon : Lexicon
        What is counted, and what is known.

    Returns
    -------
    float or None
        From 0 to 1; None below three, and where it cannot be told what is known.

    Examples
    --------
    >>> word_share(" the sun the fzz ", Lexicon(Unit.WORD, frozenset({"the", "sun"})))
    0.75
    """
    whole = {Unit.WORD: whole_words, Unit.LINE: whole_lines, Unit.PAIR: pairs}[lexicon.unit](text)
    if lexicon.entries is None or len(whole) < LEAST_WORDS:
        return None
    return sum(one in lexicon.entries for one in whole) / len(whole)


def distinct_trigrams(text: str, unit: Unit = Unit.WORD) -> float | None:
    """Return the share of a text's three-word sequences that are distinct (distinct-3).

    Parameters
    ----------
    text : str
        May begin and end inside a word.
    unit : Unit, optional
        What is counted: by default words; or three lines, or, where pairs are, three characters.

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
    >>> distinct_trigrams("明月明月明月", Unit.PAIR)
    0.5
    """
    whole = {Unit.WORD: whole_words, Unit.LINE: whole_lines, Unit.PAIR: _characters}[unit](text)
    if len(whole) < LEAST_WORDS:
        return None
    sequences = list(zip(whole, whole[1:], whole[2:], strict=False))
    return len(set(sequences)) / len(sequences)


def _characters(text: str) -> list[str]:
    return [character for character in text if not character.isspace()]


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
