"""Change the temperature of probabilities: log, divide by T, exp, normalise."""

import keras
import numpy as np

model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(5, activation="softmax")])  # put your own model here
x = np.ones((1, 10), "float32")  # and what you predict from
T = 0.5


def at_temperature(probabilities, temperature):
    """Return the softmax of the same logits at a temperature above 0."""
    probabilities = np.asarray(probabilities, "float64")  # float32 sums are not good enough for multinomial
    with np.errstate(divide="ignore"):  # the logarithm of 0 is -inf, and exp(-inf) is 0 again
        logits = np.log(probabilities) / temperature
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True))  # no exponent is above 0: nothing overflows
    return weights / weights.sum(axis=-1, keepdims=True)


p = model.predict(x, verbose=0)
q = at_temperature(p, T)
print("T = 1  ", p.round(3))
print(f"T = {T}", q.round(3))

character = np.random.default_rng().multinomial(1, q[0]).argmax()
print("picked:", character)
