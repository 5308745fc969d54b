"""The house: its top level, the import rule, its README and its sentences."""

import ast
import dataclasses
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from components.analysis.calibration_result import load as load_calibration
from components.charts.along import AlongLabels
from components.charts.bands import BandsLabels
from components.charts.live import LiveLabels
from components.charts.loss_curve import LossLabels
from components.charts.noise_lines import NoiseLinesLabels
from components.charts.over_temperature import OverTemperatureLabels
from components.charts.reliability import ReliabilityLabels
from components.charts.trade_off import TradeOffLabels
from components.language_model.recipe import SHIPPED
from components.words.en import ENGLISH, Words
from components.words.zh import CHINESE

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CARD = (ROOT / "model_weights" / "README.md").read_text("utf-8")
RECORD = json.loads((ROOT / "model_weights" / "shakespeare" / "training.json").read_text("utf-8"))

# app → pages → presenting → {charts, words, analysis → language_model} → temperature
MAY_IMPORT = {
    "temperature": set(),
    "language_model": {"temperature"},
    "analysis": {"temperature", "language_model"},
    "charts": {"temperature"},
    "words": set(),
    "presenting": {"temperature", "language_model", "analysis", "charts", "words"},
    "pages": {"temperature", "language_model", "analysis", "charts", "words", "presenting"},
}
ITS_LIBRARIES = {
    "temperature": {"numpy"},
    "language_model": {"numpy", "keras", "tensorflow"},
    "analysis": {"numpy"},
    "charts": {"numpy", "altair"},
    "words": set(),
    "presenting": {"numpy"},
    "pages": {"numpy", "streamlit"},
}
LABELS = (
    LiveLabels,
    NoiseLinesLabels,
    BandsLabels,
    AlongLabels,
    OverTemperatureLabels,
    TradeOffLabels,
    LossLabels,
    ReliabilityLabels,
)
LIBRARIES = {"numpy", "keras", "tensorflow", "altair", "streamlit", "pandas", "scipy"}
FORBIDDEN = sorted(
    (room, module)
    for room in MAY_IMPORT
    for module in (
        {f"components.{other}" for other in MAY_IMPORT if other not in MAY_IMPORT[room] | {room}}
        | (LIBRARIES - ITS_LIBRARIES[room])
        | {"app"}
    )
)


def _import_check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the rooms with their rules, to plant imports in."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "components", house / "components", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".ruff.toml", house)
    return house


def test_the_top_level_is_what_the_readme_says() -> None:
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "__pycache__"}
    assert visible == {"app.py", "requirements.txt", "model_weights", "components", "tests", "README.md"}


def test_every_room_is_in_the_rule() -> None:
    rooms = {path.parent.name for path in (ROOT / "components").glob("*/__init__.py")}
    assert rooms == set(MAY_IMPORT)


def test_the_house_keeps_its_rule(copy: Path) -> None:
    found = _import_check(copy / "components")
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(("room", "module"), FORBIDDEN)
def test_a_forbidden_import_is_seen(copy: Path, room: str, module: str) -> None:
    for line in (f"import {module}", f"from {module} import anything", f"def late():\n    import {module}"):
        planted = copy / "components" / room / "planted.py"
        planted.write_text(line + "\n")
        found = _import_check(planted)
        planted.unlink()
        assert found.returncode == 1, line
        assert "TID251" in found.stdout


def test_what_needs_no_keras_does_not_import_it() -> None:
    light = ["vocabulary", "scene", "sample", "corpus", "folder", "recipe", "lanes", "batching", "workers"]
    light += ["scene_criteria", "first_scene"]
    light = [f"language_model.{name}" for name in light] + ["pages.explore.page"]
    light += ["pages.sweep.page", "pages.calibration.page"]
    light += [f"analysis.{path.stem}" for path in (ROOT / "components" / "analysis").glob("[a-z]*.py")]
    script = f"import sys, {', '.join(f'components.{name}' for name in light)}"
    script += "; sys.exit(any(name in sys.modules for name in ('keras', 'tensorflow')))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_the_subject_needs_numpy_alone() -> None:
    script = "import sys, components.temperature; print(*{name.split('.')[0] for name in sys.modules})"
    names = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert not (LIBRARIES - {"numpy"}) & set(names.split())


def test_every_version_is_pinned_once() -> None:
    pins = [
        (line.split("==")[0].lower(), path)
        for path in (ROOT / "requirements.txt", *(ROOT / "tests").rglob("requirements.txt"))
        for line in path.read_text().splitlines()
        if line and not line.startswith("-r")
    ]
    names = [name for name, _ in pins]
    assert len(names) == len(set(names))
    elsewhere = [ROOT / ".ci" / "run", ROOT / "README.md", *ROOT.glob(".*.toml"), *ROOT.glob(".*.ini")]
    for path in elsewhere:
        assert not re.search(r"[\w-]+==\d", path.read_text("utf-8")), path


