"""All that is stored is made anew by one command, and what is stored is current."""

from collections.abc import Callable
from pathlib import Path

import pytest

from components.analysis import calibration_result, comparison_results, reference, remake, sweep, sweep_results
from components.analysis.comparison_setting import ComparisonSetting
from components.analysis.remake.__main__ import main
from components.analysis.sweep_setting import SweepSetting
from components.language_model import corpus, folder, scene_criteria
from components.language_model.scene import Scene
from tests.conftest import TEXT

pytestmark = pytest.mark.long

UNCOMPARED = {"names", "tang"}  # of which it was not measured whether a cut helps: their pages have the command
LONG_TEXT = TEXT * 120  # its last tenth is two passages long


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remake, "FULL", scene_criteria.Effort(1, 0))
    monkeypatch.setattr(remake, "SweepSetting", lambda: SweepSetting(temperatures=(0.0, 1.0), samples=2, length=40))
    short = ComparisonSetting(SweepSetting(temperatures=(1.0,), samples=4, length=40), first=(), inside=())
    monkeypatch.setattr(remake, "ComparisonSetting", lambda: short)


def _run(*arguments: object) -> None:
    main([*map(str, arguments)])


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(LONG_TEXT, "utf-8")
    return path


def _trained_on(model: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = folder.record(model) | {"corpus_sha256": corpus.sha256(text)}
    monkeypatch.setattr(folder, "record", lambda path: known)


def _current(model: Path) -> list[bool]:
    return [
        Scene.load(model).network_sha256 == folder.record(model)["network_sha256"],
        sweep_results.load(model).same_weights,
        reference.load(model).same_weights,
        model.name in UNCOMPARED or comparison_results.load(model).same_weights,
        calibration_result.load(model).same_weights,
    ]


def test_one_command_makes_everything(
    folder_copy: Callable[[], Path],
    text_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = folder_copy()
    (model / folder.SCENE).unlink()
    _trained_on(model, LONG_TEXT, monkeypatch)
    _run("--model", model, "--corpus", text_file)
    assert capsys.readouterr().out.splitlines() == [str(model / file) for file in remake.FILES]
    assert all(_current(model))
    assert Scene.load(model).setting.prompt in LONG_TEXT


def test_what_takes_the_models_own_text_stays_without_it(
    folder_copy: Callable[[], Path],
    text_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = folder_copy()
    _trained_on(model, "another text", monkeypatch)
    _run("--model", model, "--corpus", text_file)
    out, err = capsys.readouterr()
    assert out.splitlines() == [str(model / folder.SCENE), str(model / "sweep.json")]
    for file in ("reference.json", "comparison.json", "calibration.json"):
        assert f"{file} stays as it is" in err


def test_only_some_are_made(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = folder_copy()
    _run("--model", model, "--only", "sweep.json")
    assert capsys.readouterr().out.splitlines() == [str(model / "sweep.json")]


def test_what_cannot_be_done_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="remake: there is no model “nobody”"):
        _run("--model", "nobody")


def test_the_functions_are_those_of_the_other_commands(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[Path] = []
    monkeypatch.setattr(
        sweep, "write", lambda model, setting, **_: (None, called.append(model) or model / "sweep.json")
    )
    model = folder_copy()
    assert list(remake.remake(model, None, ["sweep.json"])) == [model / "sweep.json"]
    assert called == [model]


@pytest.mark.parametrize("name", folder.available())
def test_what_is_stored_is_of_the_weights_beside_it(name: str) -> None:
    assert all(_current(folder.available()[name]))
