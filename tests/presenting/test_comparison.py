"""The sentences of a comparison: their numbers are those of the findings, and a verdict is what its interval says."""

import numpy as np
import pytest

from components.analysis.comparison_results import Comparison, findings, summary
from components.analysis.comparison_setting import Candidate, ComparisonSetting, Family
from components.analysis.sweep_setting import SweepSetting
from components.presenting import comparison
from components.presenting.numbers import MINUS
from components.temperature import Decoding
from components.temperature.schedule import WordPlace
from components.words.en import ENGLISH as WORDS
from components.words.zh import CHINESE

SETTING = ComparisonSetting(SweepSetting(temperatures=(0.5, 1.0, 1.5), samples=8), first=(1.4,), inside=(0.6,))
REAL_WORDS = 0.9


def _compared(place_above: float = 0.02, copied: bool = True) -> Comparison:
    """Return a comparison in which temperatures by place in the word lie so far above constant ones."""
    generator = np.random.default_rng(3)
    hot = np.array([one.temperatures[-1] for one in SETTING.candidates])
    above = np.array([place_above * (one.family is Family.WORD_PLACE) for one in SETTING.candidates])
    words = 1 - 0.1 * hot + 0.001 * generator.normal(size=(8, len(hot)))
    sizes = 0.4 + 0.2 * hot + above + 0.001 * generator.normal(size=(8, len(hot)))
    values = {"word_share": words, "compressed_share": sizes, "kept": np.broadcast_to(hot * 4, words.shape)}
    learnt = {"copied_share": np.full(words.shape, 0.015)} if copied else {}
    return Comparison(SETTING, values | learnt, np.array([0.002, 0.002] if copied else []))


def _said(compared: Comparison, real_words: float = REAL_WORDS, words: object = WORDS) -> list[str]:
    found = findings(compared, real_words)
    return comparison.sentences(compared, found, real_words, words)  # type: ignore[arg-type]


def test_the_best_is_said_with_both_of_its_halves() -> None:
    compared = _compared()
    (best,) = [one for one in findings(compared, 0.89) if one.candidate.family is Family.CONSTANT]
    sentence = _said(compared, 0.89)[0]
    assert f"Of {len(SETTING.candidates)} ways" in sentence
    assert "one half of the seeds (4); to be fair, the figures are of the texts of the other half (4)" in sentence
    assert "(89.0 %)" in sentence
    assert best.size.mean is not None
    assert f"{100 * best.size.mean:.0f}." in sentence


@pytest.mark.parametrize(
    ("above", "verdict", "sign"),
    [
        (0.03, WORDS.sweep.place_beats, "is +3."),
        (-0.03, WORDS.sweep.place_loses, f"by {MINUS}3."),
        (0.0, WORDS.sweep.place_open, " to +"),
    ],
)
def test_whether_place_in_the_word_helps_is_what_its_interval_says(above: float, verdict: str, sign: str) -> None:
    sentence = _said(_compared(above))[1]
    assert sentence.startswith(verdict.split(":")[0])
    assert sign in sentence
    assert "T = 1.4 for a word's first letter, 0.6 inside" in sentence


def test_where_no_place_in_the_word_has_enough_real_words_that_is_said() -> None:
    compared = _compared()
    compared.values["word_share"][:, -1] = 0.5
    assert WORDS.sweep.place_none in _said(compared)


def test_what_was_learnt_by_heart_is_said_beside_real_text() -> None:
    sentence = _said(_compared())[2]
    assert "make up 1.5 % of those most diverse texts" in sentence
    assert sentence.endswith("and 0.2 % of real text that the network has not read.")
    assert WORDS.sweep.learnt_unknown in _said(_compared(copied=False))


def test_the_dispute_is_cited_with_all_three_articles_and_both_orders() -> None:
    for words in (WORDS, CHINESE):
        sentence = _said(_compared(), words=words)[3]
        for article in ("2407.01082", "2506.13681", "2604.11012"):
            assert f"https://arxiv.org/abs/{article}" in sentence
        assert sentence.count("min-p 0.1") == 2


def test_where_none_has_as_many_real_words_that_is_said() -> None:
    assert _said(_compared(), 0.999) == [WORDS.sweep.none_reaches.format(real="99.9 %")]


def test_the_table_has_a_row_for_every_family_and_no_gain_of_a_constant_temperature_over_itself() -> None:
    found = findings(_compared(), REAL_WORDS)
    table = comparison.table(found, WORDS)
    assert {len(column) for column in table.values()} == {len(found)} == {len(Family)}
    assert table[WORDS.sweep.column_gain][0] == WORDS.explore.nothing
    assert table[WORDS.sweep.column_gain][-1].startswith("+2.")
    assert table[WORDS.sweep.column_copied] == ["1.5 %"] * len(found)


def test_points_are_the_means_of_all_seeds() -> None:
    compared = _compared()
    means = summary(compared)
    points = comparison.points(compared, means, WORDS)
    assert len(points) == len(SETTING.candidates)
    assert [point.quality for point in points] == [one.mean for one in means["word_share"]]
    assert [point.diversity for point in points] == [one.mean for one in means["compressed_share"]]
    assert len({point.curve for point in points}) == len(Family)


def test_kept_characters_are_those_of_both_orders() -> None:
    compared = _compared()
    sentence = comparison.kept(compared, summary(compared), 65, WORDS)
    assert "keeps 2.0 of 65 characters on average at T = 0.5 and 6.0 at T = 1.5; with T last 2.0 and 6.0" in sentence


@pytest.mark.parametrize(
    ("candidate", "name"),
    [
        (Candidate(Family.CONSTANT, Decoding(0.9)), "T = 0.9"),
        (Candidate(Family.TOP_P_CUT_FIRST, Decoding(1.0, top_p=0.9, cut_first=True)), "top-p 0.9, T last, T = 1"),
        (Candidate(Family.WORD_PLACE, Decoding(WordPlace(1.4, 0.7))), "T = 1.4 for a word's first letter, 0.7 inside"),
    ],
)
def test_a_candidate_has_a_name(candidate: Candidate, name: str) -> None:
    assert comparison.name(candidate, WORDS) == name
