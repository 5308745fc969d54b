"""The page list and the shared frame. Start it with ``streamlit run app.py``."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.pages import explore, in_keras, language, parting

STYLE = (Path(__file__).parent / "components" / "pages" / "style.css").read_text("utf-8")


def main() -> None:
    """Show the page that the visitor chose, in the visitor's language."""
    words = language.words()
    st.set_page_config(page_title=words.title, page_icon="🌡️", layout="wide")
    # Markdown, not st.html: the browser has it at once, so nothing moves when the style arrives.
    quoted = words.as_trained.replace('"', "\\22 ")  # inside a string of CSS
    st.markdown(f'<style>{STYLE} :root {{ --as-trained: "{quoted}"; }}</style>', unsafe_allow_html=True)
    first = st.Page(partial(explore.show, words), title=words.explore, url_path="explore", default=True)
    pages = [
        first,
        st.Page(partial(parting.show, words, first), title=words.parting_title, url_path="why-they-part"),
        st.Page(partial(in_keras.show, words), title=words.in_keras, url_path="in-keras"),
    ]
    page = st.navigation(pages, position="top")
    language.menu()
    page.run()


main()
