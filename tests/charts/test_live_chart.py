"""The live figure as Vega draws it: the bars are softmax at the slider's temperature, and nothing is left out."""

import json
from dataclasses import replace
from typing import Any

import altair as alt
import numpy as np
import pytest
import scipy.special
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts import live
from components.charts.live import LiveLabels
from components.charts.live.canvas import LEAST_SHOWN
from components.presenting.numbers import percent
from components.temperature import apply_temperature, effective_choices, entropy
from components.temperature.scale import TEMPERATURES
from tests.charts.rendering import Picture, render

LABELS = LiveLabels(
    temperature="Temperature T",
    tempered="at T",
    base="ticks at 1",
    tempered_short="at T, short",
    base_short="at 1, short",
    stretched="stretched",
    chance_now="now",
    base_column="at 1",
    character="character",
    logit="logit",
    rank="rank",
    most_likely="likeliest {character} {chance}",
    choices="like {choices}",
    entropy="entropy {bits}",
    certain="for certain",
    others_count="{count} others",
    others_together="together {chance}",
    others_spoken="{count} others together {chance}",
    uniform="1 in 65",
    uniform_short="65",
    kept="kept {kept} of {count}, held {share}",
    kept_short="{kept}/{count} {share}",
    kept_spoken="kept, uncut {chance}",
    cut_spoken="cut, uncut {chance}",
    uncut_chance="uncut",
    kept_title="kept",
    kept_always="always",
    kept_from="from {temperature}",
    kept_never="never",
    uniform_kept="1 in {kept} ({chance})",
    uniform_kept_short="{kept}",
    others_kept="{count} others together, {kept} kept: {chance}",
    others_cut="cut",
    others_cut_spoken="{count} others together, all cut: {chance}",
)
LOGITS = np.linspace(4.0, -4.0, 65) ** 3 / 16
NAMES = [f"c{index}" for index in range(len(LOGITS))]
# The others are titles of a tooltip, which Vega-Lite quotes itself.
IN_EXPRESSIONS = ["tempered", "base", "most_likely", "entropy", "choices", "uniform"]
IN_EXPRESSIONS += ["others_count", "others_together", "others_spoken"]
HOSTILE = ["l'entropie \\ x", "'", "\\", "\\'", '" + datum.rank + "', "' + datum.rank + '"]

