"""Side by side: what one network writes at several temperatures, or with one that changes, with the same noise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from components.language_model.sample import Sample
from components.language_model.scene import Setting, at_the_slider
from components.pages.explore import slider_text
from components.pages.parts import texts_view
from components.pages.serving.answers import Answers
from components.pages.visit import character
from components.presenting.columns import Column, column, columns, ending, texts
from components.presenting.numbers import unbroken
from components.presenting.own_column import SliderTexts, scheduled_text
from components.presenting.twins import twins
from components.words import Words

_COLUMNS = "columns"


@dataclass(frozen=True)
class Texts:
    """The texts of a setting, as far as they have been written.

    Attributes
    ----------
    setting : Setting
        What they are written with.
    fixed : list of Column or None
        Those of its temperatures.
    own : list of Sample or None
        That of its schedule; without one, those of the slider, in rising order: until they are wanted and have been
        written, the one that it rests at.
    """

    setting: Setting
    fixed: list[Column] | None
    own: list[Sample] | None

    @property
    def are_whole(self) -> bool:
        """Whether all texts that its column can show are there."""
        return self.setting.schedule is not None or len(self.own or ()) > 1


def written(answers: Answers, settings: Sequence[Setting], resting: float) -> list[Texts]:
    """Return the texts of settings; those of the slider begin to be written behind the bars, if they are wanted."""
    of_slider = slider_text.write(answers, settings)
    return [_texts(answers, setting, own, resting) for setting, own in zip(settings, of_slider, strict=True)]


def _texts(answers: Answers, setting: Setting, of_slider: list[Sample] | None, resting: float) -> Texts:
    samples = answers.samples(setting.constant)
    fixed = None if samples is None else columns(samples, answers.lexicon)
    if setting.schedule is not None:
        return Texts(setting, fixed, answers.samples(setting.scheduled))
    return Texts(setting, fixed, of_slider or answers.samples_at_hand(setting, resting))


def show(
    words: Words, answers: Answers, shown: Texts, uncut: Texts | None = None, *, resting: float, hidden: str
) -> None:
    """Show the columns, the slider's own first.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's.
    shown : Texts
        The texts.
    uncut : Texts, optional
        The same without the cut, which stand below them.
    resting : float
        Where the slider rests.
    hidden : str
        What is said in place of the texts, while they would give an answer away.
    """
    if shown.fixed is None:
        return
    if not shown.fixed:
        st.info(words.explore.no_temperatures)
    given = _given(words, answers, shown, uncut, resting=resting, hidden=hidden)
    settings = [some.setting for some in (shown, uncut) if some]
    texts_view.show_columns(
        given, on_choice=partial(_open, given["fixed"]), on_wanted=partial(slider_text.want, settings)
    )
    if answers.window is not None:
        st.caption(_few(words, answers.window))


def whole(
    words: Words, answers: Answers, shown: Texts, uncut: Texts | None = None, *, resting: float
) -> dict[str, Any]:
    """Return what the component is given when all of the slider's texts are there: they are written now if need be."""
    with_every = uncut and _with_every(answers, uncut)
    return _given(words, answers, _with_every(answers, shown), with_every, resting=resting, hidden="")


def _with_every(answers: Answers, shown: Texts) -> Texts:
    if shown.setting.schedule is not None:
        return shown
    return replace(shown, own=answers.samples_at_the_slider(shown.setting))


def _given(
    words: Words, answers: Answers, shown: Texts, uncut: Texts | None, *, resting: float, hidden: str
) -> dict[str, Any]:
    fixed = shown.fixed or []
    return texts_view.columns_data(
        texts(fixed, words),
        [column.sample.temperature for column in fixed],
        _own(words, answers, shown),
        _twins(words, answers, shown, uncut) if uncut else None,
        words,
        key=_COLUMNS,
        before=ending(shown.setting.prompt),
        resting=resting,
        hidden=hidden,
    )


def _few(words: Words, window: int) -> str:
    """Return why the slider's column has fewer texts than the slider has places."""
    written = at_the_slider(window)
    sentence = words.explore.slider_few.format(window=window, count=len(written), step=written[1] - written[0])
    return unbroken(sentence)


def _twins(words: Words, answers: Answers, shown: Texts, uncut: Texts) -> texts_view.Twins:
    below = twins(shown.fixed, uncut.fixed, words) if shown.fixed and uncut.fixed else []
    return texts_view.Twins(below, _own(words, answers, uncut))


def files(answers: Answers, shown: Texts, *, resting: float) -> list[Column]:
    """Return the columns that can be taken away: those that are shown, the slider's where it rests."""
    own = _own_shown(shown, resting)
    return [*(shown.fixed or ()), *(column(sample, answers.lexicon) for sample in own)]


def _own_shown(shown: Texts, resting: float) -> list[Sample]:
    """Return the slider's own text, as far as it is there and no fixed column is the same."""
    if shown.setting.schedule is not None or not shown.own:
        return shown.own or []
    nearest = min(shown.own, key=lambda sample: abs(sample.temperature - resting))
    return [] if nearest.temperature in shown.setting.temperatures else [nearest]


def _own(words: Words, answers: Answers, shown: Texts) -> SliderTexts:
    if shown.setting.schedule is None:
        return slider_text.texts(words, answers, shown.setting, shown.own)
    sample = shown.own[0] if shown.own else None
    return scheduled_text(sample, shown.setting, answers.lexicon, words)


def _open(temperatures: Sequence[float], temperature: float | None, position: int) -> None:
    if temperature is None:
        character.open_last_at(temperatures, position)
        return
    compared = sorted({*temperatures, temperature})
    character.open_at(compared, compared.index(temperature), position)
