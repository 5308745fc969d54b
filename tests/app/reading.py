"""What tests read of a page that ran as a script."""

import json
import re
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from components.words.languages import LANGUAGES

_FAULTS = [words.frame.fault.split("{mark}")[0] for words in LANGUAGES.values()]


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception[0].message
    unforeseen = [error.value for error in app.error if any(fault in error.value for fault in _FAULTS)]
    assert not unforeseen, unforeseen[0]  # the traceback is in what was logged
    return app


def chart(app: AppTest) -> Any:
    return app.get("vega_lite_chart")[0].proto


def rows(app: AppTest) -> list[dict[str, Any]]:
    return data(app, "characters")


def data(app: AppTest, name: str) -> list[dict[str, Any]]:
    found = {data.name: data.data.data for data in chart(app).datasets}
    return pa.ipc.open_stream(found[name]).read_all().to_pylist()


def components(app: AppTest) -> list[dict[str, Any]]:
    """Read what the page's own components are given."""
    return [json.loads(found.proto.mixed.json or found.proto.json) for found in app.get("bidi_component")]


def columns(app: AppTest) -> list[dict[str, Any]]:
    (texts,) = [given["texts"] for given in components(app) if "follows" in given]
    return list(texts)


def warnings(app: AppTest) -> str:
    return " ".join(warning.value.replace("\\", "") for warning in app.warning)


def rows_of(app: AppTest, name: str) -> list[dict[str, Any]]:
    """Return the rows of a data set, in whichever figure it is."""
    for figure in app.get("vega_lite_chart"):
        for data in figure.proto.datasets:
            if data.name == name:
                return list(pa.ipc.open_stream(data.data.data).read_all().to_pylist())
    raise AssertionError(name)


def markdown(app: AppTest) -> str:
    """Return all that is written as Markdown, as a reader sees it."""
    return seen(app.markdown)


def seen(elements: Iterable[Any]) -> str:
    """Return the sentences of elements without what keeps signs from being Markdown, and lines from being broken."""
    return re.sub(r"\\(.)", r"\1", "\n".join(element.value for element in elements)).replace("\xa0", " ")


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click()
    run(app)
