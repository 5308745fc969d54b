"""Texts side by side: nothing in a text becomes HTML, and the parting is where the texts part."""

import math
from collections.abc import Sequence
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.language_model.sample import Sample
from components.pages.columns import Column, as_html, columns, legend, parting
from components.pages.glyphs import written
from components.words.en import ENGLISH

unhurried = settings(deadline=None)

HOSTILE = "<b>$x$*&\"'\n</span></div><script>alert(1)</script><!-- &amp; &lt;\n\n"


class Page(HTMLParser):
    """What a browser makes of the columns: the tags, and the text by the element that it is in."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(len(self.elements))
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place][2].append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def texts(self, tag: str, kind: str | None = None) -> list[str]:
        """Give the text of every element with a tag and, where given, a class."""
        return ["".join(text) for name, attributes, text in self.elements if self._is(tag, kind, name, attributes)]

    def attributes(self, tag: str, name: str) -> list[str | None]:
        """Give an attribute of every element with a tag."""
        return [attributes.get(name) for found, attributes, _ in self.elements if found == tag]

    @staticmethod
    def _is(tag: str, kind: str | None, name: str, attributes: dict[str, str | None]) -> bool:
        return name == tag and kind in (None, attributes.get("class"))


def sample(text: str, temperature: float = 1.0, bits: Sequence[float] | None = None) -> Sample:
    """Give a sample whose characters had so many bits of surprise."""
    surprise = np.array([1.0] * len(text) if bits is None else bits, dtype=np.float64)
    return Sample(text, temperature, -surprise * math.log(2), -surprise * math.log(2))


def side_by_side(*samples: Sample, known: frozenset[str] = frozenset()) -> list[Column]:
    return columns(samples, known)


def page(*samples: Sample) -> Page:
    return Page(as_html(side_by_side(*samples), ENGLISH))


def test_hostile_text_is_shown_as_it_stands() -> None:
    assert page(sample(HOSTILE)).texts("div", "text") == [HOSTILE]


def test_hostile_text_makes_no_tags() -> None:
    assert page(sample(HOSTILE)).tags == page(sample("x" * len(HOSTILE))).tags


# A parser forgives a lone "<" or "&" before a tag, so that reading back would not miss the escape.
@pytest.mark.parametrize(("character", "escaped"), [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")])
def test_sign_that_html_reads_is_escaped(character: str, escaped: str) -> None:
    assert f">{escaped}</span>" in as_html(side_by_side(sample(character)), ENGLISH)


@given(st.text(st.characters(exclude_characters="\r"), min_size=1))
@unhurried
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    seen = "".join(map(written, text))  # what cannot be seen stands there as its number
    assert page(sample(text)).texts("div", "text") == [seen]
    if text.isprintable():
        assert seen == text


def test_hint_of_every_character_survives_its_quotes() -> None:
    titles = page(sample("\"'<&")).attributes("span", "title")
    expected = [ENGLISH.character_hint.format(character=character, bits=1.0) for character in "\"'<&"]
    assert titles == expected


@pytest.mark.parametrize(
    ("left", "right", "place"),
    [
        ("hear me speak", "hear me sing", 9),
        ("a", "b", 0),
        ("\n", " ", 0),
        ("same", "same", None),
        ("same", "same and more", None),
        ("", "x", None),
        ("", "", None),
    ],
)
def test_parting(left: str, right: str, place: int | None) -> None:
    assert parting(left, right) == place


@given(st.text("ab"), st.text("ab"))
@unhurried
def test_texts_agree_up_to_their_parting_and_not_there(left: str, right: str) -> None:
    place = parting(left, right)
    if place is None:
        assert left.startswith(right) or right.startswith(left)
    else:
        assert left[:place] == right[:place]
        assert left[place] != right[place]


def test_columns_go_from_cool_to_warm() -> None:
    shown = side_by_side(sample("a", 1.2), sample("b", 0.0), sample("c", 0.5))
    assert [column.sample.temperature for column in shown] == [0.0, 0.5, 1.2]
    assert [column.left for column in shown] == [None, 0.0, 0.5]
    titles = [ENGLISH.column_title.format(temperature=temperature) for temperature in (0.0, 0.5, 1.2)]
    assert Page(as_html(shown, ENGLISH)).attributes("section", "aria-label") == titles


def test_a_column_parts_from_the_cooler_one_beside_it() -> None:
    shown = side_by_side(sample("abcX", 2.0), sample("abcd", 0.5), sample("aYcd", 1.0))
    assert [column.parts_at for column in shown] == [None, 1, 1]


def test_first_differing_character_alone_is_marked() -> None:
    marked = page(sample("hear me speak", 0.5), sample("hear me sings", 1.0))
    assert marked.texts("mark") == ["i"]
    assert marked.texts("div", "text") == ["hear me speak", "hear me sings"]
    marks = [title for title in marked.attributes("span", "title") if title and title.startswith(ENGLISH.parting)]
    assert len(marks) == 1


def test_line_break_at_the_parting_can_be_seen() -> None:
    assert page(sample("ab", 0.5), sample("a\n", 1.0)).texts("mark") == ["⏎\n"]


def test_hostile_character_at_the_parting_is_escaped() -> None:
    assert page(sample("ab", 0.5), sample("a<", 1.0)).texts("mark") == ["<"]


def test_note_counts_from_one() -> None:
    notes = page(sample("hear me speak", 0.5), sample("hear me sings", 1.0)).texts("p", "note")
    assert notes == ["", ENGLISH.differs_from.format(temperature=0.5, position=10)]


def test_note_of_equal_texts_says_so() -> None:
    notes = page(sample("same", 0.5), sample("same", 1.0)).texts("p", "note")
    assert notes == ["", ENGLISH.same_as.format(temperature=0.5)]


def test_equal_texts_have_no_mark() -> None:
    assert page(sample("same", 0.5), sample("same", 1.0)).texts("mark") == []


def test_measures_are_those_of_the_sample() -> None:
    bits = np.linspace(0, 4, len(" the sun the fzz "))
    (column,) = side_by_side(sample(" the sun the fzz ", bits=bits.tolist()), known=frozenset({"the", "sun"}))
    assert column.mean_surprisal == pytest.approx(2)
    assert column.word_share == 0.75
    assert column.distinct_trigrams == 1
    assert Page(as_html([column], ENGLISH)).texts("dd") == ["2.00 bits/char", "75%", "100%"]


def test_measures_of_a_short_text_are_dashes() -> None:
    assert page(sample("ab")).texts("dd") == ["1.00 bits/char", "–", "–"]


def test_tint_rises_by_one_a_bit_and_stays_at_the_last() -> None:
    tints = page(sample("abcdefg", bits=[0, 0.5, 1.5, 4.5, 8.5, 9.5, 50])).attributes("span", "class")
    assert tints == ["s0", "s0", "s1", "s4", "s8", "s9", "s9"]


def test_chance_below_the_smallest_float_has_the_last_tint_and_its_bits() -> None:
    shown = page(sample("a", bits=[1154.2]))
    assert shown.attributes("span", "class") == ["s9"]
    assert shown.attributes("span", "title") == [ENGLISH.character_hint.format(character="a", bits=1154.2)]


def test_legend_has_a_swatch_for_every_tint() -> None:
    swatches = Page(legend(ENGLISH))
    assert swatches.attributes("span", "class") == [f"s{level}" for level in range(10)]
    assert swatches.texts("span") == [*"012345678", "9 or more"]
