"""Numbers as a reader sees them, in one form on every page."""

import re
from collections.abc import Iterable

from components.words import Words

MINUS = "−"  # a hyphen is too short beside digits
_UNBROKEN = re.compile(
    r"(?<=\d) (?=%)|(?<=[T*\d]) (?=[=≥≤<] [\d−])|(?<=[T*\d] [=≥≤<]) (?=[\d−])|(?<=\d) (?=× 10|± \d)|(?<=\d [×±]) (?=\d)"
)
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def percent(probability: float) -> str:
    """Return a probability or a share in percent, with one decimal; what is very small is said to be so.

    Examples
    --------
    >>> [percent(p) for p in (0.12, 1.0, 0.00012, 1e-9, 0.0)]
    ['12.0 %', '100.0 %', '0.012 %', '< 0.001 %', '0 %']
    """
    if probability == 0:
        return "0 %"
    if probability < 1e-5:
        return "< 0.001 %"
    return f"{100 * probability:.{3 if probability < 1e-3 else 1}f} %"


def share(value: float | None, words: Words) -> str:
    """Return a share as `percent` does, also where there is none.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> share(0.9971, ENGLISH), share(None, ENGLISH)
    ('99.7 %', '–')
    """
    return words.explore.nothing if value is None else percent(value)


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign, unless it is rounded to zero.

    Examples
    --------
    >>> signed(0.617), signed(-0.62), signed(-0.001), signed(1.25, 1)
    ('+0.62', '−0.62', '0.00', '+1.2')
    """
    text = f"{abs(value):.{digits}f}"
    if float(text) == 0:
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


def plain_number(value: float, digits: int = 2) -> str:
    """Return a number with a minus sign where it is negative.

    Examples
    --------
    >>> plain_number(-1.5), plain_number(2.0, 1)
    ('−1.50', '2.0')
    """
    return f"{value:.{digits}f}".replace("-", MINUS)


def short_number(value: float) -> str:
    """Return a number, such as a temperature, with no more digits than it has.

    Examples
    --------
    >>> short_number(0.2), short_number(1.0)
    ('0.2', '1')
    """
    return f"{value:g}".replace("-", MINUS)


def several(values: Iterable[float]) -> str:
    """Return numbers in a row, each with no more digits than it has.

    Examples
    --------
    >>> several([0.3, 1.0])
    '0.3, 1'
    """
    return ", ".join(map(short_number, values))


def rounded(value: float, digits: int) -> str:
    """Return a positive number to so many digits, as a multiple of a power of ten where it is very small.

    Examples
    --------
    >>> rounded(0.01234, 2), rounded(2.31e-7, 2), rounded(0.99999, 1), rounded(0.0, 1)
    ('0.012', '2.3 × 10⁻⁷', '1', '0')
    """
    if value == 0 or value >= 1e-4:
        return f"{value:.{digits}g}"
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa} × 10{str(int(exponent)).translate(_RAISED)}"


def unbroken(text: str) -> str:
    r"""Return a text whose lines end neither before a percent sign nor within "T = 1", "3 × 10⁻⁷" or "1.2 ± 0.1".

    What stands between backticks is code, and is left as it is.

    Examples
    --------
    >>> unbroken("At T = 0.5 it is 12.0 %: `T = 1`")
    'At T\xa0=\xa00.5 it is 12.0\xa0%: `T = 1`'
    """
    parts = text.split("`")
    return "`".join(part if index % 2 else _UNBROKEN.sub("\xa0", part) for index, part in enumerate(parts))
