"""A sweep of one's own: asked for here, run in the queue, stopped at any time; what there is stays."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.analysis.sweep_results import Results
from components.analysis.sweep_setting import SweepSetting
from components.pages.parts import controls, job_view
from components.pages.serving import jobs, models
from components.pages.serving.answers import Answers
from components.pages.serving.jobs import Job
from components.pages.visit import link
from components.presenting import prompt_text
from components.presenting.glyphs import plain
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


@dataclass(frozen=True)
class Shown:
    """What there is of a visitor's own sweep: its results, its job's number, and how many texts are done."""

    results: Results
    job: int
    done: int


def shown(answers: Answers) -> Shown | None:
    """Give what there is of the visitor's own sweep with this model."""
    asked: Asked | None = st.session_state.get(_JOB)
    if asked is None or asked.model != answers.path:
        return None
    latest = st.session_state[_SHOWN] = asked.job.latest  # once: the job goes on meanwhile
    if latest is None or not latest.results.measures:
        return None
    return Shown(latest.results, asked.job.number, latest.done)


def show(words: Words, answers: Answers) -> None:
    """Show the form, and how the sweep stands that was asked for."""
    asked: Asked | None = st.session_state.get(_JOB)
    if asked is not None and asked.model != answers.path:
        asked.job.stop()
        asked = st.session_state[_JOB] = None
    if asked is not None:
        controls.say(asked.remarks)
        _standing(words, asked.job)
    if asked is None or asked.job.over:
        _form(words, answers)


def _form(words: Words, answers: Answers) -> None:
    with st.expander(words.sweep_run), st.form("sweep form", border=False):
        st.markdown(words.sweep_run_lead)
        field = st.text_input(
            words.sweep_prompt, prompt_text.shown("\n"), key=_PROMPT, help=words.prompt_help, persist_state="session"
        )
        temperatures, remarks = controls.temperatures(
            words,
            key=link.SWEPT,
            label=words.temperatures,
            default=_DEFAULT,
            most=link.MOST_SWEPT,
            help_text=words.temperatures_help,
        )
        left, right = st.columns(2)
        samples = left.select_slider(words.sweep_samples, SAMPLES, 8, key=_SAMPLES, persist_state="session")
        length = right.select_slider(words.sweep_length, LENGTHS, 500, key=_LENGTH, persist_state="session")
        pressed = st.form_submit_button(words.sweep_start, type="primary")
    if not pressed:
        return
    if not temperatures:
        controls.say(remarks)
        st.info(words.no_temperatures)
        return
    prompt = prompt_text.read(field, answers.vocabulary, words)
    setting = SweepSetting(prompt.text, temperatures, int(samples), int(length))
    _begin(answers, setting, (*prompt.remarks, *remarks))
    job_view.again()


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
        fresh = partial(_is_fresh, job)
        job_view.watch(words, job, partial(_said, words), stop=words.sweep_stop, fresh=fresh)
        return
    if _is_fresh(job):  # it ended while this run was on its way
        job_view.again()
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


def _is_fresh(job: "Job[Progress]") -> bool:
    """Whether there is more than what is shown."""
    return job.latest is not st.session_state.get(_SHOWN)


def _said(words: Words, latest: "Progress") -> tuple[float, str]:
    said = words.sweep_running.format(done=latest.done, total=latest.total, left=latest.total - latest.done)
    return latest.done / latest.total, said


def _forget() -> None:
    st.session_state[_JOB] = None
