"""What the tests of writing share: a prompt, temperatures, rows, and when two texts are the same."""

import numpy as np

from components.language_model.batching import Row
from components.language_model.sample import Drawn

PROMPT = "First Citizen:\nBefore we"
TEMPERATURES = [0.0, 0.2, 0.5, 1.0, 1.2, 3.0]
WARM = [0.2, 0.5, 1.0, 1.2]
ROWS = [Row.at(temperature, seed) for seed in (3, 1, 40) for temperature in TEMPERATURES]


def same(ours: Drawn, theirs: Drawn) -> bool:
    """Return whether two texts and the logits behind them are equal, bit for bit."""
    return ours.text == theirs.text and np.array_equal(ours.logits, theirs.logits)
