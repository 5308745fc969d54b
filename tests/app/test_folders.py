"""Folders of models that change while pages show them: trained again, replaced, removed; nobody else is disturbed."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import checksums, folder
from components.language_model.folder import ModelFolder
from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.serving import models
from components.words.en import ENGLISH as WORDS
from tests.app.conftest import APP
from tests.app.reading import columns, rows, run, seen
from tests.conftest import TEXT

pytestmark = pytest.mark.long

if TYPE_CHECKING:
    import keras


@pytest.fixture(scope="session")
def trained_again(small_network: "keras.Model", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of the small model with other weights."""
    import keras

    from components.language_model.loading import publish
    from components.language_model.sampling import Sampler

    other = keras.models.clone_model(small_network)
    other.set_weights([weights[::-1] for weights in small_network.get_weights()])
    path = tmp_path_factory.mktemp("again") / "small"
    sampler = Sampler(other, Vocabulary.of(TEXT))
    publish(other, sampler, TEXT * 4, path, {"recipe": {}, "validation": {}}, Setting(seed=7))
    return path


def test_a_page_reads_no_network_but_the_one_that_it_shows(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, read = checksums.sha256, set[Path]()

    def sha256(path: Path) -> str:
        read.add(path)
        return taken(path)

    monkeypatch.setattr(checksums, "sha256", sha256)
    run(_page())
    assert {path.parent for path in read if path.name == folder.NETWORK} == {two[0]}


@pytest.fixture
def two(small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return two folders of the small model, in the place of those that are there."""
    first, second = (Path(shutil.copytree(small_folder, tmp_path / name)) for name in ("first", "second"))
    monkeypatch.setattr(folder, "MODELS", tmp_path)
    monkeypatch.setattr(folder, "DEFAULT_MODEL", first)
    monkeypatch.setattr("components.language_model.loading.prepare_to_serve", lambda: None)
    return first, second


def _become(path: Path, other: Path) -> None:
    shutil.rmtree(path)
    shutil.copytree(other, path)


def _page(model: str = "") -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    if model:
        app.query_params["model"] = model
    return app


def test_a_folder_that_is_trained_again_is_new_everywhere_and_alone(
    two: tuple[Path, Path], trained_again: Path
) -> None:
    first, second = two
    pages = [_page(), _page("second")]
    for page, path in zip(pages, two, strict=True):
        models.present(ModelFolder.at(path))
        run(page)
    before = [(rows(page), columns(page)) for page in pages]
    loaded = models.present(ModelFolder.at(second))
    _become(first, trained_again)
    models.present(ModelFolder.at(first))
    for page in pages:
        run(page)
        assert not page.exception
        assert not page.error
    assert pages[0].number_input(key="seed").value == 7
    assert rows(pages[0]) != before[0][0]
    assert columns(pages[0]) != before[0][1]
    assert (rows(pages[1]), columns(pages[1])) == before[1]
    assert models.present(ModelFolder.at(second)) is loaded


def test_what_was_before_is_let_go_and_does_not_come_back(two: tuple[Path, Path], trained_again: Path) -> None:
    first, _ = two
    before = ModelFolder.at(first)
    old = models.begin(before)
    old.future.result(timeout=60)
    _become(first, trained_again)
    new = models.begin(ModelFolder.at(first))
    assert new is not old
    late = models.begin(before)  # work that was begun earlier asks once more
    assert late is not old
    assert models.begin(ModelFolder.at(first)) is new
    for loading in (new, late):
        loading.future.result(timeout=60)


@pytest.mark.parametrize("third", [False, True])
def test_a_folder_that_is_removed_is_one_sentence_there_alone(two: tuple[Path, Path], third: bool) -> None:
    first, second = two
    if third:
        shutil.copytree(first, first.with_name("third"))
    pages = [_page(), _page("second")]
    for page in pages:
        run(page)
    shutil.rmtree(second)
    for page in pages:
        run(page)
        assert not page.exception
        assert not page.error
        assert rows(page)
    assert not pages[0].warning
    assert seen(pages[1].warning) == WORDS.frame.model_gone.format(model="second")
    run(pages[1])
    assert not pages[1].warning


def test_the_only_folder_that_is_removed_is_one_sentence(two: tuple[Path, Path]) -> None:
    first, second = two
    page = _page()
    run(page)
    shutil.rmtree(first)
    shutil.rmtree(second)
    run(page)
    assert not page.exception
    assert len(page.error) == 1
    assert "is missing" in page.error[0].value


@pytest.mark.parametrize("name", [folder.NETWORK, folder.VOCABULARY, folder.SCENE, folder.WORDS, folder.TRAINING])
def test_a_file_that_is_being_written_is_one_sentence_until_it_is_whole(two: tuple[Path, Path], name: str) -> None:
    first, _ = two
    page, whole = _page(), (first / name).read_bytes()
    run(page)
    (first / name).write_bytes(whole[: len(whole) // 2])
    models.begin(ModelFolder.at(first)).future.exception(timeout=60)
    run(page)
    assert not page.exception
    assert name.replace(".", "\\.") in page.error[0].value
    (first / name).write_bytes(whole)
    models.present(ModelFolder.at(first))
    run(page)
    assert not page.error
