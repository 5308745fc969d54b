"""The loss of a model on held-out text, in the two ways that are published for it.

``python -m components.language_model.evaluation`` prints both as one JSON line.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from components.language_model.folder import STREAMED, WINDOWED
from components.temperature import at_targets, log_probabilities

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Sampler

WINDOW = 256  # nanoGPT's block size for the same text

Codes = NDArray[np.int32]


def _nats_per_character(sampler: "Sampler", codes: Codes) -> float:
    """Return the mean loss of predicting each character, shape (length,) or (length, rows), from those above it."""
    total = 0.0
    for logits, targets in sampler.predictions(codes):  # (piece, ..., characters) and (piece, ...)
        total -= float(at_targets(log_probabilities(logits), targets).sum())
    return total / codes[1:].size


def streamed(sampler: "Sampler", codes: Codes) -> float:
    """Return the loss over a whole text, its state carried from the first character to the last.

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


def windowed(sampler: "Sampler", codes: Codes, window: int = WINDOW) -> float:
    """Return the loss over whole windows that do not overlap, each from a zero state.

    Every prediction of a window counts, also the first ones with little context; the remainder after the last whole
    window does not.

    Parameters
    ----------
    sampler : Sampler
        The model.
    codes : ndarray of int32, shape (length,)
        The held-out text.
    window : int, optional
        Predictions of a window.

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


def evaluate(sampler: "Sampler", validation: str) -> dict[str, float]:
    """Return both losses on a held-out text, in nats per character.

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
        STREAMED: round(streamed(sampler, codes), 4),
        WINDOWED: round(windowed(sampler, codes), 4),
    }
