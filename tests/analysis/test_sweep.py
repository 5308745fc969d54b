"""The sweep: paired texts, stopping, the command line; and what the shipped model does at low and high temperature."""

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from components.analysis import stored, sweep, sweep_results
from components.analysis.measures import SUMMED, figure
from components.analysis.sweep.__main__ import main
from components.analysis.sweep_results import Results, difference, summary, values
from components.analysis.sweep_setting import SweepSetting
from components.language_model import folder, known
from components.language_model.folder import DEFAULT_MODEL, MODELS
from components.language_model.lexicon import Lexicon, Unit
from components.language_model.loading import Model
from components.language_model.recipe import SHIPPED
from components.language_model.sample import Drawn
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import UnknownCharacterError, Vocabulary
from tests.conftest import TEXT

KNOWN = Lexicon(Unit.WORD, frozenset("the first citizen before we proceed any further hear me speak".split()))
SMALL = SweepSetting(temperatures=(0.0, 0.4, 1.0), samples=50, length=60)
NEAR = 1e-3  # logits this near may fall either way on another processor


@pytest.fixture(scope="module")
def kept() -> Results:
    return sweep_results.load(DEFAULT_MODEL).value


@pytest.fixture(scope="module")
def fresh(shipped: Model) -> Results:
    """Sweep the shipped model at seeds that the stored sweep has not."""
    setting = SweepSetting(temperatures=(0.0, 0.5, 1.0, 1.5), samples=16, length=400, first_seed=1001)
    return sweep.run(shipped.sampler, known.lexicon(DEFAULT_MODEL), setting)


def _steps(sampler: Sampler, setting: SweepSetting) -> list[tuple[int, int, Results]]:
    """Run a sweep and return its reports."""
    steps: list[tuple[int, int, Results]] = []
    results = sweep.run(sampler, KNOWN, setting, report=lambda *step: steps.append(step))
    assert results == steps[-1][-1]
    return steps


def test_progress_counts_texts_and_holds_whole_seeds(sampler: Sampler) -> None:
    steps = _steps(sampler, SMALL)
    assert [(done, of) for done, of, _ in steps] == [(63, 150), (126, 150), (150, 150)]
    assert [len(results.measures) for *_, results in steps] == [21, 42, 50]
    for *_, results in steps:
        assert all(len(of_seed) == 3 for of_seed in results.measures)
        assert results.texts == steps[-1][-1].texts


def test_rows_are_the_texts_that_sample_gives(sampler: Sampler) -> None:
    results = sweep.run(sampler, KNOWN, SMALL)
    for place, seed in enumerate((1, 2, 50)):
        drawn = sampler.sample("\n", SMALL.temperatures, SMALL.length, seed)
        expected = tuple(sweep.measured_text(text, KNOWN) for text in drawn)
        assert results.measures[seed - 1] == expected
        if place == 0:
            assert results.texts == tuple(text.text for text in drawn)


def test_base_bits_are_those_of_the_sample(sampler: Sampler) -> None:
    for drawn in sampler.sample("\n", [0.0, 0.7, 2.0], 80, seed=3):
        found = sweep.measured_text(drawn, KNOWN)
        assert found.base_bits == pytest.approx(-drawn.scored().base_log_probabilities.mean() / math.log(2))


def test_more_temperatures_than_rows_of_a_batch(sampler: Sampler) -> None:
    many = tuple(np.linspace(0, 3, 70).tolist())
    steps = _steps(sampler, SweepSetting(temperatures=many, samples=2, length=12))
    assert [done for done, *_ in steps] == [64, 70, 134, 140]
    assert [len(results.measures) for *_, results in steps] == [0, 1, 1, 2]
    assert [len(results.texts) for *_, results in steps] == [0, 70, 70, 70]
    assert summary(steps[0][-1])["entropy"][0].mean is None


def test_a_stopped_sweep_keeps_what_there_is(sampler: Sampler) -> None:
    whole = sweep.run(sampler, KNOWN, SMALL)
    reports: list[Results] = []

    def stop(done: int, of: int, results: Results) -> None:
        reports.append(results)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep.run(sampler, KNOWN, SMALL, report=stop)
    (stopped,) = reports
    assert stopped.seeds == range(1, 22)
    assert stopped.measures == whole.measures[:21]
    again = sweep_results.from_content(json.loads(sweep_results.to_json(stopped, {})))
    assert sweep_results.table(again) == sweep_results.table(stopped)
    assert summary(again)["entropy"][2].mean == pytest.approx(summary(stopped)["entropy"][2].mean, abs=1e-5)


