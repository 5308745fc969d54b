"""What is trained for a wish: sizes that fit every text, and a command that trains the same at length."""

import shlex
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.corpus import split
from components.language_model.lanes import batch_count
from components.language_model.loading import load
from components.language_model.scene_criteria import Effort
from components.language_model.training import __main__ as training
from components.language_model.training import run
from components.language_model.training.needs import parameters
from components.own import plan
from components.own.wish import LONGEST, SHORTEST, SIZES, Size, Wish
from tests.own.conftest import SHORT

CHARACTERS = st.integers(SHORTEST, LONGEST)


@given(CHARACTERS, st.sampled_from(SIZES))
def test_a_pass_has_many_batches_whatever_the_length(characters: int, size: Size) -> None:
    recipe = plan.recipe(Wish(size, seed=5), characters)
    assert batch_count(int(0.9 * characters), recipe) >= 14
    assert recipe.seed == 5
    assert recipe.units == {"small": 128, "medium": 272}[size]


@given(CHARACTERS, CHARACTERS)
def test_a_longer_text_has_no_smaller_batches(one: int, other: int) -> None:
    shorter, longer = (plan.recipe(Wish(), characters) for characters in sorted((one, other)))
    assert shorter.lanes * shorter.steps <= longer.lanes * longer.steps


@given(
    st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=60), min_size=1),
    st.integers(1, 50),
)
def test_watched_texts_begin_behind_whole_lines_or_with_a_part_of_a_long_one(written: list[str], times: int) -> None:
    text = "".join(f"{line}\n" for line in written) * times
    prompt, held_out = plan.prompt(text), split(text).validation
    assert prompt in held_out
    assert len(prompt) <= 40
    assert bool(prompt) == bool(held_out)
    if max(map(len, written)) < 40 and len(held_out) > 120 and any(written):
        lines = prompt.split("\n")
        assert lines.pop() == ""
        assert set(lines) <= set(written)


@given(st.floats(60, 1200), st.floats(0, 0.3))
def test_a_run_is_looked_at_some_twenty_to_fifty_times(of_seconds: float, cost: float) -> None:
    seconds, looks = 0.0, 0
    while seconds < of_seconds:
        seconds += plan.pause(of_seconds, seconds, cost)
        looks += 1
    assert 20 <= looks <= 50


@given(st.floats(60, 1200), st.floats(0, 1200), st.floats(0, 60))
def test_no_pause_is_so_long_that_a_killed_process_loses_more_than_half_a_minute(
    of_seconds: float, seconds: float, cost: float
) -> None:
    assert 3 <= plan.pause(of_seconds, seconds, cost) <= 30


def test_the_command_trains_the_same_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "train", partial(run.train, effort=Effort(prompts=1, rounds=0)))
    text, output = tmp_path / "my text.txt", tmp_path / "mine"
    text.write_text(SHORT, "utf-8")
    command = plan.command(Wish(), len(SHORT), str(text), str(output))
    assert command is not None
    python, m, module, *arguments = shlex.split(command)
    assert (python, m, module) == ("python", "-m", "components.language_model.training")
    training.main([*arguments, "--epochs", "1"])
    assert load(output).network.count_params() == parameters(plan.recipe(Wish(), len(SHORT)), len(set(SHORT)))


@given(CHARACTERS, st.sampled_from(SIZES))
def test_there_is_a_command_for_every_text_but_the_shortest(characters: int, size: Size) -> None:
    command = plan.command(Wish(size), characters)
    if characters < 2_570:
        assert command is None
        return
    assert command is not None
    options = training.parser().parse_args(shlex.split(command)[3:])
    assert 8 <= getattr(options, "epochs", 40) <= 200
    assert getattr(options, "lanes", 32) * getattr(options, "steps", 128) < characters - int(0.9 * characters)
