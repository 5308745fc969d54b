"""What calibration found, in sentences that are made from the numbers, and as a table to take away."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.calibration_result import Calibration, Passage, StoredCalibration
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


def said(words: Words, texts: Sequence[Text], found: StoredCalibration | None) -> str:
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
        return [words.best_at_bound]
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
    error = calibration.standard_error
    away = calibration.best.temperature - 1
    if abs(away) < (_ALIKE if error is None else _APART * error):
        return words.best_as_trained
    return words.best_overconfident if away > 0 else words.best_underconfident


def _between(words: Words, found: StoredCalibration) -> list[str]:
    apart = max(_disagreement(found.held_out), _disagreement(found.training))
    higher = found.held_out.calibration.best.temperature - found.training.calibration.best.temperature
    lines = [words.higher_on_held_out.format(difference=higher)] if higher > 0 else []
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
