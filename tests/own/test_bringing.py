"""A network that is brought: what is taken, what is refused, and that no file reaches more than its own process."""

import errno
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event

import h5py
import pytest

from components.language_model import durable, folder, zipped
from components.language_model.loading import load
from components.language_model.vocabulary import Vocabulary
from components.own import bringing, progress, store, training
from components.own.bringing import Outcome
from components.own.bringing import __main__ as process
from components.own.refusal import RefusedError
from components.own.training import Folder
from tests.conftest import TEXT
from tests.language_model.archive.damaging import parts, with_configuration, with_weights, written
from tests.own.conftest import SHORT, Fresh

CHARACTERS = json.dumps(Vocabulary.of(TEXT).characters)

Outcomes = Callable[..., Outcome]


@pytest.fixture
def whole(small_folder: Path, tmp_path: Path) -> Path:
    """Return the zip of a small network."""
    path = tmp_path / "whole.zip"
    path.write_bytes(zipped.zipped(small_folder, "about"))
    return path


@pytest.fixture
def outcome(tmp_path: Path) -> Outcomes:
    """Return what the process makes of a file and its characters."""

    def of(file: bytes | Path, characters: str = "") -> Outcome:
        of_visitor = tmp_path / "visitor"
        of_visitor.mkdir()
        content = file.read_bytes() if isinstance(file, Path) else file
        (of_visitor / bringing.FILE).write_bytes(content)
        (of_visitor / bringing.CHARACTERS).write_text(characters, "utf-8")
        found = process.outcome(of_visitor)
        assert not (of_visitor / store.NETWORK).exists()
        assert not (of_visitor / store.MADE).exists()
        with pytest.raises(RefusedError):
            found.check()
        return found

    return of


def _member(whole: Path, path: Path, **changed: bytes) -> Path:
    """Write the zip with members of other content, named without their endings."""
    names = {Path(name).stem: name for name in parts(whole)}
    return written(path, {**parts(whole), **{names[stem]: content for stem, content in changed.items()}})


def _with_network(whole: Path, path: Path, network: Path) -> Path:
    """Write the zip with another network, of which its record is."""
    record = json.loads(parts(whole)[folder.TRAINING]) | {"network_sha256": zipped.checksums.sha256(network)}
    return _member(whole, path, network=network.read_bytes(), training=json.dumps(record).encode())


def _network(whole: Path, tmp_path: Path) -> Path:
    (tmp_path / folder.NETWORK).write_bytes(parts(whole)[folder.NETWORK])
    return tmp_path / folder.NETWORK


@pytest.mark.long
def test_a_network_that_was_trained_here_is_given_away_and_brought_in_again(fresh: Fresh, stored: Path) -> None:
    trained = fresh(seconds=2.0)
    training.attempt(Folder(trained, Event()))
    path = bringing.bring(zipped.zipped(trained / store.NETWORK, "about"), "of a network that was saved alone")
    assert path.parent == stored
    assert sorted(file.name for file in path.iterdir()) == [store.NETWORK, store.PROGRESS]
    how = progress.read(path)
    assert how is not None
    assert (how.phase, how.kinds) == ("done", len(set(SHORT)))
    networks = [of / store.NETWORK for of in (trained, path)]
    texts = [load(of).sampler.sample("First Citizen", [0.0], 60, seed=1)[0].text for of in networks]
    assert texts[0] == texts[1]
    before, after = map(folder.record, networks)
    assert {name: after[name] for name in ("validation", "unit", "corpus_sha256")} == {
        name: before[name] for name in ("validation", "unit", "corpus_sha256")
    }


def test_a_saved_network_is_taken_with_its_characters(small_folder: Path, tmp_path: Path) -> None:
    (tmp_path / bringing.FILE).write_bytes((small_folder / folder.NETWORK).read_bytes())
    (tmp_path / bringing.CHARACTERS).write_text(CHARACTERS, "utf-8")
    assert process.outcome(tmp_path) == Outcome(kinds=len(Vocabulary.of(TEXT)))
    assert folder.vocabulary(tmp_path / store.NETWORK) == folder.vocabulary(small_folder)


@pytest.mark.parametrize("content", [b"", b"PK", b"\x80\x04\x95pickle", b"import os", b"\x89PNG\r\n\x1a\n", b"\0" * 99])
def test_what_is_neither_a_zip_nor_a_network(outcome: Outcomes, content: bytes) -> None:
    assert outcome(content, CHARACTERS) in (Outcome("no_zip"), Outcome("network", "damaged"))


def test_a_saved_network_without_characters(outcome: Outcomes, small_folder: Path) -> None:
    assert outcome(small_folder / folder.NETWORK) == Outcome("no_characters")


