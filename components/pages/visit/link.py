"""The link: whatever a page shows can be had again from its address.

Every part of the address is declared once, as a `Field`, beside the widget that owns it; `read`, `keep` and `mend`
serve all of them. Widgets that are bound to the link keep their part of it by themselves, and clamp or drop a bad
value without a word. So a link is looked at before any widget exists, mended, and what was mended is said.
"""

import dataclasses
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qs

import streamlit as st

from components.words import Words

Value = TypeVar("Value")

LANGUAGE_NAME, PRESENT_NAME = "lang", "present"
VIEW_NAMES = {LANGUAGE_NAME, PRESENT_NAME}  # the parts of the address that name nothing of what is shown
_VERSION, _NOW = "v", "2"
_LONGEST_SHOWN = 40  # characters of what a link asked for

_REMARKS, _SAID, _LOOKED_AT = "link remarks", "link remarks said", "link looked at"


@dataclass(frozen=True)
class Field(Generic[Value]):
    """A part of the address.

    Attributes
    ----------
    name : str
        What stands before its value.
    parse : callable
        Returns the value that a text stands for, or None where it stands for none.
    default : object
        What holds where the address does not say; it is left out.
    adopt : callable
        Takes over what the address has after Back or Forward: a value, the default where it has none, or all texts
        of a field of several values.
    nearest : callable, optional
        Returns the nearest value that works here.
    write : callable, optional
        Returns the text that stands for a value.
    wanted : callable, optional
        Returns, in the reader's language, what a text should have stood for.
    most : int, optional
        How many values there may be.
    of_a_scene : bool, optional
        Whether it says what text is shown.
    before_versions : str, optional
        What a link that names no version means where it leaves this out.
    opening : object, optional
        What holds in place of the default where the address names nothing of what is shown.
    openings : mapping of str to object, optional
        The same for the pages of some languages, by their names in an address.
    """

    name: str
    parse: Callable[[str], Value | None]
    default: Value
    adopt: Callable[[Any], None]
    nearest: Callable[[Value], Value] = lambda value: value
    write: Callable[[Value], str] = lambda value: f"{value:g}" if isinstance(value, float) else str(value)
    wanted: Callable[[Words], str] = lambda words: words.frame.wanted_number
    most: int = 1
    of_a_scene: bool = False
    before_versions: str | None = None
    opening: Value | None = None
    openings: Mapping[str, Value] = dataclasses.field(default_factory=dict)


Fields = Sequence[Field[Any]]


def read(field: Field[Value]) -> Value:
    """Return the value that the address has for a field; without one, or with one that does not work, a near one."""
    return _value(field, st.query_params.get(field.name), usual(field, st.query_params))


def usual(field: Field[Value], address: Mapping[str, Any]) -> Value:
    """Return what holds where an address leaves a field out.

    Parameters
    ----------
    field : Field
        The field.
    address : mapping of str to str, or to list of str
        All that the address has, by name.
    """
    others = _looked_at() - {field.name, *VIEW_NAMES}
    language = address.get(LANGUAGE_NAME, "")
    opening = field.openings.get(language if isinstance(language, str) else language[-1], field.opening)
    return field.default if opening is None or others & set(address) else opening


def keep(field: Field[Value], value: Value) -> None:
    """Keep a value in the address; what is wrong there stays until it has been said."""
    if field.name not in _looked_at():
        return
    if value != usual(field, st.query_params):
        st.query_params[field.name] = field.write(value)
    elif field.name in st.query_params:
        del st.query_params[field.name]


def mend(fields: Fields, words: Words) -> list[str]:
    """Mend the parts of a new visit's address that are looked at for the first time.

    Parameters
    ----------
    fields : sequence of Field
        Those of a page.
    words : Words
        The reader's language.

    Returns
    -------
    list of str
        A sentence for everything that was wrong.
    """
    new = [field for field in fields if field.name not in _looked_at()]
    if not new:
        remarks, st.session_state[_REMARKS] = list(st.session_state.get(_REMARKS, [])), []
        st.session_state[_SAID] = remarks
        return remarks
    before = _parameters()
    st.session_state[_REMARKS] = [remark for field in new for remark in _mended(field, words)]
    _looked_at().update(field.name for field in new)
    _fill_in(new)
    if _parameters() != before:
        st.rerun()  # widgets take their first value from the link as it was when the run began
    return mend(fields, words)


def say_again() -> None:
    """Let the next run say again what was mended: the page is run anew, and nobody has read it yet."""
    st.session_state[_REMARKS] = st.session_state.get(_SAID, [])


