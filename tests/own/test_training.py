"""A visitor's text is trained on for a short time, whatever happens meanwhile."""

import math
from threading import Event

import pytest

from components.language_model.loading import load
from components.own import progress, store, training
from components.own.training import Folder
from components.own.wish import TEMPERATURES
from tests.own.conftest import SHORT, Fresh


def test_a_short_run_ends_in_a_network_that_every_page_can_show(fresh: Fresh) -> None:
    folder = fresh()
    training.train(Folder(folder, Event()))
    how = progress.read(folder)
    assert how is not None
    assert how.phase == "done"
    assert how.seconds == pytest.approx(how.of_seconds, abs=2.0)
    assert how.points[-1].held_out < 0.95 * math.log(how.kinds)  # that of a guess
    assert [text.temperature for text in how.watched] == list(TEMPERATURES)
    assert {len(text.text) for text in how.watched} == {training.LENGTH}
    assert how.best is None  # of some 300 held-out characters
    assert how.kinds == len(set(SHORT))
    model = load(folder / store.NETWORK)
    prompt = how.watched[0].prompt
    drawn = model.sampler.sample(prompt, TEMPERATURES, training.LENGTH, seed=1)
    same = [text.text[:50] == watched.text[:50] for text, watched in zip(drawn, how.watched, strict=True)]
    assert all(same)
    assert sorted(path.name for path in folder.iterdir()) == [store.NETWORK, store.PROGRESS, store.TEXT, store.WISH]
