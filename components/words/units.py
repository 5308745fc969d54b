"""What is counted in a network's texts, in words: they fill the blanks of their names in all sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, kw_only=True)
class UnitWords:
    """What a visitor reads of one unit. A blank with a capital letter, ``{Known}``, takes it with one.

    Attributes
    ----------
    known : str
        Those that are known.
    meaning : str
        What makes them known.
    runs : str
        Three of them in a row that the text did not have before.
    run : str
        Three of them in a row.
    """

    known: str
    meaning: str
    runs: str
    run: str

    def blanks(self) -> Iterator[tuple[str, str]]:
        """Yield the blanks, with what fills them."""
        for field in fields(self):
            value = getattr(self, field.name)
            yield f"{{{field.name}}}", value
            yield f"{{{field.name.capitalize()}}}", value[:1].upper() + value[1:]


@dataclass(frozen=True, kw_only=True)
class UnitsWords:
    """What a visitor reads of each of `components.language_model.lexicon.Unit`."""

    word: UnitWords
    line: UnitWords
    pair: UnitWords


def filled(page: Any, unit: UnitWords) -> Any:
    """Return the sentences of a page with the blanks of a unit filled; all other blanks stay.

    Examples
    --------
    >>> from components.words.en.explore import EXPLORE
    >>> from components.words.en.units import UNITS
    >>> filled(EXPLORE, UNITS.pair).word_share
    'known pairs'
    """
    return replace(page, **{field.name: _filled(getattr(page, field.name), unit) for field in fields(page)})


def _filled(value: Any, unit: UnitWords) -> Any:
    if isinstance(value, tuple):
        return tuple(_filled(part, unit) for part in value)
    for blank, words in unit.blanks():
        value = value.replace(blank, words)
    return value
