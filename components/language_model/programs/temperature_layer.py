"""Change the temperature of a Keras softmax: a layer of its own between the logits and the softmax."""

import math

import keras
import numpy as np


@keras.saving.register_keras_serializable("my_layers")
class Temperature(keras.layers.Layer):
    """Divide logits by T. The weight is log T, so T is always above 0."""

    def __init__(self, temperature=1.0, trainable=False, **kwargs):
        super().__init__(trainable=trainable, **kwargs)
        self.temperature = temperature

    def build(self, input_shape):
        """Make the weight."""
        start = keras.initializers.Constant(math.log(self.temperature))
        self.log_temperature = self.add_weight(name="log_temperature", shape=(), initializer=start)

    def set(self, temperature):
        """Change T; nothing is compiled anew."""
        self.log_temperature.assign(math.log(temperature))

    def call(self, logits):
        """Divide."""
        return logits / keras.ops.exp(self.log_temperature)

    def get_config(self):
        """Return what a saved model needs; T itself is among its weights."""
        return {**super().get_config(), "temperature": self.temperature}


temperature = Temperature()
model = keras.Sequential(
    [
        keras.Input((10,)),
        keras.layers.Dense(5),  # logits: no softmax in here
        temperature,
        keras.layers.Softmax(),
    ]
)
x = np.ones((1, 10), "float32")
T = 0.5

p = model.predict(x, verbose=0)
temperature.set(T)
q = model.predict(x, verbose=0)
print("T = 1  ", p.round(3))
print(f"T = {T}", q.round(3))
