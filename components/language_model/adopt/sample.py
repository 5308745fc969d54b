"""Whether a text is what a network writes at T = 0."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Sampler

_TIE = 1e-3  # nats: so near to the highest, rounding may have decided for another


def agreed(sampler: "Sampler", text: str) -> int:
    """Return how many characters at the end of a text are the most likely ones after all those before them.

    Raises
    ------
    UnknownCharacterError
        If the text holds a character that the vocabulary lacks.
    """
    same: list[bool] = []
    for logits, targets in sampler.predictions(sampler.vocabulary.encode(text)):  # (steps, characters) and (steps,)
        of_targets = np.take_along_axis(logits, targets[:, None], axis=-1)[:, 0]
        same += (of_targets >= logits.max(axis=-1) - _TIE).tolist()
    return next((count for count, is_same in enumerate(reversed(same)) if not is_same), len(same))
