"""Downloads, read back with the readers that others use."""

import csv
import io
import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.lexicon import Lexicon, Unit
from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.presenting.columns import Column, columns
from components.presenting.columns import column as column_of
from components.presenting.downloads import as_csv, as_json
from components.temperature import Decoding
from components.temperature.schedule import Ramp, Shape, Temperature, WordPlace

NOTHING = Lexicon(Unit.WORD, frozenset())  # is known

MODEL = 'a "small", model'
PROMPT = 'All:\nSpeak, "speak".\r\n'
TEXTS = ['\'Tis; "well",\n\nsaid,, <b>\r\n é😀', ' the sun the "fzz" ']


def shown(*texts: str) -> list[Column]:
    """Return a column for each text, at T = 0, 0.1 and so on."""
    chances = np.random.default_rng(1)
    samples = [
        Sample(text, Decoding(place / 10), np.log(chances.random(len(text))), np.log(chances.random(len(text))))
        for place, text in enumerate(texts)
    ]
    return columns(samples, Lexicon(Unit.WORD, frozenset({"the", "sun"})))


def setting(prompt: str = PROMPT, seed: int = 1, noise_start: int = 0) -> Setting:
    return Setting(prompt, seed=seed, noise_start=noise_start)


def from_csv(source: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(source, newline="")))


def from_json(source: str) -> list[dict[str, Any]]:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    records: list[dict[str, Any]] = json.loads(source, parse_constant=refuse)
    return records


def test_csv_gives_back_how_each_text_was_made() -> None:
    rows = from_csv(as_csv(shown(*TEXTS), MODEL, setting(seed=2**31)))
    assert [row["text"] for row in rows] == TEXTS
    assert [float(row["temperature"]) for row in rows] == [0, 0.1]
    assert [(row["model"], row["prompt"], int(row["seed"])) for row in rows] == [(MODEL, PROMPT, 2**31)] * 2


@given(st.text(min_size=1), st.text(), st.text(min_size=1))
def test_csv_gives_back_any_text(text: str, prompt: str, model: str) -> None:
    (row,) = from_csv(as_csv(shown(text), model, setting(prompt)))
    assert (row["text"], row["prompt"], row["model"]) == (text, prompt, model)


def test_csv_has_the_measures_and_leaves_blank_what_is_unknown() -> None:
    shown_columns = shown("ab", " the sun the fzz ")
    short, long = from_csv(as_csv(shown_columns, MODEL, setting(seed=1)))
    assert float(long["mean_surprisal_bits"]) == shown_columns[1].mean_surprisal
    assert (long["word_share"], long["distinct_trigrams"]) == ("0.75", "1.0")
    assert (short["word_share"], short["distinct_trigrams"]) == ("", "")


@given(st.floats(0, 3))
def test_csv_keeps_every_digit_of_the_temperature(temperature: float) -> None:
    logs = np.log([0.5])
    (row,) = from_csv(
        as_csv(columns([Sample("a", Decoding(temperature), logs, logs)], NOTHING), MODEL, setting(seed=1))
    )
    assert float(row["temperature"]) == temperature


def test_json_gives_back_how_each_text_was_made() -> None:
    records = from_json(as_json(shown(*TEXTS), MODEL, setting(seed=2**31)))
    assert [record["text"] for record in records] == TEXTS
    assert [record["temperature"] for record in records] == [0, 0.1]
    assert [(record["model"], record["prompt"], record["seed"]) for record in records] == [(MODEL, PROMPT, 2**31)] * 2


def test_json_leaves_empty_what_is_unknown() -> None:
    (record,) = from_json(as_json(shown("ab"), MODEL, setting(seed=1)))
    assert (record["word_share"], record["distinct_trigrams"]) == (None, None)


@pytest.mark.parametrize("kind", ["base_log_probabilities", "tempered_log_probabilities"])
def test_json_has_a_log_probability_in_nats_for_every_character(kind: str) -> None:
    shown_columns = shown(*TEXTS)
    records = from_json(as_json(shown_columns, MODEL, setting(seed=1)))
    for record, column in zip(records, shown_columns, strict=True):
        assert len(record[kind]) == len(record["text"])
        np.testing.assert_allclose(record[kind], getattr(column.sample, kind), rtol=0, atol=5.1e-5)


def test_both_files_agree_on_all_that_they_share() -> None:
    made = (shown(*TEXTS), MODEL, setting())
    for row, record in zip(from_csv(as_csv(*made)), from_json(as_json(*made)), strict=True):
        assert row == {name: "" if record[name] is None else str(record[name]) for name in row}


def test_json_mean_surprisal_is_that_of_its_log_probabilities() -> None:
    (record,) = from_json(as_json(shown(" the sun "), MODEL, setting(seed=1)))
    bits = -np.mean(record["base_log_probabilities"]) / math.log(2)
    assert record["mean_surprisal_bits"] == pytest.approx(bits, abs=1e-4)


def test_both_files_say_where_the_luck_began() -> None:
    began = setting(noise_start=3)
    (row,) = from_csv(as_csv(shown("text"), MODEL, began))
    (record,) = from_json(as_json(shown("text"), MODEL, began))
    assert (row["noise_start"], record["noise_start"]) == ("3", 3)


CUT = Decoding(top_k=9, top_p=0.9, min_p=0.1, top_nsigma=2.5, cut_first=True)


@pytest.mark.parametrize(
    ("temperature", "expected"),
    [
        (0.7, {"temperature": 0.7}),
        (
            Ramp(1.5, 0.5, 400, Shape.COSINE),
            {
                "start_temperature": 1.5,
                "end_temperature": 0.5,
                "schedule_length": 400,
                "schedule_shape": "cosine",
            },
        ),
        (WordPlace(1.3, 0.0), {"word_start_temperature": 1.3, "word_inside_temperature": 0.0}),
    ],
)
@pytest.mark.parametrize("cut", [Decoding(), CUT])
def test_both_files_say_how_characters_were_picked(
    temperature: Temperature, expected: dict[str, object], cut: Decoding
) -> None:
    logs = np.log([0.5, 0.25])
    decoding = replace(cut, temperature=temperature)
    made = ([column_of(Sample("ab", decoding, logs, logs), NOTHING)], MODEL, setting())
    (row,), (record,) = from_csv(as_csv(*made)), from_json(as_json(*made))
    names = ["temperature", "start_temperature", "end_temperature", "schedule_length", "schedule_shape"]
    names += ["word_start_temperature", "word_inside_temperature"]
    assert {name: record[name] for name in names} == dict.fromkeys(names) | expected
    of_cut = {name: record[name] for name in ("top_k", "top_p", "min_p", "top_nsigma", "cut_before_temperature")}
    assert list(of_cut.values()) == ([9, 0.9, 0.1, 2.5, True] if cut is CUT else [None] * 5)
    assert {name: row[name] for name in of_cut} == {
        name: "" if value is None else str(value) for name, value in of_cut.items()
    }


def test_json_has_the_temperature_of_every_character() -> None:
    logs = np.log([0.5] * 5)
    falling, words = Ramp(1.5, 0.5, 5), WordPlace(1.3, 0.4)
    samples = [Sample("a bcd", Decoding(schedule), logs, logs) for schedule in (falling, words)]
    shown_columns = [column_of(sample, NOTHING) for sample in samples]
    ramp, word = from_json(as_json(shown_columns, MODEL, setting(prompt="All: ", noise_start=2)))
    assert ramp["temperatures"] == [1.0, 0.75, 0.5, 0.5, 0.5]  # two characters had been taken
    assert word["temperatures"] == [1.3, 0.4, 1.3, 0.4, 0.4]
