"""The temperature that predicts best beside the ones that read well."""

import streamlit as st

from components.analysis.stored import REFERENCE, SWEEP
from components.language_model.folder import ModelError
from components.pages.parts import file_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.presenting import lesson
from components.presenting.numbers import unbroken
from components.words import Words


def show(words: Words, answers: Answers, best: float) -> None:
    """Show the lesson with its numbers, where the sweep and real text were measured."""
    try:
        sweep, reference = models.sweep(answers.model), models.reference(answers.model)
        of = lesson.lesson(sweep.value, models.sweep_summary(answers.model), reference.value, best)
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)
        return
    if of is None:
        return
    st.header(words.calibration.lesson, anchor=False)
    for file, stored in ((SWEEP, sweep), (REFERENCE, reference)):
        if not stored.same_weights:
            file_view.say_other_weights(words, file, answers.model, stored.command)
    st.markdown(unbroken(lesson.sentence(words, of)))
    st.table(lesson.table(words, of))
