"""Files as the types that they are declared to be."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from components.language_model.content import ContentError, numbers, parse, read, text


class Colour(StrEnum):
    """Some names."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Leaf:
    """A value of every kind."""

    size: float
    count: int
    name: str
    fresh: bool
    colour: Colour = Colour.RED
    note: str | None = None


@dataclass(frozen=True)
class Twig:
    """A single number."""

    first: float


@dataclass(frozen=True)
class Tree:
    """Others inside."""

    leaves: tuple[Leaf, ...]
    named: dict[int, Twig]
    top: Leaf | Twig | float | None = None


FINITE = st.floats(allow_nan=False, allow_infinity=False)
NAMES = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.builds(
    Leaf,
    FINITE,
    st.integers(-(2**53) + 1, 2**53 - 1),
    NAMES,
    st.booleans(),
    st.sampled_from(Colour),
    st.none() | NAMES,
)
TWIGS = st.builds(Twig, FINITE)
TREES = st.builds(
    Tree,
    st.lists(LEAVES, max_size=3).map(tuple),
    st.dictionaries(st.integers(), TWIGS, max_size=3),
    st.none() | FINITE | LEAVES | TWIGS,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(TREES)
def test_what_was_written_comes_back(tree: Tree) -> None:
    assert parse(Tree, json.loads(json.dumps(asdict(tree)))) == tree


@given(JSON, st.sampled_from(["leaves", "named", "top"]))
def test_anything_in_any_place_is_parsed_or_refused(value: object, name: str) -> None:
    content = {"leaves": [], "named": {}, name: value}
    with suppress(ContentError):
        assert isinstance(parse(Tree, content), Tree)


LEAF = {"size": 1.5, "count": 2, "name": "a", "fresh": True}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"size": "1"}, r"at leaves\[1\]\.size: a number is needed, got '1'"),
        ({"size": True}, "a number is needed, got True"),
        ({"size": 10**400}, "a finite number is needed"),
        ({"count": 2.0}, r"at leaves\[1\]\.count: a whole number is needed, got 2\.0"),
        ({"count": True}, "a whole number is needed"),
        ({"count": 2**53}, "a whole number is needed"),
        ({"name": "\ud800"}, "a text of whole characters is needed"),
        ({"fresh": 1}, "true or false is needed"),
        ({"colour": "green"}, "a Colour is needed, got 'green'"),
        ({"note": 3}, "a text or nothing is needed, got 3"),
    ],
)
def test_the_place_and_the_value_are_named(changed: dict[str, object], said: str) -> None:
    with pytest.raises(ContentError, match=said):
        parse(Tree, {"leaves": [LEAF, LEAF | changed], "named": {}})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"named": {}}, "an object with leaves is needed"),
        ({"leaves": [], "named": {"a": {"first": 1}}}, r"at named\.a: another name is needed"),
        ({"leaves": {}, "named": {}}, "at leaves: a list is needed"),
        ({"leaves": [], "named": []}, "at named: an object is needed"),
        ({"leaves": [], "named": {}, "top": {"first": None}}, r"at top\.first: a number is needed, got None"),
        ([], "^an object is needed"),
    ],
)
def test_what_is_not_there_is_named(content: object, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        parse(Tree, content)


def test_what_is_not_declared_is_left() -> None:
    assert parse(Twig, {"first": 1, "of a later version": "text"}) == Twig(1.0)


def test_a_type_that_no_file_holds_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="not among the types"):
        parse(complex, 1)


@pytest.mark.parametrize("value", [None, "12", [1, "2"], [True], [[1]], [None], {}, [-0.1], [3.1], [10**400], [1e400]])
def test_a_list_holds_numbers_in_their_range_alone(value: object) -> None:
    with pytest.raises(ContentError, match="at here: a list of numbers"):
        numbers(value, "here", 0, 3)


def test_an_empty_list_is_a_list() -> None:
    assert numbers([], "here", 0, 3).shape == (0,)
    assert text("", "here") == ""


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", '{"a": [NaN]}'])
def test_what_is_no_json_number_is_refused(tmp_path: Path, constant: str) -> None:
    (tmp_path / "file.json").write_text(constant)
    with pytest.raises(ContentError, match="a finite number is needed"):
        read(tmp_path / "file.json")
