"""Why a character was picked: its lead or its lag in logits, and what its luck was worth."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.distribution import apply_temperature
from components.temperature.envelope import checked_lines


@dataclass(frozen=True)
class Reason:
    """How a picked character stood against its rival.

    The rival of the most likely character is who came nearest to it; the rival of any other is the most
    likely one, which it overtook.

    Attributes
    ----------
    picked, rival : int
        Places along the logits; the rival is the picked one itself where it is alone.
    chance : float
        The picked one's probability at T = 1.
    rank : int
        Its rank among all, from 1; of equal logits the first has the lower rank.
    lead : float
        Its logit over the rival's, in nats; negative where it trailed.
    luck, rivals_luck : float
        Their noise.
    worth : float
        The temperature times the difference of their luck, in nats.
    """

    picked: int
    rival: int
    chance: float
    rank: int
    lead: float
    luck: float
    rivals_luck: float
    worth: float


def reason(logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int) -> Reason:
    """Say how a pick came about.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        What the pick was made of.
    temperature : float
        0 or more.
    picked : int
        The place of the picked character.

    Returns
    -------
    Reason
        Its lead and the worth of its luck sum to 0 or more, to the rounding of the numbers given.

    Raises
    ------
    ValueError
        If a logit or noise is not finite, or their shapes differ.

    Examples
    --------
    >>> why = reason([2.0, 1.0], [0.5, 3.0], 0.5, picked=1)
    >>> why.rank, why.rival, why.lead, why.worth
    (2, 0, -1.0, 1.25)
    """
    scores, slopes = checked_lines(logits, noise)
    order = np.argsort(-scores, kind="stable")
    rank = int(np.flatnonzero(order == picked)[0]) + 1
    rival = int(order[0])
    if rank == 1 and len(scores) > 1:
        others = scores + temperature * slopes
        others[picked] = -np.inf
        rival = int(others.argmax())
    return Reason(
        picked=picked,
        rival=rival,
        chance=float(apply_temperature(scores)[picked]),
        rank=rank,
        lead=float(scores[picked] - scores[rival]),
        luck=float(slopes[picked]),
        rivals_luck=float(slopes[rival]),
        worth=float(temperature * (slopes[picked] - slopes[rival])),
    )
