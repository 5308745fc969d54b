"""All networks side by side: how sure each is of what it has read, and of what it has not."""

import streamlit as st

from components.analysis.calibration_result import Calibration, Passages
from components.analysis.stored import Stored
from components.language_model import folder
from components.language_model.folder import ModelError
from components.pages.serving import models
from components.presenting.calibration import best_value, is_higher, side_of_one
from components.words.en import Words


def show(words: Words) -> None:
    """Show a table of every network that has a stored result."""
    found = _measured()
    if not found:
        return
    st.subheader(words.networks, anchor=False)
    st.markdown(_lead(words, list(found.values())))
    labels = dict(words.model_labels)
    rows = [
        (labels.get(name, name) if stored.same_weights else words.networks_other_weights.format(name=name), *row)
        for name, stored in found.items()
        for row in (
            _row(words, words.training_text, stored.value.training.calibration),
            _row(words, words.held_out_text, stored.value.held_out.calibration),
        )
    ]
    titles = (words.model, words.networks_text, words.networks_best, words.networks_loss, words.networks_error)
    st.table(dict(zip(titles, map(list, zip(*rows, strict=True)), strict=True)))


def _measured() -> dict[str, Stored[Passages]]:
    found = {}
    for name, path in folder.available().items():
        try:
            found[name] = models.calibration(path)
        except ModelError:  # said where that network is chosen
            continue
    return found


def _lead(words: Words, found: list[Stored[Passages]]) -> str:
    over = sum(side_of_one(one.value.held_out.calibration) > 0 for one in found)
    higher = sum(is_higher(one.value.held_out.calibration, one.value.training.calibration) for one in found)
    if higher == len(found):
        return words.networks_lead.format(over=over, count=len(found))
    return words.networks_lead_mixed.format(over=over, count=len(found), higher=higher)


def _row(words: Words, text: str, found: Calibration) -> tuple[str, str, str, str]:
    one, best = found.one, found.best
    percent = words.lesson_percent
    return (
        text,
        best_value(words, found),
        words.from_to.format(one=f"{one.loss:.3f}", best=f"{best.loss:.3f}"),
        words.from_to.format(one=percent.format(value=one.error), best=percent.format(value=best.error)),
    )
