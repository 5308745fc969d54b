"""The numbers behind the methods: where each fails, and what T acts on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.visit import places
from components.presenting import methods
from components.presenting.numbers import unbroken
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Outcome, Prediction


def where_they_fail(words: Words, prediction: "Prediction", outcomes: Sequence["Outcome"]) -> None:
    """Show the largest error of every method at every temperature, and why there."""
    st.header(words.in_keras.fails, anchor=False)
    st.markdown(words.in_keras.fails_lead)
    st.table(methods.failures(words, outcomes))
    st.markdown(unbroken(methods.thresholds(words, prediction)))


def logits_or_chances(words: Words, vocabulary: Vocabulary, prediction: "Prediction", mistake: "Outcome") -> None:
    """Show softmax(z / T), softmax(log p / T) and the common mistake, and what one token's log-probability gives."""
    st.header(words.in_keras.logits_or_chances, anchor=False)
    st.markdown(unbroken(words.in_keras.logits_or_chances_lead.format(temperature=mistake.temperature)))
    st.table(methods.logits_or_probabilities(words, vocabulary, prediction, mistake))
    st.markdown(unbroken(methods.one_token(words)))
    st.button(words.in_keras.own_numbers, on_click=places.go, args=(places.NUMBERS,))