def keep_version(fields: Fields) -> None:
    """Keep in the address whose defaults it leaves out, while it says anything of a scene."""
    if any(field.of_a_scene and field.name in st.query_params for field in fields):
        st.query_params[_VERSION] = _NOW
    elif _VERSION in st.query_params:
        del st.query_params[_VERSION]


def adopt(fields: Fields, search: str) -> None:
    """Take over what an address says, after Back or Forward; for a callback.

    Parameters
    ----------
    fields : sequence of Field
        Those of a page.
    search : str
        The part of the address from its question mark on.
    """
    parameters = parse_qs(search.removeprefix("?"), keep_blank_values=True)
    for field in fields:
        texts = parameters.get(field.name, [])
        value = _value(field, texts[-1] if texts else None, usual(field, parameters))
        field.adopt(texts if field.most > 1 else value)


def number(text: str) -> float | None:
    """Return the finite number that a text stands for, or None.

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


def whole_numbers(name: str, allowed: range, default: int, **more: Any) -> Field[int]:
    """Return a field for one of a range of whole numbers.

    Examples
    --------
    >>> length = whole_numbers("length", range(50, 1001, 50), 400, adopt=print)
    >>> [length.parse(text) for text in ("120", "0.5", "long")], length.nearest(120), length.nearest(5000)
    ([120, None, None], 100, 1000)
    """

    def parse(text: str) -> int | None:
        value = number(text)
        return int(value) if value is not None and value == int(value) else None

    def nearest(value: int) -> int:
        clamped = min(max(value, allowed.start), allowed[-1])
        return allowed[round((clamped - allowed.start) / allowed.step)]

    return Field(name, parse, default, nearest=nearest, wanted=lambda words: words.frame.wanted_whole_number, **more)


def numbers(name: str, lowest: float, highest: float, default: float, **more: Any) -> Field[float]:
    """Return a field for a number, or for several, between two ends.

    Examples
    --------
    >>> swept = numbers("swept", 0.0, 3.0, 1.0, most=21, adopt=print)
    >>> swept.parse("-1"), swept.nearest(-1.0), swept.write(0.50)
    (-1.0, 0.0, '0.5')
    """
    return Field(name, number, default, nearest=lambda value: min(max(value, lowest), highest), **more)


def flag(name: str, text: str, default: bool, **more: Any) -> Field[bool]:
    """Return a field for yes or no, of which the address holds only what is not the default, as one text.

    Examples
    --------
    >>> answers = flag("answers", "off", True, adopt=print)
    >>> answers.parse("off"), answers.parse("on"), answers.write(False)
    (False, None, 'off')
    """
    return Field(name, lambda said: not default if said == text else None, default, write=lambda _: text, **more)


def _value(field: Field[Value], text: str | None, otherwise: Value) -> Value:
    value = None if text is None else field.parse(text)
    return otherwise if value is None else field.nearest(value)


def _looked_at() -> set[str]:
    names: set[str] = st.session_state.setdefault(_LOOKED_AT, set())
    return names


def _parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _mended(field: Field[Any], words: Words) -> list[str]:
    texts = st.query_params.get_all(field.name)
    if not texts:
        return []
    remarks = []
    if field.most == 1 and len(texts) > 1:
        texts = texts[-1:]
        remarks.append(words.frame.link_several.format(name=field.name, used=_short(texts[0])))
    kept, unreadable = [], []
    for text in texts:
        value = field.parse(text)
        if value is None:
            unreadable.append(text)
            continue
        used = field.nearest(value)
        if used != value:
            used_text = field.write(used)
            remarks.append(words.frame.link_clamped.format(name=field.name, value=_short(text), used=used_text))
        kept.append(field.write(used))
    if unreadable:
        value_text = _short(", ".join(unreadable))
        wanted = field.wanted(words)
        remarks.append(words.frame.link_dropped.format(name=field.name, value=value_text, wanted=wanted))
    kept = list(dict.fromkeys(kept))
    if len(kept) > field.most:
        remarks.append(words.frame.link_too_many.format(count=len(kept), most=field.most))
    _put(field.name, kept[: field.most])
    return remarks


def _put(name: str, texts: list[str]) -> None:
    if texts:
        st.query_params[name] = texts if len(texts) > 1 else texts[0]
    else:
        del st.query_params[name]


def _fill_in(fields: Fields) -> None:
    """Say outright what a link of before the versions leaves out: its scene was another."""
    if _VERSION in st.query_params or not any(f.of_a_scene and f.name in st.query_params for f in fields):
        return
    for field in fields:
        if field.before_versions is not None:
            st.query_params.setdefault(field.name, field.before_versions)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
