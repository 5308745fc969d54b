"""A figure on a page: a specification that stays as it is, and data that come anew."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from components.charts.style import BASE_SIZE
from components.words.en import Words

Rows = Sequence[dict[str, Any]] | dict[str, list[Any]]  # a dict a row, or a list a column


def show(specification: dict[str, Any], data: Mapping[str, Rows], *, key: str, alt: str) -> None:
    """Show a figure with its data sets.

    Parameters
    ----------
    specification : dict
        As a module of `components.charts` gives it.
    data : mapping of str to rows
        The data sets by name.
    key : str
        The figure's own.
    alt : str
        What it shows, in words. Another text would let the browser build the figure anew.
    """
    # As Arrow, or Streamlit would take every data set through pandas.
    tables = {
        name: pa.table(rows) if isinstance(rows, dict) else pa.Table.from_pylist(list(rows))
        for name, rows in data.items()
    }
    st.vega_lite_chart(None, specification | {"datasets": tables}, key=key, width="stretch", alt=alt)


def base_size() -> int:
    """Return the size of type that the theme sets, in pixels: what figures take for their own."""
    return int(st.get_option("theme.baseFontSize") or BASE_SIZE)


def labels(kind: type, words: Words, **filled: str) -> Any:
    """Return a figure's labels: a dataclass whose fields are sentences of the same names.

    Parameters
    ----------
    kind : type
        The dataclass.
    words : Words
        The reader's language.
    **filled : str
        Sentences that have had their blanks filled in.
    """
    fields = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return kind(**{field: filled.get(field, getattr(words, field)) for field in fields})
