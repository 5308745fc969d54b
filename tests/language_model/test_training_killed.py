"""A trainer that is killed at random moments ends with the same weights and the same log, however often."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from components.language_model.loading import load

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("TRAINER_KILLS", "20"))
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed trainer is a fork")
def test_a_trainer_that_is_killed_ends_with_the_same_weights_and_log(tmp_path: Path) -> None:
    seed = random.randrange(1_000_000)
    command = [sys.executable, "-m", "tests.language_model.killed_trainer", tmp_path, str(KILLS), str(seed)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"seed {seed}: {run.stderr}"
    finished = sorted(tmp_path.iterdir())
    assert len(finished) > 1
    models = [load(folder).network.get_weights() for folder in finished]
    logs = [json.loads((folder / "training.json").read_text("utf-8"))["losses_nats_per_char"] for folder in finished]
    for folder, weights, log in zip(finished, models, logs, strict=True):
        assert log == logs[-1], f"seed {seed}: {folder.name}"
        for one, through in zip(weights, models[-1], strict=True):
            np.testing.assert_array_equal(one, through, err_msg=f"seed {seed}: {folder.name}")
        assert sorted(file.name for file in folder.iterdir()) == sorted(file.name for file in finished[-1].iterdir())
        assert [file.name for file in (folder / ".training").iterdir()].count("epoch-000004.npz") == 1
