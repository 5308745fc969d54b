"""The page "Calibration": at which temperature the network predicts best, and whether its probabilities are honest."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis import stored
from components.own import store
from components.pages.calibration import figures, lesson, networks, own
from components.pages.parts import download_view, file_view, frame
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.visit import places, slider
from components.pages.visit.places import Pages
from components.presenting.calibration import PredictedText, as_csv, sentences
from components.presenting.numbers import unbroken
from components.words import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(
        words, pages, words.calibration.calibration_title, words.calibration.calibration_lead, _content, fields=FIELDS
    )


def _content(words: Words, answers: Answers) -> None:
    passages = file_view.read(words, models.calibration, stored.CALIBRATION, answers.model)
    visitors = own.result(answers)
    texts = []
    if passages is not None:
        texts += [
            PredictedText("held_out", words.calibration.held_out_text, passages.held_out.calibration),
            PredictedText("training", words.calibration.training_text, passages.training.calibration),
        ]
    if visitors is not None:
        texts.append(PredictedText("own", words.calibration.own_text, visitors))
    if texts:
        with st.container(key="calibration figures"):  # the slider stays in sight as far as its figures go
            figures.show(words, texts)
        st.header(words.calibration.calibration_found, anchor=False)
        st.markdown(unbroken(sentences(words, texts, passages)))
        _take_away(words, texts, None if passages is None else answers.model.path / stored.CALIBRATION)
    if passages is not None:
        lesson.show(words, answers, passages.held_out.calibration.best.temperature)
    if not texts and store.is_own(answers.model.path):
        st.info(words.calibration.nothing_measured)
    networks.show(words)
    own.show(words, answers)


def _take_away(words: Words, texts: list[PredictedText], file: Path | None) -> None:
    with st.container(horizontal=True):
        make = partial(as_csv, texts)
        download_view.offer(words.calibration.calibration_csv, make, "calibration.csv", "text/csv")
        if file is not None:
            read = partial(file.read_text, "utf-8")
            download_view.offer(words.calibration.calibration_json, read, "calibration.json", "application/json")


FIELDS = (slider.TEMPERATURE,)
PAGE = places.Page(places.CALIBRATION, lambda words: words.calibration.calibration_title, show, FIELDS)
