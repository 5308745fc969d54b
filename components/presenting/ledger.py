"""Texts at several temperatures, character by character: where they agree, part and meet again."""

from collections.abc import Sequence
from typing import Literal

from components.language_model.sample import Sample
from components.presenting.columns import parting
from components.presenting.glyphs import called, glyph
from components.presenting.numbers import several
from components.presenting.schedule import title
from components.presenting.texts import Text, text
from components.temperature.scale import shown
from components.words import Words

State = Literal["shared", "parting", "apart", "met"]


def states(texts: Sequence[str]) -> list[State]:
    """Return, for every position, whether all texts agree there.

    Parameters
    ----------
    texts : sequence of str
        At least one, all of the same length.

    Returns
    -------
    list of str
        "shared" up to the first position at which not all agree, which is "parting"; after it "met"
        where all agree again, and "apart" where they do not.

    Examples
    --------
    >>> states(["abcd", "abxd"])
    ['shared', 'shared', 'parting', 'met']
    """
    agree = [len(set(characters)) == 1 for characters in zip(*texts, strict=True)]
    first = parting(*texts)
    after: list[State] = ["met" if same else "apart" for same in agree[len(agree) if first is None else first + 1 :]]
    if first is None:
        return ["shared"] * len(agree)
    return [*["shared"] * first, "parting", *after]  # type: ignore[list-item]


def texts(samples: Sequence[Sample], words: Words) -> list[Text]:
    """Return texts as they are shown one under another.

    Parameters
    ----------
    samples : sequence of Sample
        Texts of the same length, written with the same noise.
    words : Words
        The reader's language.
    """
    kinds = states([sample.text for sample in samples])
    return [text(sample, words, kinds, sign=glyph) for sample in samples]


def seen(samples: Sequence[Sample], temperatures: Sequence[float], row: int, position: int, words: Words) -> str:
    """Return the sentence that says what a position shows: the same pick, the parting, or what came after it.

    Parameters
    ----------
    samples : sequence of Sample
        Texts of the same length, written with the same noise and the same cut, without what has no effect.
    temperatures : sequence of float
        That of each text at this position.
    row : int
        The text that is looked at.
    position : int
        The character, from 0.
    words : Words
        The reader's language.
    """
    picks: dict[str, list[float]] = {}
    for sample, temperature in zip(samples, temperatures, strict=True):
        picks.setdefault(called(sample.text[position], words), []).append(shown(temperature))
    first = parting(*(sample.text for sample in samples))
    if first is None or position < first:
        return words.parting.seen_same.format(character=next(iter(picks)))
    if position > first:
        return words.parting.parted_before.format(text=title(samples[row].decoding.temperature, words))
    each = [words.parting.pick_at.format(temperatures=several(where), character=sign) for sign, where in picks.items()]
    sentence = words.parting.seen_parting.format(picks=words.parting.pick_join.join(each))
    cut = samples[row].decoding
    depends_on_temperature = not cut.cut_first and (cut.top_p is not None or cut.min_p is not None)
    return words.sweep.joint.join([sentence, words.parting.seen_cut] if depends_on_temperature else [sentence])
