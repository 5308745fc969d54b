"""A pick in words: one sentence, made from its numbers."""

from collections.abc import Sequence

from components.presenting.numbers import percent, signed
from components.temperature.contenders import Reason
from components.words import Words


def sentence(why: Reason, temperature: float, names: Sequence[str], words: Words) -> str:
    """Return the sentence that says why a character was picked.

    Parameters
    ----------
    why : Reason
        The picked character beside its rival.
    temperature : float
        The temperature of the pick.
    names : sequence of str
        The names of the characters, in the order of the vocabulary.
    words : Words
        The reader's language.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> from components.temperature.contenders import reason
    >>> sentence(reason([2.0, 1.0], [0.5, 3.0], 0.5, picked=1), 0.5, ["e", "h"], ENGLISH)
    'At T = 0.5 the model picked “h” (base chance 26.9 %, rank 2). It trailed “e” by 1.00 nats, but its luck was +3.00 \
against +0.50, worth 0.5 × 2.50 = 1.25: enough.'
    """
    picked = words.parting.pick.format(
        temperature=temperature, character=names[why.picked], chance=percent(why.probability), rank=why.rank
    )
    rest = {
        "rival": names[why.rival],
        "gap": abs(why.lead),
        "luck": signed(why.noise),
        "rivals_luck": signed(why.rivals_noise),
        "temperature": temperature,
        "difference": abs(why.noise - why.rivals_noise),
        "worth": abs(why.noise_lead),
    }
    if why.rival == why.picked:
        return picked
    if temperature == 0:
        form = words.parting.pick_tie_at_zero if why.lead == 0 else words.parting.pick_at_zero
    elif why.rank > 1:
        form = words.parting.pick_tie if why.lead == 0 else words.parting.pick_overtook
    elif why.noise >= why.rivals_noise:
        form = words.parting.pick_led_and_lucky
    else:
        form = words.parting.pick_held
    return f"{picked} {form.format(**rest)}"
