"""Whether the compiled loop predicts what Keras's own call of a network predicts.

A layer or a setting that the loop runs otherwise than Keras would give texts that look right and are not. So it is
compared, before a network is taken and when one is loaded.
"""

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from components.language_model.heads import head
from components.language_model.layers import window
from components.language_model.reasons import Reason
from components.language_model.sampling import Sampler

TOLERANCE = 1e-4  # nats
FULL, SHORT = 100, 16  # characters: before a network is taken, and whenever it is loaded

_ROUNDING = 16 * float(np.finfo(np.float32).eps)  # as a share of the largest logit


class AgreementError(ValueError):
    """The loop does not predict what Keras predicts, or what is predicted is no number."""

    def __init__(self, message: str, reason: Reason) -> None:
        self.reason = reason
        super().__init__(message)


def check(network: keras.Model, sampler: Sampler, length: int = FULL) -> float:
    """Compare the loop with Keras's own call on a text that has each kind of place for code 0.

    Parameters
    ----------
    network : keras.Model
        For texts of any length or for windows, with or without a softmax.
    sampler : Sampler
        Of this network.
    length : int, optional
        Characters of the text.

    Returns
    -------
    float
        The largest difference of a logit, in nats.

    Raises
    ------
    AgreementError
        If it is above `TOLERANCE`, or a logit is not finite.
    """
    of_window = window(network)
    first = 0 if of_window is None else of_window - 1  # whose prediction is compared: before, windows are not full
    codes = _codes(len(sampler.vocabulary), first + length)
    of_loop = np.concatenate([logits for logits, _ in sampler.predictions(codes)])[first:]  # (length - 1, characters)
    texts = codes[None, :-1] if of_window is None else np.lib.stride_tricks.sliding_window_view(codes[:-1], of_window)
    of_keras = _logits(network, texts)
    if not (np.isfinite(of_loop).all() and np.isfinite(of_keras).all()):
        raise AgreementError("its scores are not finite numbers: its weights are too large", Reason("not_finite"))
    difference = float(np.abs(of_loop - of_keras).max())
    if difference > max(TOLERANCE, _ROUNDING * float(np.abs(of_keras).max())):
        raise AgreementError(
            f"written character by character it predicts otherwise than Keras's own call, by {difference:.2g} nats: "
            "it cannot be sampled from",
            Reason("otherwise", {"difference": f"{difference:.2g}"}),
        )
    return difference


def _codes(characters: int, length: int) -> NDArray[np.int32]:
    """Return codes of all characters by chance, with code 0 at the beginning, twice in a row and in between."""
    codes = np.random.default_rng(1).integers(0, characters, length, dtype=np.int32)
    codes[::5] = codes[1::10] = 0
    return codes


def _logits(network: keras.Model, texts: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return Keras's own logits without a softmax of the head, (predictions, characters).

    Of one text (1, length) after each code; of windows (windows, length) after the last code of each.
    """
    dense = head(network)
    below = keras.Model(network.inputs[0], dense.input)
    embedded = isinstance(network.layers[0], keras.layers.Embedding)
    features = below(texts if embedded else ops.one_hot(texts, dense.units))
    scores = ops.matmul(features if len(features.shape) == 2 else features[0], dense.kernel)
    return np.asarray(scores if dense.bias is None else scores + dense.bias)
