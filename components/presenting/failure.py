"""Why there is no network, or not yet, in sentences: what is wrong, and what to do about it on this computer."""

import re
import sys

from components.language_model.machine import amount
from components.words import Words

PYTHONS = ((3, 11), (3, 13))  # the oldest and the newest that the pinned TensorFlow has a wheel for
MEMORY = 300_000_000  # bytes that have to be free for a network to come
SHARE = 0.5  # of a processor core: below it the server mostly waits
_LONGEST = 160  # characters of an import's own message
_PLACE = re.compile(r"\s*\([^()]*[/\\][^()]*\)")  # where a file lies is nobody's business but the server's


def library(
    error: ImportError, words: Words, *, system: str = sys.platform, python: tuple[int, int] = sys.version_info[:2]
) -> str:
    """Return the sentence for a library that does not import.

    Parameters
    ----------
    error : ImportError
        What the import raised.
    words : Words
        The reader's language.
    system : str, optional
        As `sys.platform`.
    python : tuple of int, optional
        Major and minor version.

    Returns
    -------
    str
        What was said, without the places of files, and what to do.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> told = library(ImportError("DLL load failed while importing _pywrap"), ENGLISH, system="win32", python=(3, 12))
    >>> "(DLL load failed while importing _pywrap)" in told, "Visual C++" in told
    (True, True)
    """
    oldest, newest = PYTHONS
    if not oldest <= python <= newest:
        remedy = words.frame.remedy_python.format(
            oldest=_version(oldest), newest=_version(newest), version=_version(python)
        )
    else:
        remedy = words.frame.remedy_windows if system == "win32" else words.frame.remedy_install
    return words.frame.no_library.format(said=_first_line(error), remedy=remedy)


def slow(words: Words, *, free: int | None, share: float) -> str:
    """Return the sentences for a network that takes long to come.

    Parameters
    ----------
    words : Words
        The reader's language.
    free : int or None
        The bytes of memory that are free now, if the system says it.
    share : float
        How much of one processor core the server has had, 1 for all of one.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> "120.0 MB" in slow(ENGLISH, free=123_456_789, share=0.9), "20 %" in slow(ENGLISH, free=None, share=0.2)
    (True, True)
    """
    if free is not None and free < MEMORY:
        # In steps: a number that changes twice a second cannot be read.
        why = words.frame.slow_memory.format(free=amount(round(free, -7)), needed=amount(MEMORY))
    elif share < SHARE:
        why = words.frame.slow_busy.format(share=f"{100 * share:.0f} %")
    else:
        why = words.frame.slow_working
    return words.frame.network_slow.format(why=why)


def _first_line(error: ImportError) -> str:
    lines = [line for line in _PLACE.sub("", str(error)).splitlines() if line.strip()]
    line = lines[0].strip().rstrip(".") if lines else type(error).__name__
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _version(numbers: tuple[int, int]) -> str:
    return ".".join(str(number) for number in numbers)
