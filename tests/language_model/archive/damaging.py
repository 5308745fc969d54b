"""Files that are damaged or made to do harm, of a whole one."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import pytest

from components.language_model.archive import members, process
from components.language_model.archive.chain import ArchiveError
from components.presenting.file_error import why
from components.words.languages import LANGUAGES


def parts(whole: Path) -> dict[str, bytes]:
    """Return the members of an archive."""
    with zipfile.ZipFile(whole) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(path: Path, parts: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    """Write an archive of some members, and return its path."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def with_weights(whole: Path, path: Path, change: Callable[[h5py.File], None]) -> Path:
    """Write an archive whose arrays are changed, and return its path."""
    content, copy = parts(whole), path.with_suffix(".h5")
    copy.write_bytes(content[members.WEIGHTS])
    with h5py.File(copy, "r+") as file:
        change(file)
    return written(path, {**content, members.WEIGHTS: copy.read_bytes()})


def with_configuration(whole: Path, path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write an archive whose configuration is changed, and return its path."""
    members_of_whole = parts(whole)
    content = json.loads(members_of_whole[members.CONFIGURATION])
    change(content)
    return written(path, {**members_of_whole, members.CONFIGURATION: json.dumps(content).encode()})


def refused(path: Path, sentence: str) -> None:
    """Expect that a file is not taken, for a reason in one sentence."""
    with pytest.raises(ArchiveError, match=sentence) as raised:
        process.read(path)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 500
    for words in LANGUAGES.values():
        assert "{" not in why(raised.value.reason, words)


def sentence_of(take: Callable[[], object]) -> str | None:
    """Return why something is not taken, or None if it is."""
    try:
        take()
    except ArchiveError as error:
        return str(error)
    return None
