"""The figures of "Why they part": valid, and their data are those of the pick."""

from itertools import pairwise

import pytest

from components.charts import bands, comparison, noise_lines, style
from components.temperature import apply_temperature, entropy, pick
from tests.charts.figures import FIGURES, GLYPHS, LOGITS, NOISE, TEMPERATURES
from tests.charts.rendering import render


def test_the_envelope_is_drawn_without_gaps_above_every_line() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, picked_at="{temperature:g}{character}")
    pieces = found[noise_lines.WINNERS]
    for left, right in pairwise(pieces):
        assert (left["end"], left["to"]) == pytest.approx((right["start"], right["from"]))
        assert left["tone"] != right["tone"]
    for piece in pieces:
        middle = (piece["start"] + piece["end"]) / 2
        assert (piece["from"] + piece["to"]) / 2 == pytest.approx((LOGITS + middle * NOISE).max())


def test_lines_are_cut_to_what_is_shown_and_stay_straight() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, picked_at="{temperature:g}{character}")
    lowest = min(min(piece["from"], piece["to"]) for piece in found[noise_lines.WINNERS]) - noise_lines.ROOM
    for line in found[noise_lines.LINES]:
        place = GLYPHS.index(line["name"])
        assert min(line["from"], line["to"]) >= lowest - 1e-9
        assert line["from"] == pytest.approx(LOGITS[place] + line["start"] * NOISE[place])
        assert line["to"] == pytest.approx(LOGITS[place] + line["end"] * NOISE[place])
    winners = {piece["name"] for piece in found[noise_lines.WINNERS]}
    assert winners <= {line["label"] for line in found[noise_lines.LINES]}


def test_rules_name_who_the_sampler_picks() -> None:
    found = noise_lines.rows(GLYPHS, LOGITS, NOISE, TEMPERATURES, picked_at="{temperature:g}{character}")
    for rule, temperature in zip(found[noise_lines.RULES], TEMPERATURES, strict=True):
        assert rule["name"] == GLYPHS[pick(LOGITS, temperature, NOISE)]
        assert rule["label"] == f"{temperature:g}{rule['name']}"


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
    assert [rule["T"] for rule in found[bands.RULES]] == [0.5, 1.0, 2.0]


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
