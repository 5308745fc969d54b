"""What a sentence repeats is shown to the letter: nothing of it is read as markup, a link or a sign."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.presenting.glyphs import WORD_JOINER, glyph, plain

_ESCAPED = re.compile(r"\\(.)")


def rendered(markdown: str) -> str:
    """Return what a reader's Markdown shows of escaped text."""
    return _ESCAPED.sub(r"\1", markdown).replace(WORD_JOINER, "")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n" + WORD_JOINER)))
def test_a_text_is_shown_to_the_letter(text: str) -> None:
    assert rendered(plain(text)) == text


@pytest.mark.parametrize(
    "text", [":material/home:", ":smile:", ":red[x]", "a -> b", "a <- b", "a <-> b", "a -- b", ">= 1", "<= 1", "~= 1"]
)
def test_what_streamlit_makes_a_sign_of_is_parted(text: str) -> None:
    shown = plain(text).replace("\\", "")
    assert text not in shown
    assert rendered(plain(text)) == text


def test_a_line_break_has_no_place_in_a_sentence() -> None:
    assert rendered(plain("a\nb")) == "a b"


@given(st.characters())
def test_every_character_has_a_sign_that_can_be_seen(character: str) -> None:
    assert glyph(character).isprintable()
    assert glyph(character).strip()
