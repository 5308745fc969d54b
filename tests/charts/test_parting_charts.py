"""The figures of a step: valid, and their data are those of the pick."""

from itertools import pairwise

import numpy as np
import pytest

from components.charts import bands, compared, comparison, noise_lines, style
from components.temperature import apply_temperature, entropy, pick
from tests.charts.figures import FIGURES, GLYPHS, LOGITS, NOISE, SAYS, TEMPERATURES
from tests.charts.rendering import render


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
    lowest = min(min(piece["from"], piece["to"]) for piece in found[noise_lines.WINNERS]) - noise_lines.ROOM
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
    assert [second["T"] for second in found[noise_lines.SECONDS]] == TEMPERATURES
    lowest = min(min(line["from"], line["to"]) for line in found[noise_lines.LINES])
    for second, temperature in zip(found[noise_lines.SECONDS], TEMPERATURES, strict=True):
        place = GLYPHS.index(second["name"])
        sums = LOGITS + temperature * NOISE
        assert sums[place] == np.sort(sums)[-2] == pytest.approx(second["height"])
        assert second["height"] > lowest
        assert second["label"] == f"then {second['name']}"


def test_a_second_far_below_is_drawn_too_and_a_character_alone_has_none() -> None:
    far = noise_lines.rows(["a", "b"], [30.0, 0.0], [0.0, 0.0], [1.0], **SAYS)
    assert [line["name"] for line in far[noise_lines.LINES]] == ["a", "b"]
    alone = noise_lines.rows(["a"], [1.0], [0.0], [1.0], **SAYS)
    assert alone[noise_lines.SECONDS] == []


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
    assert min(after - before for before, after in pairwise([lowest - 9, *ends])) >= noise_lines.GAP * (0.5 - lowest)


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


def test_a_method_has_a_bar_where_it_gives_a_number_and_a_tick_everywhere() -> None:
    build, data = FIGURES["comparison"]
    picture = render(build(), data)
    ticks = [mark for mark in picture.marks if mark.attributes.get("fill") == style.TICK_COLOUR]
    bars = [mark for mark in picture.marks if mark.attributes.get("fill") == style.BAR_COLOUR]
    probabilities = data[comparison.DATA]["probability"]
    assert len(ticks) == comparison.MOST
    assert len([bar for bar in bars if bar.box[1] > 0]) == sum(
        value is not None and value > 0 for value in probabilities
    )
