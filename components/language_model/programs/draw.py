"""Draw a character from logits at a temperature, in four ways that are the same in distribution."""

import numpy as np
import tensorflow as tf

logits = np.array([2.0, 1.0, 0.0, -1.0])  # put your model's logits here, or the logarithm of its softmax
T = 0.5
random = np.random.default_rng(1)

p, q = (np.exp((logits - logits.max()) / t) for t in (1, T))
p, q = p / p.sum(), q / q.sum()

print("multinomial and argmax:", random.multinomial(1, q).argmax())  # q in float64, or its sum may be refused
print("choice:                ", random.choice(len(q), p=q))
print("tf.random.categorical: ", int(tf.random.categorical(logits[None] / T, 1)[0, 0]))
# No division, so T = 0 works too; with the same noise at every T, texts differ by temperature alone.
print("Gumbel-max:            ", (logits + T * random.gumbel(size=logits.shape)).argmax())
