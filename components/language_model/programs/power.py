"""Change the temperature of probabilities: raise them to the power 1/T, normalise."""

import keras
import numpy as np

model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(5, activation="softmax")])  # put your own model here
x = np.ones((1, 10), "float32")  # and what you predict from
T = 0.5


def at_temperature(probabilities, temperature):
    """Return the softmax of the same logits at a temperature above 0."""
    probabilities = np.asarray(probabilities, "float64")
    largest = probabilities.max(axis=-1, keepdims=True)
    weights = (probabilities / largest) ** (1 / temperature)  # 1 to any power is 1: never all of them vanish
    return weights / weights.sum(axis=-1, keepdims=True)


p = model.predict(x, verbose=0)
q = at_temperature(p, T)
print("T = 1  ", p.round(3))
print(f"T = {T}", q.round(3))