def test_a_zip_of_something_else(outcome: Outcomes, tmp_path: Path) -> None:
    assert outcome(written(tmp_path / "a.zip", {"notes.txt": b"a"}), CHARACTERS) == Outcome("network", "damaged")


@pytest.mark.parametrize("name", ["../evil.py", "/tmp/evil.py", "..\\evil.py", "evil.pkl"])
def test_a_zip_with_more_members(outcome: Outcomes, whole: Path, tmp_path: Path, name: str) -> None:
    assert outcome(written(tmp_path / "a.zip", {**parts(whole), name: b"evil"})) == Outcome("zip_members")
    assert not list(tmp_path.rglob("*evil*"))


def test_a_zip_that_inflates_a_thousandfold(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    content = {**parts(whole), folder.TRAINING: bytes(2**25)}
    assert outcome(written(tmp_path / "a.zip", content, zipfile.ZIP_DEFLATED)) == Outcome("zip_members")


def test_a_zip_that_was_packed_again_as_another_folder(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    again = {f"mine/{name}": content for name, content in parts(whole).items()}
    assert outcome(written(tmp_path / "a.zip", {**again, folder.NETWORK: b""})) == Outcome("zip_members")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", parts(whole))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(folder.NETWORK, b"another")
    assert outcome(path) == Outcome("zip_members")


def test_a_zip_that_is_cut_or_changed(outcome: Outcomes, whole: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[content.index(b"config.json") + 200] ^= 1
    assert outcome(bytes(content)) == Outcome("zip_members")


def test_a_full_disk_is_no_damage_of_a_zip(outcome: Outcomes, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "sync", no_room)
    assert outcome(whole) == Outcome("room")


def test_a_record_of_another_network(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    record = json.dumps({"network_sha256": "0" * 64}).encode()
    assert outcome(_member(whole, tmp_path / "a.zip", training=record)) == Outcome("network", "checksum")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "no_json"), (b"[" * 100_000, "no_json"), (b"[]", "no_json"), (b'{"network_sha256": 1}', "place")],
)
def test_a_record_that_is_something_else(
    outcome: Outcomes, whole: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    assert outcome(_member(whole, tmp_path / "a.zip", training=content)).reason == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('["a", "b"]', "sizes"),
        ("[1, 2]", "no_character"),
        ('["ab"]', "no_character"),
        ('["a", "a"]', "twice"),
        ("[]", "no_characters"),
        ("[" * 100_000, "no_json"),
        ('{"a": 1000000000000}', "unfit_parts"),
        (json.dumps(list(map(chr, range(256, 20_256)))), "sizes"),
        (json.dumps(["\ud800", *Vocabulary.of(TEXT).characters[1:]]), "no_character"),
    ],
)
def test_characters_that_are_something_else(
    outcome: Outcomes, whole: Path, tmp_path: Path, content: str, reason: str
) -> None:
    assert outcome(_member(whole, tmp_path / "a.zip", vocabulary=content.encode())).reason == reason


def test_a_network_with_a_layer_that_runs_code(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    def change(content: dict[str, object]) -> None:
        layers = content["config"]["layers"]  # type: ignore[index]
        layers[-1]["class_name"], layers[-1]["name"] = "Lambda", "evil"

    network = with_configuration(_network(whole, tmp_path), tmp_path / "their.keras", change)
    found = outcome(_with_network(whole, tmp_path / "a.zip", network))
    assert (found.refusal, found.reason, found.values["kind"]) == ("network", "layer", "Lambda")


def test_a_network_with_numbers_that_are_none(outcome: Outcomes, whole: Path, tmp_path: Path) -> None:
    def change(file: h5py.File) -> None:
        file["layers/embedding/vars/0"][0, 0] = float("nan")

    network = with_weights(_network(whole, tmp_path), tmp_path / "their.keras", change)
    assert outcome(_with_network(whole, tmp_path / "a.zip", network)).reason == "no_numbers"


def test_more_than_a_page_can_show(outcome: Outcomes, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MOST_KINDS", 20)
    found = outcome(whole)
    assert (found.refusal, found.values) == (
        "many_kinds",
        {"kinds": str(len(Vocabulary.of(TEXT))), "most": "20"},
    )


@pytest.mark.parametrize("given", [{"PARAMETERS": 1000}, {"free_memory": lambda: 600_000_000}])
def test_more_than_the_machine_has(
    outcome: Outcomes, whole: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, object]
) -> None:
    for name, value in given.items():
        monkeypatch.setattr(process, name, value)
    assert outcome(whole) == Outcome("network", "too_much")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError("No space left on device"), Outcome("room")),
        (MemoryError(), Outcome("network", "too_much")),
        (KeyError("of a library"), Outcome("network", "damaged")),
    ],
)
def test_what_happens_while_it_is_compared(
    outcome: Outcomes, whole: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: Outcome
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(process.adopt, "adopt", fail)
    assert outcome(whole) == expected
