"""The network of the question, repaired: trained on sequences, then sampled one byte at a time."""

import keras
import numpy as np

text = b"the quick brown fox jumps over the lazy dog. " * 60  # put your own bytes here
steps, lanes, epochs = 32, 8, 2  # a gradient passes through 32 characters; more epochs for a real text


def network(batch, length):
    """Return the network of the question for a batch shape, on which its weights do not depend."""
    return keras.Sequential(
        [
            keras.Input(batch_shape=(batch, length, 256)),
            keras.layers.LSTM(128, return_sequences=True, stateful=True),
            keras.layers.LSTM(128, return_sequences=True, stateful=True),
            keras.layers.Dropout(0.1),
            keras.layers.Dense(256, activation="softmax"),
        ]
    )


def one_hot(codes):
    """Return bytes as one-hot vectors, shape (..., 256)."""
    return np.eye(256, dtype="float32")[codes]


codes = np.frombuffer(text, "uint8")
batches = (len(codes) - 1) // (lanes * steps)
span = batches * steps
rows = np.arange(lanes)[:, None] * span + np.arange(span + 1)
trained = network(lanes, steps)
trained.compile("adam", "categorical_crossentropy")
for _ in range(epochs):
    for layer in trained.layers[:2]:
        layer.reset_state()
    for start in range(0, span, steps):  # each lane continues: the state is carried
        here = codes[rows[:, start : start + steps + 1]]
        loss = trained.train_on_batch(one_hot(here[:, :-1]), one_hot(here[:, 1:]))
print(f"loss: {float(loss):.2f} nats per byte")

writer = network(1, 1)  # one byte at a time, and the same weights
writer.set_weights(trained.get_weights())
T, random = 0.5, np.random.default_rng(1)
written = list(b"the ")
for code in written[:-1]:
    writer(one_hot([[code]]))
for _ in range(40):
    p = np.asarray(writer(one_hot([[written[-1]]]))[0, 0], "float64")
    q = p ** (1 / T)
    q /= q.sum()
    written.append(int(random.multinomial(1, q).argmax()))
print(bytes(written))
