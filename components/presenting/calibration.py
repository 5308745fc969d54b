"""What calibration found, in sentences that are made from the numbers, and as a table to take away."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.calibration_result import Calibration, Passage, Passages
from components.words.en import Words

_APART = 2.0  # standard errors between what can be told from 1 and what cannot
_ALIKE = 0.02  # the same, where there is no standard error
_DIGITS = 1e6  # of the stored temperatures


@dataclass(frozen=True)
class Text:
    """A text that was predicted.

    Attributes
    ----------
    kind : {"held_out", "training", "own"}
        Which one.
    name : str
        What a reader calls it.
    calibration : Calibration
        How well.
    """

    kind: str
    name: str
    calibration: Calibration


def said(words: Words, texts: Sequence[Text], found: Passages | None) -> str:
    """Give what is said of the texts, as Markdown: a line each, and what holds between them."""
    sentences = {"held_out": words.best_held_out, "training": words.best_training, "own": words.best_own}
    lines = [
        " ".join([sentences[text.kind].format(best=best_value(words, text.calibration)), *_of(words, text.calibration)])
        for text in texts
    ]
    if found is not None:
        lines += _between(words, found)
    return "\n".join(f"- {line}" for line in lines)


def best_value(words: Words, calibration: Calibration) -> str:
    """Give T* with its standard error, where there is one."""
    best, error = calibration.best.temperature, calibration.standard_error
    return f"{best:.3f}" if error is None else words.best_value.format(temperature=best, error=error)


def _of(words: Words, calibration: Calibration) -> list[str]:
    one, best = calibration.one, calibration.best
    if calibration.at_bound:
        return [words.best_at_lower_bound if best.temperature < 1 else words.best_at_upper_bound]
    error = words.error_falls if best.error < one.error else words.error_stays
    return [
        _meaning(words, calibration),
        _loss(words, one.loss, best.loss),
        error.format(one=one.error, best=best.error),
    ]


def _loss(words: Words, one: float, best: float) -> str:
    changed, stayed = words.loss_change.format(one=one, best=best), words.loss_stays.format(loss=one)
    return stayed if f"{one:.3f}" == f"{best:.3f}" else changed


def _meaning(words: Words, calibration: Calibration) -> str:
    side = side_of_one(calibration)
    if side == 0:
        return words.best_as_trained
    return words.best_overconfident if side > 0 else words.best_underconfident


def side_of_one(calibration: Calibration) -> int:
    """Say whether T* is above 1, below it, or cannot be told from it: 1, -1 or 0."""
    error = calibration.standard_error
    away = calibration.best.temperature - 1
    if abs(away) < (_ALIKE if error is None else _APART * error):
        return 0
    return 1 if away > 0 else -1


def is_higher(one: Calibration, other: Calibration) -> bool:
    """Say whether a T* is higher than another by more than their errors."""
    error = math.hypot(one.standard_error or _ALIKE / _APART, other.standard_error or _ALIKE / _APART)
    return one.best.temperature - other.best.temperature > _APART * error


def _between(words: Words, found: Passages) -> list[str]:
    apart = max(_disagreement(found.held_out), _disagreement(found.training))
    held_out, training = found.held_out.calibration, found.training.calibration
    higher = held_out.best.temperature - training.best.temperature
    told = is_higher(held_out, training) and side_of_one(held_out) > 0
    lines = [words.higher_on_held_out.format(difference=higher)] if told else []
    return [*lines, words.best_twice.format(difference=math.ceil(apart * _DIGITS) / _DIGITS)]


def _disagreement(passage: Passage) -> float:
    """Give how far the trained layer is from the minimiser."""
    return abs(passage.trained_temperature - passage.calibration.best.temperature)


def as_csv(texts: Sequence[Text]) -> str:
    """Give the curves, with a line of names: a row for each text and temperature."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    names = ("temperature", "negative_log_likelihood", "expected_calibration_error", "mean_confidence", "accuracy")
    writer.writerow(("text", *names))
    for text in texts:
        for at in text.calibration.slider:
            figures = (at.temperature, at.loss, at.error, round(at.mean_confidence, 6), text.calibration.accuracy)
            writer.writerow((text.kind, *figures))
    return table.getvalue()
