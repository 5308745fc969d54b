"""A training text: reading it, splitting it, its words. Needs no Keras."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TRAINING_SHARE = 0.9  # nanoGPT's split of the same text, so that losses compare

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Split(NamedTuple):
    """A text in two parts: for training, and held out for validation."""

    training: str
    validation: str


class CorpusError(ValueError):
    """A training text cannot be used; the message says why and what to do."""


def read(path: Path) -> str:
    """Return a training text.

    Raises
    ------
    CorpusError
        If there is no such file, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CorpusError(f"cannot read {path}: {error.strerror}; give an existing text file") from error
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path} is not UTF-8 (byte {error.start} cannot be decoded): save it as UTF-8 text"
        ) from error


def split(text: str) -> Split:
    """Return the first nine tenths of a text and its last tenth.

    Examples
    --------
    >>> split("0123456789")
    Split(training='012345678', validation='9')
    """
    cut = int(len(text) * TRAINING_SHARE)
    return Split(text[:cut], text[cut:])


def sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal.

    Examples
    --------
    >>> sha256("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield a text's words, with their positions.

    Examples
    --------
    >>> [match.start() for match in word_matches("to be")]
    [0, 3]
    """
    return _WORD.finditer(text)


def words(text: str) -> list[str]:
    """Return a text's words in order, in lower case.

    A word is a run of letters, with apostrophes inside it kept.

    Examples
    --------
    >>> words("'Tis the o'er-weening Duke's 2 dogs.")
    ['tis', 'the', "o'er", 'weening', "duke's", 'dogs']
    """
    return [match.group().lower() for match in word_matches(text)]
