"""Archives that are damaged or made to do harm, and the limits of the process that reads them: one sentence each."""

import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from components.language_model.archive import members, process
from tests.language_model.archive.damaging import parts, refused, written


def _encrypted(archive: bytes) -> bytes:
    """Set the flag of encryption in every header of an archive."""
    content = bytearray(archive)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + at] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


def _claiming(archive: bytes, size: int) -> bytes:
    """Let every member claim so many bytes."""
    content = bytearray(archive)
    for mark, at in ((b"PK\x03\x04", 18), (b"PK\x01\x02", 20)):
        start = content.find(mark)
        while start >= 0:
            content[start + at : start + at + 8] = struct.pack("<II", size, size)
            start = content.find(mark, start + 4)
    return bytes(content)


@pytest.mark.parametrize("name", [members.CONFIGURATION, members.METADATA, members.WEIGHTS])
def test_a_member_that_is_missing_is_named(whole: Path, tmp_path: Path, name: str) -> None:
    others = {part: content for part, content in parts(whole).items() if part != name}
    refused(written(tmp_path / "their.keras", others), f"has no {name}")


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compressed_member_is_refused(whole: Path, tmp_path: Path, compression: int) -> None:
    refused(written(tmp_path / "their.keras", parts(whole), compression), "is compressed, which Keras does not do")


def test_a_member_that_inflates_a_thousandfold_is_not_inflated(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "their.keras"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (members.CONFIGURATION, members.METADATA):
            archive.writestr(name, b"{}")
        with archive.open(members.WEIGHTS, "w", force_zip64=True) as weights:
            for _ in range(8):
                weights.write(bytes(2**24))
    assert path.stat().st_size < 2**18
    refused(path, "is compressed")


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_member_that_is_there_twice_is_refused(whole: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "their.keras", parts(whole))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(members.CONFIGURATION, b"{}")
    refused(path, "holds 'config.json' twice")


@pytest.mark.parametrize("name", ["../up.txt", "/etc/passwd", "a/../../b", "..\\up.txt", "C:\\up.txt"])
def test_a_path_that_climbs_is_refused(whole: Path, tmp_path: Path, name: str) -> None:
    refused(written(tmp_path / "their.keras", {**parts(whole), name: b"x"}), "whose path leads out of it")


def test_an_encrypted_member_is_refused(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "their.keras").write_bytes(_encrypted(whole.read_bytes()))
    refused(tmp_path / "their.keras", "is encrypted")


@pytest.mark.parametrize("size", [10**6, 2**31, 2**32 - 2])
def test_a_member_that_claims_more_than_the_archive_has_is_refused(whole: Path, tmp_path: Path, size: int) -> None:
    (tmp_path / "their.keras").write_bytes(_claiming(whole.read_bytes(), size))
    refused(tmp_path / "their.keras", "claims .* bytes in an archive of|damaged")


def test_members_that_lie_upon_each_other_cannot_claim_more_together(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "their.keras"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(whole).items():
            archive.writestr(name, content)
        weights = archive.getinfo(members.WEIGHTS)
        for at in range(50):  # a directory can name one piece of a file many times
            other = zipfile.ZipInfo(f"copy{at}")
            other.file_size, other.compress_size, other.CRC = weights.file_size, weights.compress_size, weights.CRC
            other.header_offset = weights.header_offset
            archive.filelist.append(other)
        archive._didModify = True
    refused(path, "claim more bytes than it has")


def test_a_flipped_bit_is_seen(whole: Path, tmp_path: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "their.keras").write_bytes(content)
    refused(tmp_path / "their.keras", "damaged")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_half_an_archive_is_refused(whole: Path, tmp_path: Path, share: float) -> None:
    content = whole.read_bytes()
    (tmp_path / "their.keras").write_bytes(content[: int(share * len(content))])
    refused(tmp_path / "their.keras", "damaged")


@pytest.mark.parametrize("content", [b"", b"\x80\x04pickled", b"PK", b"\x89HDF\r\n\x1a\n", b"to be or not"])
def test_what_is_no_network_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "their.keras").write_bytes(content)
    refused(tmp_path / "their.keras", "is empty|is no saved network|damaged")


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "their.keras", "cannot be read: No such file")
    (tmp_path / "link.keras").symlink_to("nowhere")
    refused(tmp_path / "link.keras", "cannot be read: No such file")
    os.mkfifo(tmp_path / "pipe.keras")
    refused(tmp_path / "pipe.keras", "is not a file")
    (tmp_path / "folder").mkdir()
    refused(tmp_path / "folder", "cannot be read: No such file")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "their.keras").open("wb") as file:
        file.truncate(members.LARGEST_FILE + 1)
    refused(tmp_path / "their.keras", "at most 1,000,000,000 are read")


def test_memory_is_limited() -> None:
    program = (
        "from components.language_model.archive.reading import MEMORY, _limit; _limit(MEMORY); "
        "bytearray(MEMORY // 2); print('half', flush=True); bytearray(MEMORY)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    assert ended.stdout == "half\n"
    assert "MemoryError" in ended.stderr


def test_time_is_limited(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.001)
    refused(whole, "longer than 0.001 seconds")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the time of a processor")
def test_processor_time_is_limited() -> None:
    program = (
        "from components.language_model.archive.reading import MEMORY, _limit; _limit(MEMORY, 1)\nwhile True: pass"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(__file__).parents[3], timeout=120
    )
    assert "reading it takes more than 1 seconds of a processor" in ended.stderr


def test_a_process_that_breaks_down_is_one_sentence(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_READER", "components.language_model.archive.none")
    refused(whole, "broke down")
