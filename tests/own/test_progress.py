"""How a training goes, from the process that trains to the page."""

from pathlib import Path

import pytest

from components.own import progress, store
from components.own.progress import Best, Point, Progress, Watched
from components.own.refusal import RefusedError
from components.own.wish import Wish

WHOLE = Progress(
    phase="training",
    seconds=12.5,
    of_seconds=60.0,
    points=(Point(5.0, 0.5, 3.1, 3.2), Point(12.5, 1.2, 2.9, 3.0)),
    watched=(Watched(0.2, "a", "b"),),
    predictions=5_000,
    best=Best(1.1, 0.02),
    characters_per_second=10_150.0,
    kinds=65,
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert progress.read(tmp_path) is None
    for one in (Progress(), WHOLE, WHOLE.failed("room")):
        progress.write(one, tmp_path)
        assert progress.read(tmp_path) == one
    assert WHOLE.failed("room").over
    assert not WHOLE.over


@pytest.mark.parametrize("content", ["", "[]", "{}x", '{"phase": "warm"}', '{"points": [1]}', '{"more": 1}'])
def test_what_is_something_else_is_not_known(tmp_path: Path, content: str) -> None:
    (tmp_path / store.PROGRESS).write_text(content)
    assert progress.read(tmp_path) is None


@pytest.mark.parametrize(
    "content", ['{"size": "huge"}', '{"minutes": 0}', '{"minutes": 21}', '{"more": 1}', "[1]", "x"]
)
def test_no_wish(content: str) -> None:
    with pytest.raises(ValueError, match=r"size|minutes|wish|Expecting"):
        Wish.from_json(content)


def test_a_refusal_has_a_name_and_its_values() -> None:
    assert RefusedError("short", characters="3", least="2,000").values == {"characters": "3", "least": "2,000"}
    with pytest.raises(ValueError, match="no refusal"):
        RefusedError("short")
    with pytest.raises(ValueError, match="no refusal"):
        RefusedError("unknown")
