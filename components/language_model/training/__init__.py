"""Training a character model with Keras, from a text to a folder that the page can load."""
