"""Calibration in sentences made from its numbers, and as a table to take away."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.calibration_result import AtTemperature, Calibration, Passage, Passages
from components.analysis.comma_separated import comma_separated
from components.presenting.numbers import percent, plain_number
from components.words import Words

_APART = 2.0  # standard errors from which on two temperatures are told apart
_ALIKE = 0.01  # in the place of a standard error where there is none
_HONEST = 0.01  # between the mean chance and the share that came: a difference of one point is seen as none
_DIGITS = 1e6  # of the stored temperatures
_SHOWN = 3  # digits of a loss and of T*


@dataclass(frozen=True)
class PredictedText:
    """A text with the calibration of its predictions.

    Attributes
    ----------
    kind : {"held_out", "training", "own"}
        Which one.
    name : str
        Its name for a reader.
    calibration : Calibration
        Of the model on it.
    """

    kind: str
    name: str
    calibration: Calibration


def sentences(words: Words, texts: Sequence[PredictedText], passages: Passages | None) -> str:
    """Return the sentences on the texts, as Markdown: a line for each, and what holds between them."""
    first = {
        "held_out": words.calibration.best_held_out,
        "training": words.calibration.best_training,
        "own": words.calibration.best_own,
    }
    lines = [
        words.sweep.joint.join(
            [first[text.kind].format(best=best_value(words, text.calibration)), *_of(words, text.calibration)]
        )
        for text in texts
    ]
    if passages is not None:
        lines += _between(words, passages)
    return "\n".join(f"- {line}" for line in lines)


def best_value(words: Words, calibration: Calibration) -> str:
    """Return T* with its standard error, where there is one."""
    best, error = calibration.best.temperature, calibration.standard_error
    shown = plain_number(best, _SHOWN)
    if error is None:
        return shown
    return words.calibration.best_value.format(temperature=shown, error=plain_number(error, _SHOWN))


def _of(words: Words, calibration: Calibration) -> list[str]:
    one, best = calibration.one, calibration.best
    if calibration.at_bound:
        return [
            words.calibration.best_at_lower_bound if best.temperature < 1 else words.calibration.best_at_upper_bound
        ]
    error = words.calibration.error_falls if _error_change(calibration) < 0 else words.calibration.error_stays
    return [
        _meaning(words, calibration),
        _loss(words, one.loss, best.loss),
        error.format(one=percent(one.error), best=percent(best.error)),
    ]


def _loss(words: Words, one: float, best: float) -> str:
    before, after = plain_number(one, _SHOWN), plain_number(best, _SHOWN)
    if before == after:
        return words.calibration.loss_stays.format(loss=before)
    return words.calibration.loss_change.format(one=before, best=after)


def _meaning(words: Words, calibration: Calibration) -> str:
    side = side_of_one(calibration)
    if side == 0:
        return words.calibration.best_as_trained
    return words.calibration.best_overconfident if side > 0 else words.calibration.best_underconfident


def readout(words: Words, calibration: Calibration, at: AtTemperature) -> str:
    """Return what is said of the reliability at a temperature, in two lines."""
    return words.calibration.reliability_readout.format(
        temperature=at.temperature,
        verdict=_verdict(words, at.mean_confidence - calibration.accuracy),
        error=percent(at.error),
        confidence=percent(at.mean_confidence),
        accuracy=percent(calibration.accuracy),
    )


def _verdict(words: Words, excess: float) -> str:
    if abs(excess) < _HONEST:
        return words.calibration.honest
    return words.calibration.overconfident if excess > 0 else words.calibration.underconfident


def side_of_one(calibration: Calibration) -> int:
    """Return 1 where T* is above 1, -1 where it is below, 0 where it is not distinguishable from 1."""
    away = calibration.best.temperature - 1
    if abs(away) < _APART * _standard_error(calibration):
        return 0
    return 1 if away > 0 else -1


def is_higher(one: Calibration, other: Calibration) -> bool:
    """Return whether a T* is higher than another by more than their errors."""
    error = math.hypot(_standard_error(one), _standard_error(other))
    return one.best.temperature - other.best.temperature > _APART * error


def _standard_error(calibration: Calibration) -> float:
    """Return the standard error of T*, or what stands for it where there is none."""
    return _ALIKE if calibration.standard_error is None else calibration.standard_error


def _between(words: Words, passages: Passages) -> list[str]:
    apart = max(_disagreement(passages.held_out), _disagreement(passages.training))
    held_out, training = passages.held_out.calibration, passages.training.calibration
    higher = held_out.best.temperature - training.best.temperature
    apparent = is_higher(held_out, training) and side_of_one(held_out) > 0
    lines = [words.calibration.higher_on_held_out.format(difference=higher)] if apparent else []
    return [*lines, words.calibration.best_twice.format(difference=math.ceil(apart * _DIGITS) / _DIGITS)]


def _disagreement(passage: Passage) -> float:
    """Return the distance between T* of the trained layer and of the minimiser."""
    return abs(passage.trained_temperature - passage.calibration.best.temperature)


def networks_lead(words: Words, networks: Sequence[Passages]) -> str:
    """Return the sentences on all networks: how many are overconfident, where T* is higher, and where ECE is."""
    over = sum(side_of_one(one.held_out.calibration) > 0 for one in networks)
    higher = sum(is_higher(one.held_out.calibration, one.training.calibration) for one in networks)
    lead = words.calibration.networks_lead if higher == len(networks) else words.calibration.networks_lead_mixed
    sentences = [lead.format(over=over, count=len(networks), higher=higher)]
    if any(_error_change(passage.calibration) > 0 for one in networks for passage in (one.held_out, one.training)):
        sentences.append(words.calibration.networks_error_rises)
    return words.sweep.joint.join(sentences)


def _error_change(calibration: Calibration) -> int:
    """Return 1 where the ECE rises from T = 1 to T*, -1 where it falls, 0 where both are shown alike."""
    one, best = calibration.one.error, calibration.best.error
    return 0 if percent(one) == percent(best) else 1 if best > one else -1


def networks_table(words: Words, names: Sequence[str], networks: Sequence[Passages]) -> dict[str, list[str]]:
    """Return the calibration of all networks as columns by title: a row for each of their passages."""
    rows = [
        (name, *row)
        for name, one in zip(names, networks, strict=True)
        for row in (
            _row(words, words.calibration.training_text, one.training.calibration),
            _row(words, words.calibration.held_out_text, one.held_out.calibration),
        )
    ]
    titles = (
        words.frame.model,
        words.calibration.networks_text,
        words.calibration.networks_best,
        words.calibration.networks_loss,
        words.calibration.networks_error,
    )
    return dict(zip(titles, map(list, zip(*rows, strict=True)), strict=True))


def _row(words: Words, text: str, calibration: Calibration) -> tuple[str, str, str, str]:
    one, best, change = calibration.one, calibration.best, words.calibration.from_to
    return (
        text,
        best_value(words, calibration),
        change.format(one=plain_number(one.loss, _SHOWN), best=plain_number(best.loss, _SHOWN)),
        change.format(one=percent(one.error), best=percent(best.error)),
    )


def as_csv(texts: Sequence[PredictedText]) -> str:
    """Return the curves as CSV, with a line of names: a row for each text and temperature."""
    names = ("temperature", "negative_log_likelihood", "expected_calibration_error", "mean_confidence", "accuracy")
    rows = [
        (text.kind, at.temperature, at.loss, at.error, round(at.mean_confidence, 6), text.calibration.accuracy)
        for text in texts
        for at in text.calibration.slider
    ]
    return comma_separated(("text", *names), rows)
