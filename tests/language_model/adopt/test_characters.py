"""The characters of a network, from every file that people keep them in."""

import json
from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.language_model.adopt import characters
from components.language_model.adopt.characters import Characters

ALL = "\n !ab'\"é\r"


def _read(path: Path, content: bytes, codes: int = 0) -> Characters:
    (path / "characters.txt").write_bytes(content)
    return characters.read(path / "characters.txt", codes)


def _known(content: Characters) -> str:
    return "".join(content.vocabulary.characters)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "content",
    [
        json.dumps(list(ALL)),
        json.dumps(ALL),
        json.dumps({character: code for code, character in enumerate(ALL)}),
        ALL,
        f"{ALL}\n",
        json.dumps(list(ALL), indent=1),
    ],
)
def test_each_form_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, mark: bytes, content: str) -> None:
    assert _read(tmp_path, mark + content.encode(), len(ALL)) == Characters.of(ALL)


def test_a_text_in_utf_16_is_read(tmp_path: Path) -> None:
    assert _known(_read(tmp_path, "abç".encode("utf-16"), 3)) == "abç"


def test_a_line_break_at_the_end_is_a_character_where_the_network_has_one_more(tmp_path: Path) -> None:
    assert _known(_read(tmp_path, b"ab\n", 2)) == "ab"
    assert _known(_read(tmp_path, b"ab\n", 3)) == "ab\n"


@settings(max_examples=30)
@given(st.lists(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), unique=True, min_size=3))
def test_what_a_lookup_layer_saves_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, known: list[str]) -> None:
    path = tmp_path_factory.mktemp("lookup")
    layer = keras.layers.StringLookup(mask_token=None)
    layer.adapt(np.array(known))
    layer.save_assets(str(path))
    expected = Characters.of(layer.get_vocabulary())
    assert (len(expected), expected.silent) == (len(known) + 1, (0,))
    assert characters.read(path / "vocabulary.txt", len(expected)) == expected
    (path / "list.json").write_text(json.dumps(layer.get_vocabulary()), "utf-8")
    assert characters.read(path / "list.json", len(expected)) == expected


def test_the_codes_of_a_tokenizer_begin_at_1(tmp_path: Path) -> None:
    content = _read(tmp_path, json.dumps({"a": 1, "b": 2}).encode(), 3)
    assert (_known(content), content.silent, len(content)) == ("ab", (0,), 3)


def test_the_characters_of_a_text_are_sorted() -> None:
    assert _known(characters.of_text("banana!\n")) == "\n!abn"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"[]", "is empty"),
        (b'["[UNK]"]', "is empty"),
        (b'["a", "th"]', "holds 'th'"),
        (b'["a", 1]', "holds 1"),
        (b'["a", null]', "holds None"),
        (b'["a", ["b"]]', r"holds \['b'\]"),
        (b'["a", "b", "a"]', "has 'a' more than once"),
        (b"to be or not to be", r"--corpus"),
        (b'{"a": 0, "b": 0}', "a code of its own"),
        (b'{"a": 0, "b": "1"}', "a code of its own"),
        (b'{"a": 0, "b": 1000000000}', "a code of its own"),
        (b'{"a": -1, "b": 0}', "a code of its own"),
        (b"\x00\xff\x9d\x81", "is not text"),
        (b"[" * 10_000, "nests too deep"),
    ],
)
def test_what_is_no_list_of_characters_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as raised:
        _read(tmp_path, content, 3)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_a_file_that_is_not_there_or_too_large_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"cannot read none\.txt"):
        characters.read(tmp_path / "none.txt", 3)
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(10**9)
    with pytest.raises(ValueError, match="larger than"):
        characters.read(tmp_path / "large.txt", 3)
