"""What a folder stores, damaged so that it is still JSON: it is read, or refused with the file's name."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from components.analysis import calibration_result, comparison_results, reference, sweep_results
from components.analysis.stored import CALIBRATION, COMPARISON, REFERENCE, SWEEP
from components.language_model import folder, known
from components.language_model.folder import ModelError
from components.language_model.scene import Scene
from tests.mutations import mutations

LOADS: dict[str, Callable[[Path], Any]] = {
    folder.TRAINING: folder.record,
    folder.VOCABULARY: folder.vocabulary,
    folder.SCENE: Scene.load,
    SWEEP: sweep_results.load,
    REFERENCE: reference.load,
    CALIBRATION: calibration_result.load,
    COMPARISON: comparison_results.load,
}
LARGE = {
    folder.SCENE: 7,
    SWEEP: 7,
    REFERENCE: 31,
    CALIBRATION: 13,
    COMPARISON: 31,
}  # every so-manieth damage of them is tried


def _error(load: Callable[[Path], Any], path: Path) -> ModelError | None:
    try:
        load(path)
    except ModelError as error:
        return error
    return None


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Return a folder with the shipped model's files, which a test may break."""
    for name in LOADS:
        (tmp_path / name).write_bytes((folder.DEFAULT_MODEL / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", LOADS)
def test_a_value_of_another_kind_is_no_surprise(stored: Path, name: str) -> None:
    refused = 0
    for number, (damage, content) in enumerate(mutations(json.loads((stored / name).read_text("utf-8")))):
        if number % LARGE.get(name, 1):
            continue
        (stored / name).write_text(json.dumps(content), "utf-8")
        error = _error(LOADS[name], stored)
        assert error is None or (error.file, error.kind) == (name, "damaged"), damage
        refused += error is not None
    assert refused > 20


@pytest.mark.parametrize("name", LOADS)
@pytest.mark.parametrize("content", ["[" * 10_000, '{"a":' * 10_000, "[" * 10_000 + "]" * 10_000, "NaN", "\x00"])
def test_what_is_no_content_is_damaged(stored: Path, name: str, content: str) -> None:
    (stored / name).write_text(content)
    with pytest.raises(ModelError, match=f"{name} is damaged"):
        LOADS[name](stored)


@pytest.mark.parametrize("name", [*LOADS, folder.WORDS])
@pytest.mark.parametrize("thing", ["a folder", "a pipe", "a link to nowhere", "a link to itself", "too much"])
def test_what_is_no_file_is_said(stored: Path, name: str, thing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stored / name
    path.unlink(missing_ok=True)
    if thing == "a folder":
        path.mkdir()
    elif thing == "a pipe":
        os.mkfifo(path)
    elif thing == "too much":
        path.write_text(f"[{' ' * 5000}]")
        monkeypatch.setattr("components.language_model.content.MOST_BYTES", 5000)
    else:
        path.symlink_to(path if thing == "a link to itself" else stored / "nowhere")
    with pytest.raises(ModelError, match=f"{name} is (missing|damaged)"):
        LOADS.get(name, known.lexicon)(stored)


@pytest.mark.parametrize("name", LOADS)
def test_a_byte_order_mark_is_read_over(stored: Path, name: str) -> None:
    (stored / name).write_bytes(b"\xef\xbb\xbf" + (stored / name).read_bytes())
    LOADS[name](stored)
