"""The large view: what stands in it above the slider, and the way in and out."""

import html

import streamlit as st

from components.pages.parts.component import component
from components.pages.visit import places, present
from components.presenting import prompt_text
from components.presenting.prompt_text import Prompt
from components.words import Words


def show(words: Words, read: Prompt) -> None:
    """Show the prompt's end as one line of text, and a button that leaves; the style hides the fields."""
    with st.container(key="large view", horizontal=True, vertical_alignment="center", gap="small"):
        so_far = html.escape(prompt_text.shown(read.text))
        st.html(f'<p class="so-far"><span>{html.escape(words.explore.prompt)}</span><b><bdi>{so_far}</bdi></b></p>')
        component("leave")(key="leave", data={"label": words.lesson.present_leave}, on_left_change=_leave)


def offer(words: Words) -> None:
    """Offer what is made for a class: the large view, and the sheet of a lesson."""
    st.button(
        words.lesson.present,
        help=words.lesson.present_help,
        on_click=present.put,
        args=(True,),
        icon=":material/present_to_all:",
    )
    st.button(words.lesson.lesson_open, on_click=places.go, args=(places.LESSON,), icon=":material/print:")


def _leave() -> None:
    present.put(False)
