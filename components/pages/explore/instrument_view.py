"""The first page's instrument as one HTML file: offered among what can be taken away."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.charts.drawing import PictureError
from components.language_model import folder
from components.language_model.scene import Setting
from components.own import store
from components.pages.explore import instrument
from components.pages.explore.instrument import Instrument
from components.pages.parts import download_view, frame, schedule_view
from components.pages.parts.live_view import Saying
from components.pages.serving import faults
from components.pages.serving.answers import Answers
from components.pages.visit import figures, language, slider
from components.presenting import networks
from components.words import Words

_LANGUAGES = {"en": "en", "zh": "zh-Hans"}  # as a web page names them


def offer(
    words: Words,
    answers: Answers,
    setting: Setting,
    texts: Callable[[], dict[str, Any]],
    saying: Saying,
    *,
    ready: bool,
) -> None:
    """Show the button.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's.
    setting : Setting
        What the texts were written with.
    texts : callable
        Returns what the component of the columns is given when all texts of the slider are there.
    saying : dict
        The sentences that follow the slider.
    ready : bool
        Whether those texts are there, or can be written by now.
    """
    held = schedule_view.held() if setting.schedule is not None else None
    resting = {**saying, "temperature": slider.resting()}
    described = words.explore.live_description if not setting.cut.has_cut else words.cut.live_description_cut
    shown = Instrument(
        _LANGUAGES[language.current()],
        answers.name,
        setting,
        _link(answers.name),
        figures.shown()[slider.KEY],
        described.format(characters=len(answers.vocabulary)),
        lambda: instrument.parts(words, texts(), resting, held),
    )
    download_view.offer(
        words.instrument.download,
        partial(_page, words, shown),
        f"temperature-{re.sub('[^a-z0-9]+', '-', networks.in_file(answers.name).lower())}.html",
        "text/html",
        key="instrument",
        help=words.instrument.download_help,
        disabled=not ready,
    )


def _page(words: Words, shown: Instrument) -> str:
    try:
        return instrument.page(words, shown)
    except PictureError as error:
        faults.log(error)
        raise PictureError(words.pictures.broken.format(mark=faults.mark(error))) from error


def _link(model: str) -> str:
    """Return the address that brings back what is shown, but for a network of the visitor's own, which is not told."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    if store.is_link(model):
        query.pop(frame.MODEL.name, None)
    if model in folder.available():
        query.setdefault(frame.MODEL.name, [model])  # whether an address may leave it out depends on the rest of it
    here = (st.context.url or "").split("?")[0].rstrip("/")
    return f"{here}/?{urlencode(query, doseq=True)}"
