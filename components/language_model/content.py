"""The content of a JSON file: read strictly, and parsed as the type that it is declared to be.

Valid JSON may hold anything in any place, a text for a number, or nothing at all. A dataclass says what belongs where:
`parse` holds every value against it, so that what uses the result meets no surprise.
"""

import json
import math
import stat
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from components.language_model.reasons import Reason

MOST_BYTES = 64 * 2**20  # of a file that is read whole
_SHOWN = 40  # characters of a value

T = TypeVar("T")
Parser = Callable[[Any, str], Any]  # value and place in; the parsed value out


class ContentError(ValueError):
    """A file's content is not what it should be.

    Parameters
    ----------
    place : str
        Where in the file, as in ``samples[3].text``; empty for the whole of it.
    wanted : str
        What belongs there.
    value : object, optional
        What stands there.
    reason : str, optional
        Why the whole is refused, of `reasons.NAMES`.
    """

    def __init__(self, place: str, wanted: str, value: object = MISSING, *, reason: str = "no_json") -> None:
        self.place, self.wanted = place, wanted
        self.reason = Reason("place", {"place": place}) if place else Reason(reason)
        where = f"at {place}: " if place else ""
        shown = "" if value is MISSING else f", got {_shortened(repr(value))}"
        super().__init__(f"{where}{wanted} is needed{shown}")


def _shortened(shown: str) -> str:
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    OSError
        If it cannot be read.
    ContentError
        If it is not a plain file, or larger than `MOST_BYTES`.
    """
    size = plain_size(path)
    if size > MOST_BYTES:
        raise ContentError("", f"a file of at most {MOST_BYTES} bytes", size, reason="no_file")
    return path.read_bytes()


def plain_size(path: Path) -> int:
    """Return the size of a plain file in bytes.

    Raises
    ------
    OSError, ContentError
        If it is not there, or not a plain file: a pipe would never end.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ContentError("", "a plain file", reason="no_file")
    return status.st_size


def read(path: Path) -> Any:
    """Return the content of a JSON file in UTF-8, with or without a byte order mark.

    Raises
    ------
    OSError
        If it cannot be read.
    ValueError
        If it is not JSON: also where it holds NaN, or nests deeper than Python can follow.
    """
    decoded = read_bytes(path).decode("utf-8-sig")
    try:
        return json.loads(decoded, parse_constant=_no_number)
    except RecursionError:
        raise ContentError("", "JSON that nests less deep") from None


def _no_number(name: str) -> None:
    raise ContentError("", "a finite number", name)


def parse(kind: type[T], value: Any, place: str = "") -> T:
    """Return a value as the type that it is declared to be.

    Parameters
    ----------
    kind : type
        A dataclass, whose fields are taken from an object's by name, and others left; float, int, str, bool or None;
        an enumeration; or a union, a tuple of any length or a dict of these. A number must be finite.
    value : object
        From JSON.
    place : str, optional
        Where it stands in the file.

    Raises
    ------
    ValueError
        If a value is of another kind, or a dataclass does not take it; the error names the place.

    Examples
    --------
    >>> from components.temperature.schedule import WordPlace
    >>> parse(WordPlace, {"first": 1, "inside": 0.4})
    WordPlace(first=1.0, inside=0.4)
    >>> parse(WordPlace, {"first": "1", "inside": 0.4}, "schedule")
    Traceback (most recent call last):
    components.language_model.content.ContentError: at schedule.first: a number is needed, got '1'
    """
    parsed: T = _parser(kind)(value, place)  # type: ignore[arg-type]
    return parsed


def numbers(value: Any, place: str, low: float, high: float) -> NDArray[np.float64]:
    """Return a list of numbers from `low` to `high` as an array, shape (length,).

    Raises
    ------
    ContentError
        If it is something else.

    Examples
    --------
    >>> numbers([1, 2.5], "logits", 0, 3)
    array([1. , 2.5])
    """
    if not isinstance(value, list) or not set(map(type, value)) <= {int, float}:
        raise ContentError(place, "a list of numbers", value)
    if value and not (low <= min(value) and max(value) <= high):
        raise ContentError(place, f"a list of numbers from {low:g} to {high:g}", value)
    return np.array(value, np.float64)


