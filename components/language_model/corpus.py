"""A training text: reading it, splitting it, its words. Needs no Keras."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from components.language_model import encoding
from components.language_model.machine import amount, free_memory

TRAINING_SHARE = 0.9  # nanoGPT's split of the same text, so that losses compare

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_MEMORY = 3  # bytes for each of a file: itself, its characters, and those without the marks

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Split(NamedTuple):
    """A text in two parts: for training, and held out for validation."""

    training: str
    validation: str


class CorpusError(ValueError):
    """A training text cannot be used; the message says why and what to do."""


def read(path: Path, report: Callable[[str], None] = print) -> str:
    """Return a training text, without the byte order marks that some editors write.

    Parameters
    ----------
    path : Path
        The file.
    report : callable, optional
        Is told of what is left out.

    Raises
    ------
    CorpusError
        If there is no such file, it is no text in UTF-8, or is larger than the memory that is free.
    """
    try:
        _check_size(path)
        text = _decoded(path)
    except OSError as error:
        raise CorpusError(f"cannot read {path}: {error.strerror}; give an existing text file") from error
    marks = text.count(_BYTE_ORDER_MARK)
    if marks:
        report(f"{path}: left out {marks:,} byte order mark{'s' if marks > 1 else ''} (U+FEFF)")
    return text.replace(_BYTE_ORDER_MARK, "")


def _check_size(path: Path) -> None:
    size, free = path.stat().st_size, free_memory()
    if free is not None and _MEMORY * size > free:
        raise CorpusError(
            f"{path} has {amount(size)}: to read it takes {amount(_MEMORY * size)} of memory, and {amount(free)} are "
            "free: give a shorter text"
        )


def _decoded(path: Path) -> str:
    try:
        return encoding.decoded(path.read_bytes())
    except encoding.NotTextError as error:
        raise CorpusError(f"{path} {error}: save it as UTF-8, or give another file") from error


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
