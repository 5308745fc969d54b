"""The page "Sweep" as a script, with a stored sweep of a small model."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import stored, sweep
from components.analysis.reference import reference
from components.analysis.sweep_results import Results, to_content
from components.analysis.sweep_setting import SweepSetting
from components.language_model import folder
from components.language_model.lexicon import Lexicon, Unit
from components.language_model.loading import Model
from tests.app.reading import seen
from tests.conftest import TEXT

KNOWN = Lexicon(Unit.WORD, frozenset({"speak", "we"}))
SETTING = SweepSetting(prompt="\n", temperatures=(0.0, 0.5, 1.0, 2.0), samples=3, length=250)


def _page() -> None:
    from components.pages.sweep import page as sweep
    from components.words.en import ENGLISH

    sweep.show(ENGLISH, {})


@pytest.fixture(scope="module")
def made(small_model: Model) -> Results:
    return sweep.run(small_model.sampler, KNOWN, SETTING)


@pytest.fixture
def model(app: AppTest, folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the small model that may be broken, in the place of the one that `app` put there."""
    copied = folder_copy()
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copied)
    return copied


@pytest.fixture
def page(model: Path, small_model: Model, made: Results) -> AppTest:
    """Return the page with a stored sweep and reference; not yet run."""
    stored.save(model, stored.SWEEP, to_content(made, stored.provenance(model)))
    found = reference(small_model.sampler, TEXT * 12, KNOWN)
    stored.save(model, stored.REFERENCE, {**stored.provenance(model), **found})
    return AppTest.from_function(_page, default_timeout=60)


def text_of(page: AppTest) -> str:
    """Return all sentences on the page, without what keeps signs from being Markdown."""
    said = [*page.markdown, *page.caption, *page.info, *page.success, *page.warning, *page.error]
    return seen(said)


def data_of(page: AppTest, name: str) -> list[list[dict[str, Any]]]:
    """Return the rows of the data sets of a name, figure by figure."""
    return [
        pa.ipc.open_stream(data.data.data).read_all().to_pylist()
        for chart in page.get("vega_lite_chart")
        for data in chart.proto.datasets
        if data.name == name
    ]
