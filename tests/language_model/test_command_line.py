"""The commands: every option says what it is and its default, and failures are one sentence."""

import argparse
import importlib
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from components.language_model import command_line
from components.language_model.folder import DEFAULT_MODEL, TRAINING, ModelError
from components.language_model.recipe import Recipe
from components.language_model.training.__main__ import SETTINGS

ROOT = Path(__file__).parents[2]
PROCESSES = ("components.charts.drawing", "components.own.bringing")  # which only the pages start
COMMANDS = sorted(
    name
    for path in (ROOT / "components").rglob("__main__.py")
    if (name := ".".join(path.relative_to(ROOT).parent.parts)) not in PROCESSES
)


def _parser(module: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = importlib.import_module(f"{module}.__main__").parser()
    return parser


def test_these_are_all_commands() -> None:
    assert [name.removeprefix("components.") for name in COMMANDS] == [
        "analysis.calibration",
        "analysis.reference",
        "analysis.remake",
        "analysis.sweep",
        "language_model.adopt",
        "language_model.checksums",
        "language_model.evaluation",
        "language_model.first_scene",
        "language_model.training",
    ]


@pytest.mark.parametrize("module", COMMANDS)
def test_every_option_says_what_it_is_and_its_default(module: str) -> None:
    options = [action for action in _parser(module)._actions if action.dest != "help"]
    for action in options:
        assert action.help, action.dest
        assert len(action.help.split("(")[0].split()) >= 2, action.help
        assert action.metavar or action.choices or action.nargs == 0, action.dest
    text = " ".join(_parser(module).format_help().split())
    for action in options:
        if not action.option_strings:
            assert action.help.endswith("(required)"), action.dest
            continue
        shown = text.split(f" --{action.dest.replace('_', '-')} ")[-1].split(" --")[0]
        assert "(default: " in shown or "(required)" in shown or action.dest in SETTINGS or action.nargs == 0, shown


def test_every_setting_of_a_recipe_is_an_option_with_its_default() -> None:
    assert list(SETTINGS) == [field.name for field in fields(Recipe)]
    text = " ".join(_parser("components.language_model.training").format_help().split())
    for field in fields(Recipe):
        assert f"{SETTINGS[field.name]} ({field.default})" in text


@pytest.mark.parametrize("module", [name for name in COMMANDS if not name.endswith(("adopt", "training"))])
def test_a_model_is_named_in_one_way(module: str) -> None:
    (option,) = [action for action in _parser(module)._actions if action.dest == "model"]
    assert option.help.startswith("a model's name in model_weights, or the path of its folder")
    assert option.default == DEFAULT_MODEL.name


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ValueError("too warm: give less"), "heat: too warm: give less"),
        (FileNotFoundError(2, "No such file", "here"), "heat: [Errno 2] No such file: 'here'"),
        (
            ModelError(Path("mine"), TRAINING, "missing"),
            "heat: mine/training.json is missing: put back a copy, or remove the folder",
        ),
        (KeyboardInterrupt(), "heat: stopped, and nothing was written"),
        (KeyboardInterrupt("stopped after epoch 2"), "heat: stopped after epoch 2"),
        (MemoryError(), "heat: the memory of this machine is used up: end other programs, or ask for less"),
    ],
)
def test_a_failure_is_one_sentence(error: BaseException, sentence: str) -> None:
    with pytest.raises(SystemExit) as raised, command_line.command("heat"):
        raise error
    assert str(raised.value.code).startswith(sentence)


def test_what_nobody_expected_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), command_line.command("heat"):
        raise ZeroDivisionError


def test_an_interruption_while_something_is_imported_shows_no_traceback() -> None:
    program = "import components\nraise KeyboardInterrupt"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("", "stopped\n")


def test_an_error_shows_its_traceback() -> None:
    program = "import components\nraise ZeroDivisionError"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stderr.startswith("Traceback")
