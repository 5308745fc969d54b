"""The sheet of a lesson: six questions, what to do on the page, and what is seen there, from what is stored."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.analysis.calibration_result import Passages
from components.analysis.reference import Reference
from components.analysis.sweep_results import Results
from components.language_model.scene import Scene
from components.presenting.columns import parting
from components.presenting.glyphs import name
from components.presenting.lesson import lesson
from components.presenting.numbers import percent, share
from components.presenting.sweep import Means, nearest
from components.temperature import Decoding, apply_temperature, effective_choices, kept
from components.words import Words

LOW, HIGH = 0.3, 3.0  # where the bars have plainly changed
COOL, WARM, HOT = 0.5, 1.0, 1.5  # of the texts
TOP_P = 0.9


@dataclass(frozen=True)
class Step:
    """A question of the lesson.

    Attributes
    ----------
    question : str
        What is asked.
    task : str
        What to do on the page.
    seen : str
        What is seen then, with its numbers; empty where nothing is stored that says it.
    """

    question: str
    task: str
    seen: str


@dataclass(frozen=True)
class Stored:
    """What is stored of a network.

    Attributes
    ----------
    characters : sequence of str
        Its vocabulary.
    scene : Scene
        What the first page opens on.
    sweep : Results
        Its sweep.
    means : mapping of str to sequence of Estimate
        The summary of that.
    reference : Reference
        The same measures of real text.
    passages : Passages
        Its calibration.
    """

    characters: Sequence[str]
    scene: Scene
    sweep: Results
    means: Means
    reference: Reference
    passages: Passages

    def chances(self, temperature: float = 1.0) -> NDArray[np.float64]:
        """Return the chances of the scene's next character."""
        return apply_temperature(self.scene.logits, temperature)

    def ranked(self, words: Words) -> list[str]:
        """Return the names of the characters, the likeliest of the scene first."""
        order = np.argsort(-self.scene.logits, kind="stable")
        return [name(self.characters[index], words) for index in order]


def steps(words: Words, of: Stored) -> list[Step]:
    """Return the questions with what is to be done and seen, in the order in which they are asked."""
    return [make(words, of) for make in (_order, _one, _part, _creative, _best, _top_p)]


def _order(words: Words, of: Stored) -> Step:
    low, one, high = (percent(of.chances(temperature).max()) for temperature in (LOW, 1.0, HIGH))
    return Step(
        words.lesson.order_question,
        words.lesson.order_task.format(low=LOW, high=HIGH),
        words.lesson.order_seen.format(
            character=of.ranked(words)[0], low=LOW, high=HIGH, at_low=low, at_one=one, at_high=high
        ),
    )


def _one(words: Words, of: Stored) -> Step:
    chances = of.chances()
    return Step(
        words.lesson.one_question,
        words.lesson.one_task,
        words.lesson.one_seen.format(
            character=of.ranked(words)[0],
            at_one=percent(chances.max()),
            rest=percent(1 - chances.max()),
            choices=float(effective_choices(chances)),
        ),
    )


def _part(words: Words, of: Stored) -> Step:
    task = words.lesson.part_task.format(warm=WARM, page=words.parting.parting_title)
    texts = [sample.text for sample in of.scene.samples((COOL, WARM)) or ()]
    at = parting(*texts)
    if at is None:
        return Step(words.lesson.part_question, task, "")
    cool, warm = (name(text[at], words) for text in texts)
    seen = words.lesson.part_seen.format(cool=COOL, warm=WARM, shared=at, cool_character=cool, warm_character=warm)
    return Step(words.lesson.part_question, task, seen)


def _creative(words: Words, of: Stored) -> Step:
    temperatures = of.sweep.setting.temperatures
    cool, warm, hot = (nearest(temperatures, temperature) for temperature in (COOL, WARM, HOT))

    def mean(measure: str, temperature: float) -> str:
        return share(of.means[measure][temperatures.index(nearest(temperatures, temperature))].mean, words)

    real = of.reference.lengths[of.reference.nearest(of.sweep.setting.length)]["word_share"].mean
    return Step(
        words.lesson.creative_question,
        words.lesson.creative_task.format(cool=cool, hot=hot),
        words.lesson.creative_seen.format(
            cool=cool,
            hot=hot,
            at_cool=mean("word_share", cool),
            at_one=mean("word_share", warm),
            at_hot=mean("word_share", hot),
            real=share(real, words),
            loops=mean("loops", 0.0),
        ),
    )


def _best(words: Words, of: Stored) -> Step:
    best, training = (one.calibration.best.temperature for one in (of.passages.held_out, of.passages.training))
    task = words.lesson.best_task.format(page=words.sweep.sweep_title)
    spelling = lesson(of.sweep, of.means, of.reference, best)
    if spelling is None:
        return Step(words.lesson.best_question, task, "")
    seen = words.lesson.best_seen.format(best=best, training=training, like=spelling.like)
    return Step(words.lesson.best_question, task, seen)


def _top_p(words: Words, of: Stored) -> Step:
    first, second = of.ranked(words)[:2]
    ratio, ratio_low = (_ratio(of.chances(temperature)) for temperature in (1.0, COOL))
    return Step(
        words.lesson.top_p_question,
        words.lesson.top_p_task.format(share=TOP_P, cut=words.cut.cut, clear=words.cut.clear, low=COOL),
        words.lesson.top_p_seen.format(
            share=TOP_P,
            kept=int(kept(of.scene.logits, Decoding(1.0, top_p=TOP_P)).sum()),
            count=len(of.characters),
            first=first,
            second=second,
            ratio=f"{ratio:.1f}",
            ratio_low=f"{ratio_low:.1f}",
            low=COOL,
        ),
    )


def _ratio(chances: NDArray[np.float64]) -> float:
    """Return how many times as likely as the second the first is."""
    second, first = np.sort(chances)[-2:]
    return float(first / second)
