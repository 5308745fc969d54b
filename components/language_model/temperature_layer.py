"""Temperature as a Keras layer on logits: T can be set at any time, and trained."""

import math
from typing import Any

import keras
from keras import ops


def checked(temperature: float) -> float:
    """Return a temperature as a float if logits can be divided by it.

    Raises
    ------
    ValueError
        If it is not finite and above 0.
    """
    if not 0 < temperature < math.inf:
        raise ValueError(
            f"temperature must be finite and above 0 to divide by it, got {temperature}: for T = 0 take the argmax"
        )
    return float(temperature)


@keras.saving.register_keras_serializable("temperature_explorer")
class Temperature(keras.layers.Layer):
    """Divide logits by a temperature.

    It belongs on the logits: before a softmax that is a layer of its own, or at the end of a model that returns logits.
    The weight is log T, so that T is above 0 whatever training does to it.

    Parameters
    ----------
    temperature : float, optional
        Initial T: finite and above 0.
    trainable : bool, optional
        Whether `fit` may change it.
    **kwargs
        As for `keras.layers.Layer`.

    Raises
    ------
    ValueError
        If the temperature is not finite and above 0.

    References
    ----------
    Answer 3 of https://stackoverflow.com/questions/37246030 and its comments; Guo et al., "On
    Calibration of Modern Neural Networks", ICML 2017, https://arxiv.org/abs/1706.04599.

    Examples
    --------
    >>> layer = Temperature(0.5)
    >>> layer(ops.array([[2.0, 1.0]])).numpy()
    array([[4., 2.]], dtype=float32)
    >>> layer.temperature = 2.0
    >>> layer(ops.array([[2.0, 1.0]])).numpy()
    array([[1. , 0.5]], dtype=float32)
    """

    def __init__(self, temperature: float = 1.0, *, trainable: bool = False, **kwargs: Any) -> None:
        super().__init__(trainable=trainable, **kwargs)
        self._start = checked(temperature)

    def build(self, input_shape: Any) -> None:
        """Create the weight."""
        start = keras.initializers.Constant(math.log(self._start))
        self.log_temperature = self.add_weight(name="log_temperature", shape=(), initializer=start)

    @property
    def temperature(self) -> float:
        """T. It can be set at any time; nothing is compiled again."""
        return math.exp(float(self.log_temperature.numpy())) if self.built else self._start

    @temperature.setter
    def temperature(self, value: float) -> None:
        self._start = checked(value)
        if self.built:
            self.log_temperature.assign(math.log(self._start))

    def call(self, inputs: Any) -> Any:
        """Return logits, shape (..., characters), divided by T."""
        return inputs / ops.exp(self.log_temperature)

    def compute_output_shape(self, input_shape: Any) -> Any:
        """Return the shape of the logits, which stays."""
        return input_shape

    def get_config(self) -> dict[str, Any]:
        """Return the configuration of the layer, with its present T."""
        return {**super().get_config(), "temperature": self.temperature}
