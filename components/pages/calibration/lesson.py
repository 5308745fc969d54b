"""The temperature that predicts best beside the ones that read well: calibration beside the sweep."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from components.analysis.reference import Reference
from components.analysis.stored import StoredError
from components.analysis.sweep_results import Results, values
from components.pages import models
from components.pages.answers import Answers
from components.pages.parts import stored_view
from components.words.en import Words

_WORDS = "word_share"
_COOL, _TRAINED = 0.5, 1.0  # temperatures that stand beside the one nearest to T*


@dataclass(frozen=True)
class Lesson:
    """How well a network spells at several temperatures.

    Attributes
    ----------
    best : float
        T* on held-out text.
    nearest : float
        The sweep's temperature that is nearest to it.
    like : float
        The sweep's temperature at which it spells most as well as real text.
    shares : dict of float to float
        Share of words that are in the training text, at every temperature.
    real : float
        The same of real text.
    """

    best: float
    nearest: float
    like: float
    shares: dict[float, float]
    real: float


def lesson(results: Results, reference: Reference, best: float) -> Lesson | None:
    """Put the sweep's figures beside T*, or give None where they hold no words."""
    real = reference.lengths[reference.nearest(results.setting.length)][_WORDS].mean
    means = values(results, _WORDS).mean(axis=0)
    found = zip(results.setting.temperatures, means.tolist(), strict=True)
    shares = {temperature: share for temperature, share in found if np.isfinite(share)}
    if real is None or not shares:
        return None
    nearest = min(shares, key=lambda temperature: abs(temperature - best))
    # From above: at low temperatures, too, words can be few, where a text runs in a loop.
    like = min(reversed(shares), key=lambda temperature: abs(shares[temperature] - real))
    return Lesson(best, nearest, like, shares, real)


def show(words: Words, answers: Answers, best: float) -> None:
    """Show the lesson with its numbers, where the sweep and real text were measured."""
    st.subheader(words.lesson, anchor=False)
    try:
        sweep, reference = models.sweep(answers.path), models.reference(answers.path)
    except StoredError as error:
        stored_view.say_what_is_wrong(words, error, answers.path)
        return
    found = lesson(sweep.results, reference, best)
    if found is None:
        return
    sentence = words.lesson_same if found.like == found.nearest else words.lesson_apart
    st.markdown(f"{sentence.format(best=found.best, like=found.like)} {words.lesson_why}")
    st.table(_table(words, found))


def _table(words: Words, found: Lesson) -> dict[str, list[str]]:
    shown = sorted({_COOL, _TRAINED, found.like, found.nearest} & set(found.shares))
    names = [
        words.lesson_nearest.format(temperature=temperature)
        if temperature == found.nearest
        else words.column_title.format(temperature=temperature)
        for temperature in shown
    ]
    shares = [*(found.shares[temperature] for temperature in shown), found.real]
    return {
        words.lesson_temperature: [*names, words.lesson_real],
        words.lesson_words: [words.lesson_percent.format(value=share) for share in shares],
    }
