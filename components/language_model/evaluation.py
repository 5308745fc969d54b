"""Measure a model on held-out text, in the two ways that are published for it.

Run ``python -m components.language_model.evaluation --corpus FILE``; it prints one JSON line.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from components.language_model import corpus
from components.language_model.folder import DEFAULT_MODEL, ModelError
from components.language_model.loading import load
from components.language_model.sampling import Sampler
from components.temperature import at_targets, log_probabilities

WINDOW = 256  # nanoGPT's block size for the same text

Codes = NDArray[np.int32]


def _nats_per_character(sampler: Sampler, codes: Codes) -> float:
    """Return the mean loss of predicting each row of codes from those above it; shape (length, ...)."""
    losses = (
        -float(at_targets(log_probabilities(logits), targets).sum()) for logits, targets in sampler.predictions(codes)
    )
    return sum(losses) / codes[1:].size


def streamed(sampler: Sampler, codes: Codes) -> float:
    """Give the loss over a whole text whose state is carried from its first character to its last.

    Parameters
    ----------
    sampler : Sampler
        The model.
    codes : ndarray of int32, shape (length,)
        The held-out text; length - 1 predictions are made.

    Returns
    -------
    float
        Nats per character.
    """
    return _nats_per_character(sampler, codes)


def windowed(sampler: Sampler, codes: Codes, window: int = WINDOW) -> float:
    """Give the loss over whole windows that do not overlap, each from a zero state.

    Every prediction of a window counts, also the first ones, made with little to go by; what
    remains after the last whole window does not.

    Parameters
    ----------
    sampler : Sampler
        The model.
    codes : ndarray of int32, shape (length,)
        The held-out text.
    window : int, optional
        Predictions a window.

    Returns
    -------
    float
        Nats per character.

    Raises
    ------
    ValueError
        If the text has no whole window.
    """
    count = (len(codes) - 1) // window
    if not count:
        raise ValueError(f"the text has {len(codes)} characters: a window needs {window + 1}")
    starts = np.arange(count) * window
    return _nats_per_character(sampler, codes[starts + np.arange(window + 1)[:, None]])


def evaluate(sampler: Sampler, validation: str) -> dict[str, float]:
    """Give both losses on a held-out text, in nats per character.

    Raises
    ------
    ValueError
        If the text is shorter than a window, or holds characters that the model does not know.
    """
    if len(validation) <= WINDOW:
        raise ValueError(
            f"the held-out text has {len(validation)} characters, and a window needs {WINDOW + 1}: give a longer text"
        )
    codes = sampler.vocabulary.encode(validation)
    return {
        "streamed_nats_per_char": round(streamed(sampler, codes), 4),
        "windowed_nats_per_char": round(windowed(sampler, codes), 4),
    }


def main() -> None:
    """Read the command line, measure, print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the whole text; its last tenth is measured")
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, help="a model's folder")
    arguments = parser.parse_args()
    try:
        model = load(arguments.model)
        validation = corpus.split(corpus.read(arguments.corpus)).validation
        losses = evaluate(model.sampler, validation)
    except (ModelError, ValueError) as error:
        sys.exit(f"evaluation: {error}")
    print(json.dumps({**losses, "parameters": model.network.count_params()}))


if __name__ == "__main__":
    main()
