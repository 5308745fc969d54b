"""A visitor's text: from what was pasted or uploaded to characters that a network can learn."""

import unicodedata
from collections.abc import Callable

from components.language_model import encoding
from components.language_model.machine import amount
from components.own.refusal import RefusedError
from components.own.wish import LONGEST, SHORTEST

MOST_KINDS = 5_000
LARGEST = 8_000_000  # bytes of an upload: UTF-8 has at most four for a character

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def clean(given: bytes | str) -> str:
    r"""Return a text as a network learns it: no byte order marks, line breaks of one kind, composed characters (NFC).

    Parameters
    ----------
    given : bytes or str
        An upload, which is to be UTF-8, or what was pasted.

    Raises
    ------
    RefusedError
        If it is no text, or one that nothing can be learned from.

    Examples
    --------
    >>> clean("Tête-à-tête.\r\n" * 200)[:13]
    'Tête-à-tête.\n'
    >>> clean(b"\xff\xfea\0")
    Traceback (most recent call last):
    components.own.refusal.RefusedError: utf_16
    """
    if isinstance(given, bytes) and len(given) > LARGEST:
        raise RefusedError("large_file", size=amount(len(given)), most=amount(LARGEST))
    text = _characters(given).replace(_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    _check_size(text)
    return text


def kinds(text: str) -> int:
    """Return how many different characters a text has."""
    return len(set(text))


def _characters(given: bytes | str) -> str:
    try:
        if isinstance(given, bytes):
            return encoding.decoded(given)
        encoding.check(given)
    except encoding.NotTextError as error:
        raise RefusedError(error.kind, **error.values) from error
    return given


def _check_size(text: str) -> None:
    checks: tuple[tuple[bool, Callable[[], RefusedError]], ...] = (
        (not text.strip(), lambda: RefusedError("empty")),
        (len(set(text)) == 1, lambda: RefusedError("one_kind", character=text[0])),
        (len(text) < SHORTEST, lambda: RefusedError("short", characters=f"{len(text):,}", least=f"{SHORTEST:,}")),
        (len(text) > LONGEST, lambda: RefusedError("long", characters=f"{len(text):,}", most=f"{LONGEST:,}")),
        (
            kinds(text) > MOST_KINDS,
            lambda: RefusedError("many_kinds", kinds=f"{kinds(text):,}", most=f"{MOST_KINDS:,}"),
        ),
    )
    for is_so, refusal in checks:
        if is_so:
            raise refusal()
