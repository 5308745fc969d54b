"""What a visitor can do with what is theirs: keep its link, take it away, delete it, begin with another text."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.language_model import zipped
from components.own import store
from components.own.progress import Progress
from components.pages.own import start
from components.pages.parts import download_view
from components.pages.parts.component import component
from components.pages.serving import trainings
from components.pages.visit import own
from components.words import Words

_FILE = "my_network.zip"


def show(words: Words, folder: Path, reached: Progress) -> None:
    """Show it in a row, as far as it can be done by now, and whose the text is."""
    with st.container(key="own keep", horizontal=True, vertical_alignment="center"):
        st.markdown(words.own.keep, width="content")
        component("copy_link")(key="own link", data={"label": words.own.keep_link, "copied": words.own.link_copied})
        if reached.phase == "done":
            make = partial(zipped.zipped, folder / store.NETWORK, words.own.download_about.format(file=_FILE))
            download_view.offer(words.own.download, make, _FILE, "application/zip")
        if reached.over:
            st.button(words.own.another, on_click=partial(own.show, None))
        st.button(
            words.own.delete, on_click=partial(delete, folder), help=words.own.delete_help, icon=":material/delete:"
        )
    st.caption(words.own.whose.format(hours=store.HOURS))


def delete(folder: Path) -> None:
    """Remove what a visitor has left, and what is in the field for a text; for a callback."""
    trainings.delete(folder)
    start.forget()
