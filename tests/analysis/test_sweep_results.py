"""Sweeps as settings, tables and files; no network is needed."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from components.analysis import stored, sweep_results
from components.analysis.bootstrap import Estimate
from components.analysis.measures import COLUMNS, SUMMED, Confidence, Measures, figures, measure
from components.analysis.sweep_results import Results, difference, from_content, summary, table, to_content, to_csv
from components.analysis.sweep_setting import LONGEST, SweepSetting
from components.language_model.batching import Row
from components.language_model.folder import ModelError
from components.language_model.lexicon import Lexicon, Unit
from components.temperature.scale import HIGHEST

KNOWN = Lexicon(Unit.WORD, frozenset({"the", "is"}))

PROVENANCE = {"model": "small", "network_sha256": "0" * 64, "versions": {}}


def _measures(seed: int, temperature: float) -> Measures:
    text = "We know't. " + ("of the sea, " * 5 if temperature == 0 else f"The seed is {seed}; the rest is not {seed}. ")
    entropies = np.linspace(temperature, temperature + seed / 10, len(text))
    return measure(text, np.full(len(text), -1.0 - seed), Confidence(np.full(len(text), 0.5), entropies), KNOWN)


def _results(seeds: int = 4, **changes: Any) -> Results:
    setting = SweepSetting(**{"temperatures": (0.0, 0.5, 1.0), "samples": 4, "length": 51, **changes})
    rows = tuple(tuple(_measures(seed, value) for value in setting.temperatures) for seed in setting.seeds[:seeds])
    return Results(setting, rows, tuple(f"“{value}”\n" for value in setting.temperatures) if seeds else ())


def test_the_default_is_the_one_that_is_asked_for() -> None:
    setting = SweepSetting()
    assert setting.temperatures[0] == 0
    assert setting.temperatures[-1] == 2
    assert np.diff(setting.temperatures) == pytest.approx(0.1)
    assert (setting.samples, setting.length, setting.texts) == (32, 1000, 672)


def test_temperatures_end_where_the_slider_does() -> None:
    assert SweepSetting(temperatures=(HIGHEST,)).temperatures == (3.0,)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"temperatures": ()}, "got none"),
        ({"temperatures": (0.5, 1.0, 0.5)}, "got 0.5 twice"),
        ({"temperatures": (0.0, -0.0)}, "twice"),
        ({"temperatures": (0.5, -0.1)}, "got -0.1"),
        ({"temperatures": (float("nan"),)}, "got nan"),
        ({"temperatures": (float("inf"),)}, "got inf"),
        ({"temperatures": (3.1,)}, "end at 3, as the slider does, got 3.1"),
        ({"samples": 1}, "at least 2 samples, got 1"),
        ({"length": 0}, "got length 0"),
        ({"length": -5}, "got -5"),
        ({"length": LONGEST + 1}, "from 1 to 10000 characters"),
        ({"first_seed": -1}, "got seed -1"),
        ({"prompt": ""}, "line break"),
        ({"batch": 1000}, "got 1000"),
    ],
)
def test_a_bad_setting_is_one_sentence(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message) as raised:
        SweepSetting(**wrong)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("temperatures", "samples", "sizes"),
    [(21, 32, [63] * 10 + [42]), (1, 70, [64, 6]), (64, 2, [64, 64]), (65, 2, [65, 65]), (40, 3, [40, 40, 40])],
)
def test_groups_hold_every_temperature_of_their_seeds(temperatures: int, samples: int, sizes: list[int]) -> None:
    values = tuple(np.linspace(0, 3, temperatures).tolist())
    setting = SweepSetting(temperatures=values, samples=samples, first_seed=7)
    groups = list(setting.groups())
    assert [len(group) for group in groups] == sizes
    assert [row for group in groups for row in group] == [
        Row.at(value, seed) for seed in range(7, 7 + samples) for value in values
    ]


def test_what_is_kept_comes_back() -> None:
    for results in (_results(), _results(seeds=2), _results(prompt="“\n”")):
        kept = json.loads(sweep_results.to_json(results, PROVENANCE))
        found = from_content(kept)
        assert to_content(found, PROVENANCE) == to_content(results, PROVENANCE)
        assert found.setting == results.setting
        assert found.texts == results.texts
        assert kept["seeds"] == list(results.seeds)


def test_the_table_as_csv() -> None:
    results = _results()
    columns, rows = table(results)
    read = list(csv.reader(io.StringIO(to_csv(results))))
    assert tuple(read[0]) == columns == ("seed", "temperature", *COLUMNS)
    assert len(read) - 1 == len(rows) == 12
    for line, row in zip(read[1:], rows, strict=True):
        assert [float(cell) if cell else None for cell in line] == row
    assert [(row[0], row[1]) for row in rows[:4]] == [(1, 0.0), (1, 0.5), (1, 1.0), (2, 0.0)]


def _kept(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(sweep_results.to_json(_results(), PROVENANCE))
    change(content)
    return content


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("setting"),
        lambda content: content.pop("columns"),
        lambda content: content.pop("texts"),
        lambda content: content["rows"].pop(),
        lambda content: content["rows"].reverse(),
        lambda content: content["rows"][0].pop(),
        lambda content: content["columns"].__setitem__(5, "other"),
        lambda content: content["texts"].pop(),
        lambda content: content["setting"].update(prompt=3),
        lambda content: content["setting"].update(temperatures=[0.0, "a"]),
        lambda content: content["setting"].update(temperatures=None),
        lambda content: content.update(rows=3),
    ],
)
def test_a_file_that_does_not_fit_is_damaged(
    folder_copy: Callable[[], Path], change: Callable[[dict[str, Any]], object]
) -> None:
    model = folder_copy()
    stored.save(model, stored.SWEEP, _kept(change))
    with pytest.raises(ModelError, match=r"is damaged.*: mend it with `python -m components.analysis.sweep"):
        sweep_results.load(model)


def test_other_weights_are_seen(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    stored.save(model, stored.SWEEP, to_content(_results(), PROVENANCE))
    found = sweep_results.load(model)
    assert not found.same_weights
    assert found.command == "python -m components.analysis.sweep --model small"


def test_the_summary_is_of_whatever_is_done() -> None:
    for seeds in (0, 1, 2, 4):
        found = summary(_results(seeds))
        assert tuple(found) == SUMMED
        for estimates in found.values():
            assert len(estimates) == 3
        bits = found["base_bits"][1]
        assert bits.count == seeds
        assert (bits.mean is None) == (seeds == 0)
        assert (bits.low is None) == (seeds < 2)


def test_the_summary_by_hand() -> None:
    found = summary(_results())
    assert [estimate.mean for estimate in found["loops"]] == [1.0, 0.0, 0.0]
    assert [estimate.mean for estimate in found["loop_period"]] == [12.0, None, None]
    assert found["base_bits"][2].mean == pytest.approx((1 + 2.5) / np.log(2), abs=1e-5)
    assert found["entropy"][2].mean == pytest.approx(1.125, abs=1e-5)
    assert found["entropy_drift"][0].mean == pytest.approx(0.25, abs=0.05)


def test_differences_are_paired() -> None:
    results = _results()
    found = difference(results, "entropy", 0.5, 1.0)
    assert (found.mean, found.low, found.high) == (pytest.approx(0.5), pytest.approx(0.5), pytest.approx(0.5))
    wide = summary(results)["entropy"]
    assert wide[2].low - wide[1].high < 0.5
    assert difference(results, "loops", 0.0, 1.0) == Estimate(-1.0, -1.0, -1.0, 4)
    with pytest.raises(ValueError, match=r"0\.7"):
        difference(results, "entropy", 0.5, 0.7)


def test_figures_in_the_table_are_those_of_the_measures() -> None:
    results = _results()
    columns, rows = table(results)
    assert dict(zip(columns[2:], rows[4][2:], strict=True)) == figures(results.measures[1][1])
