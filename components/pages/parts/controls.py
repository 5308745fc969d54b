"""Controls that more than one page has."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.language_model.scene import SEEDS
from components.pages.visit import seed as visit_seed
from components.pages.visit.link import Field, keep, number, read
from components.presenting.glyphs import plain
from components.temperature.scale import HIGHEST
from components.words import Words

_OFFERED = [f"{tenth / 10:g}" for tenth in range(round(10 * HIGHEST) + 1)]


def temperatures(
    words: Words, field: Field[float], *, label: str, default: Sequence[float], help_text: str
) -> tuple[tuple[float, ...], list[str]]:
    """Show the field for several temperatures.

    Returns
    -------
    temperatures : tuple of float
        Those among what was typed, each once, the coolest first.
    remarks : list of str
        What is to be said of the rest.
    """
    entries = st.multiselect(
        label,
        _OFFERED,
        default=[f"{temperature:g}" for temperature in default],
        key=field.name,
        max_selections=field.most,
        accept_new_options=True,
        filter_mode="prefix",
        help=help_text.format(most=field.most, highest=HIGHEST),
        bind="query-params",
        persist_state="session",
    )
    usable: set[float] = set()
    remarks = []
    for entry in entries:
        value = number(entry.replace(",", "."))
        if value is None or not 0 <= value <= HIGHEST:
            remarks.append(words.explore.bad_temperature.format(value=entry, highest=HIGHEST))
        elif value in usable:
            remarks.append(words.explore.temperature_twice.format(value=entry, temperature=value))
        else:
            usable.add(value + 0.0)
    return tuple(sorted(usable)), remarks


def one_of(field: Field[str], label: str, names: Mapping[str, str], *, key: str) -> str:
    """Show a choice of a few that stands in the link under another name than in the page, and return the link's."""
    chosen = st.segmented_control(
        label,
        list(names),
        default=read(field),
        format_func=names.__getitem__,
        key=key,
        required=True,
        persist_state="session",
    )
    keep(field, str(chosen))
    return str(chosen)


def say(remarks: Sequence[str]) -> None:
    """Show what is to be said of something that was typed."""
    for remark in remarks:
        st.warning(plain(remark), icon=":material/info:")


def seed(words: Words, default: int) -> int:
    """Show the field for the seed, and return it."""
    value = st.number_input(
        words.explore.seed,
        SEEDS.start,
        SEEDS[-1],
        default,
        key=visit_seed.SEED.name,
        help=words.explore.seed_help,
        bind="query-params",
        persist_state="session",
    )
    return int(value)


def another_seed(words: Words) -> None:
    """Show the button for another seed."""
    st.button(words.explore.another_seed, on_click=visit_seed.another, help=words.explore.another_seed_help)
