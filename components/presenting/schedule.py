"""A temperature that changes along the text, in few words."""

from components.presenting.numbers import short_number
from components.temperature.schedule import Schedule, Shape, Temperature, WordPlace
from components.words import Words


def head(schedule: Schedule, words: Words) -> str:
    """Return how a schedule goes, as it stands above its text.

    Examples
    --------
    >>> from components.temperature.schedule import Ramp
    >>> from components.words.en import ENGLISH
    >>> head(Ramp(1.5, 0.5, length=400), ENGLISH), head(WordPlace(first=1.3, inside=0.4), ENGLISH)
    ('1.5 → 0.5', '1.3 at starts, 0.4 inside')
    """
    if isinstance(schedule, WordPlace):
        first, inside = short_number(schedule.first), short_number(schedule.inside)
        return words.schedule.head_word.format(first=first, inside=inside)
    linear = schedule.shape is Shape.LINEAR
    sentence = words.schedule.head_linear if linear else words.schedule.head_cosine
    return sentence.format(start=short_number(schedule.start), end=short_number(schedule.end))


def title(temperature: Temperature, words: Words) -> str:
    """Return what stands above the text of a temperature or of a schedule.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> title(0.5, ENGLISH), title(WordPlace(first=1.3, inside=0.4), ENGLISH)
    ('T = 0.5', '1.3 at starts, 0.4 inside')
    """
    if isinstance(temperature, Schedule):
        return head(temperature, words)
    return words.explore.column_title.format(temperature=temperature)
