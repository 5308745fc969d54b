"""The temperature that predicts best, found by training the `Temperature` layer.

One number is fitted on text that the network has not seen, and everything else is frozen: the order of the characters
does not change, and there is hardly anything to overfit (Guo et al. 2017).
"""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from components.language_model.temperature_layer import Temperature

STEPS = 300
SHORT_MEMORY = 0.95  # Adam's beta_2: gradients shrink by orders of magnitude on the way


def fit_temperature(logits: ArrayLike, targets: ArrayLike) -> float:
    """Return the temperature at which logits predict their targets best, found by `fit`.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        Scores of a frozen network on held-out text, in nats.
    targets : array_like of int, shape (predictions,)
        Indices of the observed characters.

    Returns
    -------
    float
        T of the lowest mean negative log-likelihood.

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
    >>> coin = np.log([[0.9, 0.1]] * 100)  # predicts 9 of 10, and 3 of 4 are right
    >>> 1.9 < fit_temperature(coin, [0] * 75 + [1] * 25) < 2.1
    True
    """
    scores, indices = np.asarray(logits, np.float32), np.asarray(targets, np.int32)
    if scores.ndim != 2 or not len(scores) or indices.shape != scores.shape[:1]:
        raise ValueError(
            f"one target is needed for each row of logits, and at least one row: got shapes {scores.shape} "
            f"and {indices.shape}"
        )
    layer = Temperature(trainable=True)
    model = keras.Sequential([keras.Input(scores.shape[1:]), layer])
    model.compile(
        keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.1, STEPS), beta_2=SHORT_MEMORY),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    # One batch of all predictions: the loss is convex in 1 / T, and each step follows its exact gradient. One epoch of
    # many steps, since Keras takes longer to begin an epoch than most steps take.
    steps = tf.data.Dataset.from_tensors((scores, indices)).repeat(STEPS)
    model.fit(steps, shuffle=False, verbose=0)
    return layer.temperature
