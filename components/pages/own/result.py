"""A network of a visitor's own that is there, or why it is not; its link, and what can be done with it."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.language_model import zipped
from components.own import store
from components.own.progress import Progress
from components.pages.own import learning
from components.pages.parts import frame
from components.pages.parts.component import component
from components.pages.serving import trainings
from components.pages.visit import own, places
from components.presenting import own as presenting
from components.presenting.glyphs import plain
from components.words import Words

_FILE = "my_network.zip"


def show(words: Words, folder: Path, reached: Progress) -> None:
    """Show what has become of a training."""
    if reached.phase == "failed":
        st.error(plain(presenting.refusal(reached.failure, reached.values, words)))
        st.button(words.own.go_on, on_click=partial(trainings.begin, folder), type="primary")
    else:
        _look(words, folder)
    _keep(words, folder, is_there=reached.phase == "done")
    if reached.watched:
        learning.written(words, reached)
    if reached.points:
        learning.curve(words, folder, reached)
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


def _keep(words: Words, folder: Path, *, is_there: bool) -> None:
    """Show what can be done with the network: keep its link, delete it, begin with another text."""
    with st.container(key="own keep", horizontal=True, vertical_alignment="center"):
        st.markdown(words.own.keep, width="content")
        component("copy_link")(key="own link", data={"label": words.own.keep_link, "copied": words.own.link_copied})
        if is_there:
            make = partial(zipped.zipped, folder / store.NETWORK, words.own.download_about.format(file=_FILE))
            st.download_button(words.own.download, make, _FILE, "application/zip", on_click="ignore")
        st.button(words.own.another, on_click=partial(own.show, None))
        delete = partial(trainings.delete, folder)
        st.button(words.own.delete, on_click=delete, help=words.own.delete_help, icon=":material/delete:")
    st.caption(words.own.whose.format(hours=store.HOURS))
