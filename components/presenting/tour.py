"""The steps of the guided start: what is asked, what is right, and what is told, made from what the page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.analysis.quality import bits_per_character
from components.language_model.sample import Sample
from components.presenting.columns import parting
from components.presenting.numbers import percent
from components.temperature import apply_temperature, effective_choices
from components.words import Words

LOW, HIGH = 0.3, 3.0  # at or below, and at or above, the bars have plainly changed
EXCERPT = 160  # characters of a text whose temperature is to be guessed
_SHARED = (5, 20, 80)  # where one answer to "how far" ends and the next begins


@dataclass(frozen=True)
class Step:
    """A question with its answer.

    Attributes
    ----------
    question, intro : str
        What is asked, and what one has to know for it.
    options : tuple of str
        The answers to choose from.
    right : int
        The place of the right one.
    check : str
        Where on the page to look.
    told : str
        The answer, with its numbers.
    excerpt : str, optional
        A text that the question is about.
    about : str, optional
        What the question is about, where that can change: another text makes it another question.
    seen : bool, optional
        Whether the page shows the answer already.
    hides : str, optional
        What is said in place of the texts, which would give the answer away.
    """

    question: str
    intro: str
    options: tuple[str, ...]
    right: int
    check: str
    told: str
    excerpt: str = ""
    about: str = ""
    seen: bool = False
    hides: str = ""


def falling(words: Words, names: Sequence[str], logits: NDArray[np.floating], slider: float) -> Step:
    """Ask what the bars do as the temperature falls."""
    low = min(slider, LOW)
    before, now = apply_temperature(logits), apply_temperature(logits, low)
    top = int(np.argmax(logits))
    return Step(
        words.tour.fall_question,
        words.tour.fall_intro,
        words.tour.fall_options,
        1,
        words.tour.fall_check.format(temperature=LOW),
        words.tour.fall_told.format(
            temperature=low,
            character=names[top],
            now=percent(now[top]),
            before=percent(before[top]),
            open_now=float(effective_choices(now)),
            open_before=float(effective_choices(before)),
        ),
        about=str(logits.tolist()),
        seen=slider <= LOW,
    )


def made(words: Words, samples: Sequence[Sample], seed: int) -> Step:
    """Ask which of several temperatures made a text; the seed chooses the text."""
    right = (seed + 1) % len(samples)
    sample, other = samples[right], samples[-1 if right < len(samples) / 2 else 0]
    return Step(
        words.tour.made_question,
        words.tour.made_intro,
        tuple(words.tour.made_option.format(temperature=one.temperature) for one in samples),
        right,
        words.tour.made_check,
        words.tour.made_told.format(
            temperature=sample.temperature,
            bits=bits_per_character(sample.base_log_probabilities),
            other=other.temperature,
            other_bits=bits_per_character(other.base_log_probabilities),
        ),
        excerpt=sample.text[:EXCERPT],
        about=sample.text,
        hides=words.tour.tour_hides,
    )


def parted(words: Words, name: dict[str, str], cool: Sample, warm: Sample) -> Step:
    """Ask how far two texts run along together; `name` gives what a character is called."""
    place = parting(cool.text, warm.text)
    shared = min(len(cool.text), len(warm.text)) if place is None else place
    if place is None:
        told = words.tour.part_told_same.format(shared=shared)
    else:
        told = words.tour.part_told.format(
            shared=shared,
            cool=cool.temperature,
            warm=warm.temperature,
            cool_character=name[cool.text[place]],
            warm_character=name[warm.text[place]],
        )
    return Step(
        words.tour.part_question,
        words.tour.part_intro.format(cool=cool.temperature, warm=warm.temperature),
        words.tour.part_options,
        sum(shared >= least for least in _SHARED),
        words.tour.part_check,
        told,
        about=f"{cool.text}\n{warm.text}",
        hides=words.tour.tour_hides,
    )


def trained(words: Words, names: Sequence[str], logits: NDArray[np.floating], slider: float, *, moved: bool) -> Step:
    """Ask what T = 1 is; `moved` says whether the slider was somewhere else since the question was asked."""
    top = int(np.argmax(logits))
    return Step(
        words.tour.trained_question,
        words.tour.trained_intro,
        words.tour.trained_options,
        1,
        words.tour.trained_check,
        words.tour.trained_told.format(character=names[top], chance=percent(apply_temperature(logits)[top])),
        about=str(logits.tolist()),
        seen=moved and slider == 1,
    )


def hot(words: Words, logits: NDArray[np.floating], slider: float) -> Step:
    """Ask what the bars approach as the temperature rises without end."""
    now = apply_temperature(logits, HIGH)
    return Step(
        words.tour.hot_question,
        words.tour.hot_intro,
        words.tour.hot_options,
        2,
        words.tour.hot_check.format(temperature=HIGH),
        words.tour.hot_told.format(
            temperature=HIGH,
            choices=float(effective_choices(now)),
            before=float(effective_choices(apply_temperature(logits))),
            count=len(logits),
            chance=percent(1 / len(logits)),
        ),
        about=str(logits.tolist()),
        seen=slider >= HIGH,
    )
