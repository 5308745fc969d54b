"""The page "Calibration" as a script, on a small model with a stored calibration."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import stored
from components.analysis.calibration_reading import measure
from components.analysis.calibration_result import Calibration, Passage, Passages
from components.language_model import folder
from components.language_model.loading import Model
from tests.conftest import TEXT


def show_page() -> None:
    from functools import partial

    import streamlit as st

    from components.pages.calibration import page as calibration
    from components.pages.visit import places
    from components.words.en import ENGLISH

    pages: places.Pages = {}
    show = partial(calibration.show, ENGLISH, pages)
    pages[places.CALIBRATION] = st.Page(show, title="here", url_path=places.CALIBRATION, default=True)
    st.navigation(list(pages.values())).run()


@pytest.fixture(scope="session")
def measured(small_model: Model) -> tuple[Calibration, Calibration]:
    """Return two calibrations of the small model."""
    sampler = small_model.sampler
    held_out, training = (measure(sampler, sampler.vocabulary.encode(text)) for text in (TEXT * 2, TEXT))
    return held_out, training


@pytest.fixture
def path(
    app: AppTest,
    folder_copy: Callable[[], Path],
    measured: tuple[Calibration, Calibration],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Return the small model's folder with a stored calibration; the page shows it, and `app` has loaded its model."""
    copy = folder_copy()
    held_out, training = (Passage(0, 9, one.best.temperature + 2e-6, one) for one in measured)
    stored.save(copy, stored.CALIBRATION, {**stored.provenance(copy), **asdict(Passages(held_out, training))})
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copy)
    return copy


@pytest.fixture
def page(path: Path) -> AppTest:
    return AppTest.from_function(show_page, default_timeout=60)
