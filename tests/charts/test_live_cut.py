"""The live figure with a cut, as Vega draws it: the kept share the whole, what is cut stays as a hollow bar."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from components.charts import live
from components.charts.live.layers import CROSS
from components.presenting.numbers import percent
from components.temperature import (
    Decoding,
    apply_temperature,
    effective_choices,
    enters_at,
    entropy,
    kept,
    kept_log_probabilities,
    kept_mass,
)
from components.temperature.scale import TEMPERATURES
from tests.charts.rendering import Mark, Picture, render
from tests.charts.test_live_chart import HOSTILE, LABELS, LOGITS

SPOKEN = re.compile(r"c(\d+): (.+) · (kept|cut), uncut (.+) · at 1 (.+) · rank (\d+)")
OTHERS = "others together"
PLOT = 240 - 18 * (2.5 + 1.25)  # pixels at a width of 1,200: the height less the lines above and below the bars
NEITHER_CUT_NOR_KEPT = 1e-9  # as near to where a character enters, rounding may decide

cuts = st.builds(
    Decoding,
    top_k=st.none() | st.integers(1, 9),
    top_p=st.none() | st.floats(0, 1),
    min_p=st.none() | st.floats(0, 1),
    top_nsigma=st.none() | st.floats(0.1, 3),
    cut_first=st.booleans(),
).filter(lambda cut: cut.has_cut)
few_pictures = settings(max_examples=settings().max_examples // 2)


def draw(
    logits: np.ndarray, cut: Decoding, temperature: float, *, width: int = 2000, labels: live.LiveLabels = LABELS
) -> Picture:
    names = [f"c{index}" for index in range(len(logits))]
    entering = enters_at(logits, cut)
    data = {live.DATA: live.rows(names, names, logits, entering), live.SUMS: live.sums(logits, entering)}
    specification = live.specification(labels, start=1.0, characters=len(logits), cut=True)
    return render(specification, data, width=width, T=temperature)


def said(picture: Picture) -> dict[int, tuple[str, str, str, str]]:
    """Return what is said of each bar, by character: its chance, "kept" or "cut", without the cut, at T = 1."""
    found = [SPOKEN.fullmatch(label) for label in picture.labelled("bar") if OTHERS not in label]
    assert all(found)
    return {int(one[1]): (one[2], one[3], one[4], one[5]) for one in found if one}


def bars(picture: Picture) -> dict[int, Mark]:
    return {
        int(label.split(":")[0][1:]): mark for label, mark in picture.labelled("bar").items() if OTHERS not in label
    }


def rounded(probability: float) -> set[str]:
    """Return how a probability may be shown: between two numbers, either will do."""
    return {percent(probability * (1 + nudge)) for nudge in (-1e-9, 1e-9)}


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=10), cuts, st.sampled_from(TEMPERATURES))
def test_every_bar_says_the_chance_that_it_is_picked_with_in_both_orders(
    scores: list[float], cut: Decoding, temperature: float
) -> None:
    logits = np.array(scores)
    assume(np.abs(enters_at(logits, cut) - temperature).min() > NEITHER_CUT_NOR_KEPT or temperature == 0)
    picked = np.exp(kept_log_probabilities(logits, cut, temperature))
    uncut, base = apply_temperature(logits, temperature), apply_temperature(logits)
    mask, shown = kept(logits, cut, temperature), said(draw(logits, cut, temperature))
    assert sorted(shown) == list(range(len(logits)))
    for index, (now, word, without, before) in shown.items():
        assert now in rounded(picked[index])
        assert word == ("kept" if mask[index] else "cut")
        assert without in rounded(uncut[index])
        assert before in rounded(base[index])


@pytest.mark.parametrize("cut_first", [False, True])
@pytest.mark.parametrize("temperature", [0.0, 0.5, 1.0, 2.0, 3.0])
def test_what_is_cut_is_hollow_with_a_cross_and_as_high_as_without_the_cut(temperature: float, cut_first: bool) -> None:
    cut = Decoding(top_p=0.8, cut_first=cut_first)
    logits = np.array([3.0, 2.5, 2.0, 1.0, 0.0])
    picture, mask = draw(logits, cut, temperature, width=1200), kept(logits, cut, temperature)
    uncut, picked = apply_temperature(logits, temperature), np.exp(kept_log_probabilities(logits, cut, temperature))
    drawn = bars(picture)
    for index, mark in drawn.items():
        assert float(mark.attributes.get("fill-opacity", 1)) == (1 if mask[index] else 0)
        assert float(mark.attributes.get("stroke-opacity", 1)) == (0 if mask[index] else 1)
        assert mark.box[1] == pytest.approx(PLOT * (picked if mask[index] else uncut)[index], abs=0.05)
    assert picture.text("crosses") == "\n".join([CROSS] * int((~mask).sum()))
    crosses = sorted(mark.x for mark in picture.of("crosses"))
    lefts = [float(drawn[index].attributes["d"][1:].split(",")[0]) for index in np.flatnonzero(~mask)]
    if lefts:  # each over its own bar
        assert np.ptp(np.subtract(crosses, lefts)) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("temperature", [0.3, 3.0])
def test_a_cross_stands_above_bar_and_tick(temperature: float) -> None:
    logits, cut = np.array([3.0, 2.5, 2.0]), Decoding(top_k=1)
    second, third = sorted(mark.y for mark in draw(logits, cut, temperature, width=1200).of("crosses"))
    highest = np.maximum(apply_temperature(logits, temperature), apply_temperature(logits))
    assert third - second == pytest.approx(PLOT * (highest[1] - highest[2]), abs=0.05)


@pytest.mark.parametrize("width", [330, 900, 2000])
@pytest.mark.parametrize("temperature", [0.0, 0.3, 1.0, 3.0])
@pytest.mark.parametrize("cut", [Decoding(top_k=6), Decoding(top_p=0.9), Decoding(min_p=0.05, cut_first=True)])
def test_the_readout_is_of_the_kept(cut: Decoding, temperature: float, width: int) -> None:
    picked = np.exp(kept_log_probabilities(LOGITS, cut, temperature))
    text = draw(LOGITS, cut, temperature, width=width).text("readout")
    count, share = int(kept(LOGITS, cut, temperature).sum()), percent(float(kept_mass(LOGITS, cut, temperature)))
    assert f"likeliest c0 {percent(picked[0])}" in text
    choices, bits = float(effective_choices(picked)), f"entropy {float(entropy(picked)):.2f}"
    assert ("for certain" if choices < 1.05 else f"like {choices:.1f}") in text
    assert (bits in text) == (width > 640 and choices >= 1.05)
    assert text.endswith(f"{count}/65 {share}" if width < 640 else f"kept {count} of 65, held {share}")


@pytest.mark.parametrize("temperature", [1.0, 1.5, 3.0])
@pytest.mark.parametrize("cut", [Decoding(top_p=0.9), Decoding(top_p=0.9, cut_first=True)])
def test_the_line_of_equal_chances_is_that_of_the_kept(cut: Decoding, temperature: float) -> None:
    count = int(kept(LOGITS, cut, temperature).sum())
    shown = f"1 in {count} ({percent(1 / count)})" if temperature > 1 else ""
    assert draw(LOGITS, cut, temperature).text("uniform") == shown


def test_whoever_is_kept_alone_is_compared_to_none() -> None:
    assert draw(LOGITS, Decoding(top_k=1), 2.0).text("uniform") == ""


@pytest.mark.parametrize("temperature", [0.0, 0.5, 1.0, 3.0])
@pytest.mark.parametrize("top_k", [2, 20, 64, 65])
def test_what_has_no_bar_is_said_to_be_kept_or_cut_and_nothing_is_lost(top_k: int, temperature: float) -> None:
    cut = Decoding(top_k=top_k)
    picture = draw(LOGITS, cut, temperature, width=700)
    drawn = len(said(picture))
    count, order = len(LOGITS) - drawn, np.argsort(-LOGITS)
    (spoken,) = [label for label in picture.labelled("bar") if OTHERS in label]
    kept_share = np.exp(kept_log_probabilities(LOGITS, cut, temperature))[order][drawn:].sum()
    uncut_share = apply_temperature(LOGITS, temperature)[order][drawn:].sum()
    kept_share, uncut_share = (share if share > 1e-12 else 0.0 for share in (kept_share, uncut_share))
    assert 4 < drawn < 60
    if top_k <= drawn:
        assert spoken == f"{count} others together, all cut: {percent(uncut_share)}"
        assert picture.text("together") == "cut"
        frame = picture.labelled("bar")[spoken]
        assert float(frame.attributes["fill-opacity"]) == 0
    else:
        of_them = "" if top_k == len(LOGITS) else f", {top_k - drawn} kept"
        together = {f"{count} others together{of_them}: {shown}" for shown in rounded(kept_share)}
        together |= {text.replace("others together:", "others together") for text in together}
        assert spoken in together
        assert picture.text("together") in {f"together {shown}" for shown in rounded(kept_share)}


def test_five_thousand_characters_are_drawn_from_their_likeliest_and_summed_whole() -> None:
    logits, cut = np.random.default_rng(5).normal(0, 3, 5000), Decoding(top_p=0.9)
    text = draw(logits, cut, 0.8, width=1200).text("readout")
    count, share = int(kept(logits, cut, 0.8).sum()), percent(float(kept_mass(logits, cut, 0.8)))
    assert f"kept {count} of 5000, held {share}" in text


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=12), cuts)
def test_sums_are_those_of_the_kept(scores: list[float], cut: Decoding) -> None:
    logits = np.array(scores)
    entering = enters_at(logits, cut)
    sums = live.sums(logits, entering)
    for place, temperature in enumerate(TEMPERATURES):
        if place and np.abs(entering - temperature).min() <= NEITHER_CUT_NOR_KEPT:
            continue
        picked = np.exp(kept_log_probabilities(logits, cut, temperature))
        assert sums["kept"][place] == int(kept(logits, cut, temperature).sum())
        assert sums["mass"][place] == pytest.approx(float(kept_mass(logits, cut, temperature)), rel=1e-12)
        assert sums["log_z"][place] == pytest.approx(-np.log(picked.max()), abs=1e-12)
        assert sums["bits"][place] == pytest.approx(float(entropy(picked)), abs=1e-9)


@pytest.mark.parametrize("temperature", [0.02, 1.37, 1.48])
def test_between_two_places_of_the_slider_the_numbers_are_of_the_very_temperature(temperature: float) -> None:
    logits, cut = np.array([3.0, 2.0, 1.0, 0.0, -1.0]), Decoding(min_p=0.12)
    entering, names = enters_at(logits, cut), [f"c{index}" for index in range(5)]
    specification = live.specification(LABELS, start=1.0, characters=5, cut=True)
    sums = live.sums(logits, entering, resting=temperature)
    data = {live.DATA: live.rows(names, names, logits, entering), live.SUMS: sums}
    picture = render(specification, data, width=1200, T=temperature)
    picked = np.exp(kept_log_probabilities(logits, cut, temperature))
    assert [now for now, *_ in said(picture).values()] == [percent(chance) for chance in picked]
    share = percent(float(kept_mass(logits, cut, temperature)))
    assert f"kept {int((picked > 0).sum())} of 5, held {share}" in picture.text("readout")


def test_rows_say_from_which_temperature_on_each_is_kept() -> None:
    entering = enters_at([1.0, 3.0, 2.0], Decoding(top_k=2, min_p=np.exp(-1)))
    rows = live.rows("abc", "abc", [1.0, 3.0, 2.0], entering)
    assert rows["glyph"] == ["b", "c", "a"]
    assert rows["enters_at"] == [0.0, pytest.approx(1.0), None]
    assert "enters_at" not in live.rows("abc", "abc", [1.0, 3.0, 2.0])


def test_without_a_cut_the_figure_knows_nothing_of_cuts() -> None:
    plain = str(live.specification(LABELS, start=1.0, characters=65))
    assert not any(word in plain for word in ("enters_at", "mass", "is_kept", "crosses"))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_label_of_the_cut_breaks_out_of_its_quotes(hostile: str) -> None:
    logits, cut = np.array([2.0, 1.9, 0.0, -1.0]), Decoding(min_p=0.8)
    fields = ["kept", "cut_spoken", "kept_spoken", "kept_from", "kept_always", "kept_never"]
    usual = draw(logits, cut, 1.0)
    picture = draw(logits, cut, 1.0, labels=replace(LABELS, **dict.fromkeys(fields, hostile)))
    assert len(picture.marks) == len(usual.marks)
