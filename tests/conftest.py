"""What most tests share: a small real network, its sampler, and a folder that holds it."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow is imported: it talks on stderr
os.environ["TF_NUM_INTRAOP_THREADS"] = "1"  # as `load` sets it, for tests that build a network before

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from components.language_model.folder import DEFAULT_MODEL
from components.language_model.recipe import Recipe
from components.language_model.vocabulary import Vocabulary

# Without a deadline: slow machines are patient, not wrong.
hypothesis.settings.register_profile("few", deadline=None, max_examples=25)
hypothesis.settings.register_profile("many", deadline=None)
hypothesis.settings.load_profile(os.environ.get("EXAMPLES", "few"))

if TYPE_CHECKING:
    import keras

    from components.language_model.loading import Model
    from components.language_model.sampling import Sampler

TEXT = (
    "First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak.\n\n"
    "First Citizen:\nWe are accounted poor citizens, the good.\nKing! O, 'tis a zany-wax joke; quiver?\n\n"
)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.of(TEXT)


@pytest.fixture(scope="session")
def small_recipe() -> Recipe:
    return Recipe(embedding=8, units=16, lanes=2, steps=16, epochs=2, warmup_steps=2)


@pytest.fixture(scope="session")
def small_network(vocabulary: Vocabulary, small_recipe: Recipe) -> "keras.Model":
    import keras

    from components.language_model.network import network

    keras.utils.set_random_seed(3)
    model = network(small_recipe, len(vocabulary))
    for variable in model.trainable_variables:  # untrained logits are nearly equal: spread them
        variable.assign(variable * 3)
    return model


@pytest.fixture(scope="session")
def sampler(small_network: "keras.Model", vocabulary: Vocabulary) -> "Sampler":
    from components.language_model.sampling import Sampler

    return Sampler(small_network, vocabulary)


@pytest.fixture(scope="session")
def small_folder(small_network: "keras.Model", sampler: "Sampler", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as training writes it; not to be changed."""
    from components.language_model.loading import publish
    from components.language_model.scene import Setting

    folder = tmp_path_factory.mktemp("models") / "small"
    publish(small_network, sampler, TEXT * 4, folder, {"recipe": {}, "validation": {}}, Setting())
    return folder


@pytest.fixture
def folder_copy(small_folder: Path, tmp_path: Path) -> Callable[[], Path]:
    """Return a way to make a copy of the small model's folder that a test may break."""
    import shutil

    return lambda: Path(shutil.copytree(small_folder, tmp_path / "small"))


@pytest.fixture(scope="session")
def shipped() -> "Model":
    """Return the model that is shipped."""
    from components.language_model.loading import load

    return load(DEFAULT_MODEL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let those that wait for a page begin, since they mostly wait, and end with what is short.

    A file's tests run in one process (.pytest.ini): a long file at the end would leave the others idle.
    """
    browser = Path(__file__).parent / "browser"
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: (not item.path.is_relative_to(browser), item.path not in long))


def pytest_sessionfinish() -> None:
    """Let the work that nobody waits for any more end: Python cannot end while a network is compiled.

    What is written behind a page may ask for its network once more, so those that load are looked for again.
    """
    last = time.monotonic() + 120
    while (busy := _at_work()) and time.monotonic() < last:
        busy[0].join(1)


def _at_work() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith(("load ", "tasks"))]
