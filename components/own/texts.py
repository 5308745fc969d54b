"""A visitor's text: from what was pasted or uploaded to characters that a network can learn."""

import codecs
import unicodedata
from collections.abc import Callable
from contextlib import suppress

from components.language_model.machine import amount
from components.own.refusal import RefusedError
from components.own.wish import LONGEST, SHORTEST

MOST_KINDS = 5_000
LARGEST = 8_000_000  # bytes of an upload: UTF-8 has at most four for a character

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NULS = 0.2  # share of the bytes: UTF-16 without a mark has about half of them where a text is of Western letters
_CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160)))) - set("\t\n\r\f\v\x85")
_COMMON = 0.3  # share of common Chinese characters: with more of them bytes make a Chinese text
_BINARY = 0.01  # share of control characters: with more of them it is no text


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
    text = given if isinstance(given, str) else _decoded(given)
    text = text.replace(_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    _check_signs(text)
    text = unicodedata.normalize("NFC", text)
    _check_size(text)
    return text


def kinds(text: str) -> int:
    """Return how many different characters a text has."""
    return len(set(text))


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise RefusedError("large_file", size=amount(len(content)), most=amount(LARGEST))
    if content.startswith(_UTF_16) or content.count(0) > _NULS * len(content):
        raise RefusedError("utf_16" if _reads(content, "utf-16", "utf-16-be") else "not_text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _seeming(content, byte=f"{error.start + 1:,}") from error


def _seeming(content: bytes, byte: str) -> RefusedError:
    """Return what bytes are refused as that are not UTF-8, from the given one on."""
    if 0 in content:
        return RefusedError("not_text")
    with suppress(UnicodeDecodeError):
        text = content.decode("gb18030")
        if sum(map(text.count, filter(_is_common, set(text)))) > _COMMON * len(text):
            return RefusedError("gb18030", byte=byte)
    return RefusedError("cp1252", byte=byte) if _reads(content, "cp1252") else RefusedError("not_text")


def _is_common(character: str) -> bool:
    """Return whether it is one of the 3,755 Chinese characters of GB 2312's first level.

    Letters of other encodings, Cyrillic ones too, make Chinese characters as well, but hardly these.
    """
    return "\xb0" <= character.encode("gb2312", "ignore").decode("latin-1")[:1] <= "\xd7"


def _reads(content: bytes, *encodings: str) -> bool:
    """Return whether bytes make a text in one of some encodings, and hardly any of it control characters."""
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            if not _is_binary(content.decode(encoding)):
                return True
    return False


def _is_binary(text: str) -> bool:
    return sum(map(text.count, _CONTROLS)) > _BINARY * len(text)


def _check_signs(text: str) -> None:
    # Halves of characters, which UTF-8 has none of, can be pasted.
    if _is_binary(text) or any(unicodedata.category(character) == "Cs" for character in set(text)):
        raise RefusedError("not_text")
    if "\0" in text:
        raise RefusedError("nul", place=f"{text.index(chr(0)) + 1:,}")


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
