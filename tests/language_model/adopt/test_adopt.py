"""Bringing in a network: the folder that is written, what is printed, and what is refused."""

import errno
import json
import math
import re
from pathlib import Path

import keras
import numpy as np
import pytest

from components.language_model import adopt, corpus, folder, known
from components.language_model.adopt.__main__ import main
from components.language_model.folder import ModelError
from components.language_model.loading import load
from components.language_model.scene import Scene
from components.language_model.scene_criteria import Effort
from components.language_model.vocabulary import Vocabulary
from tests.conftest import TEXT

pytestmark = pytest.mark.long

LONG_TEXT = TEXT * 4
CHARACTERS = "".join(Vocabulary.of(TEXT).characters)
QUICK = Effort(prompts=1, rounds=0)
L = keras.layers


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in the place of `model_weights`."""
    monkeypatch.setattr(folder, "MODELS", tmp_path / "model_weights")
    monkeypatch.setattr(adopt, "QUICK", QUICK)
    return tmp_path / "model_weights"


@pytest.fixture
def theirs(small_network: keras.Model, tmp_path: Path) -> Path:
    """Return somebody's network, with the characters and the text beside it."""
    small_network.save(tmp_path / "my.keras")
    (tmp_path / "characters.json").write_text(json.dumps(list(CHARACTERS)), "utf-8")
    (tmp_path / "my.txt").write_text(LONG_TEXT, "utf-8")
    return tmp_path


def _adopt(theirs: Path, *options: str) -> None:
    main([str(theirs / "my.keras"), "--name", "mine", *options])


def test_a_network_becomes_a_folder_that_writes_what_it_wrote(
    theirs: Path, models: Path, small_network: keras.Model, capsys: pytest.CaptureFixture[str]
) -> None:
    _adopt(theirs, "--characters", str(theirs / "characters.json"), "--corpus", str(theirs / "my.txt"))
    model = load(models / "mine")
    codes = model.sampler.vocabulary.encode("First Citizen")
    expected = np.asarray(small_network(codes[None]))[0, -1]
    np.testing.assert_allclose(model.sampler.read("First Citizen").logits, expected, atol=1e-5)

    record = folder.record(models / "mine")
    assert record["corpus_sha256"] == corpus.sha256(LONG_TEXT)
    scene = Scene.load(models / "mine")
    assert scene.setting.prompt in LONG_TEXT
    assert "citizen" in known.lexicon(models / "mine").entries

    printed = capsys.readouterr().out
    assert "my.keras: Embedding 8, LSTM 16, Dense" in printed.replace("LSTM 16, LSTM 16", "LSTM 16")
    assert f"{small_network.count_params():,} parameters" in printed
    assert f"(a uniform guess: {math.log(len(CHARACTERS)):.2f})" in printed
    assert "written into model_weights/mine" in printed


def test_without_characters_they_are_those_of_the_text(theirs: Path, models: Path) -> None:
    _adopt(theirs, "--corpus", str(theirs / "my.txt"))
    assert "".join(load(models / "mine").sampler.vocabulary.characters) == CHARACTERS
    (models / "mine" / folder.VOCABULARY).unlink()
    with pytest.raises(ModelError, match=r"vocabulary\.json is missing: it was brought in from my\.keras: remove the"):
        load(models / "mine")


