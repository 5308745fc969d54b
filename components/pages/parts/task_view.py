"""A visitor's task on a page: its place in the queue, its progress, and a button that stops it."""

from collections.abc import Callable
from typing import Any, NoReturn

import streamlit as st

from components.pages.parts import fault_view
from components.pages.serving.tasks import Progress, Task, queue
from components.pages.visit.link import say_again
from components.words import Words

_POLL = 0.5  # seconds


@st.fragment(run_every=_POLL)
@fault_view.guard()
def watch(
    words: Words,
    task: Task[Any],
    sentence: Callable[[Progress], str],
    *,
    stop: str,
    fresh: Callable[[], bool] = lambda: False,
) -> None:
    """Show how a task stands, twice a second, and run the page again when there is something new to show.

    Parameters
    ----------
    words : Words
        The reader's language.
    task : Task
        The work.
    sentence : callable
        Returns the progress in words.
    stop : str
        The button's label.
    fresh : callable, optional
        Whether there is something new to show while it runs.
    """
    task.look()
    if task.over or fresh():
        again()
    before, progress = queue().before(task), task.progress
    if task.state == "queued" and before:
        st.info(words.frame.job_queued.format(before=before), icon=":material/hourglass_empty:")
    elif progress is None:
        st.progress(0.0, words.frame.job_preparing)
    else:
        st.progress(progress.done / progress.of, sentence(progress))
    st.button(stop, on_click=task.stop, icon=":material/stop_circle:")


def again() -> NoReturn:
    """Run the whole page again."""
    say_again()
    st.rerun()
