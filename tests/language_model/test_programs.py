"""Every program runs as pasted, in a fresh interpreter, and does what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components.language_model import programs
from components.language_model.programs import FOLDER, source
from components.temperature import Decoding, apply_temperature, kept, kept_log_probabilities

pytestmark = pytest.mark.long

# What every program that reshapes a distribution must have got right: q is p at T.
CHECK = """
import numpy as np
expected = p.astype("float64") ** (1 / T)
expected /= expected.sum(axis=-1, keepdims=True)
assert np.abs(q - expected).max() < 1e-6, (p, q)
assert np.abs(q - p).max() > 0.01
"""
ALL = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
CUTTING = ("top_k", "top_p", "min_p")
RESHAPING = [name for name in ALL if name not in ("asker_network", "draw", *CUTTING)]


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


@pytest.mark.parametrize("name", CUTTING)
def test_a_program_that_cuts_runs_as_pasted(name: str, tmp_path: Path) -> None:
    seeded = (
        "import keras\nkeras.utils.set_random_seed(1)\n"  # of the program's untrained network: some keep everything
    )
    check = "\nassert 0 < kept.sum() < 5 and (q > 0).sum() == kept.sum() and abs(q.sum() - 1) < 1e-12"
    assert "picked:" in _run(seeded + source(name) + check, tmp_path)


def _cut(name: str, p: Any, temperature: float, value: float, *, cut_first: bool) -> Any:
    """Run what a program does after the prediction, on other numbers; and return its q."""
    shaping = source(name).replace("cut_first = False", f"cut_first = {cut_first}")
    shaping = re.sub(r"^model = .*|^x = .*|^print.*", "", shaping, flags=re.MULTILINE)
    shaping = re.sub(r"^T, (\w) = .*", rf"T, \1 = {temperature}, {value}", shaping, flags=re.MULTILINE)
    shaping = shaping.replace("model.predict(x, verbose=0)[0]", "given")
    namespace: dict[str, Any] = {"given": p}
    exec(shaping, namespace)
    return namespace["q"]


@given(
    thousandths=st.lists(st.integers(-5000, 5000), min_size=2, max_size=20, unique=True),  # no ties: they may be lost
    temperature=st.floats(0.1, 3),
    share=st.floats(0.01, 0.99),
    cut_first=st.booleans(),
)
@pytest.mark.parametrize("name", CUTTING)
def test_a_program_keeps_what_our_own_cut_keeps_in_both_orders(
    name: str, thousandths: list[int], temperature: float, share: float, cut_first: bool
) -> None:
    logits = np.array(thousandths) / 1000
    value = max(1, round(share * len(logits))) if name == "top_k" else share
    expected = np.exp(kept_log_probabilities(logits, Decoding(temperature, **{name: value}, cut_first=cut_first)))
    for near in (value, value) if name == "top_k" else (share - 1e-9, share + 1e-9):
        # A border within rounding may fall to either side.
        assume(np.array_equal(kept(logits, Decoding(temperature, **{name: near}, cut_first=cut_first)), expected > 0))
    made = _cut(name, apply_temperature(logits), temperature, value, cut_first=cut_first)
    np.testing.assert_allclose(made, expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(("cut_first", "q"), [(True, [0.881, 0.119, 0]), (False, [1, 0, 0])])
def test_the_order_is_the_one_that_is_said(cut_first: bool, q: list[float]) -> None:
    made = _cut("top_p", apply_temperature([3.0, 2.0, 1.0]), 0.5, 0.8, cut_first=cut_first)
    assert made.round(3).tolist() == q


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
