"""The figures of a step: valid, and their data are those of the pick."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from components.charts import bands, compared, comparison, noise_lines, style
from components.temperature import (
    Decoding,
    apply_temperature,
    enters_at,
    entropy,
    kept,
    kept_log_probabilities,
    kept_logits,
    pick,
)
from tests.charts.figures import FIGURES, GLYPHS, LOGITS, NOISE, SAYS, TEMPERATURES
from tests.charts.rendering import render

CUTS = [Decoding(min_p=0.1), Decoding(top_p=0.9), Decoding(top_k=4), Decoding(min_p=0.1, cut_first=True)]


def _rays(cut: Decoding) -> dict[str, list[dict[str, Any]]]:
    return noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS, enters=enters_at(LOGITS, cut))


def test_the_envelope_is_drawn_without_gaps_above_every_line() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS)
    pieces = found[noise_lines.WINNERS]
    for left, right in pairwise(pieces):
        assert (left["end"], left["to"]) == pytest.approx((right["start"], right["from"]))
        assert left["tone"] != right["tone"]
    for piece in pieces:
        middle = (piece["start"] + piece["end"]) / 2
        assert (piece["from"] + piece["to"]) / 2 == pytest.approx((LOGITS + middle * NOISE).max())


def test_lines_are_cut_to_what_is_shown_and_stay_straight() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS)
    lowest = min(min(piece["from"], piece["to"]) for piece in found[noise_lines.WINNERS]) - noise_lines.data.ROOM
    for line in found[noise_lines.LINES]:
        place = GLYPHS.index(line["name"])
        assert min(line["from"], line["to"]) >= lowest - 1e-9
        assert line["from"] == pytest.approx(LOGITS[place] + line["start"] * NOISE[place])
        assert line["to"] == pytest.approx(LOGITS[place] + line["end"] * NOISE[place])
    winners = {piece["name"] for piece in found[noise_lines.WINNERS]}
    assert winners <= {line["label"] for line in found[noise_lines.LINES]}


def test_rules_name_who_the_sampler_picks() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS)
    for rule, temperature in zip(found[compared.RULES], TEMPERATURES, strict=True):
        assert rule["name"] == GLYPHS[pick(LOGITS, temperature, NOISE)]
        assert rule["label"] == f"{temperature:g}{rule['name']}"


def test_rings_name_who_comes_second() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS)
    lowest = min(min(line["from"], line["to"]) for line in found[noise_lines.LINES])
    for rule, temperature in zip(found[compared.RULES], TEMPERATURES, strict=True):
        sums = LOGITS + temperature * NOISE
        second = int(np.argsort(sums)[-2])
        assert rule["second"] == f"then {GLYPHS[second]}"
        assert rule["second_height"] == pytest.approx(sums[second])
        assert rule["second_height"] > lowest


def test_a_second_far_below_is_drawn_too_and_a_character_alone_has_none() -> None:
    far = noise_lines.rows(["a", "b"], [30.0, 0.0], [0.0, 0.0], [1.0], **SAYS)
    assert [line["name"] for line in far[noise_lines.LINES]] == ["a", "b"]
    alone = noise_lines.rows(["a"], [1.0], [0.0], [1.0], **SAYS)
    assert [rule["second"] for rule in alone[compared.RULES]] == [""]


def test_what_is_too_low_to_be_drawn_is_counted() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, **SAYS)
    missing = len(GLYPHS) - len(found[noise_lines.LINES])
    assert missing > 0
    assert found[noise_lines.NOTE] == [{"note": f"{missing} of {len(GLYPHS)}"}]
    none = noise_lines.rows(["a", "b"], [1.0, 0.0], [0.0, 0.0], [1.0], **SAYS)
    assert none[noise_lines.NOTE] == [{"note": ""}]


def test_names_at_the_end_of_lines_keep_apart() -> None:
    logits, noise = np.linspace(0, 0.5, 30), np.linspace(0, 0.01, 30)
    found = noise_lines.rows(GLYPHS[:30], logits, noise, [1.0], **SAYS)
    ends = sorted(line["to"] for line in found[noise_lines.LINES] if line["label"])
    lowest = min(min(line["from"], line["to"]) for line in found[noise_lines.LINES])
    assert min(after - before for before, after in pairwise([lowest - 9, *ends])) >= noise_lines.data.GAP * (
        0.5 - lowest
    )


@pytest.mark.parametrize("cut", CUTS)
def test_with_a_cut_the_envelope_is_above_all_that_is_kept_and_jumps_where_one_enters(cut: Decoding) -> None:
    pieces = _rays(cut)[noise_lines.WINNERS]
    assert pieces[0]["before"] == pieces[0]["from"]
    for left, right in pairwise(pieces):
        assert left["end"] == right["start"]
        assert right["before"] == pytest.approx(left["to"])
        assert right["from"] >= right["before"]
    for piece in pieces:
        middle = (piece["start"] + piece["end"]) / 2
        highest = (kept_logits(LOGITS, cut, middle) + middle * NOISE).max()
        assert (piece["from"] + piece["to"]) / 2 == pytest.approx(highest)


def test_a_jump_is_drawn_upwards_and_a_crossing_is_none() -> None:
    # The flat one begins above the steep one, which overtakes it again.
    data = noise_lines.rows(["a", "b"], [3.0, 4.5], [1.0, 0.0], [0.5, 2.0], **SAYS, enters=[0.0, 1.0])
    assert [piece["name"] for piece in data[noise_lines.WINNERS]] == ["a", "b", "a"]
    marks = render(FIGURES["rays"][0](), data).marks
    jumps = [float(mark.attributes["y2"]) for mark in marks if mark.attributes.get("stroke-dasharray") == "2,3"]
    one_nat = next(float(mark.attributes["y2"]) for mark in marks if mark.attributes.get("stroke-width") == "5")
    assert one_nat < 0  # upwards
    assert jumps == pytest.approx([0, one_nat / 2, 0])


@pytest.mark.parametrize("cut", CUTS)
def test_a_line_is_in_two_pieces_where_it_enters(cut: Decoding) -> None:
    enters = dict(zip(GLYPHS, enters_at(LOGITS, cut), strict=True))
    pieces = _rays(cut)[noise_lines.LINES]
    assert len({(piece["name"], piece["kept"]) for piece in pieces}) == len(pieces)
    for piece in pieces:
        middle = (piece["start"] + piece["end"]) / 2
        assert piece["start"] < piece["end"]
        assert piece["kept"] == (enters[piece["name"]] <= middle)
        assert piece["entered"] == (piece["kept"] and piece["start"] == enters[piece["name"]] > 0)
        assert piece["kept"] or not piece["label"]
    assert any(piece["kept"] for piece in pieces)
    assert not all(piece["kept"] for piece in pieces)


def test_what_is_cut_is_dashed_and_where_it_enters_is_marked() -> None:
    specification, data = FIGURES["rays"]
    pieces = data[noise_lines.LINES]
    marks = render(specification(), data).marks
    dashed = [mark for mark in marks if mark.attributes.get("stroke-dasharray") == "2,4"]
    assert len(dashed) == sum(not piece["kept"] for piece in pieces) > 0
    entries = [mark for mark in marks if "rotate(90)" in mark.attributes.get("transform", "") and mark.visible]
    assert len(entries) == sum(piece["entered"] for piece in pieces) > 0


@pytest.mark.parametrize("cut", CUTS)
def test_rules_and_rings_know_what_is_kept_and_a_cross_who_would_have_been_picked(cut: Decoding) -> None:
    found = _rays(cut)
    for rule, t in zip(found[compared.RULES], TEMPERATURES, strict=True):
        left, sums = kept_logits(LOGITS, cut, t), LOGITS + t * NOISE
        assert rule["name"] == GLYPHS[pick(left, t, NOISE)]
        highest = int(sums.argmax())
        assert rule["best"] == pytest.approx(sums[highest])
        assert rule["cut"] == ("" if kept(LOGITS, cut, t)[highest] else f"not {GLYPHS[highest]}")
        of_kept = np.sort((left + t * NOISE)[np.isfinite(left)])
        assert bool(rule["second"]) == (len(of_kept) > 1)
        if rule["second"]:
            assert rule["second_height"] == pytest.approx(of_kept[-2])
    assert any(rule["cut"] for rule in found[compared.RULES])


@pytest.mark.parametrize(("figure", "crosses"), [("noise lines", 0), ("rays", 2)])
def test_a_cross_is_drawn_where_the_highest_line_is_cut(figure: str, crosses: int) -> None:
    specification, data = FIGURES[figure]
    assert sum(rule["cut"] != "" for rule in data[compared.RULES]) == crosses
    marks = render(specification(), data).marks
    assert sum(mark.attributes.get("d", "").count("M") == 2 and mark.visible for mark in marks) == crosses


@pytest.mark.parametrize("temperatures", [[0.5, 1.0], [0.0, 2.0], [0.2, 3.0]])
def test_both_axes_of_temperature_are_alike(temperatures: list[float]) -> None:
    lines = noise_lines.rows(GLYPHS, LOGITS, NOISE, temperatures, **SAYS)
    shares = bands.rows(GLYPHS, LOGITS, temperatures, others="others")
    last = compared.last_shown(temperatures)
    assert (min(piece["start"] for piece in lines[noise_lines.WINNERS]), shares[bands.BANDS][0]["T"]) == (0, 0)
    assert (
        max(piece["end"] for piece in lines[noise_lines.WINNERS])
        == max(edge["T"] for edge in shares[bands.BANDS])
        == pytest.approx(last)
    )
    ticks = [
        [mark.text for mark in render(FIGURES[name][0](), FIGURES[name][1]).axis_text if "." in mark.text]
        for name in ("noise lines", "bands")
    ]
    assert ticks[0][:3] == ticks[1][:3]


def test_names_of_rules_that_are_close_stand_on_lines_of_their_own() -> None:
    close = compared.rules([0.2, 0.3, 0.4, 1.4], ["a", "b", "c", "d"])
    assert [rule["level"] for rule in close[:3]] == [0, 1, 2]
    assert [rule["side"] for rule in close] == ["right", "right", "right", "left"]


def test_black_names_can_be_read_on_every_band() -> None:
    assert len(bands.COLOURS) == bands.MOST + 1
    for colour in bands.COLOURS:
        red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
        luminance = float(np.dot([0.2126, 0.7152, 0.0722], linear))
        assert (luminance + 0.05) / 0.05 >= 4.5, colour


def test_bands_are_chances_stacked_to_one_with_their_entropy() -> None:
    found = bands.rows(GLYPHS, LOGITS, TEMPERATURES, others="others")
    for t, bits in ((row["T"], row["bits"]) for row in found[bands.ENTROPY]):
        chances = apply_temperature(LOGITS, t)
        here = {band["name"]: band["top"] - band["bottom"] for band in found[bands.BANDS] if band["T"] == t}
        assert sum(here.values()) == pytest.approx(1)
        for name, share in here.items():
            if name != "others":
                assert share == pytest.approx(chances[GLYPHS.index(name)], abs=1e-9)
        assert bits == pytest.approx(float(entropy(chances)))
    assert [rule["T"] for rule in found[compared.RULES]] == TEMPERATURES


def test_a_small_vocabulary_has_no_others() -> None:
    found = bands.rows(["a", "b"], [1.0, 0.0], [1.0], others="others")
    assert {band["name"] for band in found[bands.BANDS]} == {"a", "b"}


def test_a_method_has_a_bar_where_it_gives_a_number_and_a_diamond_everywhere() -> None:
    build, data = FIGURES["comparison"]
    picture = render(build(), data)
    diamonds = [mark for mark in picture.marks if mark.attributes.get("stroke") == "white"]
    bars = [mark for mark in picture.marks if mark.attributes.get("fill") == style.BAR_COLOUR]
    probabilities = data[comparison.DATA]["probability"]
    assert len(diamonds) == comparison.MOST
    assert len([bar for bar in bars if bar.box[1] > 0]) == sum(
        value is not None and value > 0 for value in probabilities
    )


@pytest.mark.parametrize("cut", CUTS)
def test_with_a_cut_bands_are_the_chances_of_what_is_kept(cut: Decoding) -> None:
    found = bands.rows(GLYPHS, LOGITS, TEMPERATURES, others="others", cut=cut)
    for t, bits in ((row["T"], row["bits"]) for row in found[bands.ENTROPY]):
        chances = np.exp(kept_log_probabilities(LOGITS, cut, t))
        for band in found[bands.BANDS]:
            if band["T"] == t and band["name"] != "others":
                assert band["top"] - band["bottom"] == pytest.approx(chances[GLYPHS.index(band["name"])], abs=1e-9)
        assert bits == pytest.approx(float(entropy(chances)))
