"""How a run moves its weights: a learning rate that rises and falls once, and an average of the weights beside them."""

import math
from typing import Any

import keras
from keras import ops

from components.language_model.recipe import Recipe

_LONGEST_WARMUP = 0.5  # share of a run; measured on 155 steps: 5.66 nats per character, with a tenth 5.89
# Of a step, in its weight in the average: eta of Shamir and Zhang.
_EXPONENT = 8


class AveragingAdamW(keras.optimizers.AdamW):
    """AdamW, with an average of the weights that forgets the beginning of a run at every length.

    The average after n steps and its momentum for the next one are

        average = momentum * average + (1 - momentum) * weights,   momentum = min(ema_momentum, n / (n + 9)):

    until `ema_momentum` is reached, the weights of step t count in proportion to t (t + 1) ... (t + 7), about the
    eighth power of t, so that they are on average a tenth of the steps old. With a constant momentum of 0.998 a run of
    155 steps would hold 73 % of its first one.

    References
    ----------
    O. Shamir and T. Zhang, Stochastic gradient descent for non-smooth optimization: convergence results and optimal
    averaging schemes, ICML 2013, section 4 (polynomial-decay averaging). TensorFlow's
    `tf.train.ExponentialMovingAverage(num_updates=...)` does nearly the same.
    """

    def _update_model_variables_moving_average(self, trainable_variables: list[keras.Variable]) -> None:
        steps = ops.cast(self.iterations, "float32")  # those that were made before this one
        momentum = ops.minimum(self.ema_momentum, steps / (steps + _EXPONENT + 1))
        for variable, average in zip(trainable_variables, self._model_variables_moving_average, strict=True):
            average.assign(momentum * average + (1 - momentum) * variable)


def optimizer(recipe: Recipe, steps: int | None) -> keras.optimizers.Optimizer:
    """Return the optimizer of a run of so many steps: warm-up for half of them at most, then cosine decay.

    Where the number is not known the rate stands still, and is to be set to that of `rate_at` before every step.
    """
    return AveragingAdamW(
        recipe.learning_rate if steps is None else _schedule(recipe, steps),
        beta_2=recipe.beta_2,
        weight_decay=recipe.weight_decay,
        global_clipnorm=recipe.gradient_norm,
        use_ema=True,
        ema_momentum=recipe.ema_momentum,
    )


def _schedule(recipe: Recipe, steps: int) -> Any:
    warmup = min(recipe.warmup_steps, int(_LONGEST_WARMUP * steps))
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=0.0,
        warmup_target=recipe.learning_rate,
        warmup_steps=warmup,
        decay_steps=steps - warmup,
        alpha=recipe.final_learning_rate_share,
    )


def rate_at(recipe: Recipe, step: int, share: float) -> float:
    """Return the learning rate of a step in a run that ends with its time.

    It falls by a cosine over the whole time, and rises at first: for `warmup_steps`, or half of the time where that is
    sooner.

    Parameters
    ----------
    recipe : Recipe
        With the highest rate, and the share of it that is the last.
    step : int
        How many steps were made before.
    share : float
        Of the run's time that is over, 0 to 1.

    Examples
    --------
    >>> recipe = Recipe(learning_rate=1e-2, final_learning_rate_share=0.0, warmup_steps=100)
    >>> [round(rate_at(recipe, step, share), 4) for step, share in ((0, 0.0), (50, 0.0), (500, 0.5), (999, 1.0))]
    [0.0, 0.005, 0.005, 0.0]
    """
    risen = max(step / max(1, recipe.warmup_steps), share / _LONGEST_WARMUP)
    last = recipe.final_learning_rate_share
    left = last + (1 - last) * (1 + math.cos(math.pi * min(1.0, share))) / 2
    return recipe.learning_rate * min(1.0, risen) * left
