"""A temperature that changes along the text: folded away beside the slider, and seen there while it is on."""

import streamlit as st

from components.language_model.vocabulary import Vocabulary
from components.pages.parts.component import component
from components.pages.parts.fold_view import fold
from components.pages.parts.live_view import Saying
from components.pages.visit import schedule, slider
from components.pages.visit.link import keep, read
from components.presenting.schedule import head
from components.temperature.scale import HIGHEST, LOWEST
from components.temperature.schedule import Schedule
from components.words import Words


def settle(words: Words, vocabulary: Vocabulary) -> None:
    """Let T stay where the network cannot write with the kind that was chosen, and say so; before all that asks."""
    if schedule.chosen().kind not in schedule.offered(vocabulary):
        schedule.clear()
        st.info(words.schedule.no_spaces)


def show(words: Words, vocabulary: Vocabulary, on: Schedule | None, *, lead: str) -> None:
    """Show the button that folds the fields out; it says how T changes, and beside it stands what lets T stay.

    Parameters
    ----------
    words : Words
        The reader's language.
    vocabulary : Vocabulary
        The network's.
    on : Ramp, WordPlace or None
        The schedule that is on.
    lead : str
        What it does on the page.
    """
    label = words.schedule.schedule if on is None else head(on, words)
    clear_help = words.schedule.clear_help
    with fold(words, "schedule", label, is_on=on is not None, clear=schedule.clear, clear_help=clear_help):
        st.markdown(lead)
        kind = _kind(words, vocabulary)
        if kind != schedule.STAYS:
            _temperatures(words, kind)
    keep(schedule.SCHEDULE, schedule.chosen())


def hold_slider() -> None:
    """Let the slider stand where it is held, whatever a hand does."""
    component("held")(key="held", data=held())


def held() -> dict[str, float]:
    """Return where the slider is held, and where a hand put it before."""
    return {"temperature": slider.resting(), "chosen": slider.chosen()}


def saying(words: Words, on: Schedule) -> Saying:
    """Return what is said in the place of what the slider's temperature does: that it is the schedule's."""
    sentence = words.schedule.saying.format(head=head(on, words))
    return dict.fromkeys(("zero", "below", "one", "above"), sentence)


def _kind(words: Words, vocabulary: Vocabulary) -> str:
    labels = {
        schedule.STAYS: words.schedule.stays,
        "linear": words.schedule.linear,
        "cosine": words.schedule.cosine,
        schedule.WORD: words.schedule.word,
    }
    kinds = schedule.offered(vocabulary)
    kind = st.selectbox(
        words.schedule.kind,
        kinds,
        index=kinds.index(schedule.chosen().kind),
        format_func=labels.__getitem__,
        key=schedule.KIND,
        help=words.schedule.kind_help,
        on_change=schedule.follow_kind,
        persist_state="session",
    )
    return str(kind)


def _temperatures(words: Words, kind: str) -> None:
    of_word = kind == schedule.WORD
    labels = (words.schedule.first, words.schedule.inside) if of_word else (words.schedule.start, words.schedule.end)
    linked = read(schedule.SCHEDULE)
    with st.container(horizontal=True, gap="small"):
        for label, key, value in zip(
            labels, (schedule.FIRST, schedule.SECOND), (linked.first, linked.second), strict=True
        ):
            st.number_input(label, LOWEST, HIGHEST, value, 0.1, key=key, persist_state="session", width=150)
