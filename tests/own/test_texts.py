"""What visitors paste and upload, up to what wants to do harm."""

import codecs
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.language_model import encoding
from components.own import refusal as refusals
from components.own import texts
from components.own.refusal import RefusedError
from components.own.wish import LONGEST, SHORTEST

LINES = "Der Müller mahlt: “Öl”, naïve Café.\n" * 100


def refusal(content: bytes | str) -> str:
    """Return the name of what a text is refused for."""
    with pytest.raises(RefusedError) as refused:
        texts.clean(content)
    return refused.value.name


def test_a_text_is_taken_as_it_is() -> None:
    assert texts.clean(LINES) == texts.clean(LINES.encode()) == LINES


def test_marks_line_breaks_and_composed_characters_are_made_one() -> None:
    assert texts.clean(codecs.BOM_UTF8 + LINES.encode()) == LINES
    assert texts.clean("\ufeff" + LINES.replace("\n", "\r\n")) == LINES
    assert texts.clean(LINES.replace("\n", "\r")) == LINES
    assert texts.clean(unicodedata.normalize("NFD", LINES)) == LINES


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [LINES, "First Citizen: speak.\n" * 100])
def test_utf_16_is_named_with_and_without_its_mark(encoding: str, text: str) -> None:
    assert refusal(text.encode(encoding)) == "utf_16"


def test_cp1252_is_named_with_the_byte_where_it_is_seen() -> None:
    with pytest.raises(RefusedError) as refused:
        texts.clean(LINES.encode("cp1252"))
    assert (refused.value.name, refused.value.values) == ("cp1252", {"byte": "6"})


def test_gb18030_is_named_and_no_other_encoding_for_it() -> None:
    with pytest.raises(RefusedError) as refused:
        texts.clean(("the 温度 " + "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。\n" * 100).encode("gb18030"))
    assert (refused.value.name, refused.value.values) == ("gb18030", {"byte": "5"})
    others = [("Съешь же ещё этих мягких булок да выпей чаю. " * 100, "cp1251"), (LINES, "cp1252")]
    others += [
        ("Größe, Übermut, Straße. Très français, où êtes-vous? " * 50, "cp1252"),
        ("色は匂へど散りぬるを" * 300, "shift_jis"),
    ]
    assert {refusal(text.encode(encoding)) for text, encoding in others} <= {"cp1252", "not_text"}


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 20,
        bytes(5_000),
        b"PK\x03\x04" + bytes(range(256)) * 20,
        "\x01\x02" * 2_000,
        "a\0\x01" * 2_000,
        "half \ud800 of a character " * 200,
        b"\xff\xfe" + b"\xd8\x00" * 2_000 + b"\x00",
    ],
)
def test_what_is_no_text(content: bytes | str) -> None:
    assert refusal(content) in {"not_text", "utf_16", "cp1252"}
    if isinstance(content, str):
        assert refusal(content) == "not_text"


def test_whatever_bytes_seem_to_be_can_be_refused() -> None:
    for kind, sentence in encoding.KINDS.items():
        assert sentence.format(**dict.fromkeys(refusals.NAMES[kind], "7")).count("7") == len(refusals.NAMES[kind])


def test_one_nul_is_named_with_its_place() -> None:
    with pytest.raises(RefusedError) as refused:
        texts.clean(LINES[:1000] + "\0" + LINES[1000:])
    assert (refused.value.name, refused.value.values) == ("nul", {"place": "1,001"})
    assert refusal((LINES[:1000] + "\0" + LINES[1000:]).encode()) == "nul"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("", "empty"),
        (b"", "empty"),
        (b"ab" * (texts.LARGEST // 2) + b"c", "large_file"),
        (codecs.BOM_UTF8, "empty"),
        (" \n\t" * 5_000, "empty"),
        ("aaa", "one_kind"),
        ("a" * 10_000, "one_kind"),
        ("abc", "short"),
        ("ab" * (SHORTEST // 2 - 1), "short"),
        ("ab" * (LONGEST // 2) + "c", "long"),
        ("".join(map(chr, range(0x4E00, 0x4E00 + texts.MOST_KINDS + 1))), "many_kinds"),
    ],
)
def test_what_nothing_can_be_learned_from(content: bytes | str, name: str) -> None:
    assert refusal(content) == name


def test_the_limits_belong_to_what_is_taken() -> None:
    for content in ("ab" * (SHORTEST // 2), "ab" * (LONGEST // 2), "".join(map(chr, range(0x4E00, 0x4E00 + 5_000)))):
        assert texts.clean(content) == content


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)), st.integers(1, 400))
@example("\ufeff\r\n", 1000)
@example("é\u0301", 1000)
def test_whatever_comes_is_taken_or_refused_by_name(part: bytes | str, times: int) -> None:
    try:
        text = texts.clean(part * times)
    except RefusedError:
        return
    assert SHORTEST <= len(text) <= LONGEST
    assert text == unicodedata.normalize("NFC", text)
    assert not set(text) & {"\r", "\0", "\ufeff"}
    assert texts.clean(text) == texts.clean(text.encode()) == text
