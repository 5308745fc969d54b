"""What a run takes is worked out before it starts: parameters exactly, memory about, room on the disk."""

import types
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model import durable, machine
from components.language_model.archive.chain import Chain, Layer
from components.language_model.recipe import ARCHITECTURES, Recipe
from components.language_model.training import needs, state
from components.language_model.training.run import train
from tests.conftest import TEXT

LONG_TEXT = TEXT * 20


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("layers", [1, 3])
def test_parameters_are_those_that_keras_counts(architecture: str, layers: int) -> None:
    from components.language_model.network import network

    recipe = Recipe(architecture=architecture, embedding=5, units=7, layers=layers)
    assert needs.parameters(recipe, 256) == network(recipe, 256).count_params()


@given(
    st.sampled_from(["embedding", "units", "layers", "lanes", "steps"]),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
)
def test_memory_grows_with_every_size(size: str, one: int, other: int) -> None:
    least, most = (needs.memory(Recipe(**{size: value}), 65, 10_000) for value in sorted((one, other)))
    assert least <= most
    assert needs.memory(Recipe(), 65, one) - needs.memory(Recipe(), 65, other) == 20 * (one - other)


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        (
            {"units": 20_000},
            r"a network of 4,80\d,\d+,\d+ parameters, .* takes about 2\d\d.\d GB of memory, and 8.0 GB",
        ),
        (
            {"layers": 1_000_000},
            r"takes about \d+.\d TB of memory, and 8.0 GB are free: give smaller --units, --layers",
        ),
        ({"embedding": 1_000_000}, r"takes about \d+.\d GB of memory"),
    ],
)
def test_more_than_the_memory_is_refused_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: dict[str, int], sentence: str
) -> None:
    monkeypatch.setattr(needs, "free_memory", lambda: 8_000_000_000)
    recipe = replace(Recipe(lanes=2, steps=16), **setting)
    with pytest.raises(needs.MemoryNeededError, match=sentence):
        train(LONG_TEXT, tmp_path / "model", recipe)
    assert not (tmp_path / "model").exists()


def test_memory_that_is_not_known_refuses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "free_memory", lambda: None)
    needs.check_memory(Recipe(units=20_000), 65, 1000)


@pytest.mark.parametrize("setting", [{"units": 2_000}, {"layers": 82}, {"embedding": 600_000}])
def test_what_could_not_be_read_again_is_refused_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: dict[str, int]
) -> None:
    monkeypatch.setattr(needs, "free_memory", lambda: None)
    recipe = replace(Recipe(lanes=2, steps=16), **setting)
    with pytest.raises(
        needs.NetworkSizeError,
        match=r"of [\d,]+ parameters could be .* at most 48,000,000 can: give smaller --units, --layers or --embedding",
    ):
        train(LONG_TEXT, tmp_path / "model", recipe)
    assert not (tmp_path / "model").exists()


def test_the_largest_network_is_the_largest_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe(embedding=3, units=5, layers=1)
    layers = (Layer("embed", "Embedding", 3), Layer("lstm", "LSTM", 5), Layer("head", "Dense", 7))
    count = Chain(7, layers, softmax=False).parameters
    assert needs.parameters(recipe, 7) == count
    monkeypatch.setattr(needs, "LARGEST", count)
    needs.check_parameters(recipe, 7)
    monkeypatch.setattr(needs, "LARGEST", count - 1)
    with pytest.raises(needs.NetworkSizeError):
        needs.check_parameters(recipe, 7)


def test_room_is_asked_for_before_the_first_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: types.SimpleNamespace(free=1_000_000))
    with pytest.raises(
        durable.RoomError, match=r"model needs 2.\d MB, and 1.0 MB are free on its disk: make room there"
    ):
        train(LONG_TEXT, tmp_path / "model", Recipe(embedding=4, units=8, lanes=2, steps=16))


def test_states_take_the_room_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two states and a third are asked for, and a third of that is what a state takes."""
    recipe = Recipe(embedding=16, units=64, lanes=2, steps=16, epochs=1)
    asked, sizes = list[int](), list[int]()
    save = state.save

    def measured(reached: state.State, folder: Path) -> None:
        save(reached, folder)
        sizes.append(state.files(folder)[0].stat().st_size)
        raise KeyboardInterrupt

    monkeypatch.setattr(durable, "check_room", lambda folder, size: asked.append(size))
    monkeypatch.setattr(state, "save", measured)
    with pytest.raises(KeyboardInterrupt, match="stopped after epoch 1; the same command goes on there"):
        train(LONG_TEXT, tmp_path / "model", recipe)
    needs.check_room(recipe, len(set(LONG_TEXT)), tmp_path, states=3)
    (all_of_it, beside_the_states) = asked
    assert (all_of_it - beside_the_states) / 3 == pytest.approx(sizes[0], rel=0.1)
