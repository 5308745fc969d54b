"""A pick in numbers: score and luck of those among whom it was decided, with sums that can be checked."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.presenting.cut import said
from components.presenting.glyphs import called, glyph
from components.presenting.numbers import percent, plain_number, several, signed
from components.temperature import NO_CUT, Decoding, apply_temperature, kept
from components.temperature.contenders import contenders, second
from components.temperature.exclusion import Exclusion, exclusion
from components.temperature.scale import shown
from components.words import Words

_DIGITS = range(2, 7)  # as few as tell the picked character's sum from the others


@dataclass(frozen=True)
class Row:
    """A character's part in a pick, as it is shown.

    Attributes
    ----------
    character, role : str
        Its sign, and what it has to do with the pick.
    score, luck, worth, total : float
        Its logit, its Gumbel noise, the noise times T, and the sum of logit and product: in nats, rounded to what
        is shown, and reckoned with what is shown.
    kept : bool
        Whether it counts at this temperature, or is cut.
    """

    character: str
    role: str
    score: float
    luck: float
    worth: float
    total: float
    kept: bool


@dataclass(frozen=True)
class Pick:
    """A pick, as it is shown.

    Attributes
    ----------
    temperature : float
        Where it was made.
    sentence : str
        Who was picked, and how likely that was.
    rows : tuple of Row
        The picked character first; see `contenders`.
    digits : int
        Digits after the point.
    """

    temperature: float
    sentence: str
    rows: tuple[Row, ...]
    digits: int


def accounts(
    logits: ArrayLike,
    noise: ArrayLike,
    picks: Mapping[float, int],
    characters: Sequence[str],
    words: Words,
    cut: Decoding = NO_CUT,
) -> list[Pick]:
    """Return what there is to show of the picks of one step.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        Scores in nats, and Gumbel noise.
    picks : mapping of float to int
        The index of the picked character by temperature, 0 or more.
    characters : sequence of str
        The vocabulary.
    words : Words
        The reader's language.
    cut : Decoding, optional
        What is cut; its temperature does not matter.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> (pick,) = accounts([2.0, 1.0], [0.5, 3.0], {0.5: 1}, ["e", "h"], ENGLISH)
    >>> pick.sentence
    'T = 0.5: “h” is picked. Its chance at this T is 11.9 % (rank 2 of 2).'
    >>> [(row.character, row.worth, row.total) for row in pick.rows]
    [('h', 1.5, 2.5), ('e', 0.25, 2.25)]
    >>> (pick,) = accounts([2.0, 1.0], [0.5, 3.0], {0.5: 0}, ["e", "h"], ENGLISH, Decoding(min_p=0.2))
    >>> pick.sentence.split(". ")[-1]
    '“h” would have won by 0.25, but with min-p 0.2 it counts only from T = 0.62 on.'
    """
    scores, slopes = np.asarray(logits, np.float64), np.asarray(noise, np.float64)
    return [_account(_Step(scores, slopes, picks, temperature, cut), characters, words) for temperature in picks]


@dataclass(frozen=True)
class _Step:
    """A step at one temperature: scores and slopes of shape (n,), the picks at all temperatures, and what is cut."""

    scores: NDArray[np.float64]
    slopes: NDArray[np.float64]
    picks: Mapping[float, int]
    temperature: float
    cut: Decoding

    @property
    def picked(self) -> int:
        return self.picks[self.temperature]

    @cached_property
    def kept(self) -> NDArray[np.bool_]:
        """What counts here, shape (n,)."""
        left = kept(self.scores, self.cut, self.temperature)
        left[self.picked] = True  # float32 kept it, also where float64 puts it a rounding below the border
        return left

    @property
    def counting(self) -> NDArray[np.float64]:
        """The scores with -inf for what is cut, shape (n,)."""
        return np.where(self.kept, self.scores, -np.inf)

    @cached_property
    def exclusion(self) -> Exclusion | None:
        return exclusion(self.scores, self.slopes, self.temperature, self.picked, self.cut)

    @property
    def contenders(self) -> tuple[int, ...]:
        without_cut = [] if self.exclusion is None else [self.exclusion.index]
        elsewhere = [*without_cut, *self.picks.values()]
        return contenders(self.counting, self.slopes, self.temperature, self.picked, elsewhere)

    @property
    def second(self) -> int | None:
        return second(self.counting, self.slopes, self.temperature, self.picked)


def _account(step: _Step, characters: Sequence[str], words: Words) -> Pick:
    signs = [(index, glyph(characters[index]), _role(step, index, words)) for index in step.contenders]
    excluded = step.exclusion

    def rows(digits: int) -> tuple[Row, ...]:
        return tuple(_row(step, index, sign, role, digits) for index, sign, role in signs)

    def lead(digits: int) -> float:
        """Return how far the excluded character's sum is above that of the picked one, as shown."""
        place = step.contenders.index(step.picked if excluded is None else excluded.index)
        return rows(digits)[place].total - rows(digits)[0].total

    def told(digits: int) -> bool:
        """Return whether the sums shown say who is picked, and who would be without the cut."""
        first, *others = rows(digits)
        picked = all(first.total > row.total for row in others if row.kept)
        return picked and (excluded is None or lead(digits) > 0)

    digits = next(filter(told, _DIGITS), None)
    sentences = [_picked(step, characters, words)]
    if digits is None:  # a tie
        digits = _DIGITS[0]
        sentences.append(words.parting.pick_tie)
    elif excluded is not None:
        sentences.append(_excluded(step, excluded, plain_number(lead(digits), digits), characters, words))
    return Pick(step.temperature, words.sweep.joint.join(sentences), rows(digits), digits)


