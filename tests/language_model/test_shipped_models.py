"""Every model that is shipped: it loads, writes what Keras would, and its first scene and record are its own."""

import keras
import numpy as np
import pytest

from components.language_model import folder, known
from components.language_model.lexicon import Unit
from components.language_model.loading import Model, load
from components.language_model.recipe import FETCHED, SHIPPED
from components.language_model.scene import Scene
from components.language_model.scene_search import make_scene

ASKERS = [name for name in SHIPPED if name.startswith("asker_bytes/")]


@pytest.fixture(scope="module", params=ASKERS)
def model(request: pytest.FixtureRequest) -> Model:
    return load(folder.MODELS / request.param)


def test_all_shipped_models_are_offered_the_default_first() -> None:
    assert next(iter(folder.available())) == "shakespeare"
    assert set(SHIPPED) <= set(folder.available())


@pytest.fixture(scope="module")
def published(model: Model) -> keras.Model:
    """Return the network as Keras itself reads our own file."""
    return keras.saving.load_model(folder.MODELS / model.name / folder.NETWORK, compile=False)


def test_the_askers_network_is_the_askers_network(model: Model, published: keras.Model) -> None:
    assert [type(layer).__name__ for layer in published.layers] == ["LSTM", "LSTM", "Dropout", "Dense"]
    assert published.input_shape == (1, 1, 256)
    assert [layer.units for layer in published.layers if hasattr(layer, "units")] == [128, 128, 256]
    assert all(layer.stateful for layer in published.layers[:2])
    assert published.layers[2].rate == 0.1
    assert published.layers[3].activation.__name__ == model.network.layers[-1].activation.__name__ == "softmax"
    parameters = folder.record(folder.MODELS / model.name)["parameters"]
    assert parameters == model.network.count_params() == published.count_params() == 361_728


def test_the_loop_writes_what_the_stateful_network_predicts_step_by_step(model: Model, published: keras.Model) -> None:
    prompt = "ROMEO:\n"
    drawn = model.sampler.sample(prompt, [0.0], 40, seed=1)[0]
    for layer in published.layers[:2]:
        layer.reset_state()
    codes = model.sampler.vocabulary.encode(prompt + drawn.text)
    seen = [np.asarray(published(np.eye(256, dtype=np.float32)[None, None, code]))[0] for code in codes[:-1]]
    expected = np.log(np.array(seen[len(prompt) - 1 :], np.float64))
    ours = drawn.logits - np.log(np.exp(drawn.logits.astype(np.float64)).sum(axis=-1, keepdims=True))
    likely = expected > -12  # a softmax in float32 keeps few digits of the rest
    np.testing.assert_allclose(ours[likely], expected[likely], atol=2e-3)
    assert np.array_equal(drawn.codes, expected.argmax(axis=-1))


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != folder.DEFAULT_MODEL.name])  # has its own tests
def test_its_first_scene_is_what_it_gives(name: str) -> None:
    model, stored = load(folder.MODELS / name), Scene.load(folder.MODELS / name)
    made = make_scene(model.sampler, stored.setting, stored.network_sha256)
    assert stored.setting == made.setting
    np.testing.assert_allclose(stored.logits, made.logits, atol=1e-4)
    assert [text.text for text in stored.texts] == [text.text for text in made.texts]


def test_the_record_is_that_of_the_recipe() -> None:
    for name, recipe in SHIPPED.items():
        recorded = folder.record(folder.MODELS / name)["recipe"]
        assert {key: getattr(recipe, key) for key in recorded} == recorded


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_network_is_small(name: str) -> None:
    assert sum(file.stat().st_size for file in (folder.MODELS / name).iterdir()) < 10_000_000


def test_each_is_measured_by_what_its_text_is_made_of() -> None:
    units = {name: known.lexicon(folder.MODELS / name).unit for name in SHIPPED}
    assert units == dict.fromkeys(FETCHED, Unit.WORD) | {"names": Unit.LINE, "tang": Unit.PAIR}