def test_without_a_text_the_scene_is_the_networks_own(
    theirs: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _adopt(theirs, "--characters", str(theirs / "characters.json"))
    assert "no text was given" in capsys.readouterr().out
    assert Scene.load(models / "mine").setting.prompt
    assert not (models / "mine" / folder.WORDS).exists()


def test_characters_in_another_order_are_no_better_than_a_guess(
    theirs: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = len(CHARACTERS)
    frequent = L.Dense(size, kernel_initializer="zeros")
    network = keras.Sequential([keras.Input((None, size)), frequent])
    counts = np.bincount(Vocabulary.of(TEXT).encode(LONG_TEXT), minlength=size)
    frequent.bias.assign(2 * np.log(counts))
    network.save(theirs / "my.keras")
    (theirs / "characters.json").write_text(json.dumps(list(CHARACTERS[::-1])), "utf-8")
    _adopt(theirs, "--characters", str(theirs / "characters.json"), "--corpus", str(theirs / "my.txt"))
    assert "no better than a guess" in capsys.readouterr().out


@pytest.mark.parametrize("stream", [False, True])
def test_a_network_for_windows_is_windowed_or_streamed_and_which_is_said(
    theirs: Path, models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stream: bool
) -> None:
    monkeypatch.setattr(adopt, "QUICKEST", QUICK)
    size = len(CHARACTERS)
    network = keras.Sequential([keras.Input((8, size)), L.LSTM(6), L.Dense(size, activation="softmax")])
    network.save(theirs / "my.keras")
    _adopt(theirs, "--corpus", str(theirs / "my.txt"), *(["--stream"] if stream else []))
    printed = capsys.readouterr().out
    assert (
        "streamed: its state is carried" if stream else "windowed: as it was built, its last 8 characters"
    ) in printed
    assert folder.record(models / "mine").get("window") == (None if stream else 8)
    text, model = LONG_TEXT[:60], load(models / "mine")
    window = model.sampler.vocabulary.encode(text[-8:])
    expected = np.log(network(np.eye(size, dtype=np.float32)[window][None])[0])
    seen = model.sampler.read(text).logits
    difference = np.abs((seen - seen.mean()) - (expected - expected.mean())).max()
    assert (difference < 1e-4) is not stream


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "give --characters FILE, or --corpus FILE"),
        (("--characters", "few.json"), "has 30 codes, and 2 characters are given"),
        (("--characters", "none.json"), r"cannot read none\.json"),
        (("--corpus", "none.txt"), "give an existing text file"),
    ],
)
def test_what_is_missing_is_one_sentence_and_nothing_is_written(
    theirs: Path, models: Path, options: tuple[str, ...], sentence: str
) -> None:
    (theirs / "few.json").write_text('["a", "b"]')
    sentence = sentence.replace("30", str(len(CHARACTERS)))
    with pytest.raises(SystemExit) as raised:
        _adopt(theirs, *(str(theirs / option) if "." in option else option for option in options))
    assert re.search(sentence, str(raised.value.code)), raised.value.code
    assert not (models / "mine").exists()


def test_a_name_that_is_taken_is_said_and_nothing_is_overwritten(theirs: Path, models: Path) -> None:
    (models / "mine").mkdir(parents=True)
    with pytest.raises(SystemExit, match=r"“mine” already: give another --name"):
        _adopt(theirs, "--corpus", str(theirs / "my.txt"))
    assert not any((models / "mine").iterdir())


@pytest.mark.parametrize("name", ["../mine", "/mine", "a/b/c", "", ".mine", "mi ne"])
def test_a_name_that_leads_elsewhere_is_refused(theirs: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(theirs / "my.keras"), "--name", name])
    assert "a name has letters" in capsys.readouterr().err


def test_what_fails_at_the_end_leaves_nothing(theirs: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("components.language_model.loading.search", interrupted)
    with pytest.raises(SystemExit, match="stopped, and nothing was written"):
        _adopt(theirs, "--corpus", str(theirs / "my.txt"))
    assert not (models / "mine").exists()


def test_on_a_full_disk_nothing_is_left_and_it_is_said(
    theirs: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Vocabulary, "save", full)
    with pytest.raises(
        SystemExit, match=r"adopt: .*mine could not be written \(No space left on device\).*: make room"
    ):
        _adopt(theirs, "--corpus", str(theirs / "my.txt"))
    assert not (models / "mine").exists()


def test_what_came_while_a_network_was_measured_is_not_overwritten(
    theirs: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs_too = models / "mine" / folder.TRAINING

    def coming(*arguments: object) -> dict[str, float]:
        theirs_too.parent.mkdir(parents=True)
        theirs_too.touch()
        return {}

    monkeypatch.setattr(adopt, "_losses", coming)
    with pytest.raises(SystemExit, match=r"“mine” already: give another --name"):
        _adopt(theirs, "--corpus", str(theirs / "my.txt"))
    assert theirs_too.exists()
