"""A text of the visitor's own: measured in the queue, while the page says how far it is."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis import stored
from components.analysis.calibration_reading import LEAST, MOST, Given, Measuring, Progress, TextLengthError, given
from components.analysis.calibration_reading import measuring as begin
from components.analysis.calibration_result import Calibration
from components.pages.parts import job_view
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.serving.jobs import Job, queue
from components.presenting.glyphs import glyph, plain
from components.words.en import Words

_TEXT, _ASKED, _REFUSED, _SHOWN = "own text", "own text asked", "own text refused", "own text shown"
_NAMED = 10  # of the characters that a network does not know


@dataclass(frozen=True)
class Asked:
    """What a visitor asked for.

    Attributes
    ----------
    model : Path
        The model's folder.
    taken : Given
        The text, as far as the model knows its characters.
    job : Job
        The work.
    """

    model: Path
    taken: Given
    job: Job[Progress]


def result(answers: Answers) -> Calibration | None:
    """Give what was found on the visitor's text, if this model has read it."""
    asked = _asked(answers)
    found: Calibration | None = asked.job.result if asked is not None else None
    st.session_state[_SHOWN] = found
    return found


def show(words: Words, answers: Answers) -> None:
    """Show the field, and how the work on it stands."""
    st.subheader(words.own_title, anchor=False)
    st.markdown(words.own_lead.format(least=LEAST, most=MOST))
    text = st.text_area(words.own_field, key=_TEXT, height=160, on_change=_forget_refusal, persist_state="session")
    if st.button(words.own_measure, type="primary"):
        _ask(answers, text or "")
    refused = st.session_state.get(_REFUSED)
    if refused is not None:
        st.warning(_refusal(words, refused, text or ""), icon=":material/info:")
    asked = _asked(answers)
    if asked is not None:
        _standing(words, asked)


def _ask(answers: Answers, text: str) -> None:
    before = st.session_state.pop(_ASKED, None)
    if before is not None:
        before.job.stop()
    _forget_refusal()
    try:
        taken = given(answers.vocabulary, text)
    except TextLengthError as error:
        st.session_state[_REFUSED] = error
        return
    job = Job(partial(_measuring, answers.path, taken))
    st.session_state[_ASKED] = Asked(answers.path, taken, job)
    queue().put(job)


def _measuring(path: Path, taken: Given) -> Measuring:
    return begin(models.present(path).sampler, taken.codes)


def _asked(answers: Answers) -> Asked | None:
    asked: Asked | None = st.session_state.get(_ASKED)
    if asked is None or asked.model == answers.path:
        return asked
    asked.job.stop()  # for another model; nobody waits for it now
    return None


def _forget_refusal() -> None:
    st.session_state.pop(_REFUSED, None)


def _refusal(words: Words, error: TextLengthError, text: str) -> str:
    if not error.too_short:
        return words.own_too_long.format(characters=error.characters, most=MOST)
    sentence = words.own_too_short if len(text) == error.characters else words.own_too_few_known
    return sentence.format(characters=error.characters, least=LEAST)


def _standing(words: Words, asked: Asked) -> None:
    job = asked.job
    if asked.taken.left_out:
        unknown = _named(words, asked.taken.unknown)
        said = words.own_left_out.format(count=asked.taken.left_out, unknown=unknown)
        st.caption(plain(said))
    if not job.over:
        job_view.watch(words, job, partial(_progress, words), stop=words.own_stop)
    elif job.result is not st.session_state.get(_SHOWN):  # it ended while this run was on its way
        job_view.again()
    elif job.state == "failed":
        st.error(plain(words.own_failed.format(error=job.error)))
    elif job.state == "stopped":
        st.info(words.own_stopped)
    elif job.result is not None:
        st.success(words.own_done.format(predictions=job.result.predictions))
        make = partial(as_json, asked)
        st.download_button(words.own_download, make, "calibration.json", "application/json", on_click="ignore")


def _named(words: Words, unknown: Sequence[str]) -> str:
    shown = " ".join(map(glyph, unknown[:_NAMED]))
    more = len(unknown) - _NAMED
    return words.own_more.format(shown=shown, more=more) if more > 0 else shown


def _progress(words: Words, progress: Progress) -> tuple[float, str]:
    done, total = progress.done, progress.total
    if done < total:
        return done / total, words.own_running.format(done=done, total=total, left=total - done)
    return 1.0, words.own_searching.format(total=total)


def as_json(asked: Asked) -> str:
    """Give what was found, and with which model; not the text."""
    text = {"characters": len(asked.taken.codes), "left_out": asked.taken.left_out}
    return json.dumps({**stored.provenance(asked.model), **text, **asdict(asked.job.result)}, ensure_ascii=False)
