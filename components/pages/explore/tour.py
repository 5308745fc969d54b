"""The guided start: five guesses, each checked on the page beside it; offered, never in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import streamlit as st

from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.pages.serving.answers import Answers
from components.pages.visit import aside, character, cut, schedule
from components.presenting import tour
from components.presenting.columns import parting
from components.presenting.glyphs import name, plain
from components.presenting.tour import Step
from components.words import Words

STEPS = len(aside.TOUR_STEPS)

_TOLD, _MOVED = "tour told", "tour moved"
_GUESS = "tour guess {} {:08x}"


@dataclass(frozen=True)
class Card:
    """A step as it stands: its question, what was guessed, and whether the answer is told.

    Attributes
    ----------
    at : int
        The step, from 1.
    step : Step
        What is asked and told.
    samples : sequence of Sample
        The texts it is about.
    """

    at: int
    step: Step
    samples: Sequence[Sample]

    @property
    def key(self) -> str:
        """The key of its field: another question of the same step has another."""
        return _GUESS.format(self.at, crc32(repr((self.step.about, self.step.options)).encode()))

    @property
    def guess(self) -> int | None:
        """The option that was chosen, or None."""
        guess: int | None = st.session_state.get(self.key)
        return guess

    @property
    def told(self) -> bool:
        """Whether the answer is told: after a guess, once the page has shown it or somebody asked."""
        return self.guess is not None and (self.step.seen or self.key in st.session_state.get(_TOLD, ()))

    @property
    def hides(self) -> str:
        """What is said in place of the texts, until there is a guess."""
        return self.step.hides if self.guess is None else ""


def offer(words: Words) -> None:
    """Offer the tour, where it is not shown."""
    aside.keep_tour()
    if aside.tour_step() is None:
        st.button(words.tour.tour_start, on_click=_begin, icon=":material/explore:", help=words.tour.tour_offer)


def step(words: Words, answers: Answers, setting: Setting, slider: float) -> Card | None:
    """Return the step where the tour stands, made from what the page shows; None while the model is not there."""
    at = aside.tour_step()
    logits = answers.logits(setting.prompt)
    samples = _texts(answers, setting)
    if at is None or logits is None or not samples:
        return None
    names = [name(character, words) for character in answers.vocabulary.characters]
    if at == 1:
        asked = tour.falling(words, names, logits, slider)
    elif at == 2:
        asked = tour.made(words, samples, setting.seed)
    elif at == 3:
        called = dict(zip(answers.vocabulary.characters, names, strict=True))
        asked = tour.parted(words, called, *_pair(samples))
    elif at == 4:
        asked = tour.trained(words, names, logits, slider, moved=_moved(slider))
    else:
        asked = tour.hot(words, logits, slider)
    return Card(at, asked, samples)


def show(words: Words, card: Card) -> None:
    """Show a step."""
    st.caption(words.tour.tour_step.format(step=card.at, steps=STEPS))
    st.markdown(f"## {plain(card.step.question)}")
    st.markdown(card.step.intro)
    if card.step.excerpt:
        st.code(card.step.excerpt, language=None, wrap_lines=True)
    st.radio(
        words.tour.tour_guess,
        range(len(card.step.options)),
        index=None,
        format_func=card.step.options.__getitem__,
        key=card.key,
        persist_state="session",
    )
    if card.told:
        right = card.guess == card.step.right
        show_it = st.success if right else st.info
        answer = words.tour.tour_answer.format(
            verdict=words.tour.tour_right if right else words.tour.tour_wrong,
            option=card.step.options[card.step.right],
            told=card.step.told,
        )
        show_it(_with_terms(answer), icon=":material/check_circle:" if right else ":material/lightbulb:")
    elif card.guess is not None:
        st.markdown(card.step.check)
    _buttons(words, card)


def _texts(answers: Answers, setting: Setting) -> list[Sample]:
    if len(setting.temperatures) < 2:  # the usual ones: with one text there is nothing to ask
        setting = replace(setting, temperatures=answers.opening.temperatures)
    return answers.samples(setting.constant) or []


def _pair(samples: Sequence[Sample]) -> tuple[Sample, Sample]:
    """Return two neighbours in the middle: the ends part at once, or differ too much."""
    ordered = sorted(samples, key=lambda sample: sample.temperature)
    middle = (len(ordered) - 1) // 2
    return ordered[middle], ordered[middle + 1]


def _moved(slider: float) -> bool:
    moved = bool(st.session_state.get(_MOVED)) or slider != 1
    st.session_state[_MOVED] = moved
    return moved


def _with_terms(sentence: str) -> str:
    """Return a sentence as Markdown whose terms, between double asterisks, stay bold."""
    return "**".join(plain(part) for part in sentence.split("**"))


def _buttons(words: Words, card: Card) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if card.guess is not None and not card.told:
            st.button(words.tour.tour_tell, on_click=_tell, args=(card.key,))
        if card.told:
            if card.at == 3:
                st.button(words.tour.part_why, on_click=_show_why, args=(card.samples,), icon=":material/call_split:")
            last = card.at == STEPS
            label = words.tour.tour_finish if last else words.tour.tour_next
            st.button(label, on_click=_go, args=(None if last else card.at + 1,), type="primary")
        if card.at > 1:
            st.button(words.tour.tour_back, on_click=_go, args=(card.at - 1,))
        if not (card.told and card.at == STEPS):
            st.button(words.tour.tour_skip, on_click=_go, args=(None,), type="tertiary")


def _begin() -> None:
    for key in [key for key in st.session_state if str(key).startswith(_GUESS[:10])]:
        del st.session_state[key]
    st.session_state[_TOLD] = set()
    cut.clear()  # its questions are of one temperature alone, which a hand moves
    schedule.clear()
    _go(1)


def _go(step: int | None) -> None:
    aside.go_to(step)
    st.session_state[_MOVED] = False


def _tell(key: str) -> None:
    st.session_state[_TOLD] = {*st.session_state.get(_TOLD, ()), key}


def _show_why(samples: Sequence[Sample]) -> None:
    cool, warm = _pair(samples)
    position = parting(cool.text, warm.text) or 0
    character.open_at([cool.temperature, warm.temperature], 0, position)
