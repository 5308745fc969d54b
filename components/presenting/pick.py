"""A pick in numbers: score and luck of those among whom it was decided, with sums that can be checked."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.presenting.glyphs import called, glyph
from components.presenting.numbers import percent, plain_number, several, short_number, signed
from components.temperature import apply_temperature
from components.temperature.contenders import contenders
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
    """

    character: str
    role: str
    score: float
    luck: float
    worth: float
    total: float


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
    logits: ArrayLike, noise: ArrayLike, picks: Mapping[float, int], characters: Sequence[str], words: Words
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

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> (pick,) = accounts([2.0, 1.0], [0.5, 3.0], {0.5: 1}, ["e", "h"], ENGLISH)
    >>> pick.sentence
    'T = 0.5: “h” is picked. Its chance at this T is 11.9 % (rank 2 of 2).'
    >>> [(row.character, row.worth, row.total) for row in pick.rows]
    [('h', 1.5, 2.5), ('e', 0.25, 2.25)]
    """
    scores, slopes = np.asarray(logits, np.float64), np.asarray(noise, np.float64)
    return [_account(scores, slopes, picks, temperature, characters, words) for temperature in picks]


def _account(
    scores: NDArray[np.float64],
    slopes: NDArray[np.float64],
    picks: Mapping[float, int],
    temperature: float,
    characters: Sequence[str],
    words: Words,
) -> Pick:
    picked = picks[temperature]
    indices = contenders(scores, slopes, temperature, picked, list(picks.values()))
    roles = _roles(indices, picks, words)

    def rows(digits: int) -> tuple[Row, ...]:
        return tuple(
            _row(glyph(characters[index]), role, scores[index], slopes[index], temperature, digits)
            for index, role in zip(indices, roles, strict=True)
        )

    # A tie has no such digits.
    digits = next((digits for digits in _DIGITS if _is_first(rows(digits))), None)
    order = np.argsort(-scores, kind="stable")
    sentence = words.parting.pick.format(
        temperature=temperature,
        character=called(characters[picked], words),
        chance=percent(float(apply_temperature(scores, temperature)[picked])),
        rank=int(np.flatnonzero(order == picked)[0]) + 1,
        count=len(scores),
    )
    if digits is None:
        digits, sentence = _DIGITS[0], f"{sentence} {words.parting.pick_tie}"
    return Pick(temperature, sentence, rows(digits), digits)


def _roles(indices: Sequence[int], picks: Mapping[float, int], words: Words) -> list[str]:
    """Return what each of the contenders, in their order, has to do with the pick."""
    roles = [words.parting.picked, words.parting.second][: len(indices)]
    for index in indices[2:]:
        where = [temperature for temperature, picked in picks.items() if picked == index]
        role = words.parting.picked_elsewhere.format(temperatures=several(where))
        roles.append(role if where else words.parting.most_likely)
    return roles


def _row(character: str, role: str, score: float, luck: float, temperature: float, digits: int) -> Row:
    """Return a row that is reckoned from rounded numbers, in decimal, as a reader does it."""
    last = Decimal(1).scaleb(-digits)
    rounded = [Decimal(f"{value:.{digits}f}") for value in (score, luck)]
    worth = (rounded[1] * Decimal(f"{temperature:g}")).quantize(last, ROUND_HALF_UP)
    numbers = (rounded[0], rounded[1], worth, rounded[0] + worth)
    return Row(character, role, *(float(number) + 0.0 for number in numbers))  # no zero is negative


def _is_first(rows: Sequence[Row]) -> bool:
    return all(rows[0].total > row.total for row in rows[1:])


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
    product = f"{signed(row.luck, pick.digits)} × {short_number(pick.temperature)} = {signed(row.worth, pick.digits)}"
    numbers = (plain_number(row.score, pick.digits), product, plain_number(row.total, pick.digits))
    cells = "".join(f"<td>{number}</td>" for number in numbers)
    title = f"<b>{html.escape(row.character)}</b> {html.escape(row.role)}"
    return f'<tr><th scope="row">{title}</th>{cells}</tr>'
