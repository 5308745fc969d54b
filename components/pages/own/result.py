"""A network of a visitor's own that is there, or why it is not; its link, and what can be done with it."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.own import store
from components.own.progress import Progress
from components.pages.own import keeping, learning
from components.pages.parts import frame
from components.pages.serving import trainings
from components.pages.visit import own, places
from components.presenting import own as presenting
from components.presenting.glyphs import plain
from components.words import Words


def show(words: Words, folder: Path, reached: Progress) -> None:
    """Show what has become of a training."""
    if reached.phase == "failed":
        is_stopped = reached.failure == "stopped"
        say, again = (st.info, words.own.start) if is_stopped else (st.error, words.own.go_on)
        say(plain(presenting.refusal(reached.failure, reached.values, words)))
        st.button(again, on_click=partial(trainings.go_on, folder), type="primary")
    else:
        _look(words, folder)
    keeping.show(words, folder, reached)
    if reached.watched:
        learning.written(words, reached)
    if reached.points:
        learning.curve(words, reached)
    _at_length(words, folder)


def _at_length(words: Words, folder: Path) -> None:
    """Show the command that trains the same for longer, where there is a text that is long enough for it."""
    command = trainings.command(folder)
    if command:
        with st.expander(words.own.at_length):
            st.markdown(words.own.at_length_lead)
            st.code(command, language="sh", wrap_lines=True)


def _look(words: Words, folder: Path) -> None:
    """Show where the network can be looked at: every page."""
    titles = {
        places.EXPLORE: words.frame.explore,
        places.PARTING: words.parting.parting_title,
        places.SWEEP: words.sweep.sweep_title,
        places.CALIBRATION: words.calibration.calibration_title,
        places.IN_KERAS: words.in_keras.in_keras,
    }
    with st.container(key="own look", horizontal=True, vertical_alignment="center"):
        st.markdown(words.own.done, width="content")
        for path, title in titles.items():
            st.button(title, on_click=partial(_go, path, folder), key=f"own look {path}")


def _go(path: str, folder: Path) -> None:
    name = store.link(folder)
    own.remember(name)
    frame.choose(name)
    places.go(path, model=name)