few_pictures = settings(max_examples=settings().max_examples // 2)


def draw(
    logits: np.ndarray = LOGITS, temperature: float = 1.0, *, width: int = 1200, labels: LiveLabels = LABELS, **how: Any
) -> Picture:
    names = [f"c{index}" for index in range(len(logits))]
    specification = live.specification(labels, start=1.0, characters=len(logits), **how)
    data = {live.DATA: live.rows(names, names, logits), live.SUMS: live.sums(logits)}
    return render(specification, data, width=width, T=temperature)


def chances(picture: Picture) -> dict[str, str]:
    """Return what is said of each single bar: its chance at the slider's temperature."""
    said = (label.split(" · ")[0] for label in picture.labelled("bar") if " others " not in label)
    return dict(one.split(": ") for one in said)


def heights(picture: Picture) -> dict[str, float]:
    return {label.split(": ")[0]: mark.box[1] for label, mark in picture.labelled("bar").items() if ": " in label}


@pytest.mark.parametrize("temperature", [0.0, 0.05, 0.5, 1.0, 1.2, 3.0])
def test_bars_are_softmax_at_the_sliders_temperature(temperature: float) -> None:
    picture = draw(temperature=temperature, width=2000)
    right = apply_temperature(LOGITS, temperature)
    assert chances(picture) == {name: percent(chance) for name, chance in zip(NAMES, right, strict=True)}
    highest = max(heights(picture).values())
    drawn = np.array([heights(picture)[name] for name in NAMES])
    np.testing.assert_allclose(drawn / highest, right / right.max(), atol=2e-4)


@pytest.mark.parametrize("temperature", [0.0, 0.5, 1.0])
def test_ties_share_at_every_temperature(temperature: float) -> None:
    picture = draw(np.array([1.0, 3.0, 3.0, 0.0]), temperature)
    tempered = apply_temperature([1.0, 3.0, 3.0, 0.0], temperature)
    assert chances(picture) == {f"c{index}": percent(chance) for index, chance in enumerate(tempered)}


def test_logits_beyond_the_range_of_an_exponential_are_drawn_right() -> None:
    assert chances(draw(np.array([1000.0, 999.0, -1000.0]))) == {"c0": "73.1 %", "c1": "26.9 %", "c2": "0 %"}


@pytest.mark.parametrize("width", [330, 700, 1200])
@pytest.mark.parametrize("temperature", [0.0, 0.5, 1.0, 3.0])
def test_what_has_no_bar_stands_together_and_nothing_is_lost(width: int, temperature: float) -> None:
    picture = draw(temperature=temperature, width=width)
    single = chances(picture)
    count = len(LOGITS) - len(single)
    assert 0 < count < len(LOGITS)
    rest = apply_temperature(LOGITS, temperature)[len(single) :].sum()
    rest = 0.0 if rest < 1e-12 else rest  # below the rounding of the sum
    assert picture.text("others") == f"{count} others"
    assert picture.text("together") == f"together {percent(rest)}"
    assert f"{count} others together {percent(rest)}" in picture.labelled("bar")


def test_every_bar_has_room() -> None:
    for width in (330, 700, 1200, 1650):
        bars = [mark for label, mark in draw(width=width).labelled("bar").items() if "others" not in label]
        places = sorted(float(mark.attributes["d"][1:].split(",")[0]) for mark in bars)
        assert min(np.diff(places)) >= live.ROOMY - 0.01


def test_every_character_has_a_bar_where_that_is_asked_for() -> None:
    assert len(chances(draw(width=330, every=True))) == len(LOGITS)
    assert draw(width=330, every=True).of("others") == []


def test_a_large_vocabulary_is_drawn_from_its_likeliest() -> None:
    logits = np.random.default_rng(5).normal(0, 3, 5000)
    picture = draw(logits, 0.8)
    single = chances(picture)
    right = np.sort(apply_temperature(logits, 0.8))[::-1]
    assert list(single.values()) == [percent(chance) for chance in right[: len(single)]]
    assert picture.text("together") == f"together {percent(right[len(single) :].sum())}"


@pytest.mark.parametrize(("characters", "power"), [(1000, 1), (1001, 0.5)])
def test_small_chances_are_seen_where_there_are_many_characters(characters: int, power: float) -> None:
    chance = 0.04
    logits = np.log([chance, *[(1 - chance) / (characters - 1)] * (characters - 1)])
    picture, whole = draw(logits, 1.0), draw(np.array([0.0, *[-99.0] * (characters - 1)]), 1.0)
    assert heights(picture)["c0"] / heights(whole)["c0"] == pytest.approx(chance**power, abs=0.01)
    assert ("stretched" in [mark.text for mark in picture.axis_text]) == (power < 1)


def test_signs_that_look_alike_have_a_bar_each() -> None:
    logits = np.array([2.0, 1.0, 0.0])
    data = {live.DATA: live.rows(["␣", "␣", "a"], ["space", "␣", "a"], logits), live.SUMS: live.sums(logits)}
    picture = render(live.specification(LABELS, start=1.0, characters=3), data, width=1200, T=1.0)
    assert set(chances(picture)) == {"space", "␣", "a"}
    assert picture.text("glyphs") == "␣\n␣\na"


@pytest.mark.parametrize("width", [330, 900, 1200])
@pytest.mark.parametrize("temperature", [0.0, 0.3, 1.0, 3.0])
def test_the_readout_is_of_the_whole_vocabulary(temperature: float, width: int) -> None:
    tempered = apply_temperature(LOGITS, temperature)
    said = draw(temperature=temperature, width=width).text("readout")
    assert f"likeliest c0 {percent(tempered[0])}" in said
    choices, bits = float(effective_choices(tempered)), f"entropy {float(entropy(tempered)):.2f}"
    assert ("for certain" if choices < 1.05 else f"like {choices:.1f}") in said
    assert (bits in said) == (width > 640 and choices >= 1.05)


@pytest.mark.parametrize(("temperature", "shown"), [(0.0, False), (1.0, False), (1.05, True), (3.0, True)])
def test_the_line_of_equal_chances_comes_above_one(temperature: float, shown: bool) -> None:
    picture = draw(temperature=temperature)
    assert picture.text("uniform") == ("1 in 65" if shown else "")
    assert len(picture.of("equal")) == shown


def test_text_grows_with_the_pages_type() -> None:
    usual, large = draw(), draw(base=22)
    for group in ("readout", "glyphs", "others", "together"):
        sizes = [float(picture.of(group)[0].attributes["font-size"].removesuffix("px")) for picture in (usual, large)]
        assert sizes[0] >= 12
        assert sizes[1] == pytest.approx(sizes[0] * 22 / 16)
    sizes = [float(picture.axis_text[0].attributes["font-size"].removesuffix("px")) for picture in (usual, large)]
    assert sizes == pytest.approx([12, 16.5])


@pytest.mark.parametrize("how", [{}, {"logarithmic": True}, {"every": True}])
def test_the_specification_is_valid(how: dict[str, Any]) -> None:
    specification = live.specification(LABELS, start=1.0, characters=65, **how)
    alt.Chart.from_dict(specification)  # by its schema
    assert specification["usermeta"] == {"embedOptions": {"renderer": "svg"}}
    assert not any(composed in json.dumps(specification) for composed in ('"hconcat"', '"vconcat"', '"facet"'))


@pytest.mark.parametrize("start", [0.0, 0.7, 3.0])
def test_the_slider_is_bound_to_the_scale_and_starts_where_it_is_told(start: float) -> None:
    specification = live.specification(LABELS, start=start, characters=65)
    slider = next(parameter for parameter in specification["params"] if parameter["name"] == "T")
    assert slider["select"] == {"type": "point", "fields": ["T"]}
    assert slider["value"] == [{"T": start}]
    bind = slider["bind"]
    assert (bind["input"], bind["min"], bind["max"], bind["step"]) == ("range", 0, 3, 0.05)
    assert bind["name"].strip() == LABELS.temperature


@pytest.mark.parametrize("logarithmic", [False, True])
def test_bars_stand_on_the_axis_that_was_asked_for(logarithmic: bool) -> None:
    drawn = heights(draw(temperature=0.5, logarithmic=logarithmic))
    # Between a chance of nearly one half and one of a tenth lies a fifth of this on six decades.
    assert (drawn["c1"] / drawn["c0"] > 0.5) == (logarithmic or drawn["c1"] > 0.5 * drawn["c0"])
    ratio = drawn["c5"] / drawn["c0"]
    right = apply_temperature(LOGITS, 0.5)
    wanted = np.log(right[5] / LEAST_SHOWN) / np.log(right[0] / LEAST_SHOWN) if logarithmic else right[5] / right[0]
    assert ratio == pytest.approx(max(wanted, 0), abs=2e-3)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_label_breaks_out_of_its_quotes(hostile: str) -> None:
    labels = {field: f"{hostile} {field}" for field in IN_EXPRESSIONS}
    picture, usual = draw(temperature=1.2, labels=replace(LABELS, **labels)), draw(temperature=1.2)
    assert len(picture.marks) == len(usual.marks)
    written = [mark.text for mark in (*picture.marks, *picture.axis_text)] + list(picture.labelled("bar"))
    for label in labels.values():
        assert any(label in text for text in written), label


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=10))
def test_rows_go_from_the_most_likely_down(logits: list[float]) -> None:
    names = [f"name {index}" for index in range(len(logits))]
    rows = live.rows([f"sign {index}" for index in range(len(logits))], names, logits)
    assert rows["rank"] == list(range(1, len(logits) + 1))
    assert rows["base"] == sorted(rows["base"], reverse=True)
    assert rows["name"] == [f"name {index}" for index in rows["index"]]
    assert rows["glyph"] == [f"sign {index}" for index in rows["index"]]
    assert rows["logit"] == [logits[index] for index in rows["index"]]
    assert rows["gap"] == [logit - max(logits) for logit in rows["logit"]]
    np.testing.assert_allclose(rows["base"], scipy.special.softmax(logits)[rows["index"]], rtol=1e-12)


def test_equal_chances_keep_the_order_they_came_in() -> None:
    assert live.rows("abcd", "abcd", [1.0, 2.0, 1.0, 2.0])["glyph"] == ["b", "d", "a", "c"]


@given(st.lists(st.floats(-40, 40), min_size=2, max_size=12))
def test_sums_are_those_of_softmax(logits: list[float]) -> None:
    sums = live.sums(logits)
    assert sums["step"] == list(range(len(TEMPERATURES)))
    gaps = np.array(logits) - max(logits)
    for place in (1, 10, 20, 60):
        temperature = TEMPERATURES[place]
        assert sums["log_z"][place] == pytest.approx(scipy.special.logsumexp(gaps / temperature), abs=1e-12)
        right = scipy.special.softmax(gaps / temperature)
        assert sums["bits"][place] == pytest.approx(scipy.stats.entropy(right, base=2), abs=1e-9)
    assert sums["log_z"][0] == pytest.approx(np.log(np.sum(gaps == 0)))


def test_tables_hold_plain_numbers() -> None:
    logits = np.array([1, 2], dtype=np.float32)
    for table in (live.rows("ab", "ab", logits), live.sums(logits)):
        assert {type(value) for column in table.values() for value in column} <= {int, float, str}
