"""Whether a cut helps: the stored comparison of cuts, and of temperatures by place in the word, with constant ones."""

from functools import partial

import streamlit as st

from components.analysis import stored
from components.analysis.bootstrap import Estimate
from components.analysis.comparison_results import Comparison, to_csv
from components.analysis.reference import Figures, Reference
from components.charts import families
from components.own import store
from components.pages.parts import download_view, figure, file_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.presenting import comparison
from components.presenting.glyphs import plain
from components.presenting.numbers import unbroken
from components.words import Words

_BEFORE = 1.0  # where a figure's own slider stands until the page's moves it
_LEFT, _BELOW = 0.04, 0.1  # how far to the left of real text and below it the figure goes


def show(words: Words, answers: Answers, reference: Reference | None) -> None:
    """Show what was compared and what was found; where nothing was, the command that does it.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's.
    reference : Reference or None
        Real text's figures, if they can be used.
    """
    if store.is_own(answers.model.path):
        return  # the comparison takes hours, by a command
    st.header(words.sweep.comparison, anchor=False)
    if not (answers.model.path / stored.COMPARISON).exists():
        command = stored.command(answers.model.path, stored.COMPARISON)
        st.info(f"{plain(words.sweep.comparison_missing)}\n```sh\n{command}\n```")
        return
    compared = file_view.read(words, models.comparison, stored.COMPARISON, answers.model)
    if compared is None:
        return
    real = reference.lengths.get(compared.setting.constant.length) if reference else None
    means = models.comparison_summary(answers.model)
    st.caption(unbroken(comparison.lead(compared, words)))
    level = _level(real)
    found = models.comparison_findings(answers.model, level[1]) if level else []
    if level:
        _sentences(comparison.sentences(compared, found, level[1], words))
    _figures(words, answers, compared, means, level)
    if found:
        st.caption(unbroken(words.sweep.table_lead))
        st.table(comparison.table(found, words))
    with st.container(horizontal=True):
        csv, json = words.sweep.comparison_csv, words.sweep.comparison_json
        download_view.offer(csv, partial(to_csv, compared), "comparison.csv", "text/csv")
        read = partial((answers.model.path / stored.COMPARISON).read_text, "utf-8")
        download_view.offer(json, read, "comparison.json", "application/json")


def _figures(
    words: Words,
    answers: Answers,
    compared: Comparison,
    means: dict[str, list[Estimate]],
    level: tuple[float, float] | None,
) -> None:
    labels = figure.labels(families.FamiliesLabels, words.sweep, words.parting)
    points = comparison.points(compared, means, words)
    near = families.around(points, level, left=_LEFT, below=_BELOW) if level else points
    by_temperature = [point for point in points if point.family < comparison.IN_WORDS]
    characters, highest = len(answers.vocabulary.characters), max(compared.setting.constant.temperatures) or 1.0
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    with left:
        st.markdown(unbroken(words.sweep.comparison_how))
        figure.show(
            families.trade_off(labels, start=_BEFORE, base=figure.base_size()),
            families.rows(near, level),
            key="families",
            name=words.pictures.families,
            alt=words.sweep.comparison_alt,
        )
    with right:
        st.markdown(unbroken(comparison.kept(compared, means, characters, words)))
        figure.show(
            families.kept(labels, start=_BEFORE, highest=highest, characters=characters, base=figure.base_size()),
            families.rows(by_temperature, None),
            key="kept characters",
            name=words.pictures.kept,
            alt=words.sweep.kept_alt,
        )


def _level(real: Figures | None) -> tuple[float, float] | None:
    """Return diversity and quality of real text, if both were measured."""
    if real is None:
        return None
    diversity, quality = (real[name].mean for name in ("compressed_share", "word_share"))
    return None if diversity is None or quality is None else (diversity, quality)


def _sentences(said: list[str]) -> None:
    """Show sentences in two columns, in their order."""
    half = -(-len(said) // 2)
    for column, some in zip(st.columns(2, gap="large"), (said[:half], said[half:]), strict=True):
        for sentence in some:
            column.markdown(unbroken(sentence))
