"""A network that a visitor brings: read behind the page, then shown; or one sentence on why not."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.reasons import Reason
from components.own import bringing, progress, store
from components.own.progress import Progress
from components.own.refusal import RefusedError, UnfitError
from components.pages.own import bring as bring_view
from components.presenting import own as presenting
from components.words.en import ENGLISH as WORDS
from components.words.languages import LANGUAGES
from tests.app.reading import markdown, press, run, seen, warnings

FILE = ("mine.zip", b"its bytes", "application/zip")


def _brought(page: AppTest) -> None:
    run(page)
    page.file_uploader[-1].set_value(FILE)
    page.text_input[0].set_value("abc")
    press(page, WORDS.own.bring_start)


def _until(page: AppTest, said: Callable[[], bool]) -> None:
    last = time.monotonic() + 60
    while not said():
        assert time.monotonic() < last
        run(page)


def test_one_that_is_taken_is_shown_as_ones_own(
    own_page: AppTest, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def bring(network: bytes, characters: str, check: Callable[[], None]) -> Path:
        given.append((network, characters))
        check()
        folder = store.new()
        shutil.copytree(small_folder, folder / store.NETWORK)
        progress.write(Progress("done"), folder)
        return folder

    monkeypatch.setattr(bringing, "bring", bring)
    _brought(own_page)
    _until(own_page, lambda: WORDS.own.done in markdown(own_page))
    assert given == [(b"its bytes", "abc")]
    (folder,) = store.root().iterdir()
    assert own_page.query_params["model"] in (store.link(folder), [store.link(folder)])


def test_who_waits_sees_the_place(own_page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = Event()

    def bring(*_: object) -> Path:
        may_end.wait(60)
        raise RefusedError("no_zip")

    monkeypatch.setattr(bringing, "bring", bring)
    bring_view._begin(b"another visitor's", "")
    _brought(own_page)
    assert WORDS.frame.job_queued.format(before=1) in seen(own_page.info)
    may_end.set()
    _until(own_page, lambda: bool(own_page.warning))


def test_without_a_file_it_is_asked_for(own_page: AppTest) -> None:
    run(own_page)
    press(own_page, WORDS.own.bring_start)
    assert warnings(own_page) == WORDS.own.no_file


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_field_for_characters_is_called_by_its_name(name: str) -> None:
    words = LANGUAGES[name].own
    called = re.findall("“(.+?)”", words.no_characters)
    assert words.bring_characters.startswith(called[0])


@pytest.mark.parametrize("refused", [RefusedError("no_zip"), UnfitError(Reason("never_built"))])
def test_one_that_is_refused_is_one_sentence_with_the_readers_reason(
    own_page: AppTest, monkeypatch: pytest.MonkeyPatch, refused: RefusedError
) -> None:
    def bring(*_: object) -> Path:
        raise refused

    monkeypatch.setattr(bringing, "bring", bring)
    _brought(own_page)
    _until(own_page, lambda: bool(own_page.warning))
    assert warnings(own_page) == presenting.refused(refused, WORDS)
    assert not own_page.error
