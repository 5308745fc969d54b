"""A visitor's own text: measured in the queue, while the page shows the progress."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

import streamlit as st

from components.analysis import calibration_reading, stored
from components.analysis.calibration_reading import LEAST, KnownText, TextLengthError, most
from components.analysis.calibration_result import Calibration
from components.language_model.folder import ModelFolder
from components.pages.parts import download_view, task_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.serving.tasks import Progress, Report, Task, queue
from components.presenting.glyphs import glyph, plain
from components.words import Words

_FIELD, _OWN, _REFUSAL, _SHOWN = "own text", "own text measured", "own text refused", "own text shown"
_NAMED = 10  # of the characters that a network does not know


@dataclass(frozen=True)
class OwnText:
    """A visitor's text, and its measuring.

    Attributes
    ----------
    model : ModelFolder
        The network that it is of.
    text : KnownText
        As far as the model knows its characters.
    task : Task
        The work.
    """

    model: ModelFolder
    text: KnownText
    task: Task[Calibration]


def result(answers: Answers) -> Calibration | None:
    """Return the calibration on the visitor's text, if this model has read it."""
    own = _own(answers)
    calibration = own.task.result if own is not None else None
    st.session_state[_SHOWN] = calibration
    return calibration


def show(words: Words, answers: Answers) -> None:
    """Show the field, and how the work on it stands."""
    st.header(words.calibration.own_title, anchor=False)
    st.markdown(words.calibration.own_lead.format(least=LEAST, most=most(len(answers.vocabulary))))
    if answers.window is not None:
        st.caption(words.calibration.own_windowed.format(window=answers.window))
    text = st.text_area(
        words.calibration.own_field, key=_FIELD, height=160, on_change=_forget_refusal, persist_state="session"
    )
    if st.button(words.calibration.own_measure, type="primary"):
        _begin(answers, text or "")
    refusal = st.session_state.get(_REFUSAL)
    if refusal is not None:
        st.warning(_refusal(words, answers, refusal, text or ""), icon=":material/info:")
    own = _own(answers)
    if own is not None:
        _standing(words, own)


def _begin(answers: Answers, text: str) -> None:
    before: OwnText | None = st.session_state.pop(_OWN, None)
    if before is not None:
        before.task.stop()
    _forget_refusal()
    try:
        known = calibration_reading.known_text(answers.vocabulary, text)
    except TextLengthError as error:
        st.session_state[_REFUSAL] = error
        return
    network = answers.model.network

    def work(report: Report) -> Calibration:
        return calibration_reading.measure(models.present(network).sampler, known.codes, report=report)

    own = st.session_state[_OWN] = OwnText(network, known, Task(work))
    queue().put(own.task)


def _own(answers: Answers) -> OwnText | None:
    own: OwnText | None = st.session_state.get(_OWN)
    if own is None or own.model == answers.model.network:
        return own
    own.task.stop()  # for another model; nobody waits for it now
    return None


def _forget_refusal() -> None:
    st.session_state.pop(_REFUSAL, None)


def _refusal(words: Words, answers: Answers, error: TextLengthError, text: str) -> str:
    if not error.too_short:
        return words.calibration.own_too_long.format(characters=error.characters, most=most(len(answers.vocabulary)))
    sentence = words.calibration.own_too_short if len(text) == error.characters else words.calibration.own_too_few_known
    return sentence.format(characters=error.characters, least=LEAST)


def _standing(words: Words, own: OwnText) -> None:
    task = own.task
    if own.text.left_out:
        st.caption(
            plain(
                words.calibration.own_left_out.format(count=own.text.left_out, unknown=_named(words, own.text.unknown))
            )
        )
    if not task.over:
        task_view.watch(words, task, partial(_sentence, words), stop=words.calibration.own_stop)
    elif task.result is not st.session_state.get(_SHOWN):  # it ended while this run was on its way
        task_view.again()
    elif task.state == "failed":
        st.error(plain(words.calibration.own_failed.format(error=task.error)))
    elif task.result is None:
        st.info(words.calibration.own_stopped)
    else:
        st.success(words.calibration.own_done.format(predictions=task.result.predictions))
        make = partial(as_json, own, task.result)
        download_view.offer(words.calibration.own_download, make, "calibration.json", "application/json")


def _named(words: Words, unknown: Sequence[str]) -> str:
    names = " ".join(map(glyph, unknown[:_NAMED]))
    more = len(unknown) - _NAMED
    return words.calibration.own_more.format(shown=names, more=more) if more > 0 else names


def _sentence(words: Words, progress: Progress) -> str:
    done, total = progress.done, progress.of
    if done < total:
        return words.calibration.own_running.format(done=done, total=total, left=total - done)
    return words.calibration.own_searching.format(total=total)


def as_json(own: OwnText, calibration: Calibration) -> str:
    """Return the result, and with which model it was measured; not the text."""
    text = {"characters": len(own.text.codes), "left_out": own.text.left_out}
    return json.dumps({**stored.provenance(own.model.path), **text, **asdict(calibration)}, ensure_ascii=False)
