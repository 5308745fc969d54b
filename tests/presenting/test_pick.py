"""A pick in numbers: what is shown can be added up, and the picked character has the highest sum."""

import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.presenting.numbers import MINUS
from components.presenting.pick import Pick, accounts, table
from components.temperature import Decoding, apply_temperature, gumbel_noise, kept, kept_logits, pick
from components.words.en import ENGLISH as WORDS
from components.words.zh import CHINESE

NAMES = ["e", "h", "o", "\n"]


def _account(logits: list[float], noise: list[float], temperature: float, cut: Decoding = Decoding()) -> Pick:  # noqa: B008
    picks = {temperature: int(pick(kept_logits(logits, cut, temperature), temperature, noise))}
    (made,) = accounts(logits, noise, picks, NAMES[: len(logits)], WORDS, cut)
    return made


def _numbers(cell: str) -> list[Decimal]:
    return [Decimal(number) for number in re.findall(r"-?\d+(?:\.\d+)?", cell.replace(MINUS, "-"))]


@given(
    seed=st.integers(0, 10_000),
    temperature=st.one_of(st.floats(0, 3).map(lambda t: round(t, 3)), st.just(0.0)),
)
def test_sums_agree_with_the_digits_shown(seed: int, temperature: float) -> None:
    logits = np.random.default_rng(seed).normal(size=4) * 3
    (noise,) = gumbel_noise(seed, range(1), 4)
    made = _account(logits.tolist(), noise.tolist(), temperature)
    rows = re.findall(r"<td>(.*?)</td><td>(.*?)</td><td>(.*?)</td>", table([made], WORDS))
    assert len(rows) == len(made.rows)
    totals = []
    for score, product, total in rows:
        luck, t, worth = _numbers(product)
        assert abs(luck * t - worth) <= Decimal(5).scaleb(-made.digits - 1)
        assert _numbers(score)[0] + worth == _numbers(total)[0]
        totals.append(_numbers(total)[0])
    assert totals[0] == max(totals)
    assert totals.count(totals[0]) == 1


def test_the_numbers_are_those_of_the_step() -> None:
    made = _account([2.0, 1.0, 0.0, -1.0], [0.5, 3.0, 4.5, 0.0], 1.0)
    assert [row.character for row in made.rows] == ["o", "h", "e"]
    assert [(row.score, row.luck, row.worth, row.total) for row in made.rows] == [
        (0.0, 4.5, 4.5, 4.5),
        (1.0, 3.0, 3.0, 4.0),
        (2.0, 0.5, 0.5, 2.5),
    ]


def test_what_is_picked_at_another_temperature_is_there_too() -> None:
    logits, noise, temperatures = [2.0, 1.0, 0.0, -1.0], [0.5, 1.2, 3.0, 0.0], [0.5, 1.0, 1.5]
    picks = {temperature: int(pick(logits, temperature, noise)) for temperature in temperatures}
    low, middle, high = accounts(logits, noise, picks, NAMES, WORDS)
    assert [(row.character, row.role) for row in low.rows] == [
        ("e", "picked"),
        ("h", "second"),
        ("o", "picked at T = 1, 1.5"),
    ]
    for each in (low, middle, high):
        assert {row.character: (row.score, row.luck) for row in each.rows}["o"] == (0.0, 3.0)


def test_digits_come_until_the_sums_differ() -> None:
    made = _account([1.0, 1.0004], [0.0, 0.0], 1.0)
    assert made.digits == 4
    assert [row.total for row in made.rows] == [1.0004, 1.0]


@pytest.mark.parametrize("temperature", [0.0, 0.5])
def test_a_tie_is_said_to_be_one(temperature: float) -> None:
    made = _account([1.0, 1.0, 0.0], [0.25, 0.25, 0.0], temperature)
    assert made.digits == 2
    assert WORDS.parting.pick_tie in made.sentence
    assert WORDS.parting.pick_tie not in _account([1.0, 0.5], [0.0, 0.0], temperature).sentence


def test_the_chance_is_the_one_at_this_temperature() -> None:
    logits = [2.0, 1.0, 0.0]
    made = _account(logits, [0.5, 3.0, 0.0], 0.5)
    chance = f"{100 * apply_temperature(logits, 0.5)[1]:.1f} %"
    assert made.sentence == f"T = 0.5: “h” is picked. Its chance at this T is {chance} (rank 2 of 3)."


def test_what_cannot_be_seen_has_a_sign_and_a_name() -> None:
    made = _account([0.0, 0.0, 0.0, 5.0], [0.0] * 4, 1.0)
    assert "“⏎ line break”" in made.sentence
    assert made.rows[0].character == "⏎"


