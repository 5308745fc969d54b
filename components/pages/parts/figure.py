"""A figure on a page: a specification that stays as it is, and data that come anew."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Literal, TypeVar

import pyarrow as pa
import streamlit as st

from components.charts.style import BASE_SIZE
from components.pages.visit import figures

Labels = TypeVar("Labels")
Height = Literal["content", "stretch"]
Rows = Sequence[dict[str, Any]] | dict[str, list[Any]]  # a dict a row, or a list a column


def show(
    specification: dict[str, Any],
    data: Mapping[str, Rows],
    *,
    key: str,
    alt: str,
    height: Height = "content",
    name: str = "",
) -> None:
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
    height : {"content", "stretch"}, optional
        As the specification says, or as high as what it stands in.
    name : str, optional
        What it is called where it can be had as a file; by default by its number.
    """
    # As Arrow, or Streamlit would take every data set through pandas.
    tables = {
        name: pa.table(rows) if isinstance(rows, dict) else pa.Table.from_pylist(list(rows))
        for name, rows in data.items()
    }
    figures.note(key, figures.Shown(name, specification, tables, height == "stretch", figures.followed()))
    st.vega_lite_chart(None, specification | {"datasets": tables}, key=key, width="stretch", height=height, alt=alt)


def base_size() -> int:
    """Return the size of type that the theme sets, in pixels: what figures take for their own."""
    return int(st.get_option("theme.baseFontSize") or BASE_SIZE)


def labels(kind: type[Labels], *pages: object, **filled: str) -> Labels:
    """Return a figure's labels: a dataclass whose fields are sentences of the same names.

    Parameters
    ----------
    kind : type
        The dataclass.
    *pages : object
        The pages' words that hold the sentences; of two that say the same name, the first.
    **filled : str
        Sentences that have had their blanks filled in.
    """
    sentences = ChainMap(filled, *map(vars, pages))
    return kind(**{field.name: sentences[field.name] for field in fields(kind)})  # type: ignore[arg-type]
