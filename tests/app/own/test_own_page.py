"""The page "Your own": from a text to a network, with a trainer that is quick; what stops, ends or removes it."""

import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import durable
from components.language_model.training import lock
from components.own import plan, progress, store, trainer, wish
from components.own.progress import Progress
from components.own.wish import Wish
from components.pages.serving import trainings
from components.pages.visit import own as visit
from components.presenting import own as presenting
from components.words.en import ENGLISH as WORDS
from tests.app.own import quick_trainer
from tests.app.own.conftest import started
from tests.app.reading import components, markdown, press, rows_of, run, seen, warnings
from tests.conftest import TEXT

LONG = TEXT * 20


def _begun(page: AppTest, text: str = LONG) -> Path:
    """Return the visitor's folder of a text that was given and begun."""
    run(page)
    page.text_area[0].set_value(text)
    run(page)
    press(page, WORDS.own.start)
    (folder,) = store.root().iterdir()
    return folder


def _until(page: AppTest, is_so: Callable[[], bool]) -> None:
    last = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < last
        run(page)


def _watched(page: AppTest) -> list[str]:
    return [one["text"] for given in components(page) if "boxes" in given for box in given["boxes"] for one in box]


def _labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def _said(page: AppTest) -> str:
    return markdown(page) + seen(page.caption)


def test_a_text_is_learned_before_ones_eyes_and_the_network_is_there(own_page: AppTest) -> None:
    folder = _begun(own_page)
    assert (folder / store.TEXT).read_text("utf-8") == LONG
    _until(own_page, lambda: WORDS.own.done in _said(own_page))
    assert len(_watched(own_page)) == len(wish.TEMPERATURES)
    assert len(rows_of(own_page, "curves")) == 2 * 10
    assert rows_of(own_page, "whole") == [{"minutes": 3.0}]
    assert own_page.query_params["model"] in (store.link(folder), [store.link(folder)])
    assert visit.network(store.link(folder)) == folder / store.NETWORK
    assert [code.value for code in own_page.code] == [plan.command(Wish(), len(LONG))]


def test_what_was_found_is_said_before_anything_begins(own_page: AppTest) -> None:
    run(own_page)
    assert WORDS.own.no_text_yet in _said(own_page)
    own_page.text_area[0].set_value(LONG)
    run(own_page)
    assert presenting.found(LONG, WORDS) in _said(own_page)
    assert not store.root().exists()


@pytest.mark.parametrize(("text", "name"), [("abc", "short"), ("", "empty")])
def test_a_text_that_cannot_be_learned_is_one_sentence(own_page: AppTest, text: str, name: str) -> None:
    run(own_page)
    own_page.text_area[0].set_value(text)
    run(own_page)
    press(own_page, WORDS.own.start)
    values = {"characters": "3", "least": "2,000"} if text else {}
    assert warnings(own_page) == presenting.refusal(name, values, WORDS)
    assert not store.root().exists()


def test_the_pages_own_sentences_are_a_text(own_page: AppTest) -> None:
    run(own_page)
    press(own_page, WORDS.own.page_text)
    assert presenting.found(presenting.page_text(WORDS), WORDS) in _said(own_page)


def test_it_can_be_stopped_and_is_kept(slow_page: AppTest) -> None:
    folder = _begun(slow_page)
    _until(slow_page, lambda: bool(_watched(slow_page)))
    press(slow_page, WORDS.own.stop)
    _until(slow_page, lambda: WORDS.own.done in _said(slow_page))
    reached = progress.read(folder)
    assert reached is not None
    assert len(reached.points) < 10
    assert visit.network(store.link(folder))


