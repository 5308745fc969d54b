"""Every program runs as pasted, in a fresh interpreter, and does what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from components.language_model import programs
from components.language_model.programs import FOLDER, source

# What every program that reshapes a distribution must have got right: q is p at T.
CHECK = """
import numpy as np
expected = p.astype("float64") ** (1 / T)
expected /= expected.sum(axis=-1, keepdims=True)
assert np.abs(q - expected).max() < 1e-6, (p, q)
assert np.abs(q - p).max() > 0.01
"""
ALL = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
RESHAPING = [name for name in ALL if name not in ("asker_network", "draw")]


def _run(code: str, folder: Path) -> str:
    script = folder / "pasted.py"
    script.write_text(code, "utf-8")
    quiet = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-W", "error", script], cwd=folder, env=quiet, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", RESHAPING)
def test_a_program_reshapes_as_it_says(name: str, tmp_path: Path) -> None:
    assert _run(source(name) + CHECK, tmp_path)


def test_the_trained_temperature_is_the_true_one(tmp_path: Path) -> None:
    _run(source("train_temperature") + "\nassert abs(T - 3) < 0.15 and after < before, (T, before, after)", tmp_path)


def test_the_drawing_program_draws_in_four_ways(tmp_path: Path) -> None:
    lines = _run(source("draw"), tmp_path).splitlines()
    assert len(lines) == 4
    assert all(line.split(":")[1].strip() in "0123" for line in lines)


def test_the_askers_network_learns_and_writes(tmp_path: Path) -> None:
    said = _run(source("asker_network") + "\nassert loss < 5 and len(written) == 44", tmp_path)
    assert "nats per byte" in said


def test_the_one_line_of_a_program_stands_in_it() -> None:
    for name, line in programs.LINES.items():
        assert line in programs.source(name)
