"""Measuring a text in pieces: the same figures as in one go, and no piece is long."""

import numpy as np
import pytest

from components.analysis.calibration_reading import (
    LEAST,
    MOST,
    TextLengthError,
    known_text,
    measure,
    most,
)
from components.analysis.calibration_result import TEMPERATURES
from components.language_model.evaluation import streamed
from components.language_model.loop import CHUNK
from components.language_model.sampling import Sampler
from components.language_model.vocabulary import Vocabulary
from components.temperature.calibration import Tally
from tests.conftest import TEXT
from tests.temperature.predicting import best_temperature

LONG_TEXT = TEXT * 4


@pytest.fixture(scope="module")
def codes(vocabulary: Vocabulary) -> np.ndarray:
    return vocabulary.encode(LONG_TEXT)


def test_figures_are_those_of_the_whole_text(sampler: Sampler, codes: np.ndarray) -> None:
    found = measure(sampler, codes)
    logits = np.concatenate([logits for logits, _ in sampler.predictions(codes)])
    whole = Tally(TEMPERATURES)
    whole.add(logits, codes[1:])
    assert found.predictions == len(codes) - 1
    assert found.accuracy == pytest.approx(whole.accuracy, abs=1e-6)
    assert [figures.temperature for figures in found.slider] == list(TEMPERATURES)
    assert [figures.loss for figures in found.slider] == pytest.approx(whole.losses().tolist(), abs=1e-6)
    for figures, reliability in zip(found.slider, whole.reliabilities(), strict=True):
        assert list(figures.count) == reliability.count.tolist()
        assert figures.error == pytest.approx(reliability.error, abs=1e-6)
    assert found.best.temperature == pytest.approx(best_temperature(logits, codes[1:]), rel=1e-9)
    assert found.best.loss <= min(figures.loss for figures in found.slider) + 1e-6
    assert found.standard_error is not None
    assert found.standard_error > 0


def test_the_loss_at_one_is_the_streamed_one(sampler: Sampler, codes: np.ndarray) -> None:
    found = measure(sampler, codes)
    assert found.one.loss == pytest.approx(streamed(sampler, codes), abs=1e-6)
    assert found.one == found.slider[TEMPERATURES.index(1.0)]


def test_temperatures_can_be_chosen(sampler: Sampler, codes: np.ndarray) -> None:
    found = measure(sampler, codes, [0.5, 2.0])
    assert [figures.temperature for figures in found.slider] == [0.5, 2.0]
    assert found.one.temperature == 1.0


def test_work_is_cut_into_chunks(sampler: Sampler, codes: np.ndarray) -> None:
    steps: list[tuple[int, int]] = []
    measure(sampler, codes, report=lambda *step: steps.append(step))
    total = len(codes) - 1
    chunks = -(-total // CHUNK)
    assert steps[:chunks] == [(min(CHUNK * (place + 1), total), total) for place in range(chunks)]
    assert all(step == (total, total) for step in steps[chunks:])
    assert all(len(targets) <= CHUNK for _, targets in sampler.predictions(codes))


def test_it_can_be_stopped_at_any_point(sampler: Sampler, codes: np.ndarray) -> None:
    whole = measure(sampler, codes)
    for steps in (0, 1, 4, 10):
        reports: list[int] = []

        def stopping(done: int, of: int, reports: list[int] = reports, steps: int = steps) -> None:
            reports.append(done)
            if len(reports) > steps:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            measure(sampler, codes, report=stopping)
        assert len(reports) == steps + 1
    assert measure(sampler, codes) == whole


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_predict_is_an_error(sampler: Sampler, count: int) -> None:
    with pytest.raises(ValueError, match=f"a text of {count} characters predicts nothing"):
        measure(sampler, np.zeros(count, np.int32))


def test_two_characters_are_enough(sampler: Sampler) -> None:
    found = measure(sampler, np.zeros(2, np.int32))
    assert found.predictions == 1
    assert found.standard_error is None


def test_unknown_characters_are_left_out_and_told(vocabulary: Vocabulary) -> None:
    text = known_text(vocabulary, "†" + LONG_TEXT * 4 + "†7")
    assert vocabulary.decode(text.codes) == LONG_TEXT * 4
    assert (text.left_out, text.unknown) == (3, ("†", "7"))


@pytest.mark.parametrize(
    ("text", "said", "too_short"),
    [
        ("", "the text has 0 characters: at least 2,000 that the model knows are needed", True),
        ("k" * (LEAST - 1), "the text has 1,999 characters: at least 2,000", True),
        ("k" * (LEAST - 1) + "†" * 9, "the text has 1,999 characters: at least 2,000", True),
        ("k" * (MOST + 1), "the text has 200,001 characters: at most 200,000 are read", False),
        ("†" * (MOST + 1), "the text has 200,001 characters: at most 200,000 are read", False),
    ],
)
def test_a_text_of_the_wrong_length_is_one_sentence(
    vocabulary: Vocabulary, text: str, said: str, too_short: bool
) -> None:
    with pytest.raises(TextLengthError, match=said) as raised:
        known_text(vocabulary, text)
    assert raised.value.too_short == too_short


def test_a_network_of_many_characters_reads_less_so_that_what_it_predicts_is_held() -> None:
    vocabulary = Vocabulary(tuple(map(chr, range(0x4E00, 0x4E00 + 5_000))))
    longest = most(5_000)
    assert LEAST < longest < MOST
    assert len(known_text(vocabulary, "一" * longest).codes) == longest
    with pytest.raises(TextLengthError, match=f"at most {longest:,} are read"):
        known_text(vocabulary, "一" * (longest + 1))


def test_the_limits_themselves_are_taken(vocabulary: Vocabulary) -> None:
    assert len(known_text(vocabulary, "k" * LEAST).codes) == LEAST
    assert len(known_text(vocabulary, "k" * MOST).codes) == MOST
