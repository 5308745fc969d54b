"""A vocabulary's codes, its file, and what it does not hold."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.vocabulary import UnknownCharacterError, Vocabulary

AWKWARD = ("\n", '"', "'", "\\", "\r", "\t", "\0", "\u2028", "\ufeff", " ", "é", "⏎", "😀", "𝔗")


@given(st.text(min_size=1))
def test_decoding_undoes_encoding(text: str) -> None:
    vocabulary = Vocabulary.of(text)
    assert vocabulary.decode(vocabulary.encode(text)) == text


@given(st.text(min_size=1))
def test_characters_of_a_text_stand_once_and_in_order(text: str) -> None:
    vocabulary = Vocabulary.of(text)
    assert set(vocabulary.characters) == set(text)
    assert list(vocabulary.characters) == sorted(set(text))
    assert len(vocabulary) == len(set(text))


def test_a_code_is_a_place() -> None:
    codes = Vocabulary(("z", "a", "😀")).encode("😀za")
    assert codes.tolist() == [2, 0, 1]
    assert codes.dtype == np.int32


def test_empty_text_has_no_codes() -> None:
    assert Vocabulary(("a",)).encode("").tolist() == []


def test_unknown_characters_are_named_once_in_order() -> None:
    with pytest.raises(UnknownCharacterError) as caught:
        Vocabulary.of("abc").encode("a☃béa\n☃é")
    assert caught.value.characters == ("☃", "é", "\n")
    assert r"'☃', 'é', '\n':" in str(caught.value)
    assert str(caught.value).count("☃") == 1


def test_unknown_characters_come_with_a_remedy() -> None:
    with pytest.raises(ValueError, match=r"leave them out .* or train a model on a text that has them"):
        Vocabulary.of("abc").encode("d")


@given(st.text(min_size=1), st.text())
def test_splitting_keeps_what_is_known_and_names_the_rest(learned: str, text: str) -> None:
    known, unknown = Vocabulary.of(learned).split_known(text)
    assert known == "".join(character for character in text if character in learned)
    assert len(unknown) == len(set(unknown))
    assert set(unknown) == set(text) - set(learned)
    assert sorted(unknown, key=text.index) == list(unknown)


@pytest.mark.parametrize("characters", [AWKWARD, tuple(reversed(AWKWARD)), ("a",)])
def test_file_gives_the_vocabulary_back(characters: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.json"
    Vocabulary(characters).save(path)
    assert Vocabulary.load(path) == Vocabulary(characters)


def test_file_is_a_json_list_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.json"
    Vocabulary(AWKWARD).save(path)
    assert json.loads(path.read_bytes().decode("utf-8")) == list(AWKWARD)


@pytest.mark.parametrize("content", ['"ab"', '{"a": 0}', "1", "null"])
def test_file_without_a_list_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"a list is needed, got"):
        Vocabulary.load(path)


@pytest.mark.parametrize("content", ['["ab"]', '["a", ""]', '["a", "a"]', '["a", 1]', '[["a"]]', "[null]", "not JSON"])
def test_file_with_other_than_single_characters_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"."):
        Vocabulary.load(path)


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Vocabulary.load(tmp_path / "vocabulary.json")


def test_repeated_characters_are_refused() -> None:
    with pytest.raises(ValueError, match="every character once"):
        Vocabulary(("a", "b", "a"))


@pytest.mark.parametrize("entry", ["", "ab", "\r\n", "e\u0301"])
def test_entry_of_other_than_one_character_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="single characters") as caught:
        Vocabulary(("a", entry))
    assert repr(entry) in str(caught.value)


def test_a_vocabulary_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one character"):
        Vocabulary(())
