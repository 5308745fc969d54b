"""The state of a run in its file: written whole, read to the last bit, damage named."""

import random
from pathlib import Path

import numpy as np
import pytest

from components.language_model import durable
from components.language_model.training import state
from components.language_model.training.state import State, StateError, files, newest, save


def reached(epochs: int) -> State:
    """Return a state after so many epochs."""
    losses = tuple({"epoch": float(epoch), "training": 1 / 3, "validation": 1e-17 + epoch} for epoch in range(epochs))
    random = np.random.default_rng(epochs)
    variables = [random.normal(size=(3, 4)).astype(np.float32), np.array([7, epochs], np.int64), np.float32(0.1)]
    return State({"recipe": {"units": 8}}, ((0, 4),), losses, variables, [variables[0] * 2])


def assert_equal(one: State | None, other: State) -> None:
    """Compare two states to the last bit."""
    assert one is not None
    assert (one.origin, one.schedules, one.losses) == (other.origin, other.schedules, other.losses)
    for ours, theirs in zip([*one.variables, *one.best], [*other.variables, *other.best], strict=True):
        np.testing.assert_array_equal(ours, theirs, strict=True)


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert newest(tmp_path, pytest.fail) is None
    save(reached(3), tmp_path)
    assert_equal(newest(tmp_path, pytest.fail), reached(3))


def test_the_newest_and_the_one_before_are_kept(tmp_path: Path) -> None:
    for epochs in (1, 2, 9, 10):
        save(reached(epochs), tmp_path)
    assert [file.name for file in files(tmp_path)] == ["epoch-000010.npz", "epoch-000009.npz"]
    assert state.keep_newest(tmp_path) == files(tmp_path)[0].stat().st_size
    assert [file.name for file in files(tmp_path)] == ["epoch-000010.npz"]


DAMAGES = {
    "empty": lambda content: b"",
    "cut in half": lambda content: content[: len(content) // 2],
    "cut at its end": lambda content: content[:-1],
    "a bit of a weight": lambda content: _flipped(content),
    "something else": lambda content: b"{}" * len(content),
    "a record without losses": lambda content: _npz(record=np.array('{"origin": {}, "schedules": []}')),
    "a record cut short": lambda content: _npz(record=np.array('{"origin": {}, "sched')),
    "no record": lambda content: _npz(weights=np.zeros(3)),
}


def _flipped(content: bytes) -> bytes:
    """Return an archive with a bit of its first weight flipped."""
    weight = reached(2).variables[0].tobytes()
    at = content.index(weight)
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _npz(**arrays: np.ndarray) -> bytes:
    import io

    stream = io.BytesIO()
    np.savez(stream, **arrays)
    return stream.getvalue()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_state_is_said_and_the_one_before_is_used(tmp_path: Path, damage: str) -> None:
    for epochs in (1, 2):
        save(reached(epochs), tmp_path)
    last, _ = files(tmp_path)
    last.write_bytes(DAMAGES[damage](last.read_bytes()))
    said = list[str]()
    assert_equal(newest(tmp_path, said.append), reached(1))
    (line,) = said
    assert line.startswith(f"{last} is damaged (")
    assert line.endswith("): the run goes on from epoch-000001.npz")
    assert files(tmp_path) == [tmp_path / "epoch-000001.npz"]


def test_if_no_state_is_whole_the_newest_is_named_with_what_to_do(tmp_path: Path) -> None:
    for epochs in (1, 2):
        save(reached(epochs), tmp_path)
    for file in files(tmp_path):
        file.write_bytes(b"")
    with pytest.raises(
        StateError, match=r"epoch-000002.npz is damaged \(.*no earlier epoch is whole: remove .* to begin"
    ):
        newest(tmp_path, pytest.fail)
    assert len(files(tmp_path)) == 2


def test_any_cut_is_found(tmp_path: Path) -> None:
    save(reached(1), tmp_path)
    (file,) = files(tmp_path)
    content, cuts = file.read_bytes(), random.Random(1)
    for length in [0, 1, *(cuts.randrange(len(content)) for _ in range(60)), len(content) - 1]:
        file.write_bytes(content[:length])
        with pytest.raises(StateError):
            newest(tmp_path, pytest.fail)


def test_a_full_disk_leaves_the_earlier_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(reached(1), tmp_path)

    def full(stream: object, **_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(
        durable.RoomError, match=r"epoch-000002.npz could not be written .* it takes .* are free; make room"
    ):
        save(reached(2), tmp_path)
    assert_equal(newest(tmp_path, pytest.fail), reached(1))
    assert len(list(tmp_path.iterdir())) == 1
