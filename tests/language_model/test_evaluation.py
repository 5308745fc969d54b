"""The two losses, against Keras's own loss on the same text."""

import json
import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model import corpus
from components.language_model.evaluation import evaluate, streamed, windowed
from components.language_model.sampling import Sampler
from tests.conftest import TEXT

pytestmark = pytest.mark.long

LONG_TEXT = TEXT * 5
PLAIN = {name: value for name, value in os.environ.items() if name != "TF_CPP_MIN_LOG_LEVEL"}


def _keras_loss(network: keras.Model, codes: np.ndarray, targets: np.ndarray) -> float:
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return float(loss(targets, network(codes)))


def test_streamed_is_one_pass_with_carried_state(sampler: Sampler, small_network: keras.Model) -> None:
    codes = sampler.vocabulary.encode(LONG_TEXT)
    expected = _keras_loss(small_network, codes[None, :-1], codes[None, 1:])
    assert streamed(sampler, codes) == pytest.approx(expected, abs=1e-5)


def test_windowed_starts_every_window_from_nothing_and_drops_the_rest(
    sampler: Sampler, small_network: keras.Model
) -> None:
    codes = sampler.vocabulary.encode(LONG_TEXT)
    whole = (len(codes) - 1) // 256 * 256
    expected = _keras_loss(small_network, codes[:whole].reshape(-1, 256), codes[1 : whole + 1].reshape(-1, 256))
    assert whole < len(codes) - 1
    assert windowed(sampler, codes) == pytest.approx(expected, abs=1e-5)


def test_the_published_text_has_435_windows_and_111539_predictions() -> None:
    validation = corpus.split("x" * 1_115_394).validation
    assert (len(validation) - 1) // 256 == 435
    assert len(validation) - 1 == 111_539


def test_a_text_without_a_window_is_refused(sampler: Sampler) -> None:
    with pytest.raises(ValueError, match="257"):
        windowed(sampler, sampler.vocabulary.encode("First"))
    for text in ("", "F", "First Citizen:"):
        with pytest.raises(ValueError, match="give a longer text"):
            evaluate(sampler, text)


def test_the_command_prints_one_json_line(small_folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(TEXT * 20)
    command = [sys.executable, "-m", "components.language_model.evaluation", "--corpus", text, "--model", small_folder]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, env=PLAIN)
    assert run.stderr == ""  # none of TensorFlow's log lines
    result = json.loads(run.stdout)
    assert set(result) == {"streamed_nats_per_char", "windowed_nats_per_char", "parameters"}
    assert result["streamed_nats_per_char"] > 0


def test_the_command_says_one_sentence_for_a_missing_model(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(TEXT)
    command = [sys.executable, "-m", "components.language_model.evaluation", "--corpus", text, "--model", tmp_path]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 1
    assert f"there is no model “{tmp_path}”" in run.stderr
    assert "Traceback" not in run.stderr
