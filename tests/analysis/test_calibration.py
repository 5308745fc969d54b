"""The command on a small model, and the files that it wrote for the shipped ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from components.analysis.calibration import calibrate
from components.analysis.calibration.__main__ import main
from components.analysis.calibration_result import TEMPERATURES, Passages, load
from components.analysis.stored import CALIBRATION
from components.language_model import checksums, corpus, folder
from components.language_model.evaluation import streamed
from components.language_model.recipe import FETCHED, SHIPPED
from components.language_model.sampling import Sampler
from components.temperature.calibration import BINS
from tests.conftest import TEXT

LONG_TEXT = TEXT * 20

of_every_shipped_model = pytest.mark.parametrize("model", SHIPPED)


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(LONG_TEXT)
    return path


def test_the_command_writes_the_file(
    folder_copy: Callable[[], Path], text_file: Path, sampler: Sampler, capsys: pytest.CaptureFixture[str]
) -> None:
    model = folder_copy()
    main(["--model", str(model), "--corpus", str(text_file)])
    said = capsys.readouterr()
    assert said.out == f"{model / CALIBRATION}\n"
    count = len(corpus.split(LONG_TEXT).validation) - 1
    for name in ("held-out text", "training text"):
        assert f"{name}: {count} of {count} predictions" in said.err
    assert load(model).same_weights
    found, content = load(model).value, json.loads((model / CALIBRATION).read_text("utf-8"))
    assert content["corpus_sha256"] == corpus.sha256(LONG_TEXT)
    assert content["bins"] == BINS
    whole = corpus.split(LONG_TEXT)
    for passage, text in (
        (found.held_out, whole.validation),
        (found.training, whole.training[-len(whole.validation) :]),
    ):
        assert LONG_TEXT[passage.start : passage.start + passage.characters] == text
        expected = streamed(sampler, sampler.vocabulary.encode(text))
        assert passage.calibration.one.loss == pytest.approx(expected, abs=1e-5)
        # This network was never trained: T* is large, and its loss as good as flat there. In 1 / T it is not.
        assert 1 / passage.trained_temperature == pytest.approx(1 / passage.calibration.best.temperature, abs=1e-3)


def _fails(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    sentence = str(raised.value.code)
    assert sentence.startswith("calibration: ")
    assert "\n" not in sentence
    assert not capsys.readouterr().out
    return sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "predicts nothing: give at least two"),
        ("First", "a text of 1 characters predicts nothing"),
        (LONG_TEXT + "†", "the vocabulary does not hold '†'"),
    ],
)
def test_a_corpus_that_does_not_serve_is_one_sentence_and_the_file_stays(
    folder_copy: Callable[[], Path], text_file: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    model = folder_copy()
    (model / CALIBRATION).write_text("as it was")
    text_file.write_text(text, "utf-8")
    assert said in _fails(["--model", str(model), "--corpus", str(text_file)], capsys)
    assert (model / CALIBRATION).read_text() == "as it was"


def test_another_corpus_than_the_models_is_refused(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    record = json.loads((model / folder.TRAINING).read_text("utf-8"))
    checksums.write(model / folder.TRAINING, json.dumps({**record, "corpus_sha256": "0" * 64}))
    with pytest.raises(ValueError, match=r"SHA-256 [0-9a-f]{64}, and the model was trained with 0{64}: give the text"):
        calibrate(model, LONG_TEXT)
    assert not (model / CALIBRATION).exists()


def test_what_is_not_there_is_one_sentence(
    folder_copy: Callable[[], Path], tmp_path: Path, text_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "there is no model “nobody”" in _fails(["--model", "nobody", "--corpus", str(text_file)], capsys)
    model = folder_copy()
    missing = tmp_path / "missing.txt"
    assert "give an existing text file" in _fails(["--model", str(model), "--corpus", str(missing)], capsys)
    (model / folder.NETWORK).unlink()
    assert "network.keras is missing" in _fails(["--model", str(model), "--corpus", str(text_file)], capsys)


def of_shipped(model: str) -> Passages:
    return load(folder.named(model)).value


@of_every_shipped_model
def test_what_is_shipped_is_of_the_weights_and_their_corpus(model: str) -> None:
    found, record = of_shipped(model), folder.record(folder.named(model))
    assert load(folder.named(model)).same_weights
    content = json.loads((folder.named(model) / CALIBRATION).read_text("utf-8"))
    assert content["corpus_sha256"] == record["corpus_sha256"]
    assert (folder.named(model) / CALIBRATION).stat().st_size < 150_000
    assert found.held_out.start + found.held_out.characters == record["corpus_characters"]
    assert found.training.start + found.training.characters == found.held_out.start
    for passage in (found.held_out, found.training):
        assert passage.calibration.predictions == passage.characters - 1
        assert tuple(figures.temperature for figures in passage.calibration.slider) == TEMPERATURES
        for figures in passage.calibration.slider:
            assert sum(figures.count) == passage.calibration.predictions


@of_every_shipped_model
def test_the_loss_at_one_is_the_model_cards(model: str) -> None:
    recorded = folder.record(folder.named(model))["validation"][folder.STREAMED]
    assert round(of_shipped(model).held_out.calibration.one.loss, 4) == recorded


@of_every_shipped_model
def test_minimiser_and_trained_layer_agree(model: str) -> None:
    found = of_shipped(model)
    for passage in (found.held_out, found.training):
        assert passage.trained_temperature == pytest.approx(passage.calibration.best.temperature, abs=1e-3)


@of_every_shipped_model
def test_the_best_is_the_lowest_of_a_curve_with_one_valley(model: str) -> None:
    found = of_shipped(model)
    for passage in (found.held_out, found.training):
        losses = [figures.loss for figures in passage.calibration.slider]
        lowest = losses.index(min(losses))
        assert losses[: lowest + 1] == sorted(losses[: lowest + 1], reverse=True)
        assert losses[lowest:] == sorted(losses[lowest:])
        assert abs(TEMPERATURES[lowest] - passage.calibration.best.temperature) <= 0.05
        assert passage.calibration.best.loss <= losses[lowest]


@pytest.mark.parametrize("model", FETCHED)
def test_an_overfitted_model_wants_more_than_one_on_what_it_has_not_seen(model: str) -> None:
    held_out, training = (getattr(of_shipped(model), name).calibration for name in ("held_out", "training"))
    assert held_out.one.loss > training.one.loss
    assert held_out.best.temperature - 1 > 3 * held_out.standard_error
    assert held_out.best.temperature - training.best.temperature > 0.1
