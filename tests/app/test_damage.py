"""A folder in which something is damaged on purpose, so that its checksums agree: the page says why, and lives."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import checksums, folder
from components.language_model.folder import ModelFolder
from components.pages.serving import models
from components.words.languages import LANGUAGES
from tests.app.conftest import APP
from tests.app.reading import run, seen

if TYPE_CHECKING:
    import keras

WORDS = LANGUAGES["en"]
DEEP = "[" * 10_000 + "]" * 10_000


@pytest.fixture
def path(folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the small model that the page shows, and that may be damaged."""
    copy = folder_copy()
    monkeypatch.setattr(folder, "MODELS", copy.parent)
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copy)
    monkeypatch.setattr("components.language_model.loading.prepare_to_serve", lambda: None)
    return copy


def _said(path: Path, language: str = "en") -> str:
    """Return what the page says is wrong; it shows nothing worse."""
    models.begin(ModelFolder.at(path)).future.exception(timeout=120)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["lang"] = language
    run(app)
    assert not app.exception
    said = seen(app.error)
    assert str(path.parent) not in said
    assert LANGUAGES[language].frame.fault.split("{")[0] not in said
    assert app.get("vega_lite_chart") or folder.VOCABULARY in said or folder.SCENE in said
    return said


def _with_network(path: Path, network: "keras.Model | bytes") -> None:
    """Put another network into a folder, with the record of it."""
    if isinstance(network, bytes):
        (path / folder.NETWORK).write_bytes(network)
    else:
        network.save(path / folder.NETWORK)
    record = json.loads((path / folder.TRAINING).read_text("utf-8"))
    record["network_sha256"] = ModelFolder.at(path).network_sha256
    (path / folder.TRAINING).write_text(json.dumps(record), "utf-8")
    scene = json.loads((path / folder.SCENE).read_text("utf-8"))
    (path / folder.SCENE).write_text(json.dumps({**scene, "network_sha256": record["network_sha256"]}), "utf-8")
    checksums.sign(path)


@pytest.mark.long
@pytest.mark.parametrize("name", [folder.VOCABULARY, folder.SCENE, folder.TRAINING])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nests_too_deep_is_one_sentence(path: Path, name: str, language: str) -> None:
    checksums.write(path / name, DEEP)
    said = _said(path, language)
    assert name in said
    assert LANGUAGES[language].files.no_json in said


def test_a_vocabulary_of_duplicates_is_one_sentence(path: Path) -> None:
    known = json.loads((path / folder.VOCABULARY).read_text("utf-8"))
    checksums.write(path / folder.VOCABULARY, json.dumps([*known[:-1], known[0]]))
    assert WORDS.files.twice.format(entry=repr(known[0])) in _said(path)


def test_a_vocabulary_of_another_size_is_one_sentence(path: Path) -> None:
    known = json.loads((path / folder.VOCABULARY).read_text("utf-8"))
    checksums.write(path / folder.VOCABULARY, json.dumps([*known, "€"]))
    assert WORDS.files.sizes.format(outputs=len(known), characters=len(known) + 1) in _said(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, 3e38])
def test_weights_that_give_no_numbers_are_one_sentence(path: Path, small_network: "keras.Model", value: float) -> None:
    import keras

    broken = keras.models.clone_model(small_network)
    broken.set_weights([np.full_like(weights, value) for weights in small_network.get_weights()])
    _with_network(path, broken)
    said = _said(path)
    assert folder.NETWORK in said
    first = WORDS.files.no_numbers.format(layer=broken.layers[0].name)
    assert (WORDS.files.not_finite if np.isfinite(value) else first) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_layer_that_cannot_be_used_is_named_in_the_readers_language(
    path: Path, small_network: "keras.Model", language: str
) -> None:
    import keras

    size = small_network.output_shape[-1]
    both = keras.layers.Bidirectional(keras.layers.LSTM(3, return_sequences=True), name="both_ways")
    _with_network(path, keras.Sequential([keras.Input((None, size)), both, keras.layers.Dense(size)]))
    sentence = LANGUAGES[language].files.layer.format(layer="both_ways", kind="Bidirectional")
    assert sentence in _said(path, language)


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04"])
def test_what_is_no_network_is_one_sentence(path: Path, content: bytes) -> None:
    _with_network(path, content)
    assert f"The file {folder.NETWORK} of the network “small” does not fit" in _said(path)
