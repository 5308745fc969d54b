"""A file that was made stays until the browser has fetched it, whoever's pages run meanwhile."""

import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from components.pages.parts import download_view

PAGES = Path(download_view.__file__).parents[1]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(media_file_manager, "_get_session_id", lambda: threading.current_thread().visitor)  # type: ignore[attr-defined]
    monkeypatch.setattr(
        download_view, "add_script_run_ctx", lambda thread, visitor: setattr(thread, "visitor", visitor)
    )
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=manager))
    return manager


def _pressed(files: MediaFileManager, content: str | bytes, *, kept: bool, numbers: Iterator[int] | None = None) -> str:
    """Return the name of the file that is made when a button is pressed."""
    numbers = numbers or count()

    def made() -> str | bytes:
        return content

    threading.current_thread().visitor = "Ada"  # type: ignore[attr-defined]
    make = (lambda: download_view._kept("Ada", numbers, made, "a.csv", "text/csv")) if kept else made
    button = files.add_deferred(make, "text/csv", "button", "a.csv")
    return files.execute_deferred(button).rsplit("/", 1)[-1].split(".")[0]


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("content", ["温度", b"\x89PNG"])
def test_a_made_file_outlives_the_runs_of_others(files: MediaFileManager, content: str | bytes, kept: bool) -> None:
    file = _pressed(files, content, kept=kept)
    for _ in range(5):
        files.remove_orphaned_files()
    found = files.read_file(file)
    assert (found is not None) is kept  # where it is not kept, Streamlit does so by now: then let it
    if found is not None:
        assert found.content == (content.encode() if isinstance(content, str) else content)


def test_so_many_are_kept_and_no_more(files: MediaFileManager) -> None:
    numbers = count()
    made = [_pressed(files, f"{number}", kept=True, numbers=numbers) for number in range(download_view._KEPT + 3)]
    for _ in range(2):
        files.remove_orphaned_files()
    assert [files.read_file(file) is not None for file in made] == [False] * 3 + [True] * download_view._KEPT


def test_each_visitor_has_a_count_of_ones_own() -> None:
    def page() -> None:
        from components.pages.parts import download_view

        download_view.offer("Take", lambda: "a", "a.csv", "text/csv")
        download_view.offer("Take more", lambda: "b", "b.csv", "text/csv")

    ada, bob = (AppTest.from_function(page).run() for _ in range(2))
    numbers = [visitor.session_state[download_view._NUMBERS] for visitor in (ada, bob)]
    assert [next(one) for one in numbers] == [0, 0]
    assert [next(one) for one in numbers] == [1, 1]


def test_every_button_of_a_page_keeps_its_file() -> None:
    buttons = [path.name for path in PAGES.rglob("*.py") if "st.download_button(" in path.read_text("utf-8")]
    assert buttons == ["download_view.py"]
