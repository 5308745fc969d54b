"""What is counted in a text, and what is known of it: words, lines, pairs of neighbouring characters."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model import checksums, corpus, known
from components.language_model.folder import TRAINING, WORDS
from components.language_model.lexicon import Lexicon, Unit, lexicon, lines, pairs
from components.language_model.vocabulary import Vocabulary
from tests.conftest import TEXT

NAMES = "Ann\nBob\nO'Neil\nJosé\n"
POEM = "床前明月光，疑是地上霜。\n舉頭望明月，低頭思故鄉。\n\n"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (TEXT, Unit.WORD),
        (NAMES, Unit.LINE),
        ("王安\n李白\n杜甫\n", Unit.LINE),
        ("प्रिया\nनीलम\nสมชาย\n", Unit.LINE),  # marks on letters part no word
        (NAMES * 5 + "Mary Ann\n", Unit.LINE),  # a few of two words
        (POEM, Unit.PAIR),
        (POEM * 50 + "To be.", Unit.PAIR),  # a space here and there parts no words
        ("aaaa", Unit.LINE),
    ],
)
def test_what_is_counted_follows_the_text(text: str, unit: Unit) -> None:
    assert Unit.of(text) is unit


def test_without_a_text_a_space_among_the_characters_decides() -> None:
    assert Unit.without_text(Vocabulary.of("a b")) is Unit.WORD
    assert Unit.without_text(Vocabulary.of(POEM)) is Unit.PAIR


def test_known_are_words_and_pairs_of_the_training_part_and_all_lines() -> None:
    assert lexicon(TEXT) == Lexicon(Unit.WORD, frozenset(corpus.words(corpus.split(TEXT).training)))
    assert lexicon(NAMES).entries == {"ann", "bob", "o'neil", "josé"}
    poems = lexicon(POEM).entries
    assert poems is not None
    assert {"床前", "光，", "明月"} <= poems
    assert "鄉。" not in poems  # the last is held out
    assert not any("\n" in pair for pair in poems)


@given(st.text(st.sampled_from("ab \n"), max_size=30))
def test_pairs_are_those_of_each_stretch_without_white_space(text: str) -> None:
    stretches = [stretch for line in text.split("\n") for stretch in line.split(" ")]
    assert pairs(text) == [stretch[at : at + 2] for stretch in stretches for at in range(len(stretch) - 1)]


@given(st.text(st.sampled_from("ab \n"), max_size=30))
def test_lines_are_those_with_something_on_them(text: str) -> None:
    assert lines(text) == [line.strip() for line in text.splitlines() if line.strip()]


def test_the_record_says_what_is_counted(small_folder: Path, tmp_path: Path) -> None:
    assert json.loads((small_folder / TRAINING).read_text("utf-8"))["unit"] == "word"
    assert known.unit(small_folder) is Unit.WORD
    for file in small_folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    record = json.loads((tmp_path / TRAINING).read_text("utf-8"))
    (tmp_path / TRAINING).write_text(json.dumps(record | {"unit": "pair"}), "utf-8")
    (tmp_path / WORDS).unlink()
    checksums.sign(tmp_path)
    assert known.lexicon_if_any(tmp_path) == Lexicon(Unit.PAIR)
    (tmp_path / TRAINING).write_text(json.dumps(record | {"unit": "verse"}), "utf-8")  # damaged: said elsewhere
    checksums.sign(tmp_path)
    assert known.unit(tmp_path) is Unit.WORD
