"""What is cut beside the temperature, in few words."""

import math

from components.presenting.numbers import short_number
from components.temperature import Decoding
from components.words import Words


def said(cut: Decoding, words: Words) -> str:
    """Return what is cut, as a list of names and numbers; empty where nothing is.

    Parameters
    ----------
    cut : Decoding
        Without what has no effect; its temperature does not matter.
    words : Words
        The reader's language.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> said(Decoding(top_k=10, min_p=0.05, cut_first=True), ENGLISH)
    'top-k 10 · min-p 0.05 · before T'
    """
    named = (
        (words.cut.top_k, cut.top_k),
        (words.cut.top_p, cut.top_p),
        (words.cut.min_p, cut.min_p),
        (words.cut.top_nsigma, cut.top_nsigma),
    )
    parts = [words.cut.said.format(name=name, value=short_number(value)) for name, value in named if value is not None]
    return " · ".join([*parts, words.cut.cut_before] if cut.cut_first else parts)


def kept_from(enters_at: float, words: Words) -> str:
    """Return from which temperature on a character is kept, in few words.

    Parameters
    ----------
    enters_at : float
        That temperature; 0 for always, infinite for never.
    words : Words
        The reader's language.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> [kept_from(entering, ENGLISH) for entering in (0.0, 1.3054, math.inf)]
    ['at every T', 'from T = 1.31 on', 'at no T']
    """
    if math.isinf(enters_at):
        return words.cut.kept_never
    if enters_at == 0:
        return words.cut.kept_always
    # Rounded up, so that it is kept there; what is above a hundredth by rounding alone is not.
    return words.cut.kept_from.format(temperature=f"{math.ceil(100 * enters_at - 0.001) / 100:.2f}")