def test_an_unknown_prompt_is_told_before_anything_is_written(sampler: Sampler) -> None:
    with pytest.raises(UnknownCharacterError, match="é"):
        sweep.run(sampler, KNOWN, SweepSetting(prompt="é"))


def test_every_shipped_model_knows_the_default_prompt() -> None:
    for name in ("shakespeare", *SHIPPED):
        assert not folder.vocabulary(MODELS / name).split_known(SweepSetting().prompt)[1]


# The command line


def _run(*arguments: object) -> None:
    main([*map(str, arguments)])


def test_the_command_writes_what_it_read(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = folder_copy()
    options = ("--samples", 3, "--length", 90, "--prompt", "All:\n", "--first-seed", 5)
    _run("--model", model, "--temperatures", 0, 0.5, 2, *options)
    out, err = capsys.readouterr()
    found = sweep_results.load(model)
    assert found.same_weights
    assert found.value.setting == SweepSetting("All:\n", (0.0, 0.5, 2.0), 3, 90, 5)
    assert [len(text) for text in found.value.texts] == [90] * 3
    assert out.splitlines()[-1] == str(model / stored.SWEEP)
    assert len(out.splitlines()) == 5
    assert "9 of 9 texts" in err
    content = json.loads((model / stored.SWEEP).read_text("utf-8"))
    assert set(stored.provenance(model)) | {"setting", "seeds", "columns", "rows", "texts"} == set(content)


def test_the_command_stands_on_its_own(small_folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "components.analysis.sweep", "--model", small_folder, "--output", tmp_path]
    options = ["--temperatures", "0", "1", "--samples", "2", "--length", "30"]
    plain = {name: value for name, value in os.environ.items() if name != "TF_CPP_MIN_LOG_LEVEL"}
    whole = subprocess.run(
        [*command, *options], cwd=MODELS.parent, check=True, capture_output=True, text=True, env=plain
    )
    cost = "4 texts of 30 characters: about 0 seconds on two cores, and 800 bytes\n"
    assert re.fullmatch(rf"{cost}\s\[#{{30}}\] 4 of 4 texts, \d+ s\n", whole.stderr)  # and no log line of TensorFlow's
    found = json.loads((tmp_path / stored.SWEEP).read_text("utf-8"))
    assert len(found["rows"]) == 4
    assert not (small_folder / stored.SWEEP).exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--temperatures", "0.5", "0.5"], "twice"),
        (["--temperatures", "-1"], "got -1.0"),
        (["--temperatures", "nan"], "got nan"),
        (["--temperatures", "inf"], "got inf"),
        (["--temperatures", "3.5"], "as the slider does"),
        (["--prompt", "é"], "does not hold 'é'"),
        (["--prompt", ""], "line break"),
        (["--samples", "1"], "got 1"),
        (["--length", "0"], "got length 0"),
        (["--first-seed", "-2"], "seed -2"),
        (["--model", "nobody"], "there is no model “nobody”"),
        (["--output", "nowhere"], "there is no folder nowhere"),
        (
            ["--samples", "9000"],
            "189,000 texts of 1,000 characters: about 63 minutes on two cores, and 37.8 MB: add --yes",
        ),
        (["--samples", "100000000"], "2,100,000,000 texts of 1,000 characters: about 486 days on two cores"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_overwritten(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, options: list[str], message: str
) -> None:
    model = folder_copy()
    (model / stored.SWEEP).write_text("as it was")
    with pytest.raises(SystemExit) as raised:
        _run("--model", model, *options)
    assert isinstance(raised.value.code, str)  # which Python prints, with exit status 1
    assert raised.value.code.startswith("sweep: ")
    assert message in raised.value.code
    assert "\n" not in raised.value.code
    assert (model / stored.SWEEP).read_text() == "as it was"
    assert not list(model.glob("*.new"))


# What is shipped


@pytest.mark.parametrize("name", ["shakespeare", *(name for name in SHIPPED if name != "shakespeare")])
def test_every_shipped_model_has_its_default_sweep(name: str) -> None:
    found = sweep_results.load(MODELS / name)
    assert found.same_weights
    assert found.value.setting == SweepSetting()
    assert list(found.value.seeds) == list(range(1, 33))
    assert {len(text) for text in found.value.texts} == {1000}
    assert (MODELS / name / stored.SWEEP).stat().st_size < 300_000


def _first_difference(stored_text: str, drawn: Drawn) -> int | None:
    return next(
        (place for place, two in enumerate(zip(stored_text, drawn.text, strict=True)) if len(set(two)) > 1), None
    )


def test_a_part_of_the_stored_sweep_made_again_is_the_same(shipped: Model, kept: Results) -> None:
    # Other processors add float32 in another order: a near-tie may fall the other way, and the text with it.
    setting, lexicon = kept.setting, known.lexicon(DEFAULT_MODEL)
    same = []
    for seed in (1, 2):
        drawn = shipped.sampler.sample(setting.prompt, (0.0, 0.5, 1.0), setting.length, seed)
        for text in drawn:
            place = setting.temperatures.index(text.temperature)
            if seed == 1 and (parted := _first_difference(kept.texts[place], text)) is not None:
                noisy = np.sort(text.logits[parted] + np.float32(text.temperature) * text.noise[parted])
                assert noisy[-1] - noisy[-2] < NEAR
            theirs, ours = kept.measures[seed - 1][place], sweep.measured_text(text, lexicon)
            same += [_alike([figure(theirs, name), figure(ours, name)], name) for name in SUMMED]
    assert np.mean(same) > 0.8


def _alike(pair: list[float], name: str) -> bool:
    return bool(np.isclose(*pair, atol=0.01 if name == "compressed_share" else 2e-4, rtol=0, equal_nan=True))


def test_seeds_alone_make_no_difference_at_temperature_zero(kept: Results) -> None:
    assert np.ptp(values(kept, "entropy")[:, 0]) == 0
    assert np.ptp(values(kept, "base_bits")[:, 0]) == 0


# Karpathy: "decreasing the temperature … makes the RNN more confident, but also more conservative in its samples.
# Conversely, higher temperatures will give more diversity but at cost of more mistakes (e.g. spelling mistakes)",
# and very near zero it gives "the most likely thing": the same words over and over.

CLAIMS = [  # figure, its sign as the temperature rises, and between which temperatures
    ("top_probability", -1, (0.0, 0.2, 0.5, 1.0, 1.5, 2.0)),
    ("entropy", 1, (0.0, 0.2, 0.5, 1.0, 1.5, 2.0)),
    ("compressed_share", 1, (0.0, 0.1, 0.2, 0.5, 1.0, 1.5, 2.0)),
    ("distinct_trigrams", 1, (0.0, 0.1, 0.2, 0.5)),
    ("word_share", -1, (0.2, 0.5, 1.0, 1.5, 2.0)),
    ("base_bits", 1, (0.2, 0.5, 1.0, 1.5, 2.0)),
]


@pytest.mark.parametrize(("name", "sign", "places"), CLAIMS)
def test_the_stored_sweep_bears_the_claims_out(kept: Results, name: str, sign: int, places: tuple[float, ...]) -> None:
    for cold, hot in pairwise(places):
        found = difference(kept, name, cold, hot)
        assert found.count == 32
        assert min(sign * found.low, sign * found.high) > 0, (name, cold, hot)


def test_where_the_stored_sweep_disagrees(kept: Results) -> None:
    # The most likely character each time does not write the most likely text: a loop costs more bits.
    assert difference(kept, "base_bits", 0.0, 0.2).high < 0


def test_near_zero_the_stored_sweep_loops_and_elsewhere_not(kept: Results) -> None:
    loops = values(kept, "loops")
    assert loops[:, 0].all()
    assert not loops[:, 3:].any()


@pytest.mark.parametrize(
    ("name", "sign"),
    [("top_probability", -1), ("entropy", 1), ("compressed_share", 1), ("base_bits", 1)],
)
def test_a_fresh_sweep_bears_the_claims_out_at_every_seed(fresh: Results, name: str, sign: int) -> None:
    # One of 16 seeds that goes the other way would be enough to fail: by luck all agree once in 65,536 times.
    assert (sign * np.diff(values(fresh, name)[:, 1:], axis=1) > 0).all()


def test_a_fresh_sweep_misspells_more_at_high_temperature_at_every_seed(fresh: Results) -> None:
    share = values(fresh, "word_share")
    assert (share[:, 1] > share[:, 3]).all()
    assert (share[:, 2] > share[:, 3]).all()
    assert difference(fresh, "word_share", 0.5, 1.0).high < 0


@pytest.mark.parametrize("prompt", ["\n", "ROMEO:\n", "The "])
def test_a_fresh_text_at_temperature_zero_loops(shipped: Model, prompt: str) -> None:
    (cold, warm) = shipped.sampler.sample(prompt, [0.0, 1.0], 600, seed=1)
    assert sweep.measured_text(cold, KNOWN).loops
    assert not sweep.measured_text(warm, KNOWN).loops


def test_what_the_small_vocabulary_knows_is_enough_for_these_tests(vocabulary: Vocabulary) -> None:
    assert not vocabulary.split_known("All:\n" + TEXT)[1]
