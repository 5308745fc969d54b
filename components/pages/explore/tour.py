"""The guided start: four guesses, each checked on the page below it; offered, never in the way."""

from collections.abc import Sequence
from zlib import crc32

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.serving.answers import Answers
from components.pages.visit import character, link
from components.presenting import tour as tour_steps
from components.presenting.columns import parting as first_difference
from components.presenting.glyphs import name, plain
from components.presenting.prompt_text import Prompt
from components.presenting.tour import Step
from components.words.en import Words

STEPS = len(link.TOUR_STEPS)

_AT, _TOLD, _MOVED = "tour at", "tour told", "tour moved"
_GUESS = "tour guess {} {:08x}"


def show(
    words: Words,
    offer: DeltaGenerator,
    guide: DeltaGenerator,
    answers: Answers,
    prompt: Prompt,
    seed: int,
    samples: list[Sample],
    slider: float,
) -> None:
    """Show the tour where it stands, or the offer of it.

    Parameters
    ----------
    words : Words
        The reader's language.
    offer, guide : DeltaGenerator
        Where on the page the offer goes, and where the tour.
    answers : Answers
        The model's.
    prompt, seed, samples, slider
        What the page shows below.
    """
    at = st.session_state.setdefault(_AT, link.tour())
    link.keep_tour(at)
    if at is None:
        with offer:
            st.markdown(words.tour_offer, width="content")
            st.button(words.tour_start, on_click=_begin, icon=":material/explore:")
        return
    with guide:
        samples = samples if len(samples) > 1 else _usual(answers, prompt, seed)
        logits = answers.logits(prompt.text)
        if logits is None or not samples:
            st.info(words.model_coming)
            return
        names = [name(character, words) for character in answers.vocabulary.characters]
        if at == 1:
            step = tour_steps.falling(words, names, logits, slider)
        elif at == 2:
            step = tour_steps.made(words, samples, seed)
        elif at == 3:
            called = dict(zip(answers.vocabulary.characters, names, strict=True))
            step = tour_steps.parted(words, called, *_pair(samples))
        else:
            step = tour_steps.trained(words, names, logits, slider, moved=_moved(slider))
        _card(words, at, step, samples)


def _usual(answers: Answers, prompt: Prompt, seed: int) -> list[Sample]:
    setting = Setting()
    return answers.samples(prompt.text, setting.temperatures, setting.length, seed) or []


def _pair(samples: Sequence[Sample]) -> tuple[Sample, Sample]:
    """Give two neighbours in the middle: the ends part at once, or differ too much."""
    middle = len(samples) // 2
    return samples[middle - 1], samples[middle]


def _moved(slider: float) -> bool:
    moved = bool(st.session_state.get(_MOVED)) or slider != 1
    st.session_state[_MOVED] = moved
    return moved


def _card(words: Words, at: int, step: Step, samples: Sequence[Sample]) -> None:
    with st.container(border=True):
        st.caption(words.tour_step.format(step=at, steps=STEPS))
        st.markdown(f"#### {plain(step.question)}")
        st.markdown(step.intro)
        if step.excerpt:
            st.code(step.excerpt, language=None, wrap_lines=True)
        key = _GUESS.format(at, crc32(repr((step.about, step.options)).encode()))
        guess = st.radio(
            words.tour_guess,
            range(len(step.options)),
            index=None,
            format_func=step.options.__getitem__,
            key=key,
            horizontal=True,
            persist_state="session",
        )
        told = guess is not None and (step.seen or key in st.session_state.get(_TOLD, ()))
        if told:
            verdict = words.tour_right if guess == step.right else words.tour_wrong
            show_it = st.success if guess == step.right else st.info
            icon = ":material/check_circle:" if guess == step.right else ":material/lightbulb:"
            told_in_full = words.tour_answer.format(verdict=verdict, option=step.options[step.right], told=step.told)
            show_it(_with_terms(told_in_full), icon=icon)
        elif guess is not None:
            st.markdown(step.check)
        _buttons(words, at, key, samples, guessed=guess is not None, told=told)


def _with_terms(sentence: str) -> str:
    """Give a sentence as Markdown whose terms, between double asterisks, stay bold."""
    return "**".join(plain(part) for part in sentence.split("**"))


def _buttons(words: Words, at: int, key: str, samples: Sequence[Sample], *, guessed: bool, told: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if guessed and not told:
            st.button(words.tour_tell, on_click=_tell, args=(key,))
        if told:
            if at == 3:
                st.button(words.part_why, on_click=_show_why, args=(samples,), icon=":material/call_split:")
            last = at == STEPS
            label = words.tour_finish if last else words.tour_next
            st.button(label, on_click=_go, args=(None if last else at + 1,), type="primary")
        if at > 1:
            st.button(words.tour_back, on_click=_go, args=(at - 1,))
        if not (told and at == STEPS):
            st.button(words.tour_skip, on_click=_go, args=(None,), type="tertiary")


def _begin() -> None:
    for key in [key for key in st.session_state if str(key).startswith(_GUESS[:10])]:
        del st.session_state[key]
    st.session_state[_TOLD] = set()
    _go(1)


def _go(step: int | None) -> None:
    st.session_state[_AT], st.session_state[_MOVED] = step, False


def _tell(key: str) -> None:
    st.session_state[_TOLD] = {*st.session_state.get(_TOLD, ()), key}


def _show_why(samples: Sequence[Sample]) -> None:
    cool, warm = _pair(samples)
    place = first_difference(cool.text, warm.text) or 0
    character.open_at([cool.temperature, warm.temperature], 0, place)
