"""The command that makes a first scene."""

from collections.abc import Callable
from pathlib import Path

import pytest

from components.language_model import folder
from components.language_model.first_scene.__main__ import main
from components.language_model.scene import Scene
from tests.conftest import TEXT

pytestmark = pytest.mark.long


def _run(*arguments: object) -> None:
    main([*map(str, arguments)])


def test_the_command_writes_the_scene_and_prints_what_is_met(
    folder_copy: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model, text = folder_copy(), tmp_path / "text.txt"
    text.write_text(TEXT * 4, "utf-8")
    command = ("--model", model, "--corpus", text, "--prompts", 2, "--rounds", 1)
    _run(*command)
    said, written = capsys.readouterr(), (model / folder.SCENE).read_bytes()
    assert said.out == f"{model / folder.SCENE}\n"
    assert "neighbouring columns part after 15 to 60 characters" in said.err
    scene = Scene.load(model)
    assert scene.setting.prompt in TEXT * 4
    assert scene.network_sha256 == folder.record(model)["network_sha256"]
    _run(*command)
    assert (model / folder.SCENE).read_bytes() == written


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--model", "nobody"), "no model “nobody”"),
        (("--corpus", "nowhere.txt"), "cannot read nowhere.txt"),
        (("--prompts", "0"), "at least 1 prompt"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match=sentence):
        _run(*arguments)
