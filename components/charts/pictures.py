"""Figures as files: SVG, PNG, and the script that draws them in a page of their own.

They are drawn by Altair's companion vl-convert, which brings a JavaScript engine of a few hundred megabytes. So it runs
in a process of its own, which starts when a picture is first asked for and ends a minute after the last one.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from components.charts.drawing import Drawing, PictureError
from components.charts.style import TEXT_COLOUR
from components.temperature.scale import PARAMETER

__all__ = ["WIDTH", "PictureError", "inline", "png", "script", "svg"]

WIDTH, HEIGHT = 960, 400  # pixels of a picture; a figure that has a height keeps it
SHARPNESS = 2  # pixels of a PNG for each of the picture's

_INK, _PAPER, _FAINT = "#1b2430", "#ffffff", "#d5dbe3"
_FONT = "Source Sans Pro, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif"
_LOOK = {
    "axis": {"labelColor": _INK, "titleColor": _INK, "gridColor": _FAINT, "domainColor": _FAINT, "tickColor": _FAINT},
    "legend": {"labelColor": _INK, "titleColor": _INK},
    "text": {"font": _FONT},
}

Data = Mapping[str, list[dict[str, Any]]]  # rows by the names of the data sets

_drawing = Drawing()


def svg(specification: Mapping[str, Any], data: Data, *, height: int | None = None, at: float | None = None) -> bytes:
    """Return a figure as SVG.

    Parameters
    ----------
    specification : mapping
        As a module of `components.charts` gives it.
    data : mapping of str to list of dict
        The rows of its data sets, by name.
    height : int, optional
        In pixels; by default the figure's own.
    at : float, optional
        Where the slider rests that it follows, if it follows one.

    Raises
    ------
    PictureError
        If it cannot be drawn.
    """
    return _drawing.ask("svg", _on_paper(specification, data, height, at))


def png(specification: Mapping[str, Any], data: Data, *, height: int | None = None, at: float | None = None) -> bytes:
    """Return a figure as PNG, `SHARPNESS` times as wide and high as the SVG.

    Raises
    ------
    PictureError
        If it cannot be drawn; its kind is "font" where no font has one of its signs.
    """
    return _drawing.ask("png", _on_paper(specification, data, height, at), scale=SHARPNESS)


@lru_cache(maxsize=1)
def script() -> str:
    """Return the JavaScript that draws figures without a network: it sets ``window.vegaEmbed``.

    Raises
    ------
    PictureError
        If it cannot be made.
    """
    return _drawing.ask("script").decode()


def inline(specification: Mapping[str, Any], data: Data, at: float | None) -> dict[str, Any]:
    """Return a figure with its data sets in it, and its slider at a temperature; for the parameters see `svg`.

    Examples
    --------
    >>> figure = {"mark": "bar", "params": [{"name": "T", "value": 1.0}]}
    >>> inline(figure, {"rows": [{"a": 1}]}, 0.5)
    {'mark': 'bar', 'params': [{'name': 'T', 'value': 0.5}], 'datasets': {'rows': [{'a': 1}]}}
    """
    parameters = [_resting(parameter, at) for parameter in specification.get("params", ())]
    return {**specification, "params": parameters, "datasets": data}


def _resting(parameter: dict[str, Any], at: float | None) -> dict[str, Any]:
    if at is None or parameter["name"] != PARAMETER:
        return parameter
    return parameter | {"value": [{PARAMETER: at}] if "select" in parameter else at}


def _on_paper(specification: Mapping[str, Any], data: Data, height: int | None, at: float | None) -> dict[str, Any]:
    """Return a figure as it is printed: of one size, on white, in the colour of ink where a page has its theme's."""
    whole = inline(specification, data, at)
    configuration = dict(whole.get("config", {}))
    for part, look in _LOOK.items():
        configuration[part] = look | configuration.get(part, {})
    whole |= {
        "width": WIDTH,
        "height": height or whole.get("height", HEIGHT),
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": 12,
        "background": _PAPER,
        "config": configuration | {"font": _FONT},
    }
    inked: dict[str, Any] = json.loads(json.dumps(whole).replace(f'"{TEXT_COLOUR}"', f'"{_INK}"'))
    return inked
