"""Character models in Keras: networks, loading, sampling, training, and methods to change the temperature.

This file imports nothing, so that the modules that need no Keras (the vocabulary, the stored scene, the list of words)
are imported without waiting for it.
"""
