"""A model's folder: what is written can be read, and what is damaged is said."""

from collections.abc import Callable
from pathlib import Path

import keras
import pytest

from components.language_model import checksums, folder, known
from components.language_model.folder import ModelError
from components.language_model.lexicon import Unit
from components.language_model.loading import Model, load, publish
from components.language_model.sampling import Sampler
from components.language_model.scene import Setting
from components.language_model.vocabulary import Vocabulary

FolderCopy = Callable[[], Path]


def test_the_shipped_model_is_small_and_knows_65_characters(shipped: Model) -> None:
    assert shipped.network.count_params() < 1_000_000
    assert len(shipped.sampler.vocabulary) == 65


def test_known_words_are_those_of_the_training_text(small_folder: Path) -> None:
    lexicon = known.lexicon(small_folder)
    assert lexicon.unit is Unit.WORD
    assert "citizen" in lexicon.entries
    assert "zebra" not in lexicon.entries


def test_the_first_scene_is_written_by_the_sampler_that_is_there(
    small_network: keras.Model, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    sampler = Sampler(small_network, vocabulary)
    publish(small_network, sampler, None, tmp_path / "small", {}, Setting(temperatures=(1.0,), length=50))
    assert sampler.compilations


@pytest.mark.parametrize("name", [folder.NETWORK, folder.VOCABULARY, folder.TRAINING])
def test_a_missing_file_is_named_with_the_command_that_mends_it(folder_copy: FolderCopy, name: str) -> None:
    path = folder_copy()
    (path / name).unlink()
    with pytest.raises(
        ModelError,
        match=rf"{name} is missing.*" + ("copy" if name == folder.TRAINING else rf"training --corpus FILE .*{path}"),
    ):
        load(path)


def test_a_shipped_file_is_had_back_from_git() -> None:
    error = ModelError(folder.DEFAULT_MODEL, folder.NETWORK, "missing")
    assert error.mending.command == "git checkout -- model_weights/shakespeare"
    assert "model_weights/shakespeare/network.keras is missing" in str(error)


@pytest.mark.parametrize("name", [folder.NETWORK, folder.VOCABULARY, folder.TRAINING])
@pytest.mark.parametrize("content", [b"", b"{]", b"\xff\xfe", b"[1, 2]"])
def test_a_damaged_file_is_named(folder_copy: FolderCopy, name: str, content: bytes) -> None:
    path = folder_copy()
    (path / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} is damaged"):
        load(path)


def test_one_flipped_bit_is_seen(folder_copy: FolderCopy) -> None:
    path = folder_copy()
    content = bytearray((path / folder.NETWORK).read_bytes())
    content[len(content) // 2] ^= 1
    (path / folder.NETWORK).write_bytes(content)
    with pytest.raises(ModelError, match="SHA-256"):
        load(path)


def test_a_vocabulary_of_another_model_is_seen(folder_copy: FolderCopy) -> None:
    path = folder_copy()
    checksums.write(path / folder.VOCABULARY, '["a", "b"]')
    with pytest.raises(ModelError, match="2 characters"):
        load(path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_bad_word_list_is_named(folder_copy: FolderCopy, content: bytes | None) -> None:
    path = folder_copy()
    if content is None:
        (path / folder.WORDS).unlink()
    else:
        (path / folder.WORDS).write_bytes(content)
    with pytest.raises(ModelError, match=r"words\.txt is (missing|damaged)"):
        known.lexicon(path)
