"""The only room that imports Keras: network, loading, sampling, training, methods.

This file imports nothing, so that the pieces that need no Keras (the vocabulary, the stored scene,
the list of words) can be had without waiting for it.
"""
