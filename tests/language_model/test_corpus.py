"""Reading, splitting and listing the words of a training text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model import corpus
from components.language_model.corpus import CorpusError, read, sha256, split, words


def test_split_has_the_sizes_that_others_report_for_tiny_shakespeare() -> None:
    training, validation = split("x" * 1_115_394)
    assert (len(training), len(validation)) == (1_003_854, 111_540)


@given(st.text())
def test_split_loses_nothing(text: str) -> None:
    training, validation = split(text)
    assert training + validation == text


@given(st.integers(0, 100_000))
def test_training_part_is_nine_tenths_rounded_down(length: int) -> None:
    assert len(split("x" * length).training) == length * 9 // 10


def test_text_is_read_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "play.txt"
    path.write_bytes("Enter Duke.\r\n\n  Où? 😀\n".encode())
    assert read(path) == "Enter Duke.\r\n\n  Où? 😀\n"


def test_text_that_is_not_utf8_is_named_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "play.txt"
    path.write_bytes("déjà".encode("latin-1"))
    with pytest.raises(CorpusError) as caught:
        read(path)
    assert f"{path} is not UTF-8 (byte 2 " in str(caught.value)
    assert "save it as UTF-8" in str(caught.value)


def test_missing_text_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read(tmp_path / "play.txt")
    assert str(tmp_path / "play.txt") in str(caught.value)
    assert "No such file" in str(caught.value)
    assert "give an existing text file" in str(caught.value)


def test_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot read"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("12 + 3_4", []),
        ("Speak, SPEAK.", ["speak", "speak"]),
        ("'Tis o'er; the dogs' bones", ["tis", "o'er", "the", "dogs", "bones"]),
        ("the Duke’s ‘word’", ["the", "duke’s", "word"]),
        ("rock'n'roll o''er", ["rock'n'roll", "o", "er"]),
        ("well-met\nfriend", ["well", "met", "friend"]),
        ("Élan, naïve", ["élan", "naïve"]),
        ("a1b a_b", ["a", "b", "a", "b"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_are_letters_and_inner_apostrophes(text: str) -> None:
    for word in words(text):
        assert word[0] not in "'’"
        assert word[-1] not in "'’"
        assert not any(character.isspace() or character.isdecimal() for character in word)


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("é", "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"),
    ],
)
def test_sha256(text: str, digest: str) -> None:
    assert sha256(text) == digest


@pytest.mark.parametrize(
    ("content", "text", "said"),
    [
        (b"\xef\xbb\xbfspeak", "speak", ["left out 1 byte order mark (U+FEFF)"]),
        ("\ufeffhear\ufeff me".encode(), "hear me", ["left out 2 byte order marks (U+FEFF)"]),
        (b"hear me", "hear me", []),
    ],
)
def test_byte_order_marks_are_left_out_and_said(tmp_path: Path, content: bytes, text: str, said: list[str]) -> None:
    path, lines = tmp_path / "text.txt", list[str]()
    path.write_bytes(content)
    assert read(path, lines.append) == text
    assert lines == [f"{path}: {line}" for line in said]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("speak".encode("utf-16"), "seems to be in UTF-16"),
        (b"\xfe\xff" + "speak".encode("utf-16-be"), "seems to be in UTF-16"),
        ("speak".encode("utf-16-le"), "seems to be in UTF-16"),
        (b"hear me speak\0" + b" and again" * 10, r"holds a NUL \(character 14\), as no text does"),
        (("明月" * 50).encode("gb18030"), r"is not UTF-8 \(byte 1 cannot be decoded\) and seems to be in GB18030"),
    ],
)
def test_what_is_no_text_is_refused_and_named(tmp_path: Path, content: bytes, finding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=rf"text.txt {finding}: save it as UTF-8, or give another"):
        read(path, pytest.fail)


def test_a_text_that_does_not_fit_into_memory_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # takes no room on the disk
    monkeypatch.setattr(corpus, "free_memory", lambda: 5_000_000_000)
    with pytest.raises(
        CorpusError, match=r"has 2.0 GB: to read it takes 6.0 GB of memory, and 5.0 GB are free: give a"
    ):
        read(path)
