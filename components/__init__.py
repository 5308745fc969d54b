"""The rooms of the house, and the one rule about who may import whom.

``app → pages → presenting → {charts, words, analysis → language_model} → temperature``

A room imports only what stands to its right; nothing imports to its left. So ``temperature`` needs
NumPy alone, ``charts`` knows no model and gets its labels as arguments, ``language_model`` knows no
page, and only ``app`` and ``pages`` import Streamlit. Each room's ``.ruff.toml`` enforces this.

temperature
    The subject: distributions at a temperature, entropy, noise, the pick.
language_model
    Keras: the network, loading it, sampling from it, training it.
analysis
    Measuring texts and models: the sweep over temperature, calibration, and what is stored of them.
charts
    Altair: a specification that is built once, and rows that go into it on every run.
words
    Every sentence that a visitor reads, one folder a language.
presenting
    Numbers and words in, sentences, rows and labels out. No Streamlit.
pages
    Streamlit: a folder a page on top, ``parts`` for what several show, below them ``visit`` and ``serving``.
"""