def test_it_can_be_stopped_before_anything_is_learned_and_begins_again(
    own_page: AppTest, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = trainer.start
    monkeypatch.setattr(trainer, "start", partial(started, small_folder, quick_trainer.NEVER))
    folder = _begun(own_page)
    press(own_page, WORDS.own.stop)
    _until(own_page, lambda: WORDS.own.stopped in seen(own_page.info))
    assert not trainer.is_running(folder)
    assert not seen(own_page.error)
    monkeypatch.setattr(trainer, "start", start)
    press(own_page, WORDS.own.start)
    _until(own_page, lambda: WORDS.own.done in _said(own_page))


def test_who_waits_sees_the_place_and_the_time_and_can_leave(slow_page: AppTest, own: Path) -> None:
    store.write(own / store.TEXT, LONG)
    store.write(own / store.WISH, Wish(minutes=20).to_json())
    trainings.begin(own)  # another visitor's
    run(slow_page)
    slow_page.text_area[0].set_value(LONG)
    run(slow_page)
    press(slow_page, WORDS.own.start)
    (folder,) = set(store.root().iterdir()) - {own}
    assert trainings.waiting(folder) is not None
    assert WORDS.own.withdraw in _labels(slow_page)
    press(slow_page, WORDS.own.withdraw)
    assert not folder.exists()
    _until(slow_page, lambda: WORDS.own.start in _labels(slow_page))
    trainings.delete(own)


def test_another_server_goes_on_where_one_was_ended(own_page: AppTest, own: Path) -> None:
    _interrupted(own, "training")
    own_page.query_params["model"] = store.link(own)
    _until(own_page, lambda: WORDS.own.done in _said(own_page))
    reached = progress.read(own)
    assert reached is not None
    assert [point.seconds for point in reached.points][:2] == [18.0, 36.0]


def test_what_another_server_trains_is_watched_and_not_begun_again(own_page: AppTest, own: Path) -> None:
    _interrupted(own, "training")
    own_page.query_params["model"] = store.link(own)
    with lock.locked(own):
        run(own_page)
        assert rows_of(own_page, "curves")
        assert not trainings.under_way(own)


def test_who_watches_what_a_killed_server_has_left_begins_it_when_its_process_has_ended(
    own_page: AppTest, own: Path
) -> None:
    _interrupted(own, "training")
    page = AppTest.from_function(_watching, default_timeout=60)  # as a page runs that is watched
    page.query_params["model"] = store.link(own)
    with lock.locked(own):
        run(page)
        assert not trainings.under_way(own)
    run(page)
    assert trainings.under_way(own)
    trainings.delete(own)


def _watching() -> None:
    from components.pages.own import learning
    from components.pages.visit import own
    from components.words.en import ENGLISH

    folder = own.shown()
    assert folder is not None
    learning.show(ENGLISH, folder)


def test_what_was_asked_to_stop_stops_also_on_another_server(own_page: AppTest, own: Path) -> None:
    _interrupted(own, "training")
    trainings.stop(own)
    own_page.query_params["model"] = store.link(own)
    _until(own_page, lambda: WORDS.own.done in _said(own_page))
    reached = progress.read(own)
    assert reached is not None
    assert len(reached.points) < 10


def test_an_end_that_a_full_disk_keeps_from_being_written_is_said(
    own_page: AppTest, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupted(own, "training")
    monkeypatch.setattr(trainer, "train", lambda *_: progress.read(own).failed("killed"))  # type: ignore[union-attr]
    monkeypatch.setattr(durable, "write", _no_room)
    own_page.query_params["model"] = store.link(own)
    _until(own_page, lambda: presenting.refusal("room", {}, WORDS) in seen(own_page.error))
    press(own_page, WORDS.own.go_on)
    _until(own_page, lambda: presenting.refusal("room", {}, WORDS) in seen(own_page.error))


def test_what_was_deleted_in_another_tab_cannot_go_on(own_page: AppTest, own: Path) -> None:
    _interrupted(own, "failed")
    own_page.query_params["model"] = store.link(own)
    run(own_page)
    store.delete(own)
    press(own_page, WORDS.own.go_on)
    assert WORDS.own.deleted in seen(own_page.info)


def test_a_trainer_that_was_ended_is_said_and_goes_on(own_page: AppTest, own: Path) -> None:
    _interrupted(own, "failed")
    own_page.query_params["model"] = store.link(own)
    run(own_page)
    assert presenting.refusal("killed", {}, WORDS) in seen(own_page.error)
    press(own_page, WORDS.own.go_on)
    _until(own_page, lambda: WORDS.own.done in _said(own_page))


def _interrupted(folder: Path, phase: str) -> None:
    """Leave in a folder what a training leaves that was ended after its first report."""
    store.delete(folder / store.NETWORK)
    store.write(folder / store.TEXT, LONG)
    store.write(folder / store.WISH, Wish().to_json())
    reached = Progress("training", 18.0, 180.0, [progress.Point(18.0, 0.5, 4.0, 4.2)])
    progress.write(reached.failed("killed") if phase == "failed" else reached, folder)


def test_a_process_that_dies_is_noticed(own_page: AppTest, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _interrupted(own, "training")
    monkeypatch.setattr(trainer, "start", lambda _: subprocess.Popen(["false"], stdin=subprocess.PIPE))
    own_page.query_params["model"] = store.link(own)
    _until(own_page, lambda: presenting.refusal("killed", {}, WORDS) in seen(own_page.error))


def test_it_is_deleted_at_once(own_page: AppTest) -> None:
    folder = _begun(own_page)
    _until(own_page, lambda: WORDS.own.done in _said(own_page))
    press(own_page, WORDS.own.delete)
    assert not folder.exists()
    assert WORDS.own.deleted in seen(own_page.info)
    assert own_page.text_area[0].value == ""
    assert "model" not in own_page.query_params


def test_it_is_deleted_while_it_learns(slow_page: AppTest) -> None:
    folder = _begun(slow_page)
    _until(slow_page, lambda: bool(_watched(slow_page)))
    press(slow_page, WORDS.own.delete)
    assert not folder.exists()
    assert not trainings.under_way(folder)


def test_a_visitor_trains_one_at_a_time(slow_page: AppTest) -> None:
    _begun(slow_page)
    slow_page.session_state["own network"] = ""  # in another tab
    run(slow_page)
    press(slow_page, WORDS.own.start)
    assert presenting.refusal("two_at_once", {}, WORDS) in warnings(slow_page)
    (folder,) = store.root().iterdir()
    trainings.delete(folder)


def test_a_full_store_and_a_full_disk_are_said(own_page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    run(own_page)
    own_page.text_area[0].set_value(LONG)
    run(own_page)
    monkeypatch.setattr(store, "LARGEST", -1)
    press(own_page, WORDS.own.start)
    assert WORDS.own.full.split("{most}")[0] in warnings(own_page)
    assert not list(store.root().iterdir())


def test_a_disk_that_becomes_full_leaves_nothing(own_page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    run(own_page)
    own_page.text_area[0].set_value(LONG)
    run(own_page)
    monkeypatch.setattr(durable, "write", _no_room)
    press(own_page, WORDS.own.start)
    assert WORDS.own.room in warnings(own_page)
    assert not list(store.root().iterdir())


def _no_room(*_: object) -> None:
    raise durable.RoomError


def test_a_file_is_taken_before_what_is_typed_and_named_as_what_it_seems(own_page: AppTest) -> None:
    run(own_page)
    own_page.text_area[0].set_value(TEXT)
    own_page.file_uploader[0].set_value(("a.txt", LONG.encode(), "text/plain"))
    run(own_page)
    assert presenting.found(LONG, WORDS) in _said(own_page)
    own_page.file_uploader[0].set_value(("a.txt", (LONG + "caf\xe9").encode("cp1252"), "text/plain"))
    run(own_page)
    assert warnings(own_page) == presenting.refusal("cp1252", {"byte": f"{len(LONG) + 4:,}"}, WORDS)
