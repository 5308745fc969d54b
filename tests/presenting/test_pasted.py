"""Numbers of a visitor's own, as they are pasted."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.presenting.pasted import LONGEST, MOST, Numbers, PastedError, check_log_probabilities, listed, read
from components.words.en import ENGLISH
from components.words.languages import LANGUAGES

TOKENS = [{"token": " Paris", "logprob": -0.25}, {"token": "\n", "logprob": -2.0}]
CHAT = {"choices": [{"logprobs": {"content": [{"token": " Paris", "logprob": -0.25, "top_logprobs": TOKENS}] * 2}}]}
COMPLETION = {"choices": [{"logprobs": {"tokens": ["a"], "top_logprobs": [{" a": -0.5, "b": -1.5}]}}]}


@pytest.mark.parametrize(
    ("text", "labels", "values"),
    [
        ("cat: 3\ndog: -2.5", ("cat", "dog"), (3, -2.5)),
        ("cat = 3e-2\n\n  dog\t.5  ", ("cat", "dog"), (0.03, 0.5)),
        ("New York 3\nat 5: −1", ("New␣York", "at␣5"), (3, -1)),
        ("1.5\n-2", ("1", "2"), (1.5, -2)),
        ("' a': 1\n\"b\": 2", ("␣a", "b"), (1, 2)),
        ("a:b: 1\n<b>: 2", ("a:b", "<b>"), (1, 2)),
    ],
)
def test_lines_are_a_label_and_a_number(text: str, labels: tuple[str, ...], values: tuple[float, ...]) -> None:
    assert read(text) == [Numbers(labels, values, probable=False)]


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30))
def test_numbers_are_read_as_they_were_written(values: list[float]) -> None:
    text = "\n".join(f"label {place}: {value!r}" for place, value in enumerate(values))
    (numbers,) = read(text)
    assert numbers.values == tuple(values)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (TOKENS, [("␣Paris", "⏎")]),
        (CHAT, [("␣Paris", "⏎")] * 2),
        (COMPLETION, [("␣a", "b")]),
        ({" a": -0.5, "b": -1.5}, [("␣a", "b")]),
        ([{**token, "top_logprobs": []} for token in TOKENS], [("␣Paris", "⏎")]),
    ],
)
def test_an_apis_answer_is_read_position_by_position(answer: object, found: list[tuple[str, ...]]) -> None:
    numbers = read(json.dumps(answer))
    assert [one.labels for one in numbers] == found
    assert all(one.probable for one in numbers)


def test_long_labels_are_cut_and_stay_apart() -> None:
    (numbers,) = read("a very long label, the first: 1\na very long label, the second: 2\nc: 3")
    assert len(set(numbers.labels)) == 3
    assert numbers.labels[0] == "a␣very␣long␣lab… (1)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cat: 3\ndog two", "Line 2, “dog two”, does not end with a number"),
        ("cat: 3", "two numbers or more, and here 1 is found"),
        ("", "two numbers or more, and here 0 is found"),
        ("cat: 1\ncat: 2", "“cat” is there more than once"),
        ("cat: 1\ndog: 1e999", "The number of “dog” is inf"),
        ("cat: 1\ndog: 2e6", "The number of “dog” is 2e+06"),
        ("\n".join(f"{place}: 1" for place in range(MOST + 1)), "There are 5,001 numbers; at most 5,000"),
        ("x" * (LONGEST + 1), "has 200,001 characters; at most 200,000"),
        ('{"a": 1,', "cannot be read from line 1, column 9, on"),
        ("[" * 100_000, "nested too deeply"),
        ('{"choices": [{"text": "hello"}]}', "no list of tokens with log-probabilities"),
        ('[{"token": "a", "logprob": NaN}, {"token": "b", "logprob": -1}]', "The number of “a” is nan"),
        ("[1, 2, true]", "no list of tokens"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, said: str) -> None:
    with pytest.raises(PastedError) as refused:
        read(text)
    assert said in refused.value.said(ENGLISH)
    assert all(refused.value.said(words) for words in LANGUAGES.values())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((0.5, -1.0), "“a” has the log-probability 0.5, but none is above 0"),
        ((-0.1, -0.1), f"a chance of {200 * math.exp(-0.1):.1f} %"),
    ],
)
def test_what_cannot_be_log_probabilities_is_said(values: tuple[float, float], said: str) -> None:
    with pytest.raises(PastedError) as refused:
        check_log_probabilities(Numbers(("a", "b"), values, probable=True))
    assert said in refused.value.said(ENGLISH)


@pytest.mark.parametrize("low", [-50.0, -100.0, -745.5, -9999.0])
def test_what_an_api_sends_for_not_among_the_first_is_left_out_of_a_list_that_is_cut_off(low: float) -> None:
    cut_off = Numbers(("a", "b", "c"), (-0.7, low, -3.0), probable=True)
    assert listed(cut_off) == (Numbers(("a", "c"), (-0.7, -3.0), probable=True), ("b",))
    whole = Numbers(("a", "b"), (0.0, low), probable=True)
    assert listed(whole) == (whole, ())
    with pytest.raises(PastedError) as refused:
        listed(Numbers(("a", "b"), (low, low), probable=True))
    assert f"as low as “a” with {low:g}" in refused.value.said(ENGLISH)
    assert all(refused.value.said(words) for words in LANGUAGES.values())