def test_the_table_writes_every_character_as_it_stands() -> None:
    shown = table(accounts([1.0, 0.0], [0.0, 0.0], {1.0: 0}, ["<", "&"], WORDS), WORDS)
    assert "<b>&lt;</b>" in shown
    assert "<b>&amp;</b>" in shown
    assert "“&lt;” is picked" in shown
    assert shown.count("<tbody>") == 1


def test_a_character_that_is_alone_has_a_row_of_its_own() -> None:
    assert len(_account([1.0], [0.0], 1.0).rows) == 1


# With a cut.


@given(
    seed=st.integers(0, 10_000),
    temperature=st.floats(0, 3).map(lambda t: round(t, 3)),
    cut=st.sampled_from([Decoding(top_k=2), Decoding(top_p=0.6), Decoding(min_p=0.3, cut_first=True)]),
)
def test_the_picked_one_is_above_all_that_is_kept_and_below_who_would_have_won(
    seed: int, temperature: float, cut: Decoding
) -> None:
    logits = np.random.default_rng(seed).normal(size=4) * 3
    (noise,) = gumbel_noise(seed, range(1), 4)
    made = _account(logits.tolist(), noise.tolist(), temperature, cut)
    left = kept(logits, cut, temperature)
    for row in made.rows:
        assert row.kept == left[NAMES.index(row.character.replace("⏎", "\n"))]
        assert (WORDS.parting.cut_here in row.role) == (not row.kept)
    first, *others = made.rows
    assert all(first.total > row.total for row in others if row.kept)
    highest = int((logits + temperature * noise).argmax())
    if left[highest]:
        assert "would have won" not in made.sentence
    else:
        (row,) = [row for row in others if row.character == NAMES[highest].replace("\n", "⏎")]
        assert row.total > first.total
        assert f"would have won by {row.total - first.total:.{made.digits}f}, " in made.sentence


@pytest.mark.parametrize(
    ("cut", "ending"),
    [
        (Decoding(min_p=0.25), "but with min-p 0.25 it counts only from T = 1.44 on."),
        (Decoding(top_p=0.7), "but with top-p 0.7 it counts only from T = 9.81 on."),
        (Decoding(top_k=1), "but with top-k 1 it counts at no T."),
        (Decoding(min_p=0.25, cut_first=True), "but with min-p 0.25 before T it counts at no T."),
    ],
)
def test_who_would_have_won_is_named_with_where_it_counts(cut: Decoding, ending: str) -> None:
    made = _account([2.0, 1.0, 0.0], [0.5, 0.0, 4.0], 1.0, cut)
    assert made.sentence.endswith(f"“o” would have won by 1.50, {ending}")
    assert next((row.character, row.role, row.total) for row in made.rows if not row.kept) == ("o", "cut here", 4.0)


def test_where_it_counts_is_never_said_to_be_where_it_does_not() -> None:
    enters = 1 / np.log(4)  # 0.7213
    made = _account([1.0, 0.0], [0.0, 9.0], 0.7212, Decoding(min_p=0.25))
    assert f"only from T = {enters:.4f} on" in made.sentence


def test_the_chance_is_the_one_among_what_is_kept() -> None:
    made = _account([2.0, 1.0, 0.0], [0.5, 3.0, 0.0], 0.5, Decoding(top_k=2))
    chance = f"{100 * apply_temperature([2.0, 1.0], 0.5)[1]:.1f} %"
    assert f"among the 2 of 3 characters that the cut keeps, is {chance} (rank 2)." in made.sentence


def test_what_is_picked_elsewhere_may_be_cut_here() -> None:
    cut, logits, noise = Decoding(min_p=0.25), [2.0, 1.0, 0.0], [0.5, 0.0, 2.0]
    picks = {t: int(pick(kept_logits(logits, cut, t), t, noise)) for t in (0.5, 2.0)}
    cool, hot = accounts(logits, noise, picks, NAMES[:3], WORDS, cut)
    assert [(row.character, row.role) for row in cool.rows] == [("e", "picked"), ("o", "picked at T = 2; cut here")]
    assert all(row.kept for row in hot.rows)


def test_who_is_cut_is_said_in_chinese_too() -> None:
    (made,) = accounts([2.0, 0.0], [0.0, 4.0], {1.0: 0}, NAMES[:2], CHINESE, Decoding(min_p=0.25))
    assert "“h”本来会高出 2.00 而胜出，但在 min-p 0.25 下，它从 T = 1.44 起才算数。" in made.sentence


def test_a_temperature_of_many_digits_is_shown_with_few_and_the_sums_are_reckoned_with_these() -> None:
    made = _account([2.0, 1.0], [0.5, 3.1], 1.434837092731829)
    assert made.sentence.startswith("T = 1.435: “h” is picked.")
    assert "<td>+3.10 × 1.435 = +4.45</td><td>5.45</td>" in table([made], WORDS)
