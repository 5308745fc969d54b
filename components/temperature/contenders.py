"""Why a character was picked: its lead in logits, and its lead in noise times the temperature."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.distribution import apply_temperature
from components.temperature.envelope import checked_lines


@dataclass(frozen=True)
class Reason:
    """A picked character beside its rival.

    The rival of the most likely character is the one that came nearest to it; the rival of any other is the most
    likely one, which it overtook.

    Attributes
    ----------
    picked, rival : int
        Indices into the vocabulary; the rival is the picked one itself where it is alone.
    probability : float
        The picked one's at T = 1.
    rank : int
        Its rank among all, from 1; of equal logits the first has the lower rank.
    lead : float
        Its logit minus the rival's, in nats.
    noise, rivals_noise : float
        Their Gumbel noise.
    noise_lead : float
        The temperature times the difference of their noise, in nats.
    """

    picked: int
    rival: int
    probability: float
    rank: int
    lead: float
    noise: float
    rivals_noise: float
    noise_lead: float


def reason(logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int) -> Reason:
    """Return how a picked character stood against its rival.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        Scores in nats, and Gumbel noise.
    temperature : float
        0 or more.
    picked : int
        The index of the picked character.

    Returns
    -------
    Reason
        The two leads sum to 0 or more, up to rounding.

    Raises
    ------
    ValueError
        If a logit or noise is not finite, or their shapes differ.

    Examples
    --------
    >>> why = reason([2.0, 1.0], [0.5, 3.0], 0.5, picked=1)
    >>> why.rank, why.rival, why.lead, why.noise_lead
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
        probability=float(apply_temperature(scores)[picked]),
        rank=rank,
        lead=float(scores[picked] - scores[rival]),
        noise=float(slopes[picked]),
        rivals_noise=float(slopes[rival]),
        noise_lead=float(temperature * (slopes[picked] - slopes[rival])),
    )
