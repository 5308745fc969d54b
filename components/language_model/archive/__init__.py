"""Networks that somebody else saved, read as data: no code of the file is run, and nothing of it is believed unchecked.

A small process without TensorFlow reads the configuration and the arrays (see `reading`); what it hands over is checked
again (see `process`), and the network is built from that by `components.language_model.rebuilding`.
"""
