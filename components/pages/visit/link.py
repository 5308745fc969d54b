"""The link: the one module that reads it. Whatever a page shows can be had again from its address.

Widgets that are bound to the link keep their part of it by themselves, and clamp or drop a bad value
without a word. So the link is looked at before any widget exists, mended, and what was mended is said.
"""

import math
from collections.abc import Callable

import streamlit as st

from components.language_model import folder
from components.language_model.scene import BEFORE_VERSIONS
from components.presenting.prompt_text import one_line, shown
from components.temperature.scale import HIGHEST, nearest
from components.words.en import Words
from components.words.languages import DEFAULT, LANGUAGES

PROMPT, TEMPERATURE, TEMPERATURES, LENGTH, SEED = "prompt", "T", "temperatures", "length", "seed"
LANGUAGE = "lang"
COMPARED, POSITION, ROW = "compare", "position", "row"
TOUR = "tour"
TAKEN = "taken"
VERSION = "v"
CURSOR, SWEPT = "at", "swept"
MODEL, MODEL_CHOICE = "model", "model choice"  # the menu speaks the reader's language, the link the folder's name

MOST_TEMPERATURES = 8
MOST_COMPARED = 4
MOST_SWEPT = 21
LENGTHS = range(50, 1001, 50)
POSITIONS = range(1, LENGTHS[-1] + 1)  # of a character in a text
TOUR_STEPS = range(1, 6)
ROWS = range(1, MOST_COMPARED + 1)  # of the ledger
SEEDS = range(1_000_000)
TAKABLE = range(100_001)  # characters that were taken from the network since the prompt was typed

# A link names no default. Before there was a version in it, these were the defaults of a scene.
_BEFORE = {PROMPT: shown(BEFORE_VERSIONS.prompt), SEED: str(BEFORE_VERSIONS.seed)}
_SCENE = (PROMPT, TEMPERATURE, TEMPERATURES, LENGTH, SEED, COMPARED, POSITION, ROW)
_NOW = "2"
_LONGEST_SHOWN = 40

_REMARKS, _SAID = "link remarks", "link remarks said"


def mended(words: Words) -> list[str]:
    """Mend the link of a new visit, and say in a sentence each what was wrong with it.

    Parameters
    ----------
    words : Words
        The reader's language.

    Returns
    -------
    list of str
        Nothing if the link was fine, or was looked at before.
    """
    if _REMARKS in st.session_state:
        remarks, st.session_state[_REMARKS] = list(st.session_state[_REMARKS]), []
        st.session_state[_SAID] = remarks
        return remarks
    given = _parameters()
    st.session_state[_REMARKS] = _mend(words)
    if _parameters() != given:
        st.rerun()  # widgets take their first value from the link as it was when the run began
    return mended(words)


def say_again() -> None:
    """Let the next run say again what was mended: the page is run anew, and nobody has read it yet."""
    st.session_state[_REMARKS] = st.session_state.get(_SAID, [])


def _parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _mend(words: Words) -> list[str]:
    sentences: list[str] = []
    if MODEL in st.query_params and model() not in folder.available():
        wanted = words.wanted_model.format(models=", ".join(folder.available()))
        sentences.append(words.link_dropped.format(name=MODEL, value=_short(model()), wanted=wanted))
        del st.query_params[MODEL]
    if language() not in LANGUAGES:
        wanted = words.wanted_language.format(languages=", ".join(LANGUAGES))
        sentences.append(words.link_dropped.format(name=LANGUAGE, value=_short(language()), wanted=wanted))
        del st.query_params[LANGUAGE]
    _one(TEMPERATURE, number, nearest, words, sentences)
    _one(LENGTH, whole_number, lambda value: _nearest(value, LENGTHS), words, sentences)
    _one(SEED, whole_number, lambda value: _nearest(value, SEEDS), words, sentences)
    _several(TEMPERATURES, MOST_TEMPERATURES, words, sentences)
    _several(COMPARED, MOST_COMPARED, words, sentences)
    _several(SWEPT, MOST_SWEPT, words, sentences)
    _one(CURSOR, number, lambda value: min(max(value, 0.0), HIGHEST), words, sentences)
    _one(POSITION, whole_number, lambda value: _nearest(value, POSITIONS), words, sentences)
    _one(TOUR, whole_number, lambda value: _nearest(value, TOUR_STEPS), words, sentences)
    _one(ROW, whole_number, lambda value: _nearest(value, ROWS), words, sentences)
    _one(TAKEN, whole_number, lambda value: _nearest(value, TAKABLE), words, sentences)
    if PROMPT in st.query_params:
        st.query_params[PROMPT] = one_line(st.query_params[PROMPT])
    if VERSION not in st.query_params and any(name in st.query_params for name in _SCENE):
        for name, value in _BEFORE.items():
            st.query_params.setdefault(name, value)
    return sentences


def keep_version() -> None:
    """Keep in the link whose defaults it leaves out, while it says anything of a scene."""
    if any(name in st.query_params for name in _SCENE):
        st.query_params[VERSION] = _NOW
    elif VERSION in st.query_params:
        del st.query_params[VERSION]


def start() -> float:
    """Give the temperature that the slider starts at."""
    temperature = number(st.query_params.get(TEMPERATURE, ""))
    return 1.0 if temperature is None else temperature


