"""From the one-line field to what the model reads, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.folder import DEFAULT_MODEL, vocabulary
from components.language_model.scene import Example, ExampleKind, Scene
from components.language_model.vocabulary import Vocabulary
from components.presenting.prompt_text import LONGEST, example_name, read, shown, typed
from components.words.en import ENGLISH
from components.words.languages import LANGUAGES

VOCABULARY = Vocabulary.of("\n !,.:abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
VOCABULARIES = {
    "with a line break": VOCABULARY,
    "without a line break": Vocabulary.of("abc "),
    "of one character": Vocabulary(("z",)),
    "of signs": Vocabulary(("⏎", "\\", "n", "\n", "\0")),
    "beyond the first plane": Vocabulary.of("😀𝔗é"),
}
FROM_A_LINE_BREAK = ENGLISH.explore.empty_prompt.format(character=ENGLISH.explore.line_break)


@given(st.text(st.characters(exclude_characters="\r")))
def test_field_gives_the_text_back(text: str) -> None:
    assert typed(shown(text)) == text


@given(st.text())
def test_field_holds_one_line(text: str) -> None:
    assert "\n" not in shown(text)


@pytest.mark.parametrize("field", ["a⏎b", r"a\nb", "a\nb"])
def test_every_way_to_type_a_line_break_is_read(field: str) -> None:
    assert typed(field) == "a\nb"


@pytest.mark.parametrize(
    ("field", "text"), [(r"a\\n", r"a\n"), (r"a\⏎b", "a⏎b"), (r"C:\x", r"C:\x"), ("\\", "\\"), (r"\\\\", r"\\")]
)
def test_a_backslash_and_the_sign_itself_can_be_typed(field: str, text: str) -> None:
    assert typed(field) == text


def test_windows_line_break_is_one_line_break() -> None:
    assert shown("a\r\nb") == "a⏎b"


@pytest.mark.parametrize("example", Scene.load(DEFAULT_MODEL).examples)
def test_examples_are_read_unchanged(example: Example) -> None:
    assert read(shown(example.prompt), vocabulary(DEFAULT_MODEL), ENGLISH).text == example.prompt


def test_every_kind_of_example_has_a_name_of_its_own() -> None:
    for words in LANGUAGES.values():
        assert len({example_name(Example(kind, ""), words) for kind in ExampleKind}) == len(ExampleKind)


def test_known_text_is_read_without_a_remark() -> None:
    prompt = read("All:⏎Speak.", VOCABULARY, ENGLISH)
    assert (prompt.text, prompt.remarks) == ("All:\nSpeak.", ())


def test_unknown_characters_are_left_out_and_named_once() -> None:
    prompt = read("hé☃llo\aé", VOCABULARY, ENGLISH)
    assert prompt.text == "hllo"
    assert prompt.remarks == (ENGLISH.explore.unknown_characters.format(characters="é ☃ 0x07"),)


def test_empty_prompt_is_a_line_break_and_says_so() -> None:
    prompt = read("", VOCABULARY, ENGLISH)
    assert (prompt.text, prompt.remarks) == ("\n", (FROM_A_LINE_BREAK,))


def test_prompt_of_unknown_characters_alone_says_both() -> None:
    prompt = read("é", VOCABULARY, ENGLISH)
    assert prompt.text == "\n"
    assert prompt.remarks == (ENGLISH.explore.unknown_characters.format(characters="é"), FROM_A_LINE_BREAK)


def test_no_line_break_is_claimed_where_the_model_knows_none() -> None:
    prompt = read("", VOCABULARIES["without a line break"], ENGLISH)
    assert prompt.text == "a"
    assert prompt.remarks == (ENGLISH.explore.empty_prompt.format(character="a"),)


def test_longest_prompt_is_read_whole() -> None:
    prompt = read("b" + "a" * (LONGEST - 1), VOCABULARY, ENGLISH)
    assert (prompt.text, prompt.remarks) == ("b" + "a" * (LONGEST - 1), ())


def test_end_of_a_longer_prompt_is_read_and_a_remark_says_so() -> None:
    prompt = read("b" + "a" * 1999 + "c", VOCABULARY, ENGLISH)
    assert prompt.text == "a" * 1999 + "c"
    (remark,) = prompt.remarks
    assert "2,001" in remark
    assert "2,000" in remark


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
@given(st.text(max_size=20), st.integers(1, 300))
def test_whatever_is_typed_can_be_read(vocabulary: Vocabulary, piece: str, times: int) -> None:
    prompt = read(piece * times, vocabulary, ENGLISH)
    assert 1 <= len(prompt.text) <= 2000
    assert set(prompt.text) <= set(vocabulary.characters)


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
@given(st.text(max_size=20), st.integers(1, 300))
def test_whatever_is_changed_is_said(vocabulary: Vocabulary, piece: str, times: int) -> None:
    prompt = read(piece * times, vocabulary, ENGLISH)
    assert bool(prompt.remarks) == (prompt.text != typed(piece * times))
