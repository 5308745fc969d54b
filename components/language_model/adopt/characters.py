"""The characters of somebody else's network, in the order of its codes, from the file in which they kept them."""

import codecs
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from components.language_model.reasons import Reason
from components.language_model.vocabulary import Vocabulary

# What stands for no character in a vocabulary of Keras's StringLookup, of its tokenizer, and of many tutorials.
SILENT = ("", "[UNK]", "<unk>", "<UNK>", "[PAD]", "<pad>", "<PAD>")

_LARGEST_FILE = 16_000_000  # bytes
_SHOWN = 20  # characters that a refusal names


class CharactersError(ValueError):
    """A list of characters cannot be taken; the message says what is wrong, and what would be taken.

    Parameters
    ----------
    message : str
        One sentence for who brings the network in.
    name : str
        Of the reason that a page gives, one of `reasons.NAMES`.
    values : object
        What the reason's sentence is filled with.
    """

    def __init__(self, message: str, name: str, **values: object) -> None:
        self.reason = Reason(name, {blank: f"{value!s:.60}" for blank, value in values.items()})
        super().__init__(message)


@dataclass(frozen=True)
class Characters:
    """What each code of a network stands for.

    Attributes
    ----------
    vocabulary : Vocabulary
        The characters, in the order of their codes.
    silent : tuple of int
        The codes that stand for no character: they are never written.

    Examples
    --------
    >>> Characters.of(["[UNK]", "a", "b"])
    Characters(vocabulary=Vocabulary(characters=('a', 'b')), silent=(0,))
    """

    vocabulary: Vocabulary
    silent: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.vocabulary) + len(self.silent)

    @classmethod
    def of(cls, entries: Sequence[object]) -> "Characters":
        """Return the characters of a list with one entry per code.

        Raises
        ------
        CharactersError
            If an entry is neither one character nor one of `SILENT`, or a character is there twice.
        """
        listed: list[str] = []
        for entry in entries:
            if entry in SILENT:
                continue
            if not isinstance(entry, str) or len(entry) != 1 or "\ud800" <= entry <= "\udfff":  # half of a pair
                raise CharactersError(
                    f"the list of characters holds {entry!r:.40}: each entry must be one character, or one of "
                    f"{', '.join(filter(None, SILENT))} for what is never written",
                    "no_character",
                    entry=repr(entry),
                )
            listed.append(entry)
        repeated = [character for character, count in Counter(listed).items() if count > 1]
        if repeated:
            raise CharactersError(
                f"the list of characters has {_shown(repeated)} more than once: give each once, in the codes' order "
                "(a whole text belongs to --corpus)",
                "twice",
                entry=repr(repeated[0]),
            )
        if not listed:
            raise CharactersError(
                "the list of characters is empty: give each character once, in the order of the codes", "no_characters"
            )
        silent = tuple(code for code, entry in enumerate(entries) if entry in SILENT)
        return cls(Vocabulary(tuple(listed)), silent)


def of_text(text: str) -> Characters:
    """Return the characters of a training text, sorted: the order that most programs give them.

    Examples
    --------
    >>> of_text("cab").vocabulary.characters
    ('a', 'b', 'c')
    """
    return Characters(Vocabulary.of(text))


def read(path: Path, codes: int) -> Characters:
    r"""Return the characters that a file lists.

    Parameters
    ----------
    path : Path
        JSON: a list with one entry per code, one text, or an object from characters to codes. Or plain text: all
        characters in a row, or one entry per line, as Keras's StringLookup saves its vocabulary (two empty lines are a
        line break). A byte order mark is passed over.
    codes : int
        How many the network has. It tells whether a line break at the end of a plain text is one of the characters.

    Raises
    ------
    CharactersError
        If the file cannot be read, or lists other than single characters.
    """
    content = _text(path)
    try:
        parsed = json.loads(content)
    except ValueError:
        parsed = None
    except RecursionError as error:
        raise CharactersError(f"{path.name} nests too deep to be a list of characters", "no_json") from error
    if isinstance(parsed, dict):
        return Characters.of(_by_code(parsed))
    if isinstance(parsed, list | str):
        return Characters.of(list(parsed))
    return Characters.of(_entries(content, codes))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise CharactersError(
                f"{path.name} is larger than {_LARGEST_FILE:,} bytes: it is no list of characters", "no_file"
            )
        content = path.read_bytes()
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # as some editors save a text
        return content.decode("utf-16" if wide else "utf-8-sig")
    except OSError as error:
        raise CharactersError(
            f"cannot read {path.name}: {error.strerror}; give the file that lists the characters", "no_file"
        ) from error
    except UnicodeDecodeError as error:
        raise CharactersError(
            f"{path.name} is not text: give the characters as JSON or as a UTF-8 text", "no_json"
        ) from error


def _by_code(codes: dict[str, object]) -> list[str]:
    """Return the entries of an object from characters to codes; a code without one is silent."""
    by_code = {code: entry for entry, code in codes.items() if isinstance(code, int) and 0 <= code <= 2 * len(codes)}
    if len(by_code) < len(codes):
        raise CharactersError(
            "each character must have a code of its own, a whole number from 0 on, without large gaps", "unfit_parts"
        )
    return [by_code.get(code, "") for code in range(max(by_code, default=-1) + 1)]


def _entries(content: str, codes: int) -> list[str]:
    lines = content.split("\n")
    if len(lines) > 2 and all(len(line) <= 1 or line in SILENT for line in lines):
        return _of_lines(lines)
    return list(content[:-1] if content.endswith("\n") and len(content) > codes else content)


def _of_lines(lines: Sequence[str]) -> list[str]:
    entries: list[str] = []
    at = 0
    while at < len(lines):
        line, following = lines[at], lines[at + 1 : at + 2]
        if line == "" and following == [""]:  # a line break, between two others
            at += 1
            line = "\n"
        elif line == "" and not following and entries:  # behind the last line break
            break
        entries.append(line)
        at += 1
    return entries


def _shown(characters: Sequence[str]) -> str:
    more = f" and {len(characters) - _SHOWN} more" if len(characters) > _SHOWN else ""
    return ", ".join(map(repr, characters[:_SHOWN])) + more
