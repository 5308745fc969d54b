"""Bytes that are to be a text in UTF-8, and what they seem to be where they are not. Needs no Keras."""

import codecs
import unicodedata
from collections.abc import Mapping
from contextlib import suppress

# What bytes are instead, each as an English sentence goes on; bytes and characters are counted from 1.
KINDS: Mapping[str, str] = {
    "utf_16": "seems to be in UTF-16",
    "cp1252": "is not UTF-8 (byte {byte} cannot be decoded) and seems to be in Windows-1252",
    "gb18030": "is not UTF-8 (byte {byte} cannot be decoded) and seems to be in GB18030",
    "not_text": "is not UTF-8 text, nor in another encoding that is known here",
    "nul": "holds a NUL (character {place}), as no text does",
}

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NULS = 0.2  # share of the bytes: UTF-16 without a mark has about half of them where a text is of Western letters
_CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160)))) - set("\t\n\r\f\v\x85")
_COMMON = 0.3  # share of common Chinese characters: with more of them bytes make a Chinese text
_BINARY = 0.01  # share of control characters: with more of them it is no text


class NotTextError(ValueError):
    """Bytes or characters make no text that can be taken.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    values : str
        What its sentence is filled with.
    """

    def __init__(self, kind: str, **values: str) -> None:
        self.kind, self.values = kind, values
        super().__init__(KINDS[kind].format(**values))


def decoded(content: bytes) -> str:
    r"""Return the text that bytes are in UTF-8, byte order marks included.

    Raises
    ------
    NotTextError
        If they are in another encoding, or no text.

    Examples
    --------
    >>> decoded("Où?".encode())
    'Où?'
    >>> decoded(b"\xff\xfea\0")
    Traceback (most recent call last):
    components.language_model.encoding.NotTextError: seems to be in UTF-16
    """
    if content.startswith(_UTF_16) or content.count(0) > _NULS * len(content):
        raise NotTextError("utf_16" if _reads(content, "utf-16", "utf-16-be") else "not_text")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _seeming(content, byte=f"{error.start + 1:,}") from error
    check(text)
    return text


def check(text: str) -> None:
    """Validate that characters make a text.

    Raises
    ------
    NotTextError
        If many of them are control characters, or one is a NUL or half of a character, which can be pasted.

    Examples
    --------
    >>> check("Speak," + chr(0) + " speak. " * 20)
    Traceback (most recent call last):
    components.language_model.encoding.NotTextError: holds a NUL (character 7), as no text does
    """
    if _is_binary(text) or any(unicodedata.category(character) == "Cs" for character in set(text)):
        raise NotTextError("not_text")
    if "\0" in text:
        raise NotTextError("nul", place=f"{text.index(chr(0)) + 1:,}")


def _seeming(content: bytes, byte: str) -> NotTextError:
    """Return what bytes are that are not UTF-8, from the given one on."""
    if 0 in content:
        return NotTextError("not_text")
    with suppress(UnicodeDecodeError):
        text = content.decode("gb18030")
        if sum(map(text.count, filter(_is_common, set(text)))) > _COMMON * len(text):
            return NotTextError("gb18030", byte=byte)
    return NotTextError("cp1252", byte=byte) if _reads(content, "cp1252") else NotTextError("not_text")


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
    return sum(map(text.count, _CONTROLS & set(text))) > _BINARY * len(text)
