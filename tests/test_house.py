"""The house: its top level, the import rule, its sentences, and no file that is too long."""

import ast
import dataclasses
import re
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from components.charts.along import AlongLabels
from components.charts.bands import BandsLabels
from components.charts.families import FamiliesLabels
from components.charts.learning_curve import LearningLabels
from components.charts.live import LiveLabels
from components.charts.loss_curve import LossLabels
from components.charts.noise_lines import NoiseLinesLabels
from components.charts.over_temperature import OverTemperatureLabels
from components.charts.reliability import ReliabilityLabels
from components.charts.trade_off import TradeOffLabels
from components.words import Words
from components.words.languages import LANGUAGES

ROOT = Path(__file__).parents[1]
LONGEST = 300  # lines of a file

LIBRARIES = {"numpy", "keras", "tensorflow", "altair", "streamlit", "pandas", "scipy"}
LABELS = (
    LiveLabels,
    NoiseLinesLabels,
    BandsLabels,
    FamiliesLabels,
    AlongLabels,
    OverTemperatureLabels,
    TradeOffLabels,
    LossLabels,
    LearningLabels,
    ReliabilityLabels,
)

# What a module of a folder must not import: one of every kind.
FORBIDDEN = [
    ("temperature", "components.language_model.corpus"),
    ("language_model", "components.analysis.bootstrap"),
    ("analysis", "components.presenting.pick"),
    ("analysis", "components.words.en"),
    ("words", "components.charts.style"),
    ("words", "components.language_model.corpus"),
    ("words", "components.temperature"),
    ("words", "numpy"),
    ("charts", "components.analysis.bootstrap"),
    ("charts", "components.words.en"),
    ("charts", "components.language_model.corpus"),
    ("presenting", "components.pages.parts.figure"),
    ("pages/parts", "components.pages.sweep.page"),
    ("pages/serving", "components.pages.parts.figure"),
    ("pages/serving", "components.pages.visit.places"),
    ("pages/visit", "components.pages.serving.models"),
    ("pages/sweep", "components.pages.calibration.page"),
    ("pages", "app"),
    ("temperature", "app"),
    *((room, "streamlit") for room in ("presenting", "charts", "words", "analysis", "language_model", "temperature")),
    *((room, "altair") for room in ("pages/sweep", "presenting", "analysis", "language_model", "temperature")),
    *((room, "keras") for room in ("pages/sweep", "presenting", "analysis", "charts", "words", "temperature")),
    *((room, "tensorflow") for room in ("pages/serving", "presenting", "analysis", "charts")),
    ("pages/sweep", "pandas"),
    ("analysis", "scipy"),
]


def _lint(house: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the rooms with their rule, to plant imports in."""
    shutil.copytree(ROOT / "components", tmp_path / "components", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_top_level_is_what_the_readme_says() -> None:
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "__pycache__"}
    assert visible == {"app.py", "requirements.txt", "model_weights", "components", "tests", "README.md"}


def test_the_house_keeps_its_rule() -> None:
    report = _lint(ROOT)
    assert report.returncode == 0, report.stdout


@pytest.mark.parametrize(("folder", "module"), FORBIDDEN)
def test_a_forbidden_import_is_seen(copy: Path, folder: str, module: str) -> None:
    (copy / "components" / folder / "planted.py").write_text(f"import {module}\n")
    report = _lint(copy)
    assert report.returncode == 1
    assert f"components.{folder.replace('/', '.')}.planted -> {module}" in report.stdout


@pytest.mark.parametrize("line", ["from keras import ops", "def late():\n    import keras"])
def test_it_is_seen_however_it_is_written(copy: Path, line: str) -> None:
    (copy / "components" / "charts" / "planted.py").write_text(line + "\n")
    assert "components.charts.planted -> keras" in _lint(copy).stdout


def test_what_the_first_figure_needs_does_not_come_by_a_detour_to_keras(copy: Path) -> None:
    rooms = copy / "components" / "language_model"
    (rooms / "planted.py").write_text("import tensorflow\n")
    with (rooms / "scene.py").open("a") as scene:
        scene.write("from components.language_model import planted\n")
    report = _lint(copy)
    assert report.returncode == 1
    assert "components.language_model.planted -> tensorflow" in report.stdout


def test_no_page_comes_by_a_detour_to_another_page(copy: Path) -> None:
    pages = copy / "components" / "pages"
    (pages / "parts" / "planted.py").write_text("import components.pages.calibration.page\n")
    (pages / "sweep" / "planted.py").write_text("import components.pages.parts.planted\n")
    assert "components.pages.sweep is not allowed to import components.pages.calibration" in _lint(copy).stdout


@pytest.mark.parametrize("folder", ["components/attic", "components/pages/attic"])
def test_every_room_and_page_is_in_the_rule(copy: Path, folder: str) -> None:
    (copy / folder).mkdir()
    (copy / folder / "__init__.py").touch()
    report = _lint(copy)
    assert report.returncode == 1
    assert "attic" in report.stdout


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


def test_no_file_is_too_long() -> None:
    files = [ROOT / "app.py", *(path for room in ("components", "tests") for path in (ROOT / room).rglob("*.*"))]
    lines = {path: path.read_text("utf-8").count("\n") for path in files if path.suffix in {".py", ".js", ".css"}}
    assert len(lines) > 300
    assert {path.name: count for path, count in lines.items() if count > LONGEST} == {}


PAGES = [page for page in dataclasses.fields(Words) if page.name not in ("units", "_unfilled")]
SENTENCES = [(page.name, field.name) for page in PAGES for field in dataclasses.fields(page.type)]
# What has nothing to translate: signs, numbers, names.
ALIKE = {"formula", "from_logits", "from_logarithms", "logarithm", "choice", "categorical"}
ALIKE |= {"column_title", "nothing", "best_value", "from_to", "head_linear"}
ALIKE |= {"candidate_constant", "interval"}
ALIKE |= {"order_logit", "top_k", "top_p", "min_p", "top_nsigma", "said"}


def test_every_sentence_is_used() -> None:
    rooms = [ROOT / "components" / room for room in ("pages", "presenting")]
    code = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    code += (ROOT / "app.py").read_text("utf-8")
    used = set(re.findall(r"\bwords\.(\w+)\.(\w+)", code))
    labels = {field for kind in LABELS for field in kind.__dataclass_fields__}
    assert {sentence for sentence in SENTENCES if sentence not in used and sentence[1] not in labels} == set()


@pytest.mark.parametrize(("page", "field"), SENTENCES)
@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES.values(), 2)))
def test_every_language_says_everything_with_the_same_blanks(one: Words, other: Words, page: str, field: str) -> None:
    def blanks(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^}]*\}", text))

    first, second = (getattr(getattr(words, page), field) for words in (one, other))
    assert type(first) is type(second)
    if isinstance(first, str):
        assert blanks(first) == blanks(second)
    else:
        assert len(first) == len(second)
    assert (first == second) == (field in ALIKE)


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


def test_every_fragment_fails_alone() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "components" / "pages").rglob("*.py")]
    functions = [node for text in sources for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    decorated = [(one.name, [ast.unparse(decorator) for decorator in one.decorator_list]) for one in functions]
    fragments = [(name, each) for name, each in decorated if any("st.fragment" in one for one in each)]
    assert len(fragments) >= 4
    assert [name for name, each in fragments if each[1:] != ["fault_view.guard()"]] == []
