"""The figures of a page as files: one menu at the page's end, made when it is opened."""

import re
from collections.abc import Callable
from functools import partial

import streamlit as st

from components.charts import pictures
from components.charts.drawing import PictureError
from components.pages.parts import download_view
from components.pages.serving import faults
from components.pages.visit import figures
from components.pages.visit.figures import Shown
from components.presenting.numbers import short_number
from components.words import Words

_STRETCHED = 400  # pixels: the height of a figure that takes its height from the page
_KINDS = (("SVG", pictures.svg, "image/svg+xml"), ("PNG", pictures.png, "image/png"))


def offer(words: Words) -> None:
    """Show the menu, where the page has a figure."""
    if not figures.shown():
        return
    menu = st.popover(words.pictures.title, key="pictures", on_change="rerun", icon=":material/image:")
    if not menu.open:
        return
    with menu:
        st.caption(words.pictures.lead.format(width=pictures.WIDTH))
        for number, key in enumerate(figures.shown(), 1):
            _offer(words, number, key)


def _offer(words: Words, number: int, key: str) -> None:
    figure = figures.shown()[key]
    called = figure.name.rstrip(".。") or words.pictures.figure.format(number=number)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(called, width="stretch")
        for kind, draw, mime in _KINDS:
            made = partial(file, words, draw, figures.shown(), key)
            name = file_name(key, figure.at, kind.lower())
            download_view.offer(
                kind,
                made,
                name,
                mime,
                key=f"picture {key} {kind}",
                help=words.pictures.one.format(name=called, kind=kind),
            )


def file_name(key: str, temperature: float | None, kind: str) -> str:
    """Return what a picture is called as a file.

    Examples
    --------
    >>> file_name("sweep word_share", 0.6, "svg"), file_name("bands", None, "png")
    ('sweep-word-share-T-0.6.svg', 'bands.png')
    """
    figure = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    at = "" if temperature is None else f"-T-{short_number(temperature)}"
    return f"{figure}{at}.{kind}"


def file(words: Words, draw: Callable[..., bytes], shown: dict[str, Shown], key: str) -> bytes:
    """Return a figure's file; it is made on a thread of its own when somebody asks for it.

    Raises
    ------
    PictureError
        If it cannot be drawn, with the sentence that a visitor reads.
    """
    figure = shown[key]
    data = {name: table.to_pylist() for name, table in figure.tables.items()}
    try:
        return draw(figure.specification, data, height=_STRETCHED if figure.stretched else None, at=figure.at)
    except PictureError as error:
        faults.log(error)
        no_font = words.pictures.no_font
        said = no_font if error.kind == "font" else words.pictures.broken.format(mark=faults.mark(error))
        raise PictureError(said, error.kind) from error
