"""The page list and the shared frame. Start it with ``streamlit run app.py``."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.pages.calibration import page as calibration
from components.pages.explore import page as explore
from components.pages.in_keras import page as in_keras
from components.pages.parting import page as parting
from components.pages.sweep import page as sweep
from components.pages.visit import language, places

STYLE = (Path(__file__).parent / "components" / "pages" / "style.css").read_text("utf-8")


def main() -> None:
    """Show the page that the visitor chose, in the visitor's language."""
    words = language.words()
    st.set_page_config(page_title=words.title, page_icon="🌡️", layout="wide")
    # Markdown, not st.html: the browser has it at once, so nothing moves when the style arrives.
    quoted = words.as_trained.replace('"', "\\22 ")  # inside a string of CSS
    style = STYLE.replace("BASE", f"{st.get_option('theme.baseFontSize') or 16:g}")
    st.markdown(f'<style>{style} :root {{ --as-trained: "{quoted}"; }}</style>', unsafe_allow_html=True)
    pages: places.Pages = {}
    for path, title, show in (
        (places.EXPLORE, words.explore, explore.show),
        (places.PARTING, words.parting_title, parting.show),
        (places.SWEEP, words.sweep_title, sweep.show),
        (places.CALIBRATION, words.calibration_title, calibration.show),
        (places.IN_KERAS, words.in_keras, in_keras.show),
    ):
        pages[path] = st.Page(partial(show, words, pages), title=title, url_path=path, default=not pages)
    page = st.navigation(list(pages.values()), position="top")
    language.menu()
    page.run()


main()
