"""A network that a visitor has: uploaded, read in a process of its own, and shown like one that was trained here."""

from pathlib import Path

import streamlit as st

from components.language_model.machine import amount
from components.own import bringing
from components.own.refusal import RefusedError
from components.pages.parts import fault_view, task_view
from components.pages.serving.tasks import Queue, Report, Task
from components.pages.visit import own
from components.presenting import own as presenting
from components.presenting.glyphs import plain
from components.words import Words

_FILE, _CHARACTERS, _TASK = "own brought", "own brought characters", "own bringing"


def show(words: Words) -> None:
    """Show the fields for a network, folded away, and what becomes of it."""
    task: Task[Path] | None = st.session_state.get(_TASK)
    with st.expander(words.own.bring, expanded=task is not None):
        if task is not None and not task.over:
            _watch(words, task)
            return
        if task is not None:
            _outcome(words, task)
        _form(words)


def _form(words: Words) -> None:
    with st.form("own bringing form", border=False):
        st.caption(words.own.bring_lead)
        file, characters = st.columns(2, gap="large")
        with file:
            limit = words.own.bring_file.format(most=amount(bringing.LARGEST))
            upload = st.file_uploader(limit, key=_FILE, max_upload_size=bringing.LARGEST // 1_000_000)
        with characters:
            given = st.text_input(words.own.bring_characters, key=_CHARACTERS, help=words.own.bring_characters_help)
        above = st.container()  # what is said below the button is out of sight
        pressed = st.form_submit_button(words.own.bring_start)
    if pressed and upload is not None:
        _begin(upload.getvalue(), given)
        task_view.again()
    elif pressed:
        with above:
            _refuse(words, RefusedError("no_file"))


def _begin(network: bytes, characters: str) -> None:
    def work(report: Report) -> Path:
        return bringing.bring(network, characters, lambda: report(0, 1))

    task = st.session_state[_TASK] = Task(work)
    _lane().put(task)


@st.fragment(run_every=1.0)
@fault_view.guard()
def _watch(words: Words, task: "Task[Path]") -> None:
    task.look()
    if task.over:
        task_view.again()
    before = _lane().before(task)
    if task.state == "queued" and before:
        st.info(words.frame.job_queued.format(before=before), icon=":material/hourglass_empty:")
    else:
        st.progress(0.0, words.own.bringing)
    st.button(words.own.bring_stop, on_click=task.stop, icon=":material/stop_circle:")


def _outcome(words: Words, task: "Task[Path]") -> None:
    """Let the page be about a network that was taken; say why one was not."""
    st.session_state[_TASK] = None
    if task.result is not None:
        own.show(task.result)
        task_view.again()
    if isinstance(task.error, RefusedError):
        _refuse(words, task.error)
    elif task.error is not None:
        raise task.error


def _refuse(words: Words, refused: RefusedError) -> None:
    st.warning(plain(presenting.refused(refused, words)), icon=":material/info:")


@st.cache_resource(show_spinner=False)
def _lane() -> Queue:
    """Return the queue of the networks that visitors bring, one at a time."""
    return Queue()
