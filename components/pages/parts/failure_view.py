"""A network that cannot be had, or not for long: the page says why, and shows what was made beforehand."""

import streamlit as st

from components.language_model.folder import ModelError
from components.language_model.machine import free_memory
from components.pages.parts import file_view
from components.pages.serving import faults
from components.pages.serving.answers import Answers
from components.pages.serving.models import Loading
from components.presenting import failure
from components.presenting.glyphs import plain
from components.words import Words


def say(words: Words, error: Exception) -> None:
    """Show why there will be no network."""
    if isinstance(error, ModelError):
        file_view.say_what_is_wrong(words, error)
    elif isinstance(error, ImportError):
        st.error(plain(failure.library(error, words)))
    else:
        st.error(words.frame.no_network.format(mark=faults.mark(error)))


def say_slow(words: Words, loading: Loading) -> None:
    """Show, once a network should be there and is not, what holds it up."""
    if loading.slow:
        st.warning(plain(failure.slow(words, free=free_memory(), share=loading.share)))


def say_missing(words: Words, answers: Answers) -> None:
    """Show, in the place of what only the network can tell, that it is still to come or that it will not."""
    st.info(words.frame.network_needed if answers.failure else words.frame.model_coming)
