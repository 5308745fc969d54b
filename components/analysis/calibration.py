"""Measure how well a model's chances hold, and at which temperature it predicts best.

Run ``python -m components.analysis.calibration --model NAME --corpus FILE``; it writes `calibration.json` beside
the weights, measured on all of the held-out text and on as long a stretch of the training text. That stretch
is the one right before the held-out text: of all training text the most like it, so that having been read in
training is what sets the two apart.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components.analysis import stored
from components.analysis.calibration_reading import Codes, Measuring, measuring
from components.analysis.calibration_result import Calibration, Passage, content_of
from components.language_model import corpus, folder
from components.temperature.calibration import BINS

if TYPE_CHECKING:
    from components.language_model.sampling import Sampler

_REPORTS = 10  # on each text


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
        model, stored.CALIBRATION, {**stored.provenance(model), **origin, **content_of(held_out, training)}
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
    found = _reported(measuring(sampler, codes), report)
    report(f"the best temperature is {found.best.temperature:.4f}; training the layer for comparison")
    return Passage(start, length, round(_trained(sampler, codes), 6), found)


def _reported(work: Measuring, report: Callable[[str], None]) -> Calibration:
    told = 0
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        share = _REPORTS * progress.done // progress.total
        if share > told:
            told = share
            report(f"{progress.done:,} of {progress.total:,} predictions")


def _trained(sampler: "Sampler", codes: Codes) -> float:
    """Give the best temperature as training the layer finds it."""
    from components.language_model.fitting import fit_temperature

    return fit_temperature(np.concatenate([logits for logits, _ in sampler.predictions(codes)]), codes[1:])


def main(given: list[str] | None = None) -> None:
    """Read the command line, measure, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=folder.DEFAULT_MODEL.name, help="a model's name, or its folder")
    parser.add_argument("--corpus", type=Path, required=True, help="the whole text that the model was trained with")
    arguments = parser.parse_args(given)
    try:
        path = calibrate(folder.named(arguments.model), corpus.read(arguments.corpus), _say)
    except (folder.ModelError, ValueError, OSError) as error:
        sys.exit(f"calibration: {error}")
    print(path)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
