"""Descriptions of a network that are damaged or made to do harm: one sentence each."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from components.language_model.archive import configuration, members, process
from components.language_model.archive.chain import ArchiveError
from tests.language_model.archive.damaging import parts, refused, sentence_of, with_configuration, written


@pytest.mark.parametrize("name", [members.CONFIGURATION, members.METADATA])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[" * 10_000 + b"]" * 10_000, "nests deeper"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nests deeper"),
        (b"{", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"x" * (members.LARGEST_JSON + 1), "is larger than"),
    ],
)
def test_json_that_is_none_or_too_deep_is_refused(
    whole: Path, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    refused(written(tmp_path / "their.keras", {**parts(whole), name: content}), sentence)


@pytest.mark.parametrize("content", [None, 1, "x", [], {}, {"class_name": "Adam"}, {"class_name": ["Sequential"]}])
def test_what_describes_no_network_is_refused(whole: Path, tmp_path: Path, content: object) -> None:
    changed = {**parts(whole), members.CONFIGURATION: json.dumps(content).encode()}
    refused(written(tmp_path / "their.keras", changed), "is not what Keras writes|is needed")


def _leaves(content: object, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(content, dict | list):
        entries = content.items() if isinstance(content, dict) else enumerate(content)
        return [before, *(leaf for key, value in entries for leaf in _leaves(value, (*before, key)))]
    return [before]


@pytest.mark.parametrize("value", [None, -1, 0, 2**70, 1.5, float("nan"), "", "x" * 10_000, [], [[]], {}, True])
def test_a_value_of_any_kind_in_any_place_is_one_sentence_or_harmless(whole: Path, value: object) -> None:
    content = parts(whole)[members.CONFIGURATION]
    for *before, last in _leaves(json.loads(content))[1:]:
        changed = json.loads(content)
        place = changed
        for key in before:
            place = place[key]
        place[last] = value
        sentence = sentence_of(partial(configuration.read, changed))
        assert sentence is None or ("\n" not in sentence and len(sentence) < 500)


@pytest.mark.parametrize("units", [20_000, 10**6, 10**9, 2**63])
def test_units_that_are_claimed_and_not_there_are_refused(whole: Path, tmp_path: Path, units: int) -> None:
    def change(content: dict[str, Any]) -> None:
        content["config"]["layers"][2]["config"]["units"] = units

    refused(with_configuration(whole, tmp_path / "their.keras", change), "parameters: at most|whole number from 1")


def test_an_embedding_of_a_billion_rows_is_refused(whole: Path, tmp_path: Path) -> None:
    def change(content: dict[str, Any]) -> None:
        content["config"]["layers"][1]["config"]["input_dim"] = 10**9

    refused(with_configuration(whole, tmp_path / "their.keras", change), "whole number from 1")


def test_a_layer_list_without_end_is_refused(whole: Path, tmp_path: Path) -> None:
    def change(content: dict[str, Any]) -> None:
        content["config"]["layers"][2:3] *= 2_000

    refused(with_configuration(whole, tmp_path / "their.keras", change), "has no arrays at")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b'{"refusal": "no"}',
        b'{"refusal": "no", "reason": "rumour", "values": {}}',
        b'{"refusal": "no", "reason": "layer", "values": {}}',
        b'{"chain": {"layers": [{}]}}',
    ],
)
def test_what_the_reader_never_writes_is_refused(line: bytes) -> None:
    with pytest.raises(ArchiveError, match="handed over what it never writes"):
        process._chain(line)
