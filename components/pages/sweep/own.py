"""A sweep of one's own: asked for here, run in the queue, stopped at any time; what there is stays."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.analysis.sweep_results import Results
from components.analysis.sweep_setting import SweepSetting
from components.pages import jobs, link, models
from components.pages.answers import Answers
from components.pages.jobs import Job
from components.pages.parts import controls, prompt_text
from components.pages.parts.glyphs import plain
from components.words.en import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.analysis.sweep import Progress

SAMPLES = (2, 4, 8, 16, 32)
LENGTHS = (250, 500, 1000)  # those that there is a reference for
_DEFAULT = (0.0, 0.2, 0.5, 0.8, 1.0, 1.2, 1.5, 2.0)
_JOB, _SHOWN, _PROMPT, _SAMPLES, _LENGTH = "sweep job", "sweep shown", "sweep prompt", "sweep samples", "sweep length"


@dataclass(frozen=True)
class Asked:
    """A job with the model that it is for, and what was to be said of the prompt."""

    job: "Job[Progress]"
    model: Path
    remarks: tuple[str, ...]


def shown(answers: Answers) -> tuple[Results, tuple[int, int]] | None:
    """Give what there is of the visitor's own sweep with this model, and what tells it from other results."""
    asked: Asked | None = st.session_state.get(_JOB)
    if asked is None or asked.model != answers.path or asked.job.latest is None:
        return None
    st.session_state[_SHOWN] = asked.job.latest
    results = asked.job.latest.results
    return (results, (asked.job.number, asked.job.latest.done)) if results.measures else None


def show(words: Words, answers: Answers) -> None:
    """Show the form, and how the sweep stands that was asked for."""
    asked: Asked | None = st.session_state.get(_JOB)
    if asked is not None and asked.model != answers.path:
        asked.job.stop()
        asked = st.session_state[_JOB] = None
    if asked is not None:
        for remark in asked.remarks:
            st.warning(plain(remark), icon=":material/info:")
        _standing(words, asked.job)
    if asked is None or asked.job.over:
        _form(words, answers)


def _form(words: Words, answers: Answers) -> None:
    with st.expander(words.sweep_run), st.form("sweep form", border=False):
        st.markdown(words.sweep_run_lead)
        field = st.text_input(
            words.sweep_prompt, prompt_text.shown("\n"), key=_PROMPT, help=words.prompt_help, persist_state="session"
        )
        temperatures = controls.temperatures(
            words,
            st,  # type: ignore[arg-type]
            key=link.SWEPT,
            label=words.temperatures,
            default=_DEFAULT,
            most=link.MOST_SWEPT,
            said=words.temperatures_help,
        )
        left, right = st.columns(2)
        samples = left.select_slider(words.sweep_samples, SAMPLES, 8, key=_SAMPLES, persist_state="session")
        length = right.select_slider(words.sweep_length, LENGTHS, 500, key=_LENGTH, persist_state="session")
        pressed = st.form_submit_button(words.sweep_start, type="primary")
    if not pressed:
        return
    if not temperatures:
        st.info(words.no_temperatures)
        return
    prompt = prompt_text.read(field, answers.vocabulary, words)
    _begin(answers, SweepSetting(prompt.text, temperatures, int(samples), int(length)), tuple(prompt.remarks))
    link.say_again()
    st.rerun()


def _begin(answers: Answers, setting: SweepSetting, remarks: tuple[str, ...]) -> None:
    path, known = answers.path, answers.known_words

    def make() -> "Generator[Progress, None, Any]":
        from components.analysis.sweep import run

        yield from run(models.present(path).sampler, known, setting)

    job: Job[Progress] = Job(make)
    st.session_state[_JOB], st.session_state[_SHOWN] = Asked(job, path, remarks), None
    jobs.queue().put(job)


def _standing(words: Words, job: "Job[Progress]") -> None:
    if not job.over:
        _watch(words, job)
        return
    if job.state == "failed":
        st.error(plain(words.sweep_failed.format(error=str(job.error))))
    elif job.state == "done" and job.latest is not None:
        st.success(words.sweep_done.format(texts=job.latest.done), icon=":material/check_circle:")
    elif job.latest is None or not job.latest.results.measures:
        st.info(words.sweep_stopped_early)
    else:
        results = job.latest.results
        st.info(words.sweep_stopped.format(seeds=len(results.measures), samples=results.setting.samples))
    if job.latest is not None and job.latest.results.measures:
        st.button(words.sweep_back, on_click=_forget)


@st.fragment(run_every=0.5)
def _watch(words: Words, job: "Job[Progress]") -> None:
    """Say how far it is, twice a second; the figures are drawn anew when there is more to draw."""
    job.look()
    if job.over or job.latest is not st.session_state.get(_SHOWN):
        st.session_state[_SHOWN] = job.latest
        link.say_again()
        st.rerun()
    before, latest = jobs.queue().before(job), job.latest
    if job.state == "queued" and before:
        st.info(words.sweep_queued.format(before=before), icon=":material/hourglass_empty:")
    elif latest is None:
        st.progress(0.0, words.sweep_preparing)
    else:
        said = words.sweep_running.format(done=latest.done, total=latest.total, left=latest.total - latest.done)
        st.progress(latest.done / latest.total, said)
    st.button(words.sweep_stop, on_click=job.stop, icon=":material/stop_circle:")


def _forget() -> None:
    st.session_state[_JOB] = None
