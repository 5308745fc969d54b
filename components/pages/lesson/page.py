"""The sheet of a lesson of 20 minutes: six questions on one printed page, each with a link to where it is looked at."""

from urllib.parse import urlencode

import streamlit as st

from components.analysis import stored
from components.language_model.folder import ModelError, ModelFolder
from components.pages.parts import file_view, frame
from components.pages.parts.component import component
from components.pages.serving import models
from components.pages.visit import language, places
from components.pages.visit.link import flag, keep, read
from components.pages.visit.places import Pages
from components.presenting import networks, sheet
from components.presenting.glyphs import plain
from components.presenting.numbers import unbroken
from components.presenting.sheet import Step, Stored
from components.words import Words

_LINES = '<p class="lines">' + "<i></i>" * 3 + "</p>"  # to write on

# Where each question is looked at, and what the address of that page says.
_PLACES: tuple[tuple[str, dict[str, str]], ...] = (
    (places.EXPLORE, {"T": "1", "v": "2"}),
    (places.EXPLORE, {"T": "1", "v": "2"}),
    (places.EXPLORE, {"T": f"{sheet.WARM:g}", "v": "2"}),
    (places.SWEEP, {"at": f"{sheet.COOL:g}"}),
    (places.CALIBRATION, {}),
    (places.EXPLORE, {"T": "1", "top_p": f"{sheet.TOP_P:g}", "v": "2"}),
)


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show_alone(words, pages, words.lesson.lesson_title, "", _content, fields=FIELDS)


def _content(words: Words) -> None:
    model = frame.opening_network()
    try:
        of = _stored(words, model)
        words = words.of(models.unit(model))
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)
        return
    if of is None:
        return
    with st.container(key="sheet tools", horizontal=True, vertical_alignment="center", gap="small"):
        answers = st.toggle(
            words.lesson.lesson_answers,
            read(ANSWERS),
            key=ANSWERS.name,
            help=words.lesson.lesson_answers_help,
            persist_state="session",
        )
        component("print_page")(key="print", data={"label": words.lesson.lesson_print})
    keep(ANSWERS, bool(answers))
    with st.container(key="sheet", gap="small"):
        st.markdown(_lead(words, model))
        titles = {
            places.EXPLORE: words.frame.explore,
            places.SWEEP: words.sweep.sweep_title,
            places.CALIBRATION: words.calibration.calibration_title,
        }
        for number, (step, (place, query)) in enumerate(zip(sheet.steps(words, of), _PLACES, strict=True), 1):
            link = f"[{titles[place]}]({_address(model, place, query)})"
            _show(words, number, step, link, answers=bool(answers))


def _stored(words: Words, model: ModelFolder) -> Stored | None:
    """Return what is stored of a network; where something cannot be used, show what is wrong with it."""
    sweep = file_view.read(words, models.sweep, stored.SWEEP, model)
    reference = file_view.read(words, models.reference, stored.REFERENCE, model)
    passages = file_view.read(words, models.calibration, stored.CALIBRATION, model)
    if sweep is None or reference is None or passages is None:
        return None
    characters, means = models.vocabulary(model).characters, models.sweep_summary(model)
    return Stored(characters, models.scene(model), sweep, means, reference, passages)


def _lead(words: Words, model: ModelFolder) -> str:
    lead = plain(words.lesson.lesson_lead.format(network=networks.label(model.name, words)))
    here = (st.context.url or "").removesuffix(places.LESSON)
    address = plain(words.lesson.lesson_address.format(address=here)) if here else ""
    return words.sweep.joint.join(part for part in (lead, address) if part)


def _address(model: ModelFolder, place: str, query: dict[str, str]) -> str:
    """Return the address of a page as the sheet's own page sees it."""
    path = "" if place == places.EXPLORE else place
    return f"./{path}?{urlencode({'model': model.name, language.LANGUAGE.name: language.current(), **query})}"


def _show(words: Words, number: int, step: Step, link: str, *, answers: bool) -> None:
    with st.container(key=f"sheet {number}", gap="xxsmall"):
        st.markdown(f"**{number}. {plain(step.question)}**")
        st.markdown(words.lesson.lesson_task.format(page=link, task=plain(unbroken(step.task))))
        if answers and step.seen:
            st.markdown(words.lesson.lesson_seen.format(seen=plain(unbroken(step.seen))))
        else:
            st.html(_LINES)


def _put(answers: bool) -> None:
    st.session_state[ANSWERS.name] = answers


ANSWERS = flag("answers", "off", True, adopt=_put, wanted=lambda words: words.lesson.lesson_answers_wanted)
FIELDS = (ANSWERS,)
PAGE = places.Page(places.LESSON, lambda words: words.lesson.lesson_title, show, FIELDS, in_menu=False)
