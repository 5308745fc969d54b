"""The Keras example and TensorFlow's tutorial: what they leave comes in, and writes what their own code writes."""

import json
import re
from pathlib import Path

import pytest

from components.language_model import adopt, folder
from components.language_model.adopt.__main__ import main
from components.language_model.loading import load
from components.language_model.scene_criteria import Effort
from tests.conftest import TEXT
from tests.language_model.their_code import MAXLEN, Tutorial, keras_example

pytestmark = pytest.mark.long

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in the place of `model_weights`."""
    monkeypatch.setattr(folder, "MODELS", tmp_path / "model_weights")
    for effort in ("QUICK", "QUICKEST"):
        monkeypatch.setattr(adopt, effort, Effort(prompts=1, rounds=0))
    return tmp_path / "model_weights"


def test_the_keras_example(tmp_path: Path, models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXT * 4
    (tmp_path / "text.txt").write_text(text, "utf-8")
    written = keras_example(text, tmp_path / "shakespeare_lstm.keras")
    (tmp_path / "greedy.txt").write_text(written, "utf-8")
    given = ["--corpus", str(tmp_path / "text.txt"), "--sample", str(tmp_path / "greedy.txt")]
    main([str(tmp_path / "shakespeare_lstm.keras"), "--name", "keras_example", *given])
    prompt, expected = written[:MAXLEN], written[MAXLEN:]
    assert load(models / "keras_example").sampler.sample(prompt, [0.0], len(expected), seed=1)[0].text == expected
    assert len(set(expected)) > 5  # a text in which something changes
    printed = capsys.readouterr().out
    assert f"its last {MAXLEN} characters are read anew" in printed
    (in_readme,) = re.findall(r"```text\n\$ \S+python -m components\.language_model\.adopt.*\n([^`]*)```", README)
    of_search = "# prompts, seeds to #"  # which this test leaves out
    assert set(_beginnings(in_readme)) - {of_search} == set(_beginnings(printed))


def _beginnings(lines: str) -> list[str]:
    """Return what each line begins with, without its numbers."""
    return [re.sub(r"\d[\d,.]*", "#", line.split(": ")[0]) for line in lines.splitlines()]


@pytest.mark.parametrize("name", ["ckpt_20.weights.h5", "one_step"])
def test_the_tutorial(name: str, tutorial: Tutorial, models: Path) -> None:
    weights, known = str(tutorial.path / name), str(tutorial.path / "characters.json")
    main([weights, "--characters", known, "--cell", "gru", "--logits", "--name", "tutorial"])
    sampler = load(models / "tutorial").sampler
    assert sampler.sample("First", [0.0], len(tutorial.written), seed=1)[0].text == tutorial.written
    assert len(set(tutorial.written)) > 5
    assert list(sampler.vocabulary.characters) == json.loads(Path(known).read_text())[1:]  # without "[UNK]"
