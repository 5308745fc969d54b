"""A network as one zip: what is in it, that it is brought in again, and what is refused."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from components.language_model import adopt, checksums, folder, zipped
from components.language_model.adopt.__main__ import main
from components.language_model.checksums import ChecksumError
from components.language_model.content import ContentError
from components.language_model.loading import load
from components.language_model.scene_criteria import Effort
from components.language_model.vocabulary import Vocabulary, VocabularyError
from tests.conftest import TEXT
from tests.language_model.archive.damaging import parts, written

ABOUT = "How to bring it in.\n"


@pytest.fixture
def whole(small_folder: Path, tmp_path: Path) -> Path:
    """Return the zip of a small network."""
    path = tmp_path / "whole.zip"
    path.write_bytes(zipped.zipped(small_folder, ABOUT))
    return path


def test_a_zip_holds_the_network_its_characters_and_its_record_alone(small_folder: Path, whole: Path) -> None:
    content = parts(whole)
    assert content.pop(zipped.ABOUT).decode() == ABOUT
    kept = (folder.NETWORK, folder.VOCABULARY, folder.TRAINING)
    assert content == {name: (small_folder / name).read_bytes() for name in kept}


def test_the_same_folder_gives_the_same_bytes(folder_copy: Callable[[], Path], small_folder: Path) -> None:
    copy = folder_copy()
    os.utime(copy / folder.NETWORK, (1, 1))
    (copy / folder.VOCABULARY).chmod(0o600)
    assert zipped.zipped(copy, ABOUT) == zipped.zipped(small_folder, ABOUT)


def test_a_saved_network_is_no_zip_of_the_page(small_folder: Path, whole: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "cut.zip").write_bytes(whole.read_bytes()[:-30])
    found = [whole, small_folder / folder.NETWORK, tmp_path, tmp_path / "none", tmp_path / "pipe", tmp_path / "cut.zip"]
    assert [zipped.is_zipped(path) for path in found] == [True, False, False, False, False, False]


def test_a_zip_brought_in_writes_what_was_written_and_keeps_its_record(
    folder_copy: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = folder_copy()
    record = folder.record(given) | {
        "validation": {folder.STREAMED: 2.5, "made_up": 1.0},
        "corpus_sha256": "0" * 64,
        "corpus_characters": 1234,
    }
    checksums.write(given / folder.TRAINING, json.dumps(record))
    (tmp_path / "mine.zip").write_bytes(zipped.zipped(given, ABOUT))
    monkeypatch.setattr(folder, "MODELS", tmp_path / "model_weights")
    monkeypatch.setattr(adopt, "QUICK", Effort(prompts=1, rounds=0))
    main([str(tmp_path / "mine.zip"), "--name", "mine"])
    assert "as the zip says: 2.50 nats" in capsys.readouterr().out

    before, after = load(given), load(tmp_path / "model_weights/mine")
    assert after.sampler.vocabulary == before.sampler.vocabulary
    texts = [model.sampler.sample("First Citizen", [0.0], 60, seed=1)[0].text for model in (before, after)]
    assert texts[0] == texts[1]
    kept = folder.record(tmp_path / "model_weights/mine")
    assert kept["validation"] == {folder.STREAMED: 2.5}
    assert (kept["corpus_sha256"], kept["corpus_characters"]) == ("0" * 64, 1234)
    assert kept["unit"] == record["unit"]
    assert kept["adopted"]["file"] == "mine.zip"


def test_characters_and_text_that_are_given_go_before_those_of_the_zip(whole: Path, tmp_path: Path) -> None:
    characters = Vocabulary.of(TEXT).characters[::-1]
    (tmp_path / "mine.json").write_text(json.dumps(characters))
    network = adopt.read(whole, tmp_path / "mine.json", None)
    assert network.characters.vocabulary.characters == characters


@pytest.mark.parametrize("name", [folder.NETWORK, folder.VOCABULARY, folder.TRAINING])
def test_a_zip_without_one_of_its_files_is_refused(whole: Path, tmp_path: Path, name: str) -> None:
    others = {part: content for part, content in parts(whole).items() if part != name}
    with pytest.raises(zipped.ZipError, match=f"has no {name}"), zipped.unzipped(written(tmp_path / "a.zip", others)):
        pass


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../evil.py", "leads out of it"),
        ("/etc/evil", "leads out of it"),
        ("..\\evil.py", "leads out of it"),
        ("C:evil", "leads out of it"),
        ("model.pkl", "'model.pkl' that is not of a network"),
        ("scene.json", "'scene.json' that is not of a network"),
        ("NETWORK.KERAS", "'NETWORK.KERAS' that is not of a network"),
    ],
)
def test_a_member_of_another_name_is_refused_and_written_nowhere(
    whole: Path, tmp_path: Path, name: str, sentence: str
) -> None:
    before = sorted(tmp_path.parent.rglob("*evil*"))
    path = written(tmp_path / "a.zip", {**parts(whole), name: b"evil"})
    with pytest.raises(zipped.ZipError, match=sentence), zipped.unzipped(path):
        pass
    assert sorted(tmp_path.parent.rglob("*evil*")) == before


def test_a_compressed_zip_is_refused(whole: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", parts(whole), zipfile.ZIP_DEFLATED)
    with pytest.raises(zipped.ZipError, match=r"is compressed.*as the page gave it away"), zipped.unzipped(path):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_refused(whole: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", parts(whole))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(folder.VOCABULARY, '["a"]')
    with pytest.raises(zipped.ZipError, match=r"holds 'vocabulary\.json' twice"), zipped.unzipped(path):
        pass


def test_a_link_is_read_as_the_text_that_it_is(whole: Path, tmp_path: Path) -> None:
    path, content = tmp_path / "a.zip", parts(whole)
    del content[folder.VOCABULARY]
    written(path, content)
    link = zipfile.ZipInfo(folder.VOCABULARY)
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with zipped.unzipped(path) as place:
        assert not (place / folder.VOCABULARY).is_symlink()
        assert (place / folder.VOCABULARY).read_text() == "/etc/passwd"
    with pytest.raises(ValueError, match="codes"):
        adopt.read(path, None, None)


def test_a_member_that_was_changed_is_refused(whole: Path, tmp_path: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[content.index(b"config.json") + 200] ^= 1  # within network.keras
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(zipped.ZipError, match="Bad CRC-32"), zipped.unzipped(tmp_path / "a.zip"):
        pass


def test_a_network_that_is_not_that_of_the_record_is_refused(whole: Path, tmp_path: Path) -> None:
    record = json.loads(parts(whole)[folder.TRAINING]) | {"network_sha256": "0" * 64}
    path = written(tmp_path / "a.zip", {**parts(whole), folder.TRAINING: json.dumps(record).encode()})
    with pytest.raises(ChecksumError):
        adopt.read(path, None, None)


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff", b'{"network_sha256": 1}', b"[" * 100_000])
def test_a_record_that_is_something_else_is_refused(whole: Path, tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path / "a.zip", {**parts(whole), folder.TRAINING: content})
    with pytest.raises((ContentError, ValueError)):
        adopt.read(path, None, None)


@pytest.mark.parametrize("content", [b"[", b"[1]", b'["ab"]', b'["a", "a"]', b"[]", b'["\\ud800"]', b"{}", b"\xff"])
def test_characters_that_are_something_else_are_refused(whole: Path, tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path / "a.zip", {**parts(whole), folder.VOCABULARY: content})
    with pytest.raises((VocabularyError, ValueError)):
        adopt.read(path, None, None)
