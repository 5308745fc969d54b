"""Find the temperature that predicts best: train it alone, on data that the model has not seen."""

import keras
import numpy as np

random = np.random.default_rng(1)
x = random.normal(size=(2000, 5)).astype("float32")  # put your held-out data here
y = (x + random.gumbel(size=x.shape)).argmax(axis=1)  # drawn from softmax(x)

model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(5)])  # and your model, which gives logits
model.set_weights([3 * np.eye(5), np.zeros(5)])  # this one is too sure of itself: three times too sharp


@keras.saving.register_keras_serializable("my_layers")
class Temperature(keras.layers.Layer):
    """Divide logits by T = exp(w), the one weight that is trained."""

    def build(self, input_shape):
        """Start from T = 1."""
        self.log_temperature = self.add_weight(name="log_temperature", shape=(), initializer="zeros")

    def call(self, logits):
        """Divide."""
        return logits / keras.ops.exp(self.log_temperature)


model.trainable = False  # everything else stays frozen
calibrated = keras.Sequential([model, Temperature()])
calibrated.compile(keras.optimizers.Adam(0.05), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
before = calibrated.evaluate(x, y, verbose=0)
calibrated.fit(x, y, batch_size=len(x), epochs=150, verbose=0)
after = calibrated.evaluate(x, y, verbose=0)

T = float(keras.ops.exp(calibrated.layers[-1].log_temperature))
p = keras.ops.softmax(model(x[:1])).numpy()
q = keras.ops.softmax(calibrated(x[:1])).numpy()
print(f"best T = {T:.2f}: the loss falls from {before:.3f} to {after:.3f} nats")
