"""How characters are shown: a line break and a space get a sign, what cannot be printed its number."""

import re

from components.words import Words

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=\"'])")

# Where an address begins to look like one: a reader's Markdown makes a link of it, escaped or not.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
# And where Streamlit makes signs of letters, escaped or not: `:material/home:`, `->`, `--`, `>=`.
_SIGN = re.compile(r"(?<=:)(?=\w)|(?<=[<>=~-])(?=[<>=~-])")
WORD_JOINER = "\u2060"  # takes no room

LINE_BREAK = "⏎"
SPACE = "␣"


def glyph(character: str) -> str:
    """Return the sign that stands for a character.

    Examples
    --------
    >>> [glyph(character) for character in ("a", " ", chr(10), chr(7))]
    ['a', '␣', '⏎', '0x07']
    """
    if character == "\n":
        return LINE_BREAK
    if character == " ":
        return SPACE
    if character.isprintable():
        return character
    number = ord(character)
    return f"0x{number:02X}" if number < 256 else f"U+{number:04X}"  # below 256 it may be a byte


def written(character: str) -> str:
    r"""Return what stands for a character in a text: itself, unless it cannot be seen.

    Examples
    --------
    >>> [written(character) for character in ("a", " ", chr(10), chr(7))]
    ['a', ' ', '\n', '0x07']
    """
    return character if character in "\n " else glyph(character)


def name(character: str, words: Words) -> str:
    """Return what a reader, or a screen reader, calls a character.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> [name(character, ENGLISH) for character in ("a", " ", chr(10))]
    ['a', 'space', 'line break']
    """
    if character == "\n":
        return words.explore.line_break
    if character == " ":
        return words.explore.space
    return glyph(character)


def called(character: str, words: Words) -> str:
    """Return the sign of a character, with its name where the sign alone does not say what it is.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> [called(character, ENGLISH) for character in ("a", " ", chr(10))]
    ['a', '␣ space', '⏎ line break']
    """
    sign, title = glyph(character), name(character, words)
    return sign if sign == title else f"{sign} {title}"


def plain(text: str) -> str:
    r"""Return a text as Markdown that shows it as it stands, on one line.

    Examples
    --------
    >>> plain("$x$ <b>")
    '\\$x\\$ \\<b\\>'
    """
    to_the_letter = _SIGN.sub(WORD_JOINER, _ADDRESS.sub(WORD_JOINER, " ".join(text.split("\n"))))
    return _MARKDOWN.sub(r"\\\1", to_the_letter)
