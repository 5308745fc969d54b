"""Who would have been picked without the cut."""

from dataclasses import dataclass

from numpy.typing import ArrayLike

from components.temperature.cutting import entries, kept
from components.temperature.decoding import Decoding
from components.temperature.envelope import checked_lines


@dataclass(frozen=True)
class Exclusion:
    """The character that would have been picked, had it not been cut.

    Attributes
    ----------
    index : int
        Its index into the vocabulary.
    lead : float
        How far its score, logit plus temperature times noise, was above that of the picked one, in nats: 0 or more.
    cut : str
        The name of the decoding's field that cut it: "top_k", "top_p", "min_p" or "top_nsigma". Of several, the one
        that lets it in last; then the first in the order in which cuts are made.
    enters_at : float
        The temperature from which on it counts; inf where no temperature lets it in, or the cut is made first.
    """

    index: int
    lead: float
    cut: str
    enters_at: float


def exclusion(
    logits: ArrayLike, noise: ArrayLike, temperature: float, picked: int, decoding: Decoding
) -> Exclusion | None:
    """Return who would have been picked without the cut, or None where that is the picked character itself.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        Scores in nats before the cut, and Gumbel noise.
    temperature : float
        That of the step, 0 or more.
    picked : int
        The index of the picked character.
    decoding : Decoding
        The cut; its temperature does not matter.

    Raises
    ------
    ValueError
        If a logit, noise or temperature is not valid, or shapes differ.

    Examples
    --------
    >>> exclusion([2.0, 1.0, 0.0], [0.5, 0.0, 4.0], 1.0, picked=0, decoding=Decoding(min_p=0.25))
    Exclusion(index=2, lead=1.5, cut='min_p', enters_at=1.4426950408889634)
    """
    scores, slopes = checked_lines(logits, noise)
    totals = scores + temperature * slopes
    index = int(totals.argmax())
    if index == picked or kept(scores, decoding, temperature)[index]:  # kept, yet not picked: rounding decided
        return None
    entering = {name: float(temperatures[index]) for name, temperatures in entries(scores, decoding).items()}
    last = max(entering, key=entering.__getitem__)  # of equals the first
    return Exclusion(index, float(totals[index] - totals[picked]), last, entering[last])
