"""A figure drawn as the browser would, by Vega itself, and read like a page: its marks, their words and places."""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import vl_convert

_SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)")
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


@dataclass(frozen=True)
class Mark:
    """One drawn mark.

    Attributes
    ----------
    group : str
        The name of its layer, such as ``"readout"``; ``"layer_3"`` where the layer has none.
    label : str or None
        What a screen reader says of it.
    text : str
        What is written, line by line; "" for other marks.
    x, y : float
        Pixels from the picture's left and top edge.
    attributes : dict of str to str
        As they stand in the SVG: `fill`, `font-size`, `opacity`, the path `d` and so on.
    """

    group: str
    label: str | None
    text: str
    x: float
    y: float
    attributes: dict[str, str]

    @property
    def visible(self) -> bool:
        """Whether it can be seen at all."""
        return float(self.attributes.get("opacity", 1)) > 0

    @property
    def box(self) -> tuple[float, float]:
        """The width and height of a bar, in pixels."""
        _, _, width, height, *_ = map(float, _NUMBERS.findall(self.attributes["d"]))
        return width, height


@dataclass(frozen=True)
class Picture:
    """A drawn figure.

    Attributes
    ----------
    marks : list of Mark
        In the order of drawing.
    axis_text : list of Mark
        Labels and titles of axes and legends.
    signs : list of Mark
        What legends show of the marks.
    """

    marks: list[Mark]
    axis_text: list[Mark]
    signs: list[Mark]

    def of(self, group: str) -> list[Mark]:
        """Return the visible marks of a layer."""
        return [mark for mark in self.marks if mark.group == group and mark.visible]

    def text(self, group: str) -> str:
        """Return what a layer writes, mark by mark."""
        return "\n".join(mark.text for mark in self.of(group) if mark.text)

    def labelled(self, kind: str) -> dict[str, Mark]:
        """Return the visible marks of a kind ("bar", "circle", "rule") that screen readers are told of, by label."""
        return {
            mark.label: mark
            for mark in self.marks
            if mark.label and mark.visible and mark.attributes.get("aria-roledescription", "").startswith(kind)
        }


def render(
    specification: Mapping[str, Any],
    data: Mapping[str, Sequence[dict[str, Any]] | dict[str, list[Any]]],
    *,
    width: int = 600,
    **parameters: float,
) -> Picture:
    """Draw a figure.

    Parameters
    ----------
    specification : mapping
        As a module of `components.charts` builds it.
    data : mapping of str to rows
        The data sets by name: a dict a row, or a list a column.
    width : int, optional
        Pixels for the marks.
    **parameters : float
        Where sliders stand, by the name of their parameter, as in ``T=0.5``.
    """
    whole = copy.deepcopy(dict(specification))
    whole["datasets"] = {name: _rows(table) for name, table in data.items()}
    whole["width"] = width
    by_name = {parameter["name"]: parameter for parameter in whole.get("params", [])}
    for name, value in parameters.items():
        selection = by_name[name].get("select")
        by_name[name]["value"] = [dict.fromkeys(selection["fields"], value)] if selection else value
    return read(ElementTree.fromstring(vl_convert.vegalite_to_svg(whole)))


def _rows(table: Sequence[dict[str, Any]] | dict[str, list[Any]]) -> list[dict[str, Any]]:
    if not isinstance(table, dict):
        return list(table)
    return [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]


def read(svg: ElementTree.Element) -> Picture:
    """Return a figure that was drawn as SVG."""
    marks, axis_text, signs = list[Mark](), list[Mark](), list[Mark]()

    def walk(element: ElementTree.Element, x: float, y: float, group: str | None, axis: bool) -> None:
        moved = _MOVE.search(element.get("transform", ""))
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        classes = element.get("class", "").split()
        sign = "role-legend-symbol" in classes
        axis = axis or any(name.startswith(("role-axis", "role-legend")) for name in classes)
        group = next((name.removesuffix("_marks") for name in classes if name.endswith("_marks")), group)
        if element.tag in {f"{_SVG}path", f"{_SVG}line", f"{_SVG}text"}:
            lines = [element.text or "", *(span.text or "" for span in element)]
            mark = Mark(group or "", element.get("aria-label"), "\n".join(filter(None, lines)), x, y, element.attrib)
            if axis and element.tag == f"{_SVG}text":
                axis_text.append(mark)
            elif group and not axis:
                marks.append(mark)
            return
        for child in element:
            walk(child, x, y, group, axis)
            if sign:
                signs.append(Mark("", None, "", x, y, child.attrib))

    walk(svg, 0.0, 0.0, None, False)
    return Picture(marks, axis_text, signs)
