"""The temperature that predicts best, found by training the `Temperature` layer.

One number is fitted on text that the network has not seen; everything else stays frozen, so the order
of the characters does not change, and nothing can be overfitted (Guo et al. 2017).
"""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from components.language_model.temperature_layer import Temperature

STEPS = 300
SHORT_MEMORY = 0.95  # of the size of slopes: far from the start they are smaller by orders of magnitude


def fit_temperature(logits: ArrayLike, targets: ArrayLike) -> float:
    """Find the temperature at which logits predict their targets best, by `fit`.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        What a frozen network gave on held-out text, in nats.
    targets : array_like of int, shape (predictions,)
        The characters that came.

    Returns
    -------
    float
        The T of the lowest mean negative log-likelihood.

    Raises
    ------
    ValueError
        If there is no prediction, or not one target for each.

    References
    ----------
    Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
    https://arxiv.org/abs/1706.04599.

    Examples
    --------
    >>> coin = np.log([[0.9, 0.1]] * 100)  # says nine of ten, and three of four come
    >>> 1.9 < fit_temperature(coin, [0] * 75 + [1] * 25) < 2.1
    True
    """
    scores, wanted = np.asarray(logits, np.float32), np.asarray(targets, np.int32)
    if scores.ndim != 2 or not len(scores) or wanted.shape != scores.shape[:1]:
        raise ValueError(
            f"one target is needed for each row of logits, and at least one row: got shapes {scores.shape} "
            f"and {wanted.shape}"
        )
    layer = Temperature(trainable=True)
    model = keras.Sequential([keras.Input(scores.shape[1:]), layer])
    model.compile(
        keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.1, STEPS), beta_2=SHORT_MEMORY),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    # All of it is one batch: the loss is convex in 1 / T, and a step follows its true slope. One epoch of
    # many steps, since Keras takes longer to begin an epoch than most steps take.
    everything = tf.data.Dataset.from_tensors((scores, wanted)).repeat(STEPS)
    model.fit(everything, shuffle=False, verbose=0)
    return layer.temperature
