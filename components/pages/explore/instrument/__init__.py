"""The first page's instrument as one HTML file that needs no server and no internet: for slides, and for later."""

import html
import json
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

import streamlit as st

from components.charts import pictures
from components.language_model.scene import Setting
from components.own import store
from components.pages import style
from components.pages.parts.component import script, sheet
from components.pages.visit.figures import Shown
from components.presenting import cut, networks, prompt_text
from components.presenting.columns import legend
from components.words import Words

_HERE = Path(__file__).parent
_PARTS = ("saying", "play", "texts")  # whose styles are needed
_SHEETS = ("slider", "texts", "figures", "phone")  # of the pages' style
_LONGEST_PROMPT = 160  # characters that are shown of it
_THEME = ("textColor", "backgroundColor", "secondaryBackgroundColor", "primaryColor")
_TYPES = '--st-font: "Source Sans", system-ui, sans-serif; --st-code-font: "Source Code", ui-monospace, monospace;'
# Streamlit's own, under the SIL Open Font License; where another version has none, the reader's computer has.
_FONTS = {"Source Sans": "SourceSansVF-Upright*.woff2", "Source Code": "SourceCodeVF-Upright*.woff2"}
_MEDIA = Path(st.__file__).parent / "static" / "static" / "media"

_ENDS = re.compile(r"<(?=/script|script|!--)", re.IGNORECASE)

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Instrument:
    """What the file holds.

    Attributes
    ----------
    language : str
        The reader's, as a web page names it.
    model : str
        The network's name.
    setting : Setting
        What the texts are written with.
    link : str
        The address of the page that shows the same.
    figure : Shown
        The bars.
    described : str
        What a screen reader says of them.
    parts : callable
        Returns what the page's own components are given, by their names.
    """

    language: str
    model: str
    setting: Setting
    link: str
    figure: Shown
    described: str
    parts: Callable[[], Mapping[str, Data]]


def page(words: Words, shown: Instrument) -> str:
    """Return the file.

    Raises
    ------
    PictureError
        If the script that draws figures cannot be had.
    """
    texts = {
        "language": shown.language,
        "title": words.frame.title,
        "prompt_label": words.explore.prompt,
        "prompt": _ending(shown.setting.prompt),
        "made_of": _made_of(words, shown),
        "made_with": _made_with(words, shown.model),
        "link": shown.link,
    }
    given = {"figure": _figure(shown), "parts": {name: _part(name, data) for name, data in shown.parts().items()}}
    return Template((_HERE / "instrument.html").read_text("utf-8")).substitute(
        {name: html.escape(text) for name, text in texts.items()},
        style=_style(words),
        legend=legend(words),
        drawing=_within_script(pictures.script()),
        given=_within_script(json.dumps(given, ensure_ascii=False)),
        script=(_HERE / "instrument.js").read_text("utf-8"),
    )


def parts(words: Words, texts: Data, saying: Data, held: Data | None) -> dict[str, Data]:
    """Return what the components are given in the file, where no character leads to another page.

    Parameters
    ----------
    words : Words
        The reader's language.
    texts, saying : dict
        What those of the columns and of the sentence are given on the page.
    held : dict or None
        What that of a slider is given which no hand moves.
    """
    hint = words.instrument.character_hint
    twins = texts["twins"] and texts["twins"] | {"hint": hint}
    play = {"play": words.explore.play, "stop": words.explore.play_stop}
    columns = {**texts, "hint": hint, "twins": twins, "hidden": ""}
    return {"saying": saying, "texts": columns} | ({"held": held} if held else {"play": play})


def _part(name: str, data: Data) -> dict[str, Any]:
    return {"script": script(name), "data": data}


def _figure(shown: Instrument) -> dict[str, Any]:
    """Return the bars with their data, as wide and as high as their place, and where the slider rests."""
    data = {name: table.to_pylist() for name, table in shown.figure.tables.items()}
    figure = pictures.inline(shown.figure.specification, data, shown.figure.at)
    return figure | {
        "config": figure["config"] | {"font": "Source Sans, sans-serif"},
        "width": "container",
        "height": "container",
        "autosize": {"type": "fit", "contains": "padding", "resize": True},
        "background": None,
        "description": shown.described,
    }


def _ending(prompt: str) -> str:
    """Return the end of a prompt on one line."""
    line = prompt_text.one_line(prompt)
    return line if len(line) <= _LONGEST_PROMPT else "…" + line[-_LONGEST_PROMPT:]


def _made_of(words: Words, shown: Instrument) -> str:
    setting = shown.setting
    parts = [
        words.instrument.network.format(network=networks.label(shown.model, words)),
        words.instrument.seed.format(seed=setting.seed),
        words.instrument.length.format(length=setting.length),
        cut.said(setting.cut, words) if setting.cut.has_cut else words.instrument.no_cut,
    ]
    return " · ".join(parts)


def _made_with(words: Words, model: str) -> str:
    form = words.instrument.made_with_own if store.is_link(model) else words.instrument.made_with
    return form.format(title=words.frame.title)


def _style(words: Words) -> str:
    both = {name: [st.get_option(f"theme.{scheme}.{name}") for scheme in ("light", "dark")] for name in _THEME}
    theme = " ".join(f"--st-{_dashed(name)}: light-dark({light}, {dark});" for name, (light, dark) in both.items())
    own = (_HERE / "instrument.css").read_text("utf-8")
    root = f":root {{ {theme} {_TYPES} --as-trained: {style.quoted(words.explore.as_trained)}; }}"
    return "\n".join([_fonts(), root, *map(style.sheet, _SHEETS), *map(sheet, _PARTS), own])


@lru_cache(maxsize=1)
def _fonts() -> str:
    faces = []
    for name, pattern in _FONTS.items():
        for file in _MEDIA.glob(pattern):
            source = f"url(data:font/woff2;base64,{b64encode(file.read_bytes()).decode()})"
            faces.append(f'@font-face {{ font-family: "{name}"; font-weight: 200 900; src: {source}; }}')
    return "\n".join(faces)


def _dashed(name: str) -> str:
    """Return a name of Streamlit's settings as one of CSS.

    Examples
    --------
    >>> _dashed("secondaryBackgroundColor")
    'secondary-background-color'
    """
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)


def _within_script(text: str) -> str:
    r"""Return JavaScript or JSON that ends no script element, whatever its strings hold.

    Examples
    --------
    >>> print(_within_script('["</script>", "<!--"]'))
    ["\u003c/script>", "\u003c!--"]
    """
    return _ENDS.sub(r"\\u003c", text)
