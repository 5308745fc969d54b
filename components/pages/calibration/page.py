"""The page "Calibration": at which temperature the network predicts best, and whether its chances keep their word."""

import json
from functools import partial

import streamlit as st

from components.analysis.calibration_result import StoredCalibration
from components.analysis.stored import CALIBRATION
from components.pages.calibration import figures, lesson, networks, own
from components.pages.parts import frame, stored_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.visit.places import Pages
from components.presenting import calibration as sentences
from components.presenting.calibration import Text
from components.words.en import Words


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.calibration_title, words.calibration_lead, _content)


def _content(words: Words, answers: Answers) -> None:
    found = stored_view.read(words, models.calibration, CALIBRATION, answers.path)
    visitors = own.result(answers)
    texts = []
    if found is not None:
        texts += [
            Text("held_out", words.held_out_text, found.held_out.calibration),
            Text("training", words.training_text, found.training.calibration),
        ]
    if visitors is not None:
        texts.append(Text("own", words.own_text, visitors))
    if texts:
        with st.container():  # the cursor stays in sight as far as its figures go
            figures.show(words, texts)
        st.subheader(words.calibration_found, anchor=False)
        st.markdown(sentences.said(words, texts, found))
        _take_away(words, texts, found)
    if found is not None:
        lesson.show(words, answers, found.held_out.calibration.best.temperature)
    networks.show(words)
    own.show(words, answers)


def _take_away(words: Words, texts: list[Text], found: StoredCalibration | None) -> None:
    with st.container(horizontal=True):
        make = partial(sentences.as_csv, texts)
        st.download_button(words.calibration_csv, make, "calibration.csv", "text/csv", on_click="ignore")
        if found is not None:
            whole = partial(json.dumps, found.content, ensure_ascii=False)
            st.download_button(words.calibration_json, whole, "calibration.json", "application/json", on_click="ignore")
