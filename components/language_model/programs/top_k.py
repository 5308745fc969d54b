"""Top-k beside a temperature: keep the k most likely characters."""

import keras
import numpy as np

model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(5, activation="softmax")])  # put your own model here
x = np.ones((1, 10), "float32")  # and what you predict from
T, k = 0.5, 3
cut_first = False  # for top-k both orders keep the same: T does not change who is more likely


def at_temperature(probabilities, temperature):
    """Return the softmax of the same logits at a temperature above 0."""
    weights = (probabilities / probabilities.max()) ** (1 / temperature)
    return weights / weights.sum()


p = model.predict(x, verbose=0)[0].astype("float64")  # float32 sums are not good enough for multinomial
tempered = at_temperature(p, T)
chances = p if cut_first else tempered  # those by which the cut is made
kept = chances >= np.sort(chances)[-k]  # with all that tie with the k-th
q = np.where(kept, tempered, 0)
q /= q.sum()  # what is kept shares all of the chance
print("T = 1  ", p.round(3))
print(f"T = {T}", q.round(3), f"{kept.sum()} of {len(p)} kept")

character = np.random.default_rng().multinomial(1, q).argmax()
print("picked:", character)