def listed(value: Any, place: str) -> list[Any]:
    """Return a list as it is.

    Raises
    ------
    ContentError
        If it is something else.
    """
    if not isinstance(value, list):
        raise ContentError(place, "a list", value)
    return value


def text(value: Any, place: str) -> str:
    """Return a text as it is.

    Raises
    ------
    ContentError
        If it is something else, or holds half a surrogate pair, which no encoding can write.
    """
    if not isinstance(value, str):
        raise ContentError(place, "a text", value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ContentError(place, "a text of whole characters", value)
    return value


@cache
def _parser(kind: Any) -> Parser:
    """Return what parses a value of a type."""
    simple: dict[Any, Parser] = {float: _number, int: _whole_number, str: text, bool: _truth, NoneType: _nothing}
    if kind in simple:
        return simple[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return partial(_either, {argument: _parser(argument) for argument in arguments})
    if origin is tuple:
        return partial(_list, _parser(arguments[0]))
    if origin is dict:
        return partial(_mapping, arguments[0], _parser(arguments[1]))
    if is_dataclass(kind):
        return partial(_fields, kind, _of_fields(kind))
    if issubclass(kind, Enum):
        return partial(_member, kind)
    raise TypeError(f"{kind} is not among the types that a file is parsed as")


def _of_fields(kind: Any) -> dict[str, tuple[Parser, bool]]:
    """Return for each field what parses it, and whether it may be left out."""
    hints = get_type_hints(kind)
    return {
        field.name: (_parser(hints[field.name]), field.default is not MISSING or field.default_factory is not MISSING)
        for field in fields(kind)
        if field.init
    }


def _number(value: Any, place: str) -> float:
    if type(value) not in (int, float):
        raise ContentError(place, "a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ContentError(place, "a finite number", value)
    return number


def _whole_number(value: Any, place: str) -> int:
    if type(value) is not int or abs(value) >= 2**53:
        raise ContentError(place, "a whole number", value)
    return value


def _truth(value: Any, place: str) -> bool:
    if type(value) is not bool:
        raise ContentError(place, "true or false", value)
    return value


def _nothing(value: Any, place: str) -> None:
    if value is not None:
        raise ContentError(place, "nothing", value)


def _either(parsers: Mapping[Any, Parser], value: Any, place: str) -> Any:
    if type(value) in parsers:
        return parsers[type(value)](value, place)
    wanted = []
    for parser in parsers.values():
        try:
            return parser(value, place)
        except ContentError as error:
            if error.place != place:
                raise  # it is of this kind, and something in it is wrong
            wanted.append(error.wanted)
    raise ContentError(place, " or ".join(wanted), value)


def _list(parser: Parser, value: Any, place: str) -> tuple[Any, ...]:
    return tuple(parser(item, f"{place}[{index}]") for index, item in enumerate(listed(value, place)))


def _mapping(key: Callable[[str], Any], parser: Parser, value: Any, place: str) -> dict[Any, Any]:
    return {_key(key, name, place): parser(item, _inside(place, name)) for name, item in _object(value, place).items()}


def _key(key: Callable[[str], Any], name: str, place: str) -> Any:
    try:
        return key(name)
    except ValueError:
        raise ContentError(_inside(place, name), "another name") from None


def _fields(kind: Any, parsers: Mapping[str, tuple[Parser, bool]], value: Any, place: str) -> Any:
    content, given = _object(value, place), {}
    for name, (parser, optional) in parsers.items():
        if name in content:
            given[name] = parser(content[name], _inside(place, name))
        elif not optional:
            raise ContentError(place, f"an object with {name}", value)
    return kind(**given)


def _object(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ContentError(place, "an object", value)
    return value


def _member(kind: type[Enum], value: Any, place: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise ContentError(place, f"a {kind.__name__}", value) from None


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
