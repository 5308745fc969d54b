"""The live figure: its data, its slider, and the formula that the browser is given."""

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import scipy.special
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts import live
from components.words.en import ENGLISH

unhurried = settings(deadline=None)

LABELS = live.LiveLabels(**{name: getattr(ENGLISH, name) for name in live.LiveLabels.__dataclass_fields__})
LOGITS = [0.3, 4.0, -20.0, 1.5, 1.5]
SLIDER = [0.05, 0.5, 1.0, 3.0]

IN_EXPRESSIONS = ["tempered", "base", "rank", "entropy", "bits", "as_many_as", "choices", "most_likely"]
STRING = re.compile(r"'(?:[^'\\]|\\.)*'")


def anywhere(node: Any) -> Iterator[dict[str, Any]]:
    """Give every object of a specification."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from anywhere(child)


def expressions(labels: live.LiveLabels) -> dict[str, str]:
    """Give the expression of every calculated column of the bars."""
    transforms = live.specification(labels, start=1.0)["layer"][0]["transform"]
    return {transform["as"]: transform["calculate"] for transform in transforms if "calculate" in transform}


def calculated(layer: dict[str, Any], temperature: float) -> list[dict[str, float]]:
    """Give the columns that a layer calculates, strings left out, as the browser would."""
    names = {"exp": math.exp, "log": math.log, "LN2": math.log(2), "max": max, "pow": pow}
    slider = {live.PARAMETER: SimpleNamespace(**{live.PARAMETER: temperature})}
    table: list[dict[str, Any]] = [
        {"logit": logit, "base": base} for logit, base in zip(LOGITS, scipy.special.softmax(LOGITS), strict=True)
    ]
    for transform in layer["transform"]:
        for step in transform.get("joinaggregate", ()):
            whole = {"max": max, "sum": math.fsum}[step["op"]]([row[step["field"]] for row in table])
            for row in table:
                row[step["as"]] = whole
        if "calculate" in transform and "'" not in transform["calculate"]:
            code = re.sub(r"^(.*) \? (.*) : (.*)$", r"(\2) if (\1) else (\3)", transform["calculate"])
            for row in table:
                row[transform["as"]] = eval(code, {**names, **slider, "datum": SimpleNamespace(**row)})
    return table


@pytest.mark.parametrize("layer", range(3))
@pytest.mark.parametrize("temperature", SLIDER)
def test_browser_works_out_softmax(temperature: float, layer: int) -> None:
    table = calculated(live.specification(LABELS, start=1.0)["layer"][layer], temperature)
    expected = scipy.special.softmax(np.array(LOGITS) / temperature)
    np.testing.assert_allclose([row["probability"] for row in table], expected, rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("temperature", SLIDER)
def test_browser_works_out_entropy_in_bits(temperature: float) -> None:
    table = calculated(live.specification(LABELS, start=1.0)["layer"][2], temperature)
    expected = scipy.stats.entropy(scipy.special.softmax(np.array(LOGITS) / temperature), base=2)
    assert [row["entropy"] for row in table] == pytest.approx([expected] * len(LOGITS), abs=1e-12)


@pytest.mark.parametrize("temperature", SLIDER)
def test_bars_are_as_high_as_the_chances_but_never_below_the_logarithmic_axis(temperature: float) -> None:
    bars = live.specification(LABELS, start=1.0, logarithmic=True)["layer"][0]
    expected = np.maximum(scipy.special.softmax(np.array(LOGITS) / temperature), live.LEAST_SHOWN)
    assert bars["encoding"]["y"]["field"] == "height"
    np.testing.assert_allclose([row["height"] for row in calculated(bars, temperature)], expected, rtol=1e-12)


def test_data_are_named_and_not_built_in() -> None:
    figure = live.specification(LABELS, start=1.0)
    assert figure["data"] == {"name": live.DATA}
    assert "datasets" not in figure
    assert [node["data"] for node in anywhere(figure) if "data" in node] == [{"name": live.DATA}]


def parameter(name: str, *, start: float) -> dict[str, Any]:
    """Give a parameter of the figure by its name."""
    return next(param for param in live.specification(LABELS, start=start)["params"] if param["name"] == name)


def test_slider_covers_its_temperatures() -> None:
    slider = parameter("T", start=1.0)
    assert slider["name"] == live.PARAMETER == "T"
    assert slider["select"] == {"type": "point", "fields": ["T"]}
    bind = slider["bind"]
    assert (bind["input"], bind["min"], bind["max"], bind["step"]) == ("range", 0, 3, 0.05)
    assert bind["name"].strip() == LABELS.temperature


@pytest.mark.parametrize("start", [0.05, 0.7, 3.0])
def test_slider_starts_where_it_is_told(start: float) -> None:
    assert parameter("T", start=start)["value"] == [{"T": start}]


def test_figure_is_drawn_as_svg() -> None:
    assert live.specification(LABELS, start=1.0)["usermeta"] == {"embedOptions": {"renderer": "svg"}}


@pytest.mark.parametrize("logarithmic", [False, True])
def test_figure_is_one_layered_view(logarithmic: bool) -> None:
    figure = live.specification(LABELS, start=1.0, logarithmic=logarithmic)
    assert [layer["mark"]["type"] for layer in figure["layer"]] == ["bar", "tick", "text", "text", "rule"]
    composed = {"concat", "hconcat", "vconcat", "facet", "repeat"}
    assert not any(composed & node.keys() for node in anywhere(figure))


@pytest.mark.parametrize(("logarithmic", "kind", "least"), [(False, "linear", 0), (True, "log", live.LEAST_SHOWN)])
def test_bars_and_ticks_stand_on_the_axis_that_was_asked_for(logarithmic: bool, kind: str, least: float) -> None:
    bars, ticks, *_ = live.specification(LABELS, start=1.0, logarithmic=logarithmic)["layer"]
    for layer in (bars, ticks):
        scale = layer["encoding"]["y"]["scale"]
        assert (scale["type"], scale["domain"]) == (kind, [least, 1])
    assert bars["encoding"]["y2"] == {"datum": least}


def test_ticks_stay_at_the_trained_chances() -> None:
    assert live.specification(LABELS, start=1.0)["layer"][1]["encoding"]["y"]["field"] == "base"


def test_axis_is_sorted_by_rank_whatever_the_data_were_before() -> None:
    for layer in live.specification(LABELS, start=1.0)["layer"][:2]:
        assert layer["encoding"]["x"]["field"] == "glyph"
        assert layer["encoding"]["x"]["sort"] == {"field": "rank", "op": "min"}


def test_label_with_quote_and_backslash_is_one_quoted_string() -> None:
    readout = expressions(replace(LABELS, entropy="l'entropie \\ x"))["readout"]
    assert r"'l\'entropie \\ x'" in readout


@pytest.mark.parametrize("field", IN_EXPRESSIONS)
@pytest.mark.parametrize("hostile", ["l'entropie \\ x", "'", "\\", "\\'", '" + datum.rank + "', "' + datum.rank + '"])
def test_no_label_breaks_out_of_its_quotes(field: str, hostile: str) -> None:
    told = expressions(replace(LABELS, **{field: hostile}))
    usual = expressions(LABELS)
    strings = {ast.literal_eval(string) for code in told.values() for string in STRING.findall(code)}
    assert hostile in strings
    for column, code in told.items():
        assert STRING.sub("''", code) == STRING.sub("''", usual[column])


def test_colours_are_keyed_by_what_the_columns_say() -> None:
    labels = replace(LABELS, tempered="à l'instant", base="d'origine")
    told = expressions(labels)
    keys = [ast.literal_eval(told[column]) for column in ("tempered", "untempered")]
    for layer, column in zip(live.specification(labels, start=1.0)["layer"], ["tempered", "untempered"], strict=False):
        assert layer["encoding"]["color"]["field"] == column
        assert layer["encoding"]["color"]["scale"]["domain"] == keys == ["à l'instant", "d'origine"]


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=10))
@unhurried
def test_rows_go_from_the_most_likely_down(logits: list[float]) -> None:
    names = [f"name {place}" for place in range(len(logits))]
    rows = live.rows([f"sign {place}" for place in range(len(logits))], names, logits)
    places = [int(name.removeprefix("name ")) for name in rows["name"]]
    assert rows["rank"] == list(range(1, len(logits) + 1))
    assert rows["base"] == sorted(rows["base"], reverse=True)
    assert rows["glyph"] == [f"sign {place}" for place in places]
    assert rows["logit"] == [logits[place] for place in places]
    np.testing.assert_allclose(rows["base"], scipy.special.softmax(logits)[places], rtol=1e-12)


def test_equal_chances_keep_the_order_they_came_in() -> None:
    assert live.rows("abcd", "abcd", [1.0, 2.0, 1.0, 2.0])["glyph"] == ["b", "d", "a", "c"]


def test_rows_hold_plain_numbers() -> None:
    rows = live.rows("ab", "ab", np.array([1, 2], dtype=np.float32))
    assert {type(value) for column in rows.values() for value in column} == {int, float, str}
