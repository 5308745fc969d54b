"""The comparison of cuts: paired texts, what was kept, what was learnt by heart, and the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from components.analysis import comparison, comparison_results, stored
from components.analysis.by_heart import copied_share, stretches
from components.analysis.comparison_setting import Candidate, ComparisonSetting, Family
from components.analysis.measures import SUMMED
from components.analysis.quality import word_share
from components.analysis.repetition import compressed_share
from components.analysis.sweep.__main__ import main
from components.analysis.sweep_setting import SweepSetting
from components.language_model import corpus, folder, known
from components.language_model.folder import DEFAULT_MODEL, MODELS
from components.language_model.lexicon import Lexicon, Unit
from components.language_model.loading import Model
from components.language_model.recipe import FETCHED
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary
from components.temperature import Decoding, log_probabilities
from components.temperature.schedule import WordPlace
from tests.conftest import TEXT

KNOWN = Lexicon(Unit.WORD, frozenset("the first citizen before we proceed any further hear me speak".split()))
SMALL = ComparisonSetting(
    SweepSetting(temperatures=(0.0, 0.4, 1.5), samples=4, length=60, first_seed=3), first=(1.3,), inside=(0.4,)
)


def test_the_default_compares_what_is_asked_for() -> None:
    setting = ComparisonSetting()
    candidates = setting.candidates
    assert len(candidates) == len(set(candidates)) == 150
    assert setting.texts == 150 * 64
    cuts = {(one.decoding.top_k, one.decoding.top_p, one.decoding.min_p, one.decoding.cut_first) for one in candidates}
    orders = {(None, 0.9, None), (None, None, 0.1)}
    assert cuts == {(None, None, None, False), (10, None, None, False)} | {
        (*cut, first) for cut in orders for first in (True, False)
    }
    constant = [one.temperatures[0] for one in candidates if one.family is Family.CONSTANT]
    for family in set(Family) - {Family.CONSTANT, Family.WORD_PLACE}:
        assert [one.temperatures[0] for one in candidates if one.family is family] == constant
    assert all(one.decoding.has_cut or one.family in (Family.CONSTANT, Family.WORD_PLACE) for one in candidates)
    places = [one for one in candidates if one.family is Family.WORD_PLACE]
    assert Candidate(Family.WORD_PLACE, Decoding(WordPlace(first=1.4, inside=0.7))) in places


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"constant": SweepSetting(samples=3)}, "needs at least 4, got 3"),
        ({"first": (-1.0,)}, "got -1"),
        ({"inside": (float("nan"),)}, "got nan"),
    ],
)
def test_a_bad_setting_is_one_sentence(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message) as raised:
        ComparisonSetting(**wrong)
    assert "\n" not in str(raised.value)


def test_figures_are_those_of_the_texts_that_sample_gives(sampler: Sampler) -> None:
    reports: list[tuple[int, int]] = []
    text = TEXT * 3
    compared = comparison.run(sampler, KNOWN, SMALL, text, report=lambda *step: reports.append(step))
    assert reports[-1] == (SMALL.texts, SMALL.texts)
    learnt = stretches(corpus.split(text).training)
    for place, seed in enumerate(SMALL.constant.seeds):
        decodings = [candidate.decoding for candidate in SMALL.candidates]
        for index, drawn in enumerate(sampler.sample("\n", decodings, 60, seed)):
            expected = (
                word_share(drawn.text, KNOWN),
                compressed_share(drawn.text),
                _kept(drawn.logits, decodings[index], drawn.temperatures),
                copied_share(drawn.text, learnt),
            )
            found = [compared.values[name][place, index] for name in comparison_results.MEASURES]
            assert found == pytest.approx([np.nan if one is None else one for one in expected], nan_ok=True)
    assert len(compared.real_copied_shares) == len(corpus.split(text).validation) // 60


def _kept(logits: np.ndarray, decoding: Decoding, temperatures: np.ndarray) -> float:
    """Return the mean number of kept characters, each step by itself, from the definitions of the cuts."""
    counts = []
    for scores, temperature in zip(logits, temperatures, strict=True):
        chances = np.sort(np.exp(log_probabilities(scores, 1.0 if decoding.cut_first else float(temperature))))[::-1]
        if decoding.top_k is not None:
            counts.append(min(decoding.top_k, len(scores)))
        elif decoding.top_p is not None:
            counts.append(int((np.cumsum(chances) < decoding.top_p).sum()) + 1)
        elif decoding.min_p is not None:
            counts.append(int((chances >= decoding.min_p * chances[0]).sum()))
        else:
            counts.append(len(scores))
    return float(np.mean(counts))


def test_without_the_corpus_nothing_is_said_of_what_was_learnt(sampler: Sampler) -> None:
    compared = comparison.run(sampler, KNOWN, SMALL)
    assert sorted(compared.values) == ["compressed_share", "kept", "word_share"]
    assert compared.real_copied.mean is None


def test_all_candidates_have_the_same_luck(sampler: Sampler) -> None:
    values = comparison.run(sampler, KNOWN, SMALL).values
    sizes, left = values["compressed_share"], values["kept"]
    cold = [index for index, one in enumerate(SMALL.candidates) if one.temperatures == (0.0,)]
    assert len(cold) == 6
    assert (sizes[:, cold] == sizes[0, cold[0]]).all()  # at T = 0 nothing that can be picked is cut
    hot = SMALL.candidates.index(Candidate(Family.MIN_P, Decoding(1.5, min_p=0.1)))
    assert len(np.unique(left[:, hot])) == len(SMALL.constant.seeds)


@pytest.mark.parametrize("name", sorted(FETCHED))
def test_shipped_models_have_their_default_comparison(name: str) -> None:
    found = comparison_results.load(MODELS / name)
    assert found.same_weights
    assert found.value.setting == ComparisonSetting()
    assert (MODELS / name / stored.COMPARISON).stat().st_size < 300_000
    assert found.value.real_copied.count == 111


@pytest.mark.long
def test_a_part_of_the_stored_comparison_made_again_is_the_same(shipped: Model) -> None:
    # Other processors add float32 in another order: a near-tie may fall the other way, and the text with it.
    kept, lexicon = comparison_results.load(DEFAULT_MODEL).value, known.lexicon(DEFAULT_MODEL)
    texts, candidates = kept.setting.constant, kept.setting.candidates
    chosen = range(5, len(candidates), 29)
    same = []
    for index, drawn in zip(
        chosen,
        shipped.sampler.sample(texts.prompt, [candidates[index].decoding for index in chosen], texts.length, seed=1),
        strict=True,
    ):
        words, size, left, _ = comparison.measured_text(drawn, lexicon, None)
        stored_figures = [kept.values[name][0, index] for name in ("word_share", "compressed_share", "kept")]
        same.append(np.allclose(stored_figures, [words, size, left], atol=0.006))
    assert np.mean(same) > 0.7


# The command line


def _run(*arguments: object) -> None:
    main([*map(str, arguments)])


SHORT = ("--comparison", "--temperatures", 0.5, 1.0, "--samples", 4, "--length", 40)


@pytest.mark.long
def test_the_command_writes_what_it_read(
    folder_copy: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, text = folder_copy(), tmp_path / "text.txt"
    text.write_text(TEXT * 5, "utf-8")
    _run("--model", model, *SHORT, "--corpus", text)
    out, err = capsys.readouterr()
    found = comparison_results.load(model)
    assert found.same_weights
    assert found.value.setting.constant == SweepSetting(temperatures=(0.5, 1.0), samples=4, length=40)
    assert found.command.startswith("python -m components.analysis.sweep --comparison")
    assert out.splitlines()[-1] == str(model / stored.COMPARISON)
    assert "without it there is no best candidate" in out
    assert f"{found.value.setting.texts} of {found.value.setting.texts} texts" in err
    assert json.loads((model / stored.COMPARISON).read_text("utf-8"))["corpus_sha256"] == corpus.sha256(TEXT * 5)
    assert not (model / stored.SWEEP).exists()


@pytest.mark.long
def test_the_command_prints_the_best_of_every_family(
    folder_copy: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    model = folder_copy()
    figures = {name: {"mean": 0.0, "low": None, "high": None, "count": 1} for name in SUMMED}
    content = {"lengths": {"250": {"figures": figures}}}
    stored.save(model, stored.REFERENCE, {**stored.provenance(model), **content})
    _run("--model", model, *SHORT[:-1], 250)
    header, *lines, _ = capsys.readouterr().out.splitlines()
    assert header.split() == ["family", "T", "words", "size", "gain", "kept", "copied"]
    assert [line.split()[0] for line in lines] == list(Family)


@pytest.mark.long
def test_where_nothing_parts_words_there_is_no_place_in_the_word(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = folder_copy()
    characters = folder.vocabulary(model).characters
    without = Vocabulary(tuple("§" if character == " " else character for character in characters))
    monkeypatch.setattr(folder, "vocabulary", lambda path: without)
    compared, _ = comparison.write(model, SMALL)
    assert {one.family for one in compared.setting.candidates} == set(Family) - {Family.WORD_PLACE}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--comparison", "--samples", "3"], "needs at least 4, got 3"),
        (["--comparison", "--samples", "0"], "got 0"),
        (["--comparison", "--corpus", "nowhere.txt"], "cannot read nowhere.txt"),
        (["--corpus", "nowhere.txt"], "add --comparison, or leave it out"),
        (["--comparison", "--prompt", "é"], "does not hold 'é'"),
        (["--comparison", "--output", "nowhere"], "there is no folder nowhere"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_overwritten(
    folder_copy: Callable[[], Path], options: list[str], message: str
) -> None:
    model = folder_copy()
    (model / stored.COMPARISON).write_text("as it was")
    with pytest.raises(SystemExit) as raised:
        _run("--model", model, *options)
    assert str(raised.value.code).startswith("sweep: ")
    assert message in str(raised.value.code)
    assert "\n" not in str(raised.value.code)
    assert (model / stored.COMPARISON).read_text() == "as it was"


def test_another_corpus_is_refused(
    folder_copy: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, text = folder_copy(), tmp_path / "text.txt"
    text.write_text(TEXT, "utf-8")
    recorded = folder.record(model) | {"corpus_sha256": "0" * 64}
    monkeypatch.setattr(folder, "record", lambda path: recorded)
    with pytest.raises(SystemExit, match="give the text that it was trained with"):
        _run("--model", model, *SHORT, "--corpus", text)
