"""The data of the figure of one step: lines, who is picked, who comes second, and what is too low to be drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from components.charts import compared
from components.charts.compared import RULES
from components.charts.noise_lines.rays import Rays
from components.temperature.contenders import second
from components.temperature.envelope import envelope, nearness
from components.temperature.scale import shown

LINES, WINNERS, NOTE = "lines", "winners", "note"  # the data sets, beside those of `compared`
NEAR = 0.7  # nats from the envelope within which a line has a name
ROOM = 5.0  # nats below the envelope that are shown
GAP = 0.07  # of the height: what a name takes in a low figure
TONES = 2  # neighbours on the envelope differ


def rows(
    glyphs: Sequence[str],
    logits: ArrayLike,
    noise: ArrayLike,
    temperatures: Sequence[float],
    *,
    picked_at: str,
    second_at: str,
    cut_at: str,
    lower: str,
    enters: ArrayLike | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    glyphs : sequence of str
        The characters' names, all different.
    logits, noise : array_like, shape (n,)
        The scores of the step in nats, and its Gumbel noise.
    temperatures : sequence of float
        Those that are compared, in ascending order.
    picked_at : str
        A sentence with `{temperature}` and `{character}`.
    second_at, cut_at : str
        The same for who came second, and for who would have been picked without the cut, with `{character}`.
    lower : str
        What is said of the characters that are too low to be drawn, with `{count}` and `{all}`.
    enters : array_like, shape (n,), optional
        The temperature from which on each character is kept, as from `cutting.enters_at`. By default all are kept.

    Returns
    -------
    dict of list
        `LINES`, cut to what is shown, a row each for where it does not count and where it does; `WINNERS`, a row for
        each stretch of the envelope; `RULES`, a row for each compared temperature, with who came second there
        (an empty `second`, at the height of who is picked, where nothing else is kept); `NOTE`, one row.

    Examples
    --------
    >>> says = {"picked_at": "{character} at {temperature:g}", "second_at": "then {character}", "lower": "{count}"}
    >>> says["cut_at"] = "{character} is cut"
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], **says)
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 0.5), ('b', 0.5, 1.5)]
    >>> [(rule["label"], rule["second"]) for rule in data[RULES]]
    [('a at 0.2', 'then b'), ('b at 1', 'then a')]
    >>> data = rows(["a", "b"], [2.0, 1.0], [0.0, 2.0], [0.2, 1.0], enters=[0.0, 1.25], **says)
    >>> [(piece["name"], piece["start"], piece["end"]) for piece in data[WINNERS]]
    [('a', 0.0, 1.25), ('b', 1.25, 1.5)]
    >>> [rule["cut"] for rule in data[RULES]]
    ['', 'b is cut']
    """
    rays = Rays.of(logits, noise, enters)
    last = compared.last_shown(temperatures)
    winners = _winners(rays, glyphs, last)
    picks = [int(rays.heights(t).argmax()) for t in temperatures]
    said = [
        picked_at.format(temperature=shown(t), character=glyphs[i]) for t, i in zip(temperatures, picks, strict=True)
    ]
    rules = [
        {
            **rule,
            "name": glyphs[picked],
            "height": rays.at(picked, rule["T"]),
            **_second(rays, glyphs, rule["T"], picked, second_at),
            **_best(rays, glyphs, rule["T"], cut_at),
        }
        for rule, picked in zip(compared.rules(temperatures, said), picks, strict=True)
    ]
    heights = [height for piece in winners for height in (piece["from"], piece["to"])]
    lowest = min([min(heights) - ROOM, *(rule["second_height"] - 1 for rule in rules)])
    pieces = {index: rays.pieces(index, lowest, last) for index in range(len(glyphs))}
    highest = max(*heights, *(rule["best"] for rule in rules))
    named = _named(rays, pieces, last, gap=GAP * (highest - lowest))
    lines = [
        {"name": glyphs[index], "label": glyphs[index] if piece["end"] == last and index in named else "", **piece}
        for index, each in pieces.items()
        for piece in each
    ]
    missing = sum(not each for each in pieces.values())
    note = lower.format(count=missing, all=len(glyphs)) if missing else ""
    return {LINES: lines, WINNERS: winners, RULES: rules, NOTE: [{"note": note}]}


def _winners(rays: Rays, glyphs: Sequence[str], last: float) -> list[dict[str, Any]]:
    """Return the stretches of the envelope; `before` is how high the pick was where one begins, below it by a jump."""
    stretches = envelope(rays.intercepts, rays.slopes, rays.enters)
    seen = [stretch for stretch in stretches if stretch.start < last and stretch.end > 0]
    return [
        {
            "name": glyphs[stretch.index],
            "tone": str(number % TONES),
            "before": rays.at(stretch.index, stretch.start) - stretch.jump,
            **rays.piece(stretch.index, stretch.start, min(stretch.end, last)),
        }
        for number, stretch in enumerate(seen)
    ]


def _second(rays: Rays, glyphs: Sequence[str], temperature: float, picked: int, second_at: str) -> dict[str, Any]:
    """Return who came second at a temperature, as columns of a rule."""
    index = second(rays.counting(temperature), rays.slopes, temperature, picked)
    if index is None:
        return {"second": "", "second_height": rays.at(picked, temperature)}
    return {"second": second_at.format(character=glyphs[index]), "second_height": rays.at(index, temperature)}


def _best(rays: Rays, glyphs: Sequence[str], temperature: float, cut_at: str) -> dict[str, Any]:
    """Return the highest line at a temperature, as columns of a rule; `cut` names it where it does not count."""
    highest = int(rays.uncut.heights(temperature).argmax())
    counts = rays.enters[highest] <= temperature
    return {
        "best": rays.at(highest, temperature),
        "best_name": glyphs[highest],
        "cut": "" if counts else cut_at.format(character=glyphs[highest]),
    }


def _named(rays: Rays, pieces: Mapping[int, Sequence[dict[str, Any]]], last: float, *, gap: float) -> set[int]:
    """Return whose name stands at the end of its line: those near the envelope, as far as names have room there."""
    distances = nearness(rays.intercepts, rays.slopes, np.linspace(0, last, 200), rays.enters)  # (n,)
    taken: dict[int, float] = {}
    for index in np.argsort(distances, kind="stable").tolist():
        reaches = any(piece["end"] == last and piece["kept"] for piece in pieces[index])
        height = rays.at(index, last)
        if reaches and distances[index] <= NEAR and all(abs(height - other) >= gap for other in taken.values()):
            taken[index] = height
    return set(taken)
