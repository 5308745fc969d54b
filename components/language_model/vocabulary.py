"""The characters that a model knows, and their codes. Needs no Keras."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from components.language_model.content import parse, read
from components.language_model.reasons import Reason


class UnknownCharacterError(ValueError):
    """A text holds characters that the vocabulary lacks.

    Attributes
    ----------
    characters : tuple of str
        The unknown characters, each once, in the order in which they appear.
    """

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        shown = ", ".join(repr(character) for character in characters)
        super().__init__(
            f"the vocabulary does not hold {shown}: leave them out (see Vocabulary.split_known) "
            "or train a model on a text that has them"
        )


class VocabularyError(ValueError):
    """Some characters cannot be a vocabulary; the message names the one that is in the way."""

    def __init__(self, message: str, reason: str, entry: str = "") -> None:
        self.reason = Reason(reason, {"entry": entry} if entry else {})
        super().__init__(message)


@dataclass(frozen=True)
class Vocabulary:
    """An ordered set of characters; a character's code is its index.

    Parameters
    ----------
    characters : tuple of str
        Distinct single characters.

    Raises
    ------
    VocabularyError
        If an entry is not one character, or is repeated.

    Examples
    --------
    >>> vocabulary = Vocabulary.of("abracadabra")
    >>> vocabulary.characters
    ('a', 'b', 'c', 'd', 'r')
    >>> vocabulary.encode("crab").tolist()
    [2, 4, 0, 1]
    >>> vocabulary.decode([2, 4, 0, 1])
    'crab'
    """

    characters: tuple[str, ...]

    def __post_init__(self) -> None:
        for character in self.characters:
            if not isinstance(character, str) or len(character) != 1:
                raise VocabularyError(
                    f"a vocabulary holds single characters, got {character!r}", "no_character", repr(character)
                )
        if not self.characters:
            raise VocabularyError("a vocabulary needs at least one character", "no_characters")
        if len(set(self.characters)) != len(self.characters):
            twice = next(character for character in self.characters if self.characters.count(character) > 1)
            raise VocabularyError(
                f"a vocabulary holds every character once, got {twice!r} twice: remove the repeated ones",
                "twice",
                repr(twice),
            )

    @classmethod
    def of(cls, text: str) -> "Vocabulary":
        """Return the vocabulary of a text: its distinct characters, sorted by code point.

        Examples
        --------
        >>> Vocabulary.of("cab").characters
        ('a', 'b', 'c')
        """
        return cls(tuple(sorted(set(text))))

    @classmethod
    def of_bytes(cls) -> "Vocabulary":
        """Return the 256 bytes: a byte is the character of the same number (Latin-1).

        Examples
        --------
        >>> Vocabulary.of_bytes().encode("Aé").tolist()
        [65, 233]
        """
        return cls(tuple(map(chr, range(256))))

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary that `save` wrote.

        Raises
        ------
        OSError, ValueError
            If the file cannot be read, or does not hold a list of single characters.
        """
        return cls(parse(tuple[str, ...], read(path)))

    def save(self, path: Path) -> None:
        """Write the characters as a JSON list."""
        path.write_text(json.dumps(self.characters, ensure_ascii=False) + "\n", "utf-8")

    def __len__(self) -> int:
        return len(self.characters)

    @cached_property
    def _codes(self) -> dict[str, int]:
        return {character: code for code, character in enumerate(self.characters)}

    def encode(self, text: str) -> NDArray[np.int32]:
        """Return the code of every character.

        Raises
        ------
        UnknownCharacterError
            If the text holds a character that the vocabulary lacks; the error names them all.

        Examples
        --------
        >>> Vocabulary.of("abc").encode("cab")
        array([2, 0, 1], dtype=int32)
        """
        _, unknown = self.split_known(text)
        if unknown:
            raise UnknownCharacterError(unknown)
        return np.array([self._codes[character] for character in text], dtype=np.int32)

    def decode(self, codes: Iterable[int]) -> str:
        """Return the text of a sequence of codes."""
        return "".join(self.characters[code] for code in codes)

    def first_of(self, candidates: str) -> str:
        """Return the first of some characters that is known, or else a letter, which can be seen where a space cannot.

        Examples
        --------
        >>> [Vocabulary.of(known).first_of("xc") for known in (" abc", " ab", " 1")]
        ['c', 'a', ' ']
        """
        known = (character for character in candidates if character in self._codes)
        letters = (character for character in self.characters if character.isalpha())
        return next(chain(known, letters), self.characters[0])

    def split_known(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text without its unknown characters, and those, each once.

        Examples
        --------
        >>> Vocabulary.of("ab").split_known("a-b-c")
        ('ab', ('-', 'c'))
        """
        known = "".join(character for character in text if character in self._codes)
        unknown = dict.fromkeys(character for character in text if character not in self._codes)
        return known, tuple(unknown)
