"""What nobody foresaw: one sentence with a mark, the traceback in the log, and everything else lives on."""

import logging
import re
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import folder
from components.language_model.folder import ModelFolder
from components.pages.explore import samples_view
from components.pages.serving import models
from components.words import Words
from components.words.languages import LANGUAGES
from tests.app.conftest import APP
from tests.app.reading import columns, rows, run

SECRET = "/home/somebody/secret.py"


def opened(language: str, path: str = "") -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["lang"] = language
    if path:
        app.switch_page(path)
    return app


def shown(app: AppTest) -> str:
    return " ".join(error.value.replace("\\", "") for error in app.error)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unforeseen_error_is_one_sentence_and_its_mark_is_in_the_log(
    app: AppTest, language: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError(f"in {SECRET}")

    monkeypatch.setattr(samples_view, "settings", fails)
    app.query_params["lang"] = language
    app.run()
    words: Words = LANGUAGES[language]
    before, after = words.frame.fault.split("{mark}")
    found = re.fullmatch(f"{re.escape(before)}([0-9a-f]{{6}}){re.escape(after)}", shown(app))
    assert found
    assert not app.exception
    assert rows(app)  # what came before it is there
    logged = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert logged.message == f"fault {found[1]}"
    assert logged.exc_info is not None
    assert SECRET in str(logged.exc_info[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_tensorflow_the_page_shows_what_was_made_beforehand(
    small_folder: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "DEFAULT_MODEL", small_folder)
    for name in [name for name in sys.modules if name.startswith("components.language_model.loading")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "components.language_model.loading", None)  # importing it fails
    app = opened(language)
    run(app)
    models.begin(ModelFolder.at(small_folder)).future.exception(timeout=60)
    words = LANGUAGES[language]
    for _ in range(2):  # and the sentence stays
        run(app)
        assert words.frame.no_library.split("（")[0].split("(")[0].strip() in shown(app)
        assert len(app.error) == 1
        assert rows(app)
        assert len(columns(app)) == 4
        assert not app.caption or words.frame.model_coming_behind not in [caption.value for caption in app.caption]
    app.text_input(key="prompt").set_value("All:")
    run(app)
    assert [info.value for info in app.info] == [words.frame.network_needed]


def test_a_failure_of_another_kind_has_the_mark_of_its_log(
    small_folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(path: Path) -> None:
        raise MemoryError(SECRET)

    monkeypatch.setattr(folder, "DEFAULT_MODEL", small_folder)
    monkeypatch.setattr(models, "_load", fails)
    app = opened("en")
    run(app)
    models.begin(ModelFolder.at(small_folder)).future.exception(timeout=60)
    run(app)
    assert SECRET not in shown(app)
    before, after = LANGUAGES["en"].frame.no_network.split("{mark}")
    found = re.fullmatch(f"{re.escape(before)}([0-9a-f]{{6}}){re.escape(after)}", shown(app))
    assert found
    assert [record.message for record in caplog.records if record.levelno == logging.ERROR] == [f"fault {found[1]}"]
    assert rows(app)
