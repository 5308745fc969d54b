"""Long work on a page: where it stands in the queue, how far it is, and a button that stops it."""

from collections.abc import Callable
from typing import Any, NoReturn

import streamlit as st

from components.pages.serving.jobs import Job, queue
from components.pages.visit import link
from components.words.en import Words

_POLL = 0.5  # seconds


@st.fragment(run_every=_POLL)
def watch(
    words: Words,
    job: Job[Any],
    said: Callable[[Any], tuple[float, str]],
    *,
    stop: str,
    fresh: Callable[[], bool] = lambda: False,
) -> None:
    """Say how a job stands, twice a second, and let the page run anew when there is something to show.

    Parameters
    ----------
    words : Words
        The reader's language.
    job : Job
        The work.
    said : callable
        Gives how far it is, from 0 to 1 and in words, from what it yielded last.
    stop : str
        What the button says.
    fresh : callable, optional
        Whether there is something new to show while it runs.
    """
    job.look()
    if job.over or fresh():
        again()
    before, latest = queue().before(job), job.latest
    if job.state == "queued" and before:
        st.info(words.job_queued.format(before=before), icon=":material/hourglass_empty:")
    elif latest is None:
        st.progress(0.0, words.job_preparing)
    else:
        st.progress(*said(latest))
    st.button(stop, on_click=job.stop, icon=":material/stop_circle:")


def again() -> NoReturn:
    """Let the whole page run anew."""
    link.say_again()
    st.rerun()
