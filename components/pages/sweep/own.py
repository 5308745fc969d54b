"""A visitor's own sweep: started here, run in the queue, stopped at any time; the results so far stay."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from components.analysis import sweep
from components.analysis.sweep_results import Results
from components.analysis.sweep_setting import SweepSetting
from components.language_model.folder import ModelFolder
from components.pages.parts import controls, task_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.serving.tasks import Progress, Report, Task, queue
from components.pages.visit.link import numbers
from components.presenting import prompt_text
from components.presenting.glyphs import plain
from components.temperature.scale import HIGHEST, LOWEST
from components.words import Words

_DEFAULT = (0.0, 0.2, 0.5, 0.8, 1.0, 1.2, 1.5, 2.0)
SWEPT = numbers("swept", LOWEST, HIGHEST, 1.0, most=21, adopt=lambda texts: _go_back_to(texts))

_SWEEP, _SHOWN, _PROMPT = "own sweep", "own sweep shown", "sweep prompt"


@dataclass(frozen=True)
class Sizes:
    """What a visitor can choose from.

    Attributes
    ----------
    key : str
        What the fields are called: a choice among others is another.
    samples : tuple of int
        Texts at each temperature.
    lengths : tuple of int
        Characters of each text: those that there is a reference for.
    usual : tuple of int
        The samples and the length that are chosen at first.
    """

    key: str
    samples: tuple[int, ...]
    lengths: tuple[int, ...]
    usual: tuple[int, int]


SIZES = Sizes("sweep", (2, 4, 8, 16, 32), (250, 500, 1000), (8, 500))
WINDOWED_SIZES = Sizes("windowed sweep", (2, 4, 8), (250, 500), (2, 250))


@dataclass(frozen=True)
class OwnSweep:
    """A visitor's sweep.

    Attributes
    ----------
    task : Task
        The work; its progress has the results so far.
    model : ModelFolder
        The network that it is of.
    remarks : tuple of str
        What was mended in the visitor's input.
    """

    task: Task[Results]
    model: ModelFolder
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class ResultsSoFar:
    """The results of a visitor's sweep, its task's number, and the number of texts that are done."""

    results: Results
    task: int
    done: int


def results(answers: Answers) -> ResultsSoFar | None:
    """Return the results so far of the visitor's own sweep with this model."""
    own = _own()
    if own is None or own.model != answers.model.network:
        return None
    progress = st.session_state[_SHOWN] = own.task.progress  # once: the task goes on meanwhile
    if progress is None or not progress.results.measures:
        return None
    return ResultsSoFar(progress.results, own.task.number, progress.done)


def show(words: Words, answers: Answers, *, unfolded: bool) -> None:
    """Show the form, unfolded where there is nothing else, and how the visitor's sweep stands."""
    own = _own()
    if own is not None and own.model != answers.model.network:
        own.task.stop()
        own = st.session_state[_SWEEP] = None
    if own is not None:
        controls.say(own.remarks)
        _standing(words, own.task)
    if own is None or own.task.over:
        _form(words, answers, unfolded=unfolded)


def _own() -> OwnSweep | None:
    own: OwnSweep | None = st.session_state.get(_SWEEP)
    return own


def _form(words: Words, answers: Answers, *, unfolded: bool) -> None:
    with st.expander(words.sweep.sweep_run, expanded=unfolded), st.form("sweep form", border=False):
        st.markdown(words.sweep.sweep_run_lead)
        if answers.window is not None:
            st.caption(words.sweep.sweep_run_windowed.format(window=answers.window))
        field = st.text_input(
            words.sweep.sweep_prompt,
            prompt_text.shown(answers.vocabulary.first_of("\n")),
            key=_PROMPT,
            help=words.explore.prompt_help,
            persist_state="session",
        )
        temperatures, remarks = controls.temperatures(
            words,
            SWEPT,
            label=words.explore.temperatures,
            default=_DEFAULT,
            help_text=words.explore.temperatures_help,
        )
        samples, length = _sizes(words, SIZES if answers.window is None else WINDOWED_SIZES)
        pressed = st.form_submit_button(words.sweep.sweep_start, type="primary")
    if not pressed:
        return
    if not temperatures:
        controls.say(remarks)
        st.info(words.explore.no_temperatures)
        return
    prompt = prompt_text.read(field, answers.vocabulary, words)
    setting = SweepSetting(prompt.text, temperatures, samples, length)
    _begin(answers, setting, (*prompt.remarks, *remarks))
    task_view.again()


def _sizes(words: Words, sizes: Sizes) -> tuple[int, int]:
    """Show how many texts of what length can be chosen, and return what is."""
    (usual, usual_length), (left, right) = sizes.usual, st.columns(2)
    samples = left.select_slider(
        words.sweep.sweep_samples, sizes.samples, usual, key=f"{sizes.key} samples", persist_state="session"
    )
    length = right.select_slider(
        words.sweep.sweep_length, sizes.lengths, usual_length, key=f"{sizes.key} length", persist_state="session"
    )
    return int(samples), int(length)


def _begin(answers: Answers, setting: SweepSetting, remarks: tuple[str, ...]) -> None:
    network, lexicon = answers.model.network, answers.lexicon

    def work(report: Report) -> Results:
        return sweep.run(models.present(network).sampler, lexicon, setting, report=report)

    own = OwnSweep(Task(work), network, remarks)
    st.session_state[_SWEEP], st.session_state[_SHOWN] = own, None
    queue().put(own.task)


def _standing(words: Words, task: Task[Results]) -> None:
    if not task.over:
        fresh = partial(_is_fresh, task)
        task_view.watch(words, task, partial(_sentence, words), stop=words.sweep.sweep_stop, fresh=fresh)
        return
    if _is_fresh(task):  # it ended while this run was on its way
        task_view.again()
    so_far: Results | None = task.progress.results if task.progress else None
    any_seed = so_far is not None and so_far.measures
    if task.state == "failed":
        st.error(plain(words.sweep.sweep_failed.format(error=str(task.error))))
    elif task.result is not None:
        st.success(words.sweep.sweep_done.format(texts=task.result.setting.texts), icon=":material/check_circle:")
    elif so_far is None or not any_seed:
        st.info(words.sweep.sweep_stopped_early)
    else:
        st.info(words.sweep.sweep_stopped.format(seeds=len(so_far.measures), samples=so_far.setting.samples))
    if any_seed:
        st.button(words.sweep.sweep_back, on_click=_forget)


def _is_fresh(task: Task[Results]) -> bool:
    """Return whether there is more than the page shows."""
    return task.progress is not st.session_state.get(_SHOWN)


def _sentence(words: Words, progress: Progress) -> str:
    return words.sweep.sweep_running.format(done=progress.done, total=progress.of, left=progress.of - progress.done)


def _forget() -> None:
    st.session_state[_SWEEP] = None


def _go_back_to(temperatures: list[str]) -> None:
    st.session_state[SWEPT.name] = temperatures or [f"{temperature:g}" for temperature in _DEFAULT]
