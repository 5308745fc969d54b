"""What tests read of a page that ran as a script."""

import json
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception[0].message
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
