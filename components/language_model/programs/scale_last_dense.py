"""Change the temperature of a Keras softmax: scale the last Dense layer."""

import keras
import numpy as np

model = keras.Sequential(  # put your own model here: it must end in a Dense layer
    [keras.Input((10,)), keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(5, activation="softmax")]
)
x = np.ones((1, 10), "float32")  # and what you predict from
T = 0.5

colder = keras.models.clone_model(model)  # the model itself stays as it is
colder.set_weights(model.get_weights())
last = colder.layers[-1]
kernel, bias = last.get_weights()
last.set_weights([kernel / T, bias / T])  # the bias too; times 1/T, not times T

p = model.predict(x, verbose=0)
q = colder.predict(x, verbose=0)
print("T = 1  ", p.round(3))
print(f"T = {T}", q.round(3))
