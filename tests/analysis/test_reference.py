"""The reference line: passages of real text, read in one stream."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from components.analysis import reference, stored
from components.analysis.bootstrap import estimates
from components.analysis.measures import SUMMED, Confidence, confidence
from components.analysis.reference import LENGTHS, passages, predictions
from components.analysis.reference.__main__ import main
from components.language_model import checksums, corpus, evaluation, folder
from components.language_model.folder import MODELS
from components.language_model.lexicon import Lexicon, Unit
from components.language_model.loop import CHUNK
from components.language_model.recipe import FETCHED, SHIPPED
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import UnknownCharacterError
from components.temperature import log_probabilities
from tests.conftest import TEXT

KNOWN = Lexicon(Unit.WORD, frozenset("the first citizen before we proceed any further hear me speak".split()))
LONG = TEXT * 12  # 2,200 characters


def test_the_text_is_read_in_one_stream(sampler: Sampler) -> None:
    chances, sure = predictions(sampler, LONG)
    assert len(chances) == len(sure.top) == len(sure.entropies) == len(LONG) - 1
    streamed = evaluation.streamed(sampler, sampler.vocabulary.encode(LONG))
    assert -chances.mean() == pytest.approx(streamed, rel=1e-12)


@pytest.mark.parametrize("place", [1, CHUNK, CHUNK + 1, 500])
def test_each_character_is_predicted_from_all_those_before(sampler: Sampler, place: int) -> None:
    chances, sure = predictions(sampler, LONG[:600])
    logits = sampler.read(LONG[:place]).logits
    code = sampler.vocabulary.encode(LONG[place])[0]
    assert chances[place - 1] == pytest.approx(log_probabilities(logits)[code], abs=1e-5)
    assert sure.entropies[place - 1] == pytest.approx(confidence(logits[None], 1.0).entropies[0], abs=1e-5)


def test_passages_are_whole_and_do_not_overlap() -> None:
    text = "abcde" * 5
    entropies = np.arange(25.0)
    found = list(passages(text, -np.arange(25.0), Confidence(np.ones(25), entropies), 10, KNOWN))
    assert [one.entropy for one in found] == [4.5, 14.5]
    assert found[1].base_bits == pytest.approx(14.5 / math.log(2))
    assert found[0].loop_period is None
    assert [one.loop_period for one in passages(text, -entropies, Confidence(entropies, entropies), 15, KNOWN)] == [5]


def test_figures_are_those_of_the_passages(sampler: Sampler) -> None:
    made = reference.reference(sampler, LONG, KNOWN)
    chances, _ = predictions(sampler, LONG)
    assert made["held_out_characters"] == len(LONG)
    assert [entry["passages"] for entry in made["lengths"].values()] == [8, 4, 2]
    bits = -chances[:2000].reshape(4, 500).mean(axis=1) / math.log(2)
    expected = estimates(bits[:, None])[0]
    found = made["lengths"]["500"]["figures"]["base_bits"]
    assert found == pytest.approx(vars(expected), abs=1e-5)


@pytest.mark.parametrize("length", [0, 1, 2000])
def test_a_text_without_two_passages_is_refused(sampler: Sampler, length: int) -> None:
    with pytest.raises(ValueError, match=f"has {length} characters, and two passages need 2001"):
        reference.reference(sampler, LONG[:length], KNOWN)


def test_an_unknown_character_is_named(sampler: Sampler) -> None:
    with pytest.raises(UnknownCharacterError, match="é"):
        reference.reference(sampler, LONG + "é", KNOWN)


def _run(*arguments: object) -> None:
    main([*map(str, arguments)])


def test_the_command_writes_what_is_read(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model, text = folder_copy(), tmp_path / "text.txt"
    text.write_text(LONG * 10, "utf-8")  # its last tenth is held out
    _run("--model", model, "--corpus", text)
    found = reference.load(model)
    assert found.same_weights
    assert tuple(found.value.lengths) == LENGTHS
    assert tuple(found.value.lengths[250]) == SUMMED
    assert found.value.lengths[250]["entropy"].count == 8
    assert TEXT[:40] not in (model / stored.REFERENCE).read_text("utf-8")


@pytest.mark.parametrize(
    ("model", "text", "message"),
    [
        ("", "short", "two passages need"),
        ("", "é" * 30_000, "does not hold 'é'"),
        ("nobody", LONG, "no model “nobody”"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_overwritten(
    folder_copy: Callable[[], Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    model: str,
    text: str,
    message: str,
) -> None:
    copy, corpus = folder_copy(), tmp_path / "text.txt"
    corpus.write_text(text, "utf-8")
    (copy / stored.REFERENCE).write_text("as it was")
    with pytest.raises(SystemExit, match=message) as raised:
        _run("--model", model or copy, "--corpus", corpus)
    assert "\n" not in str(raised.value.code)
    assert (copy / stored.REFERENCE).read_text() == "as it was"


def test_a_text_that_is_not_the_models_own_is_refused(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    record = json.loads((model / folder.TRAINING).read_text("utf-8"))
    checksums.write(model / folder.TRAINING, json.dumps({**record, "corpus_sha256": "0" * 64}))
    with pytest.raises(ValueError, match=r"and the model was trained with 0{64}: give the text"):
        reference.write(model, LONG)
    assert not (model / stored.REFERENCE).exists()


def test_a_text_that_is_not_there_is_one_sentence(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="give an existing text file"):
        _run("--model", small_folder, "--corpus", "nowhere.txt")


@pytest.mark.parametrize("lengths", [None, 3, [], {}, {"a": {}}, {"250": {}}, {"250": {"figures": {"loops": 1}}}])
def test_a_file_that_does_not_fit_is_damaged(folder_copy: Callable[[], Path], lengths: object) -> None:
    model = folder_copy()
    stored.save(model, stored.REFERENCE, {**stored.provenance(model), "lengths": lengths})
    with pytest.raises(folder.ModelError, match=r"is damaged.*: mend it with `python -m components.analysis.reference"):
        reference.load(model)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_model_has_its_reference(name: str) -> None:
    found, trained = reference.load(MODELS / name), folder.record(MODELS / name)
    assert found.same_weights
    held_out = trained["corpus_characters"] - int(trained["corpus_characters"] * corpus.TRAINING_SHARE)
    counts = [found.value.lengths[length]["base_bits"].count for length in LENGTHS]
    assert counts == [(held_out - 1) // length for length in LENGTHS]
    # Whole passages leave less than 250 predictions out: the model card's loss, in bits.
    loss = trained["validation"]["streamed_nats_per_char"]
    assert found.value.lengths[250]["base_bits"].mean == pytest.approx(loss / math.log(2), abs=2e-2)
    record = json.loads((MODELS / name / stored.REFERENCE).read_text("utf-8"))
    assert record["corpus_sha256"] == folder.record(MODELS / name)["corpus_sha256"]


def test_words_and_repetitions_of_real_text_do_not_depend_on_the_model() -> None:
    lines = [reference.load(MODELS / name).value.lengths[1000] for name in FETCHED]
    for name in ("word_share", "distinct_trigrams", "compressed_share", "loops"):
        assert len({line[name] for line in lines}) == 1


def test_the_nearest_length_is_found() -> None:
    found = reference.Reference({length: {} for length in LENGTHS})
    assert [found.nearest(length) for length in (1, 300, 400, 700, 5000)] == [250, 250, 500, 500, 1000]
