r"""What a text is made of, and which of that is known: words, whole lines, or pairs of neighbouring characters.

A list of names has a name on each line; a Chinese text has no spaces that would part its words. Needs no Keras.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from components.language_model import corpus
from components.language_model.vocabulary import Vocabulary

_LINES = 0.9  # share of a text's lines that are one word: then it is a list
_SPACES = 0.01  # share of a text's characters: with fewer of them nothing parts its words


class Unit(StrEnum):
    """What is counted in a text, and looked up in the text that a network was trained on."""

    WORD = "word"
    LINE = "line"
    PAIR = "pair"

    @classmethod
    def of(cls, text: str) -> "Unit":
        r"""Return what is counted in a text: lines in a list of single words, words where there are spaces, or pairs.

        Examples
        --------
        >>> Unit.of("Speak, speak.").value, Unit.of("Ann\nBob\n").value, Unit.of("床前明月光，疑是地上霜。\n").value
        ('word', 'line', 'pair')
        """
        written = lines(_without_marks(text))
        single = sum(corpus.words(line) == [line] for line in written)
        if written and single >= _LINES * len(written):
            return cls.LINE
        return cls.WORD if text.count(" ") >= _SPACES * len(text) else cls.PAIR

    @classmethod
    def without_text(cls, vocabulary: Vocabulary) -> "Unit":
        """Return what is counted where no text of a network is at hand."""
        return cls.WORD if " " in vocabulary.characters else cls.PAIR


@dataclass(frozen=True)
class Lexicon:
    """What is known of a network's text.

    Attributes
    ----------
    unit : Unit
        What is counted.
    entries : frozenset of str or None
        All that are known, in lower case; None where they cannot be told.
    """

    unit: Unit = Unit.WORD
    entries: frozenset[str] | None = None


def _without_marks(text: str) -> str:
    """Return a text without what many scripts write above, below or beside a letter, which parts no word."""
    marks = {ord(character): None for character in set(text) if unicodedata.category(character).startswith("M")}
    return text.translate(marks) if marks else text


def lines(text: str) -> list[str]:
    r"""Return a text's lines in order, in lower case, without those that are empty.

    Examples
    --------
    >>> lines("Ann\n\nBob\n")
    ['ann', 'bob']
    """
    return [stripped for line in text.split("\n") if (stripped := line.strip().lower())]


def pairs(text: str) -> list[str]:
    r"""Return all pairs of neighbouring characters of a text, in lower case; none goes over white space.

    Examples
    --------
    >>> pairs("明月光\n疑")
    ['明月', '月光']
    """
    return ["".join(pair) for pair in pairwise(text.lower()) if not any(map(str.isspace, pair))]


def lexicon(text: str) -> Lexicon:
    """Return what is known of a text that a network is trained on.

    Words and pairs are those of its training part. Of a list all lines are known: each of them stands there once, so
    that of the held-out ones none would be.

    Parameters
    ----------
    text : str
        The whole corpus.

    Examples
    --------
    >>> sorted(lexicon("To be or not to").entries)
    ['be', 'not', 'or', 'to']
    """
    unit, training = Unit.of(text), corpus.split(text).training
    found: dict[Unit, Callable[[], list[str]]] = {
        Unit.WORD: lambda: corpus.words(training),
        Unit.LINE: lambda: lines(text),
        Unit.PAIR: lambda: pairs(training),
    }
    return Lexicon(unit, frozenset(found[unit]()))
