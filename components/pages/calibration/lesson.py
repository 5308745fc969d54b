"""The temperature that predicts best beside the ones that read well: calibration beside the sweep."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.analysis.bootstrap import Estimate
from components.analysis.reference import Reference
from components.analysis.stored import REFERENCE, SWEEP
from components.analysis.sweep_results import Results
from components.language_model.folder import ModelError
from components.pages.parts import file_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
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


def lesson(
    sweep: Results, summary: Mapping[str, Sequence[Estimate]], reference: Reference, best: float
) -> Lesson | None:
    """Put the sweep's figures beside T*, or give None where they hold no words."""
    real = reference.lengths[reference.nearest(sweep.setting.length)][_WORDS].mean
    found = zip(sweep.setting.temperatures, summary[_WORDS], strict=True)
    shares = {temperature: share.mean for temperature, share in sorted(found) if share.mean is not None}
    if real is None or not shares:
        return None
    nearest = min(shares, key=lambda temperature: abs(temperature - best))
    return Lesson(best, nearest, _like(shares, real), shares, real)


def _like(shares: dict[float, float], real: float) -> float:
    """Give the temperature at which texts spell as well as real text, coming from the hottest.

    At low temperatures, too, words can be few, where a text runs in a loop: that is another thing.
    """
    falling = sorted(shares, reverse=True)
    for hotter, cooler in itertools.pairwise(falling):
        if shares[cooler] >= real:
            return min(cooler, hotter, key=lambda temperature: abs(shares[temperature] - real))
    return min(shares, key=lambda temperature: abs(shares[temperature] - real))


def show(words: Words, answers: Answers, best: float) -> None:
    """Show the lesson with its numbers, where the sweep and real text were measured."""
    try:
        sweep, reference = models.sweep(answers.path), models.reference(answers.path)
        found = lesson(sweep.value, models.sweep_summary(answers.path), reference.value, best)
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)
        return
    if found is None:
        return
    st.subheader(words.lesson, anchor=False)
    for file, stored in ((SWEEP, sweep), (REFERENCE, reference)):
        if not stored.same_weights:
            file_view.say_other_weights(words, file, answers.path, stored.command)
    if found.like == found.nearest:
        st.markdown(words.lesson_same.format(best=found.best, like=found.like))
    else:
        st.markdown(f"{words.lesson_apart.format(best=found.best, like=found.like)} {words.lesson_why}")
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
