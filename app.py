"""The page list and the shared frame. Start it with ``streamlit run app.py``."""

from functools import partial

import streamlit as st

from components.pages.calibration import page as calibration
from components.pages.explore import page as explore
from components.pages.in_keras import page as in_keras
from components.pages.lesson import page as lesson
from components.pages.numbers import page as numbers
from components.pages.own import page as own
from components.pages.parting import page as parting
from components.pages.parts import fault_view, figure
from components.pages.serving import clearing
from components.pages.style import STYLE, quoted
from components.pages.sweep import page as sweep
from components.pages.visit import language, places

# The first comes first.
PAGES = (
    explore.PAGE,
    parting.PAGE,
    sweep.PAGE,
    calibration.PAGE,
    in_keras.PAGE,
    numbers.PAGE,
    own.PAGE,
    lesson.PAGE,
)


def main() -> None:
    """Show the page that the visitor chose, in the visitor's language."""
    clearing.begin()
    language.settle()
    words = language.words()
    st.set_page_config(page_title=words.frame.title, page_icon="🌡️", layout="wide")
    # Markdown, not st.html: the browser has it at once, so nothing moves when the style arrives.
    at_one = f"--as-trained: {quoted(words.explore.as_trained)}; --as-given: {quoted(words.numbers.as_given)};"
    style = f":root {{ --base: {figure.base_size()}px; {at_one} }} {STYLE}"
    st.markdown(f"<style>{style}</style>", unsafe_allow_html=True)
    pages: places.Pages = {}
    for page in PAGES:
        show = partial(page.show, words, pages)
        pages[page.path] = st.Page(
            show,
            title=page.title(words),
            url_path=page.path,
            default=not pages,
            visibility="visible" if page.in_menu else "hidden",
        )
    chosen = st.navigation(list(pages.values()), position="top")
    language.menu()
    with fault_view.guard():
        chosen.run()


main()
