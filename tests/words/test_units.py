"""Sentences say what is counted in a network's texts: words, lines or pairs of characters."""

import dataclasses
import re

import pytest

from components.language_model.lexicon import Unit
from components.words import Words
from components.words.languages import LANGUAGES
from components.words.units import UnitWords

PAGES = [page for page in dataclasses.fields(Words) if page.name not in ("units", "_unfilled")]


def sentences(words: Words) -> list[str]:
    """Return everything that a visitor reads, in order."""
    values = [
        getattr(getattr(words, page.name), field.name) for page in PAGES for field in dataclasses.fields(page.type)
    ]
    return [str(part) for value in values for part in (value if isinstance(value, tuple) else (value,))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_said_and_no_blank_of_it_is_left(language: str, unit: Unit) -> None:
    said = sentences(LANGUAGES[language].of(unit))
    blanks = {blank for blank, _ in getattr(LANGUAGES[language].units, unit).blanks()}
    assert not [sentence for sentence in said if any(blank in sentence for blank in blanks)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_counted_differs_between_units(language: str) -> None:
    words = LANGUAGES[language]
    of_pairs, of_words = sentences(words.of("pair")), sentences(words)
    differing = [pair for pair in zip(of_words, of_pairs, strict=True) if pair[0] != pair[1]]
    assert len(differing) > 15
    for word, pair in differing:
        for (_, there), (_, here) in zip(words.units.pair.blanks(), words.units.word.blanks(), strict=True):
            pair = pair.replace(there, here)
        assert pair == word
        assert re.findall(r"\{[^}]*\}", pair) == re.findall(r"\{[^}]*\}", word)


def test_the_languages_say_each_unit_differently() -> None:
    fields = [field.name for field in dataclasses.fields(UnitWords)]
    said = [
        getattr(getattr(words.units, unit), field) for words in LANGUAGES.values() for unit in Unit for field in fields
    ]
    assert len(set(said)) == len(said)


def test_the_sentences_of_a_language_are_of_words_unless_asked_otherwise() -> None:
    for words in LANGUAGES.values():
        assert words.of("line").of("word") == words == words.of("word")
