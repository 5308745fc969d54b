"""Small parts of a page that are written in JavaScript: a folder of a few files each, and no build step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


@st.cache_resource(show_spinner=False)
def component(name: str) -> Callable[..., Any]:
    """Return the part whose files are ``NAME/NAME.css``, ``NAME/NAME.js`` and the scripts beside it, if it has some.

    The script finds an element of the class NAME, and fills it. Its style is the page's.
    """
    return st.components.v2.component(
        name,
        html=f'<div class="{name}"></div>',
        css=sheet(name),
        js=script(name),
        isolate_styles=False,
    )


def sheet(name: str) -> str:
    """Return the style of a part."""
    return (_HERE / name / f"{name}.css").read_text("utf-8")


def script(name: str) -> str:
    """Return the scripts of a part one after the other, with what all parts share before them."""
    return "\n".join(file.read_text("utf-8") for file in (_HERE / "shared.js", *sorted((_HERE / name).glob("*.js"))))
