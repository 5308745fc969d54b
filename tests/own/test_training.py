"""A visitor's text is trained on for a short time, whatever happens meanwhile."""

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from components.language_model import durable
from components.language_model.loading import load
from components.language_model.training import lock
from components.own import limits, progress, store, trainer, training
from components.own.progress import LEAST_PREDICTIONS, Progress
from components.own.training import Folder, LeftError
from components.own.wish import TEMPERATURES
from tests.own.conftest import SHORT, Fresh

ROOT = Path(__file__).parents[2]
PATIENCE = 300.0  # seconds


def wait_for(event: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not event():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.long
def test_a_short_run_ends_in_a_network_that_every_page_can_show(fresh: Fresh) -> None:
    folder = fresh()
    training.attempt(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert how.phase == "done"
    assert how.seconds >= how.of_seconds
    assert how.points[-1].held_out < 0.95 * math.log(how.kinds)  # that of a guess
    assert [text.temperature for text in how.watched] == list(TEMPERATURES)
    assert {len(text.text) for text in how.watched} == {training.LENGTH}
    assert how.best is None
    assert how.predictions == 256  # of some 300 held-out characters
    assert how.kinds == len(set(SHORT))
    model = load(folder / store.NETWORK)
    drawn = model.sampler.sample(how.watched[0].prompt, TEMPERATURES, training.LENGTH, seed=1)
    assert [text.text[:30] for text in drawn] == [watched.text[:30] for watched in how.watched]
    assert sorted(path.name for path in folder.iterdir()) == [store.NETWORK, store.PROGRESS, store.TEXT, store.WISH]
    # A process that waited for the end of this one does not begin anew.
    training.attempt(Folder(folder, Event()))
    assert progress.read(folder) == how


@pytest.mark.long
def test_a_killed_process_goes_on_and_one_that_is_stopped_keeps_what_there_is(fresh: Fresh) -> None:
    folder = fresh(seconds=600)

    def start() -> "subprocess.Popen[bytes]":
        command = f"from components.own import training, wish; wish.MINUTE = 600.0; training.main([{str(folder)!r}])"
        environment = {**os.environ, **limits.ENVIRONMENT}
        return subprocess.Popen([sys.executable, "-c", command], cwd=ROOT, env=environment, stdin=subprocess.PIPE)

    def points() -> int:
        return len((progress.read(folder) or Progress()).points)

    process = start()
    try:
        wait_for(lambda: points() == 1)
        assert trainer.is_running(folder)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not trainer.is_running(folder)
        killed = progress.read(folder)
        assert killed is not None
        assert not killed.over
    finally:
        trainer.end(process, patience=0.0)
    process = start()
    try:
        wait_for(lambda: points() == 2)
        went_on = progress.read(folder)
        assert went_on is not None
        assert went_on.points[0] == killed.points[0]
        assert went_on.points[1].passes > killed.points[0].passes
        (folder / store.STOP).touch()
        assert process.wait(PATIENCE) == 0
    finally:
        trainer.end(process, patience=0.0)
    how = progress.read(folder)
    assert how is not None
    assert how.phase == "done"
    assert how.seconds < how.of_seconds
    load(folder / store.NETWORK)
    assert not (folder / store.STOP).exists()


@pytest.mark.long
def test_a_server_that_ends_takes_the_process_along_which_keeps_what_it_has(fresh: Fresh) -> None:
    folder = fresh(seconds=600)
    reports = list[Progress]()

    class GoneError(Exception):
        pass

    def report(how: Progress) -> None:
        reports.append(how)
        if how.seconds:
            raise GoneError

    with pytest.raises(GoneError):
        trainer.train(folder, report)
    assert reports[-1].phase == "training"
    assert list((folder / store.STATES).glob("epoch-*.npz"))
    assert not trainer.is_running(folder)


@pytest.mark.long
def test_a_stop_before_the_first_look_keeps_what_a_few_batches_have_learned_and_nothing_where_there_was_none(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(seconds=600)
    tell, told = Folder.tell, list[Progress]()

    def stop_at_once(self: Folder, how: Progress) -> None:
        told.append(how)
        if how.phase == "training" or len(told) == 1:
            (folder / store.STOP).touch()
        tell(self, how)

    monkeypatch.setattr(Folder, "tell", stop_at_once)
    training.attempt(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert (how.phase, how.failure, how.points) == ("failed", "stopped", ())
    (folder / store.STOP).unlink()
    training.attempt(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert (how.phase, len(how.points)) == ("done", 1)
    load(folder / store.NETWORK)


def test_a_stop_before_anything_is_learned_ends_the_process_at_once(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh()
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], stdin=subprocess.PIPE)
    monkeypatch.setattr(trainer, "start", lambda _: process)
    monkeypatch.setattr(trainer, "PATIENCE", 600)
    progress.write(Progress("beginning"), folder)
    (folder / store.STOP).touch()
    assert trainer.train(folder) == Progress("beginning").failed("stopped")
    assert process.returncode == -signal.SIGKILL  # it had no time to keep anything


def test_a_process_that_breaks_down_is_said_to_be_killed(fresh: Fresh, capfd: pytest.CaptureFixture[str]) -> None:
    folder = fresh("secret " * 500)
    (folder / store.WISH).write_text('{"size": "secret"}')
    assert trainer.train(folder).failure == "killed"
    errors = capfd.readouterr().err
    assert "ValueError" in errors
    assert "secret" not in errors


def test_without_memory_or_room_nothing_begins(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fresh()
    with monkeypatch.context() as patch:
        patch.setattr(training, "free_memory", lambda: 1_000_000)
        training.attempt(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert (how.failure, how.values["free"]) == ("memory", "1.0 MB")
    with monkeypatch.context() as patch:
        patch.setattr(durable, "free_room", lambda folder: 1_000_000)
        training.attempt(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert (how.failure, how.values) == ("room", {})
    assert not (folder / store.STATES).exists()


@pytest.mark.parametrize(("predictions", "is_found"), [(LEAST_PREDICTIONS, True), (LEAST_PREDICTIONS - 1, False)])
def test_the_best_temperature_is_of_enough_predictions(predictions: int, is_found: bool) -> None:
    chances = np.random.default_rng(1)
    scores, targets = chances.normal(size=(predictions, 5)), chances.integers(5, size=predictions)
    measured: Any = SimpleNamespace(logits=scores, targets=targets)
    losses = [{"seconds": 1.0, "passes": 1.0, "training": 1.0, "validation": 1.0}]
    run: Any = SimpleNamespace(seconds=1.0, losses=losses, speed=1.0, live=SimpleNamespace(write=lambda *_: [""] * 4))
    how = training._looked(run, "a", 1, Progress(), measured)
    assert how.predictions == predictions
    assert (how.best is not None) is is_found


def test_a_process_whose_folder_is_deleted_ends_and_does_not_bring_it_back(fresh: Fresh) -> None:
    folder = fresh()
    with lock.locked(folder.parent):  # it waits for its turn
        process = trainer.start(folder)
        try:
            wait_for(lambda: (progress.read(folder) or Progress()).phase == "waiting")
            store.delete(folder)
            assert process.wait(PATIENCE) == 0
        finally:
            trainer.end(process, patience=0.0)
    assert not folder.exists()


def test_one_trains_at_a_time_and_who_waits_says_so(fresh: Fresh) -> None:
    folder, left = fresh(), Event()
    raised = list[Exception]()

    def train() -> None:
        try:
            training.attempt(Folder(folder, left))
        except LeftError as error:
            raised.append(error)

    with lock.locked(folder.parent):
        waiting = Thread(target=train)
        waiting.start()
        wait_for(lambda: progress.read(folder) == replace(Progress("waiting"), of_seconds=4.0, kinds=len(set(SHORT))))
        left.set()
        waiting.join(PATIENCE)
    assert len(raised) == 1
