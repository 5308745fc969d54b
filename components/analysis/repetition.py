"""Repetition in a text: its compressed size, and the loop that it ends in."""

import zlib
from dataclasses import dataclass

LEAST_REPEATS = 3  # of a period, at a text's end: two are found in any verse
LEAST_RUN = 10  # of one character: fewer are dots, blank lines or the name of Richard III

_LEVEL = 9  # zlib's best; stored figures hold for it alone


@dataclass(frozen=True)
class Loop:
    """A stretch that a text repeats to its end.

    Attributes
    ----------
    period : int
        Characters of one repetition.
    start : int
        The index of the first character from which on each equals the one a period later.
    """

    period: int
    start: int


def compressed_share(text: str) -> float | None:
    """Return the size of a text's UTF-8 bytes after compression over their size before.

    What repeats compresses well. Compare texts of one length only: the beginning of a text has nothing to refer to,
    and even an empty one takes 8 bytes (header, checksum, end), which is 0.8 % of 1,000 characters. A character above
    127, which only the models of bytes write, is two bytes.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    float or None
        Above 0, with zlib at level 9; another build of zlib may take a few bytes more or less. None for
        an empty text.

    References
    ----------
    Deutsch, Gailly, "ZLIB Compressed Data Format Specification", RFC 1950 (1996),
    https://doi.org/10.17487/RFC1950.

    Examples
    --------
    >>> round(compressed_share("the sea of " * 100), 2)
    0.03
    """
    plain = text.encode("utf-8")
    return len(zlib.compress(plain, _LEVEL)) / len(plain) if plain else None


def loop(text: str) -> Loop | None:
    """Return the smallest period that the end of a text repeats at least three times.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Loop or None
        None where there is no such period.

    Notes
    -----
    The text may break off inside a repetition, and the loop may begin inside one: what counts is a length of three
    periods. A run of one character ("...", "III", line breaks) is a loop from ten characters on. Where a loop ends
    in a smaller one ("ha ha ha" in a refrain), the smaller one is returned.

    Examples
    --------
    >>> loop("We know't, the sea of the sea of the sea of the")
    Loop(period=11, start=10)
    >>> loop("King Richard III") is None
    True
    """
    length = len(text)
    for period in range(1, length // LEAST_REPEATS + 1):
        first = length - LEAST_REPEATS * period
        if text[first : length - period] == text[first + period :]:
            while first > 0 and text[first - 1] == text[first - 1 + period]:
                first -= 1
            if length - first >= LEAST_RUN or len(set(text[first:])) > 1:
                return Loop(period, first)
    return None