def keep_temperature(temperature: float) -> None:
    """Keep the slider's temperature in the link; T = 1 is left out, as every default is."""
    if temperature != 1.0:
        st.query_params[TEMPERATURE] = f"{temperature:g}"
    elif TEMPERATURE in st.query_params:
        del st.query_params[TEMPERATURE]


def cursor() -> float:
    """Give the temperature that the cursor of the page "Sweep" starts at."""
    return number(st.query_params.get(CURSOR, "1")) or 0.0


def keep_cursor(temperature: float) -> None:
    """Keep the cursor's temperature in the link; T = 1 is left out."""
    if temperature != 1.0:
        st.query_params[CURSOR] = f"{temperature:g}"
    elif CURSOR in st.query_params:
        del st.query_params[CURSOR]


def model() -> str:
    """Give the name of the model that the link asks for, or nothing."""
    return st.query_params.get(MODEL, "")


def keep_model(name: str, *, default: str) -> None:
    """Keep the chosen model in the link; the default is left out."""
    if name != default:
        st.query_params[MODEL] = name
    elif MODEL in st.query_params:
        del st.query_params[MODEL]


def language() -> str:
    """Give the name of the language that the link asks for; without one, the default's."""
    return st.query_params.get(LANGUAGE, DEFAULT)


def keep_language(name: str) -> None:
    """Keep the chosen language in the link; the default is left out, and what is not a language is left to be said."""
    if name != DEFAULT:
        st.query_params[LANGUAGE] = name
    elif language() in LANGUAGES and LANGUAGE in st.query_params:
        del st.query_params[LANGUAGE]


def place() -> tuple[int, int | None]:
    """Give the row and the position that the link asks for, both counted from 0; None where no position is given."""
    position = number(st.query_params.get(POSITION, ""))
    row = number(st.query_params.get(ROW, "")) or 1
    return int(row) - 1, None if position is None else int(position) - 1


def keep_place(row: int, position: int) -> None:
    """Keep the chosen row and position in the link; the first row is left out."""
    st.query_params[POSITION] = str(position + 1)
    if row:
        st.query_params[ROW] = str(row + 1)
    elif ROW in st.query_params:
        del st.query_params[ROW]


def taken() -> int:
    """Return how many characters of the prompt were taken from the network, as the link says."""
    return int(number(st.query_params.get(TAKEN, "")) or 0)


def keep_taken(count: int) -> None:
    """Keep in the link how many characters were taken; none is left out."""
    if count:
        st.query_params[TAKEN] = str(count)
    elif TAKEN in st.query_params:
        del st.query_params[TAKEN]


def tour() -> int | None:
    """Give the step of the guided start that the link asks for, from 1."""
    step = number(st.query_params.get(TOUR, ""))
    return None if step is None else int(step)


def keep_tour(step: int | None) -> None:
    """Keep the step of the guided start in the link, while there is one."""
    if step is not None:
        st.query_params[TOUR] = str(step)
    elif TOUR in st.query_params:
        del st.query_params[TOUR]


def number(text: str) -> float | None:
    """Read a finite number, or None.

    Examples
    --------
    >>> [number(text) for text in ("0.5", "1e400", "nan", "warm")]
    [0.5, None, None, None]
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def whole_number(text: str) -> float | None:
    """Read a whole number, or None.

    Examples
    --------
    >>> [whole_number(text) for text in ("50", "0.5")]
    [50.0, None]
    """
    value = number(text)
    return value if value is not None and value == int(value) else None


def _nearest(value: float, allowed: range) -> float:
    steps = round((min(max(value, allowed.start), allowed[-1]) - allowed.start) / allowed.step)
    return allowed[steps]


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"


def _one(
    name: str,
    read: Callable[[str], float | None],
    nearest: Callable[[float], float],
    words: Words,
    sentences: list[str],
) -> None:
    if name not in st.query_params:
        return
    given = st.query_params[name]
    if len(st.query_params.get_all(name)) > 1:
        sentences.append(words.link_several.format(name=name, used=_short(given)))
        st.query_params[name] = given
    value = read(given)
    if value is None:
        wanted = words.wanted_number if read is number else words.wanted_whole_number
        sentences.append(words.link_dropped.format(name=name, value=_short(given), wanted=wanted))
        del st.query_params[name]
    elif nearest(value) != value:
        used = f"{nearest(value):.12g}"
        sentences.append(words.link_clamped.format(name=name, value=_short(given), used=used))
        st.query_params[name] = used


def _several(name: str, most: int, words: Words, sentences: list[str]) -> None:
    if name not in st.query_params:
        return
    kept: list[str] = []
    dropped: list[str] = []
    for given in st.query_params.get_all(name):
        value = number(given)
        if value is None:
            dropped.append(given)
            continue
        used = min(max(value, 0.0), HIGHEST)
        if used != value:
            sentences.append(words.link_clamped.format(name=name, value=_short(given), used=f"{used:g}"))
        kept.append(f"{used:g}")
    if dropped:
        value_shown = _short(", ".join(dropped))
        sentences.append(words.link_dropped.format(name=name, value=value_shown, wanted=words.wanted_number))
    kept = list(dict.fromkeys(kept))
    if len(kept) > most:
        sentences.append(words.link_too_many.format(count=len(kept), most=most))
    if kept:
        st.query_params[name] = kept[:most]
    else:
        del st.query_params[name]
