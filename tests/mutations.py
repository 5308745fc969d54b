"""Damage to JSON that leaves it JSON: every place once with a value of another kind, once gone, every list cut."""

import copy
import itertools
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

# A value of every kind, and numbers that are none where they stand.
OTHERS = (
    None,
    "text",
    "\ud800",
    "",
    True,
    -1,
    0,
    0.5,
    10**400,
    1e300,
    float("inf"),
    float("nan"),
    [],
    {},
    [None],
    [[]],
)


def places(content: Any, at: Path = ()) -> Iterator[Path]:
    """Yield every place of a content; of a list the first and the last stand for all."""
    yield at
    if isinstance(content, dict):
        for name, value in content.items():
            yield from places(value, (*at, name))
    elif isinstance(content, list):
        for index in {0, len(content) - 1} if content else ():
            yield from places(content[index], (*at, index))


def mutations(content: Any) -> Iterator[tuple[str, Any]]:
    """Yield damaged copies of a content, each with a name."""
    for place in places(content):
        name = ".".join(map(str, place)) or "all"
        for other in OTHERS:
            yield f"{name} = {other!r:.20}", _with(content, place, other)
        if place and isinstance(place[-1], str):
            yield f"without {name}", _without(content, place)
        value = _at(content, place)
        if isinstance(value, list) and value:
            yield f"{name} cut in half", _with(content, place, value[: len(value) // 2])
            yield f"{name} one longer", _with(content, place, [*value, value[-1]])


def some(content: Any, every: int) -> list[tuple[str, Any]]:
    """Return every so-manieth mutation of a content."""
    return list(itertools.islice(mutations(content), 0, None, every))


def _at(content: Any, place: Path) -> Any:
    for step in place:
        content = content[step]
    return content


def _with(content: Any, place: Path, value: Any) -> Any:
    if not place:
        return value
    changed = copy.copy(content)
    changed[place[0]] = _with(content[place[0]], place[1:], value)
    return changed


def _without(content: Any, place: Path) -> Any:
    parent = copy.copy(_at(content, place[:-1]))
    del parent[place[-1]]
    return _with(content, place[:-1], parent)
