"""Figures as files: what vl-convert's process draws of them, and how it fails."""

import struct
import sys
import threading
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from components.charts import drawing as drawing_process
from components.charts import live, pictures
from components.charts.drawing import Drawing, PictureError, __main__
from components.pages.parts import figure
from components.words.en import ENGLISH
from tests.charts.rendering import read

HOSTILE = "</text></svg><script>alert(1)</script>\x07&\"'<!--]]>"
LOGITS = np.log([0.5, 0.3, 0.2])

Figure = tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]


def shown(*names: str) -> Figure:
    """Return the live figure of three characters."""
    labels = figure.labels(live.LiveLabels, ENGLISH.explore, ENGLISH.cut, uniform="equal", uniform_short="equal")
    columns = {live.DATA: live.rows(names, names, LOGITS), live.SUMS: live.sums(LOGITS)}
    data = {
        data_set: [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
        for data_set, table in columns.items()
    }
    return live.specification(labels, start=1.0, characters=3), data


@pytest.fixture
def drawing() -> Iterator[Drawing]:
    """Return a process of its own."""
    begun = Drawing()
    yield begun
    begun.end()


def test_an_svg_has_the_words_of_the_figure_and_its_slider_where_it_rests() -> None:
    specification, data = shown("a", "b", "c")
    tree = ElementTree.fromstring(pictures.svg(specification, data, height=400, at=0.5))
    assert (tree.get("width"), tree.get("height")) == (str(pictures.WIDTH), "400")
    drawn = read(tree)
    written = [mark.text for mark in drawn.axis_text]
    assert {"0 %", ENGLISH.explore.tempered, ENGLISH.explore.base} <= set(written)
    squares = np.square([0.5, 0.3, 0.2])  # softmax(z / 0.5)
    assert f"a: {100 * squares[0] / squares.sum():.1f} %" in next(iter(drawn.labelled("bar")))
    assert specification["params"][0]["value"] == [{"T": 1.0}]  # what all visitors share stays as it is


def test_a_png_has_the_size_that_is_asked_for() -> None:
    drawn = pictures.png(*shown("a", "b", "c"), height=300, at=1.0)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == (pictures.WIDTH * pictures.SHARPNESS, 300 * pictures.SHARPNESS)


def test_hostile_labels_stay_text() -> None:
    tree = ElementTree.fromstring(pictures.svg(*shown(HOSTILE, "b", "c"), at=1.0))
    assert not [element for element in tree.iter() if element.tag.endswith("script")]
    assert HOSTILE.replace("\x07", "\ufffd") in [mark.text for mark in read(tree).of("glyphs")]


def test_the_process_goes_on_after_what_it_cannot_draw(drawing: Drawing) -> None:
    with pytest.raises(PictureError) as caught:
        drawing.ask("svg", {"mark": "nothing"})
    assert caught.value.kind == "broken"
    assert drawing.ask("svg", {"mark": "bar", "data": {"values": []}}).startswith(b"<svg")


def test_the_process_is_begun_anew_after_it_was_ended(drawing: Drawing) -> None:
    empty = {"mark": "bar", "data": {"values": []}}
    drawing.ask("svg", empty)
    drawing.end()
    assert drawing.ask("svg", empty).startswith(b"<svg")


def test_a_process_that_ends_within_a_request_is_said() -> None:
    drawing = Drawing(command=("-c", "input()"))
    with pytest.raises(PictureError, match="broke down"):
        drawing.ask("script")
    drawing.end()


REFUSING = 'import json, sys\nfor line in sys.stdin: print(json.dumps({"kind": "font", "message": "none"}), flush=True)'


def test_a_process_that_nobody_asks_ends_also_behind_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_process, "IDLE", 0.0)
    drawing = Drawing(command=("-c", REFUSING))
    with pytest.raises(PictureError, match="none"):
        drawing.ask("png")
    waited = threading.Event()
    while drawing.is_running:
        waited.wait(0.01)


def test_a_process_that_cannot_be_begun_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PictureError, match="broke down"):
        Drawing().ask("script")


def test_nothing_is_loaded_from_elsewhere() -> None:
    with pytest.raises(Exception, match=r"(?i)external|allowed|access"):
        __main__.answer("svg", {"mark": "bar", "data": {"url": "http://127.0.0.1:9/data.json"}})


def test_a_sign_that_no_font_has_is_said_and_only_of_a_png() -> None:
    figure = {"mark": {"type": "text", "text": "\U0003fffd"}, "data": {"values": [{}]}}
    with pytest.raises(PictureError) as caught:
        __main__.answer("png", figure)
    assert caught.value.kind == "font"
    assert b"\xf0\xbf\xbf\xbd" in __main__.answer("svg", figure)
