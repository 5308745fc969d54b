"""The page "In Keras"."""
