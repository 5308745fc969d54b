"""How much a text repeats itself: what a compressor saves on it, and the loop that it ends in."""

import zlib
from dataclasses import dataclass

LEAST_REPEATS = 3  # of a period, at a text's end: twice is found in any verse
LEAST_RUN = 10  # of one character: fewer are dots, blank lines or the name of Richard III

_LEVEL = 9  # zlib's best; stored figures hold for it alone


@dataclass(frozen=True)
class Loop:
    """A stretch that a text repeats to its end.

    Attributes
    ----------
    period : int
        How many characters are repeated.
    start : int
        From which character on every character is the one a period later: where the loop set in.
    """

    period: int
    start: int


def compressed_share(text: str) -> float | None:
    """Give the size of a text's UTF-8 bytes after compression over their size before.

    What repeats itself is small. Compare texts of one length: the beginning of a text has nothing to
    refer to, and 8 bytes (header, checksum, end) are taken even by an empty one, which is 0.8 % of 1,000
    characters and lets a text of 10 grow. A character above 127, which only the models of bytes
    write, is two bytes.

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
    """Find the smallest period that the end of a text repeats at least three times.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Loop or None
        None where the end repeats nothing so often.

    Notes
    -----
    The text may break off inside a repetition, and the loop may set in inside one: at least three
    periods' length is what counts. A run of one character ("...", "III", line breaks) is a loop from
    ten on. Where a loop holds a smaller one at the very end ("ha ha ha" in a refrain), the smaller one
    is found, as the definition has it.

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
