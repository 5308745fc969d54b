"""How well a model's probabilities hold, and at which temperature it predicts best.

``python -m components.analysis.calibration`` writes calibration.json beside the weights, measured on all of the
held-out text and on as long a stretch of the training text. That stretch is the one right before the held-out text: of
all training text the most like it, so that having been read in training is what sets the two apart.
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components.analysis import stored
from components.analysis.calibration_reading import Codes, Report, measure, reading
from components.analysis.calibration_result import Passage, Passages
from components.language_model import corpus, folder
from components.temperature.calibration import BINS

if TYPE_CHECKING:
    from components.language_model.sampling import Sampler


def calibrate(model: Path, text: str, report: Callable[[str], None] = print) -> Path:
    """Measure a model on its corpus, and keep the figures beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str
        The whole corpus that it was trained with.
    report : callable, optional
        Is told what is done, line by line.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the corpus is not the model's, is too short, or holds characters that the model does not know.
    """
    _check_corpus(model, text)
    # Here and not above: what only measures pieces of text does not wait for Keras.
    from components.language_model.loading import load

    sampler = load(model).sampler
    cut = len(corpus.split(text).training)
    length = len(text) - cut
    held_out = _passage(sampler, text, cut, length, lambda line: report(f"held-out text: {line}"))
    training = _passage(sampler, text, cut - length, length, lambda line: report(f"training text: {line}"))
    origin = {"corpus_sha256": corpus.sha256(text), "bins": BINS}
    return stored.save(
        model, stored.CALIBRATION, {**stored.provenance(model), **origin, **asdict(Passages(held_out, training))}
    )


def _check_corpus(model: Path, text: str) -> None:
    trained_with, found = folder.record(model).get("corpus_sha256"), corpus.sha256(text)
    if trained_with not in (None, found):
        raise ValueError(
            f"the corpus has the SHA-256 {found}, and the model was trained with {trained_with}: "
            "give the text that it was trained with, or training and held-out text cannot be told apart"
        )


def _passage(sampler: "Sampler", text: str, start: int, length: int, report: Callable[[str], None]) -> Passage:
    codes = sampler.vocabulary.encode(text[start : start + length])
    calibration = measure(sampler, codes, report=_in_steps(report))
    report(f"the best temperature is {calibration.best.temperature:.4f}; training the layer for comparison")
    return Passage(start, length, round(_trained(sampler, codes), 6), calibration)


def _in_steps(report: Callable[[str], None]) -> Report:
    """Return a report of predictions that says a line whenever another tenth is done."""
    tenths = 0

    def predictions(done: int, of: int) -> None:
        nonlocal tenths
        if 10 * done // of > tenths:
            tenths = 10 * done // of
            report(f"{done:,} of {of:,} predictions")

    return predictions


def _trained(sampler: "Sampler", codes: Codes) -> float:
    """Give the best temperature as training the layer finds it."""
    from components.language_model.fitting import fit_temperature

    return fit_temperature(np.concatenate([logits for logits, _ in reading(sampler, codes)]), codes[1:])
