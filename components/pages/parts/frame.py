"""What every page with a network has: a menu of networks, and a word while it comes or when it cannot be had."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from components.language_model import folder
from components.language_model.folder import ModelError
from components.pages.parts import file_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.visit import link, places
from components.pages.visit.places import Pages
from components.presenting.glyphs import plain
from components.words.en import Words

Content = Callable[[Words, Answers], None]


def show(words: Words, pages: Pages, content: Content) -> None:
    """Say what was wrong with the link; then show a page's content, which runs by itself from then on."""
    for sentence in link.mended(words):
        st.warning(plain(sentence))
    _body(words, pages, content)


@st.fragment
def _body(words: Words, pages: Pages, content: Content) -> None:
    places.follow(pages)
    try:
        answers = Answers(_chosen(words))
        content(words, answers)
        if not answers.ready:
            if not answers.missed:
                st.caption(words.model_coming_behind)
            _wait(answers.path)
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)


def _chosen(words: Words) -> Path:
    """Show the menu of networks, where there is more than one, and give the folder of the chosen one."""
    offered = folder.available()
    if len(offered) == 1:
        return folder.DEFAULT_MODEL
    labels = dict(words.model_labels)
    names = list(offered)
    start = link.model()
    name = st.selectbox(
        words.model,
        names,
        index=names.index(start) if start in names else 0,
        format_func=lambda name: labels.get(name, name),
        key=link.MODEL_CHOICE,
        help=words.model_help,
        persist_state="session",
    )
    link.keep_model(name, default=names[0])
    return offered[name]


@st.fragment(run_every=0.5)
def _wait(path: Path) -> None:
    """Look whether the model is there, and bring what waits for it."""
    try:
        coming = models.loaded(path) is None
    except ModelError:
        coming = False  # the page says what is wrong
    if not coming:
        link.say_again()
        st.rerun()
