"""Text learnt by heart: how much of a text stands word for word in the training text."""

from collections.abc import Set as AbstractSet

STRETCH = 30  # characters: about six words, which are seldom written twice by chance


def stretches(training: str) -> frozenset[str]:
    """Return every stretch of `STRETCH` characters of a text.

    Examples
    --------
    >>> len(stretches("To be, or not to be, that is the question:"))
    13
    """
    return frozenset(training[start : start + STRETCH] for start in range(len(training) - STRETCH + 1))


def copied_share(text: str, known: AbstractSet[str]) -> float | None:
    """Return the share of a text's characters that lie in a stretch which also stands in the training text.

    Parameters
    ----------
    text : str
        Any text.
    known : set of str
        The stretches of the training text, as from `stretches`.

    Returns
    -------
    float or None
        From 0 to 1; None for a text that is shorter than a stretch.

    Examples
    --------
    >>> of_training = stretches("To be, or not to be, that is the question:")
    >>> copied_share("He said: or not to be, that is the question.", of_training)
    0.7954545454545454
    """
    if len(text) < STRETCH:
        return None
    copied, end = 0, 0  # of the last stretch that was counted
    for start in range(len(text) - STRETCH + 1):
        if text[start : start + STRETCH] in known:
            copied += start + STRETCH - max(start, end)
            end = start + STRETCH
    return copied / len(text)
