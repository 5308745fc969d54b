"""The README and the card of the models: their commands, paths and numbers are those of the project."""

import json
import re
import subprocess
import sys
from pathlib import Path

from components.analysis.calibration_result import load as load_calibration
from components.analysis.comparison_results import findings
from components.analysis.comparison_results import load as load_comparison
from components.analysis.comparison_setting import Family
from components.analysis.reference import load as load_reference
from components.language_model.recipe import FETCHED, SHIPPED
from components.presenting import comparison
from components.presenting.numbers import percent
from components.words.en import ENGLISH

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CARD = (ROOT / "model_weights" / "README.md").read_text("utf-8")
RECORD = json.loads((ROOT / "model_weights" / "shakespeare" / "training.json").read_text("utf-8"))


def test_the_readmes_commands_are_two_and_stand_on_one_line_each() -> None:
    commands = re.findall(r"```sh\n(python3 -m venv .*)\n```", README)
    assert len(commands) == 2
    start, test = commands
    assert "-r requirements.txt" in start
    assert start.endswith("streamlit run app.py")
    assert "-r tests/requirements.txt" in test
    assert test.endswith("-m pytest -n auto")
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in ci  # it runs the second one,
    assert "\nexport PYTEST_ADDOPTS='-m \"\"'" in ci  # and with it the tests that are left out there


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
    for room in (ROOT / "components").glob("*/__init__.py"):
        assert f"{room.parent.name}/" in README


def test_modules_in_the_readmes_exist() -> None:
    for module in re.findall(r"python -m (components[\w.]+|tests[\w.]+)", README + CARD):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


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
        found = load_calibration(ROOT / "model_weights" / name).value
        for kind, passage in (("validation", found.held_out), ("training", found.training)):
            of = passage.calibration
            row = [f"{of.best.temperature:.3f} ± {of.standard_error:.3f}", f"{of.one.loss:.4f}", f"{of.best.loss:.4f}"]
            row += [f"{of.one.error:.3f}", f"{of.best.error:.3f}"]
            assert f"| `{name}`, {kind} | {' | '.join(row)} |" in CARD
    shown = load_calibration(ROOT / "model_weights" / "shakespeare").value
    best = [passage.calibration.best.temperature for passage in (shown.held_out, shown.training)]
    assert f"T* = {best[0]:.2f}" in README
    assert f"on its training text {best[1]:.2f}" in README


def test_the_card_tells_what_was_found_in_every_comparison() -> None:
    for name in FETCHED:
        model = ROOT / "model_weights" / name
        compared = load_comparison(model).value
        assert f"{len(compared.setting.candidates)} ways" in CARD
        real = load_reference(model).value.lengths[compared.setting.constant.length]["word_share"].mean
        found = findings(compared, real)
        for row in zip(*comparison.table(found, ENGLISH).values(), strict=True):
            assert f"| `{name}` | {' | '.join(row)} |" in CARD
        assert percent(compared.real_copied.mean) in CARD
        if name == "shakespeare":
            place, *_, constant = reversed(found)
            assert constant.candidate.family is Family.CONSTANT
            gain = place.gain
            assert f"by {100 * gain.mean:.1f} points" in " ".join(README.split())
            assert f"interval {100 * gain.low:.1f} to {100 * gain.high:.1f})" in " ".join(README.split())