def test_the_readmes_commands_are_two_and_stand_on_one_line_each() -> None:
    commands = re.findall(r"```sh\n(python3 -m venv .*)\n```", README)
    assert len(commands) == 2
    start, test = commands
    assert "-r requirements.txt" in start
    assert start.endswith("streamlit run app.py")
    assert "-r tests/requirements.txt" in test
    assert test.endswith("-m pytest")
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")  # which runs the second one


def test_the_readmes_python_runs_as_it_stands() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^T = (.*)$", said, re.MULTILINE) == ["0.2", "0.5", "1.0", "1.2"]


def test_paths_in_the_readmes_exist() -> None:
    for text, base in ((README, ROOT), (CARD, ROOT / "model_weights")):
        for target in re.findall(r"\]\(([^)#]+)\)|src(?:set)?=\"([^\"]+)\"", text):
            path = next(filter(None, target))
            if not path.startswith("http"):
                assert (base / path).exists(), path
    for room in MAY_IMPORT:
        assert f"{room}/" in README


def test_modules_in_the_readmes_exist() -> None:
    for module in re.findall(r"python -m (components[\w.]+|tests[\w.]+)", README + CARD):
        assert (ROOT / (module.replace(".", "/") + ".py")).exists(), module


def test_numbers_in_the_readmes_are_those_of_the_weights() -> None:
    streamed, windowed = RECORD["validation"].values()
    for text in (README, CARD):
        assert f"{streamed:.4f}" in text
        assert f"{windowed:.4f}" in text
        assert f"{RECORD['parameters']:,}" in text
    recipe = RECORD["recipe"]
    for field in ("dropout", "dropconnect", "epochs", "units", "lanes", "steps", "weight_decay"):
        assert f"| {field} | {recipe[field]} |" in CARD


def test_the_card_tells_the_losses_of_every_shipped_model() -> None:
    for name in SHIPPED:
        record = json.loads((ROOT / "model_weights" / name / "training.json").read_text("utf-8"))
        for loss in record["validation"].values():
            assert f"{loss:.4f}" in CARD, name
        assert f"{record['parameters']:,}" in CARD


def test_the_card_tells_the_calibration_of_every_shipped_model() -> None:
    for name in SHIPPED:
        found = load_calibration(ROOT / "model_weights" / name)
        for kind, passage in (("validation", found.held_out), ("training", found.training)):
            of = passage.calibration
            row = [f"{of.best.temperature:.3f} ± {of.standard_error:.3f}", f"{of.one.loss:.4f}", f"{of.best.loss:.4f}"]
            row += [f"{of.one.error:.3f}", f"{of.best.error:.3f}"]
            assert f"| `{name}`, {kind} | {' | '.join(row)} |" in CARD
    shown = load_calibration(ROOT / "model_weights" / "shakespeare")
    best = [passage.calibration.best.temperature for passage in (shown.held_out, shown.training)]
    assert f"T* = {best[0]:.2f}" in README
    assert f"on its training text {best[1]:.2f}" in README


def test_every_sentence_is_used() -> None:
    rooms = [ROOT / "components" / room for room in ("pages", "presenting")]
    code = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    code += (ROOT / "app.py").read_text("utf-8").lower()
    used = set(re.findall(r"(?<!components\.)\bwords\.(\w+)", code))
    for labels in LABELS:
        used |= set(labels.__dataclass_fields__)
    assert {field.name for field in dataclasses.fields(Words)} == used


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Words)])
def test_every_language_says_everything_with_the_same_blanks(field: str) -> None:
    def blanks(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^}]*\}", text))

    english, chinese = (getattr(words, field) for words in (ENGLISH, CHINESE))
    if isinstance(english, str):
        assert blanks(english) == blanks(chinese)
    else:
        assert len(english) == len(chinese)
    same = {"formula", "from_logits", "from_logarithms", "from_chances", "logarithm", "choice", "categorical"}
    same |= {"column_title", "share", "nothing", "example_prompts"}
    same |= {"best_value", "lesson_percent", "from_to"}
    assert (english == chinese) == (field in same)


def test_pages_hold_no_sentences_of_their_own() -> None:
    for path in [ROOT / "app.py", *(ROOT / "components" / "pages").rglob("*.py")]:
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}", node.value), (path, node.value)
