"""The page "Your own": a text of a visitor's is learned by a network, which can be watched, and kept."""

import streamlit as st

from components.own.progress import Progress
from components.pages.own import keeping, learning, result, start
from components.pages.parts import frame
from components.pages.serving import trainings
from components.pages.visit import own, places
from components.pages.visit.places import Pages
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show_alone(words, pages, words.own.own_title, words.own.own_lead, _content, fields=FIELDS)


def _content(words: Words) -> None:
    if own.is_gone():
        st.info(words.own.deleted)
    folder = own.shown()
    if folder is None:
        start.show(words)
        return
    reached = trainings.reached(folder)
    if reached is not None and reached.over:
        result.show(words, folder, reached)
    else:
        learning.show(words, folder)
        keeping.show(words, folder, Progress())


FIELDS = (own.OWN,)
PAGE = places.Page(places.OWN, lambda words: words.own.own_title, show, FIELDS)
