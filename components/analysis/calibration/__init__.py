"""Calibration of a model on its corpus: loss and reliability at many temperatures, and the best one.

``python -m components.analysis.calibration`` writes calibration.json beside the weights, measured on all of the
held-out text and on as long a passage of the training text: the one right before the held-out text, which of all
training text is the most like it. So the two differ in that one was read in training.
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components.analysis import stored
from components.analysis.calibration_reading import Codes, Report, measure
from components.analysis.calibration_result import Passage, Passages
from components.language_model import corpus
from components.temperature.calibration import BINS

if TYPE_CHECKING:
    from components.language_model.sampling import Sampler


def calibrate(model: Path, text: str, report: Callable[[str], None] = print) -> Path:
    """Measure a model on its corpus, store the figures beside its weights, and return their file.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str
        The whole corpus that it was trained with.
    report : callable, optional
        Called with a line for each step of the work.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the corpus is not the model's, is too short, or holds characters that the model does not know.
    RoomError
        If there is no room for the file.
    """
    stored.check_corpus(model, text)
    with stored.reserving(model, stored.CALIBRATION):
        # Imported late: a bad corpus is told before Keras is imported.
        from components.language_model.loading import load

        sampler = load(model).sampler
        cut = len(corpus.split(text).training)
        length = len(text) - cut
        held_out = _passage(sampler, text, cut, length, lambda line: report(f"held-out text: {line}"))
        training = _passage(sampler, text, cut - length, length, lambda line: report(f"training text: {line}"))
        origin = stored.provenance(model) | {"corpus_sha256": corpus.sha256(text), "bins": BINS}
        return stored.save(model, stored.CALIBRATION, origin | asdict(Passages(held_out, training)))


def _passage(sampler: "Sampler", text: str, start: int, length: int, report: Callable[[str], None]) -> Passage:
    codes = sampler.vocabulary.encode(text[start : start + length])
    calibration = measure(sampler, codes, report=_in_steps(report))
    report(f"the best temperature is {calibration.best.temperature:.4f}; training the layer for comparison")
    return Passage(start, length, round(_trained(sampler, codes), 6), calibration)


def _in_steps(report: Callable[[str], None]) -> Report:
    """Return a report of predictions that calls another one at every tenth of them."""
    tenths = 0

    def predictions(done: int, of: int) -> None:
        nonlocal tenths
        if 10 * done // of > tenths:
            tenths = 10 * done // of
            report(f"{done:,} of {of:,} predictions")

    return predictions


def _trained(sampler: "Sampler", codes: Codes) -> float:
    """Return the best temperature as found by training the `Temperature` layer."""
    from components.language_model.fitting import fit_temperature

    return fit_temperature(np.concatenate([logits for logits, _ in sampler.predictions(codes)]), codes[1:])
