"""Numbers of a visitor's own: lines of a label and a number, or the JSON that an API answers with."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from components.presenting.glyphs import glyph
from components.presenting.numbers import percent
from components.temperature.truncated import LEAST, TOLERANCE, left_over
from components.words import Words

MOST = 5000  # numbers
LONGEST = 200_000  # characters
_LONGEST_LABEL, _LONGEST_SHOWN, _SOME = 16, 60, 5
_LINE = re.compile(r"^(?P<label>.*?)(?:\s*[:=\t]\s*|\s+|^)(?P<number>[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$")


@dataclass(frozen=True)
class Numbers:
    """Labels with a number each.

    Attributes
    ----------
    labels : tuple of str
        As they are shown, all different.
    values : tuple of float
        Logits or log-probabilities, in nats.
    probable : bool
        Whether they are log-probabilities, as those of an API's JSON.
    """

    labels: tuple[str, ...]
    values: tuple[float, ...]
    probable: bool


class PastedError(ValueError):
    """A text that is not read: a name of what is wrong, and what fills the blanks of its sentence."""

    def __init__(self, wrong: str, **blanks: object) -> None:
        super().__init__(wrong)
        self._wrong, self._blanks = wrong, blanks

    def said(self, words: Words) -> str:
        """Return the sentence for the visitor."""
        sentences = {
            "too_long": words.numbers.too_long,
            "unreadable_line": words.numbers.unreadable_line,
            "nested_json": words.numbers.nested_json,
            "unreadable_json": words.numbers.unreadable_json,
            "no_list_in_json": words.numbers.no_list_in_json,
            "too_few": words.numbers.too_few,
            "too_many": words.numbers.too_many,
            "label_twice": words.numbers.label_twice,
            "no_usable_number": words.numbers.no_usable_number,
            "above_zero": words.numbers.above_zero,
            "above_one": words.numbers.above_one,
            "none_listed": words.numbers.none_listed,
        }
        return sentences[self._wrong].format(**self._blanks)


def read(text: str) -> list[Numbers]:
    r"""Return what a text holds: one list of numbers, or one for each position of an API's answer.

    Parameters
    ----------
    text : str
        Lines such as ``cat: 3.5``, or JSON with ``top_logprobs`` or other lists of ``token`` and ``logprob``.

    Raises
    ------
    PastedError
        If a line or the JSON cannot be read, or there are too few or too many numbers.

    Examples
    --------
    >>> read("cat: 3\ndog = 2.5")
    [Numbers(labels=('cat', 'dog'), values=(3.0, 2.5), probable=False)]
    >>> read('[{"token": " the", "logprob": -0.1}, {"token": "a", "logprob": -3}]')
    [Numbers(labels=('␣the', 'a'), values=(-0.1, -3.0), probable=True)]
    """
    if len(text) > LONGEST:
        raise PastedError("too_long", characters=f"{len(text):,}", most=f"{LONGEST:,}")
    if text.lstrip().startswith(("{", "[")):
        return [_checked(pairs, probable=True) for pairs in _of_json(text)]
    return [_checked(_of_lines(text), probable=False)]


Pairs = list[tuple[str, float]]


def _of_lines(text: str) -> Pairs:
    pairs: Pairs = []
    for place, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        found = _LINE.match(line.strip())
        if found is None:
            raise PastedError("unreadable_line", place=place, line=_short(line.strip()))
        label = found["label"].strip()
        if len(label) > 1 and label[0] == label[-1] and label[0] in "\"'":
            label = label[1:-1]  # a label that begins or ends with a space
        pairs.append((label or str(len(pairs) + 1), float(found["number"].replace("−", "-"))))
    return pairs


def _of_json(text: str) -> list[Pairs]:
    try:
        answer = json.loads(text)
    except RecursionError as error:
        raise PastedError("nested_json") from error
    except json.JSONDecodeError as error:
        raise PastedError("unreadable_json", line=error.lineno, column=error.colno) from error
    found = list(_lists(answer))
    if not found:
        raise PastedError("no_list_in_json")
    return found


def _lists(answer: Any) -> Iterator[Pairs]:
    """Yield the lists of tokens with log-probabilities, in their order; the innermost where they are nested."""
    if isinstance(answer, dict):
        if answer and all(_is_number(value) for value in answer.values()):
            yield [(str(label), float(value)) for label, value in answer.items()]
            return
        inner = answer.get("top_logprobs")
        for value in [inner] if isinstance(inner, list) and inner else answer.values():
            yield from _lists(value)
    elif isinstance(answer, list):
        if len(answer) > 1 and all(_is_token(one) and not one.get("top_logprobs") for one in answer):
            yield [(str(one["token"]), float(one["logprob"])) for one in answer]
            return
        for value in answer:
            yield from _lists(value)


def _is_token(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("token"), str) and _is_number(value.get("logprob"))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _checked(pairs: Pairs, *, probable: bool) -> Numbers:
    if len(pairs) < 2:
        raise PastedError("too_few", count=len(pairs))
    if len(pairs) > MOST:
        raise PastedError("too_many", count=f"{len(pairs):,}", most=f"{MOST:,}")
    label, times = Counter(label for label, _ in pairs).most_common(1)[0]
    if times > 1:
        raise PastedError("label_twice", label=_short(_shown(label)))
    for label, value in pairs:
        if not math.isfinite(value) or abs(value) > 1e6:
            raise PastedError("no_usable_number", label=_short(_shown(label)), value=f"{value:g}")
    return Numbers(_apart([_shown(label) for label, _ in pairs]), tuple(value for _, value in pairs), probable)


def _shown(label: str) -> str:
    return "".join(map(glyph, label))


def _apart(labels: list[str]) -> tuple[str, ...]:
    """Return labels short enough for a figure; what looks alike then has its place behind it."""
    short = [label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…" for label in labels]
    times = Counter(short)
    return tuple(label if times[label] == 1 else f"{label} ({place})" for place, label in enumerate(short, start=1))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def check_log_probabilities(numbers: Numbers) -> None:
    """Check that numbers can be log-probabilities of different outcomes.

    Raises
    ------
    PastedError
        If one is above 0, or they have more than a chance of 1 together.

    Examples
    --------
    >>> check_log_probabilities(Numbers(("a", "b"), (-0.7, -0.7), probable=True))
    """
    for label, value in zip(numbers.labels, numbers.values, strict=True):
        if value > TOLERANCE:
            raise PastedError("above_zero", label=label, value=f"{value:g}")
    total = sum(math.exp(value) for value in numbers.values)
    if total > 1 + TOLERANCE:
        raise PastedError("above_one", total=percent(total))


def listed(numbers: Numbers) -> tuple[Numbers, tuple[str, ...]]:
    """Return log-probabilities without those that only say "not among the first", and the labels of these.

    Parameters
    ----------
    numbers : Numbers
        Log-probabilities; some APIs send -9999 or -100 for a token that is not in their list.

    Raises
    ------
    PastedError
        If none is left.

    Examples
    --------
    >>> numbers, left_out = listed(Numbers(("a", "b", "c"), (-0.7, -2.0, -9999.0), probable=True))
    >>> numbers.labels, numbers.values, left_out
    (('a', 'b'), (-0.7, -2.0), ('c',))
    """
    pairs = list(zip(numbers.labels, numbers.values, strict=True))
    kept = [(label, value) for label, value in pairs if value >= LEAST]
    if left_over(numbers.values) == 0 or len(kept) == len(pairs):
        return numbers, ()
    if not kept:
        raise PastedError("none_listed", label=numbers.labels[0], value=f"{numbers.values[0]:g}")
    labels, values = zip(*kept, strict=True)
    left_out = tuple(label for label, value in pairs if value < LEAST)
    return replace(numbers, labels=labels, values=values), left_out


def some(labels: tuple[str, ...]) -> str:
    """Return the first few labels in one line.

    Examples
    --------
    >>> some(("a", "b")), some(tuple("abcdefg"))
    ('a, b', 'a, b, c, d, e, …')
    """
    return ", ".join([*labels[:_SOME], *(["…"] if len(labels) > _SOME else [])])
