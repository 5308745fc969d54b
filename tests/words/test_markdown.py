"""Sentences are Markdown: what is to be emphasised is, and no star is shown."""

import dataclasses
import re
import unicodedata

import pytest

from components.words import Words
from components.words.languages import LANGUAGES

SENTENCES = [
    (language, page.name, field.name)
    for language in LANGUAGES
    for page in dataclasses.fields(Words)
    if page.name not in ("units", "_unfilled")
    for field in dataclasses.fields(page.type)
]


def _separates(character: str) -> bool:
    return not character or character.isspace() or unicodedata.category(character)[0] in "PS"


def _bare_stars(text: str) -> list[str]:
    """Return where stars of emphasis are shown as they stand (CommonMark 0.31, section 6.2).

    Between a full-width mark and a Chinese character, where no space stands, two stars close nothing.
    """
    text = re.sub(r"{[^{}]*}", "a", text.replace(r"\*", "·"))  # a blank is mostly filled with a word
    bare = []
    for index, stars in enumerate(re.finditer(r"\*\*", text)):
        before, after = text[: stars.start()][-1:], text[stars.end() :][:1]
        outside, inside = (after, before) if index % 2 else (before, after)
        if not inside or inside.isspace() or (_separates(inside) and not _separates(outside)):
            bare.append(text[max(stars.start() - 8, 0) : stars.end() + 8])
    return bare


@pytest.mark.parametrize(("language", "page", "field"), SENTENCES)
def test_no_star_of_emphasis_is_shown(language: str, page: str, field: str) -> None:
    text = getattr(getattr(LANGUAGES[language], page), field)
    for sentence in [text] if isinstance(text, str) else map(str, text):
        assert _bare_stars(sentence) == []


def test_a_star_that_would_be_shown_is_seen() -> None:
    assert len(_bare_stars("**词元？**只把")) == len(_bare_stars("**{title}。**{said}")) == 1
    assert _bare_stars(r"**词元**？只把，**T\***。**a** b") == []