def _picked(step: _Step, characters: Sequence[str], words: Words) -> str:
    """Return the sentence on who was picked, and how likely that was."""
    sentence = words.parting.pick_kept if step.cut.has_cut else words.parting.pick
    order = np.argsort(-step.scores, kind="stable")
    return sentence.format(
        temperature=shown(step.temperature),
        character=called(characters[step.picked], words),
        chance=percent(float(apply_temperature(step.counting, step.temperature)[step.picked])),
        rank=int(np.flatnonzero(order == step.picked)[0]) + 1,
        kept=int(step.kept.sum()),
        count=len(step.scores),
    )


def _excluded(step: _Step, excluded: Exclusion, lead: str, characters: Sequence[str], words: Words) -> str:
    """Return the sentence on who would have been picked without the cut, and from where on that one counts."""
    if excluded.enters_at < np.inf:
        sentence = words.parting.pick_enters
    else:
        sentence = words.parting.pick_never_before if step.cut.cut_first else words.parting.pick_never
    # More digits where two would put it at this temperature itself, where it does not count.
    digits = next((d for d in _DIGITS if round(excluded.enters_at, d) > step.temperature), _DIGITS[-1])
    return sentence.format(
        character=called(characters[excluded.index], words),
        lead=lead,
        cut=said(Decoding(**{excluded.cut: getattr(step.cut, excluded.cut)}), words),
        enters=plain_number(excluded.enters_at, digits),
    )


def _role(step: _Step, index: int, words: Words) -> str:
    """Return what a contender has to do with the pick."""
    where = [shown(temperature) for temperature, picked in step.picks.items() if picked == index]
    if index == step.picked:
        role = words.parting.picked
    elif index == step.second:
        role = words.parting.second
    elif where:
        role = words.parting.picked_elsewhere.format(temperatures=several(where))
    elif step.kept[index]:
        role = words.parting.most_likely
    else:
        return words.parting.cut_here
    return role if step.kept[index] else words.parting.role_cut.format(role=role)


def _row(step: _Step, index: int, character: str, role: str, digits: int) -> Row:
    """Return a row that is reckoned from rounded numbers, in decimal, as a reader does it."""
    last = Decimal(1).scaleb(-digits)
    rounded = [Decimal(f"{value[index]:.{digits}f}") for value in (step.scores, step.slopes)]
    factor = Decimal(_factor(step.temperature, digits))
    worth = (rounded[1] * factor).quantize(last, ROUND_HALF_UP)
    numbers = (rounded[0], rounded[1], worth, rounded[0] + worth)
    score, luck, product, total = (float(number) + 0.0 for number in numbers)  # no zero is negative
    return Row(character, role, score, luck, product, total, bool(step.kept[index]))


def _factor(temperature: float, digits: int) -> str:
    """Return the temperature by which luck is multiplied, as it is shown: with more digits where the sums need them."""
    return f"{temperature:.{digits + 2}g}"


def table(picks: Sequence[Pick], words: Words) -> str:
    """Return picks as a table in HTML: of each, what was picked, and the sums of those among whom it was decided."""
    titles = (words.explore.character, words.parting.score, words.parting.worth, words.parting.total)
    head = "".join(f'<th scope="col">{html.escape(title)}</th>' for title in titles)
    return f'<table class="picks"><thead><tr>{head}</tr></thead>{"".join(_body(pick) for pick in picks)}</table>'


def _body(pick: Pick) -> str:
    sentence = f'<tr><th colspan="4" scope="rowgroup">{html.escape(pick.sentence)}</th></tr>'
    rows = (_cells(row, pick) for row in pick.rows)
    return f"<tbody>{sentence}{''.join(rows)}</tbody>"


def _cells(row: Row, pick: Pick) -> str:
    product = (
        f"{signed(row.luck, pick.digits)} × {_factor(pick.temperature, pick.digits)} = {signed(row.worth, pick.digits)}"
    )
    numbers = (plain_number(row.score, pick.digits), product, plain_number(row.total, pick.digits))
    cells = "".join(f"<td>{number}</td>" for number in numbers)
    title = f"<b>{html.escape(row.character)}</b> {html.escape(row.role)}"
    return f'<tr><th scope="row">{title}</th>{cells}</tr>'
