"""A network that was built for windows: what takes long is done less often, and each time the page says so."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.folder import ModelFolder
from components.language_model.loading import Model, load, publish
from components.language_model.scene import Scene, Setting, at_the_slider
from components.language_model.vocabulary import Vocabulary
from components.pages.explore import columns_view
from components.pages.serving.answers import Answers
from components.pages.sweep import own
from components.words.languages import LANGUAGES
from tests.app.conftest import app_on
from tests.app.reading import components, markdown, run, seen
from tests.conftest import TEXT

WINDOW, LENGTH = 8, 50
TEMPERATURES = tuple(0.25 * step for step in range(13))
WORDS = LANGUAGES["en"]


@pytest.fixture(scope="module")
def windowed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a network for windows, as `adopt` writes it."""
    import keras

    from components.language_model.sampling import Sampler

    keras.utils.set_random_seed(5)
    vocabulary, path = Vocabulary.of(TEXT), tmp_path_factory.mktemp("windowed") / "mine"
    layers = [keras.layers.LSTM(6), keras.layers.Dense(len(vocabulary), activation="softmax")]
    network = keras.Sequential([keras.Input((WINDOW, len(vocabulary))), *layers])
    record = {"adopted": {"file": "my.keras"}, "window": WINDOW, "validation": {}}
    publish(network, Sampler(network, vocabulary), TEXT * 4, path, record, Setting("All:\n", length=LENGTH))
    return path


@pytest.fixture(scope="module")
def model(windowed: Path) -> Model:
    return load(windowed)


@pytest.fixture
def page(windowed: Path, model: Model, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the app on that network, loaded; not yet run."""
    return app_on(windowed, model, monkeypatch)


def test_the_sliders_column_is_stored_at_thirteen_temperatures(windowed: Path) -> None:
    assert at_the_slider(WINDOW) == TEMPERATURES
    stored = {text.temperature for text in Scene.load(windowed).texts}
    assert stored == {*TEMPERATURES, *Setting().temperatures}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_has_them_and_says_so(page: AppTest, language: str) -> None:
    page.query_params["lang"] = language
    run(page)
    assert not page.error
    (texts,) = [given for given in components(page) if "slider" in given]
    assert tuple(texts["slider"]["temperatures"]) == TEMPERATURES
    sentence = LANGUAGES[language].explore.slider_few.format(window=WINDOW, count=13, step=0.25)
    assert sentence in seen(page.caption)
    assert LANGUAGES[language].frame.other_reader.format(model="mine") in markdown(page)


@pytest.mark.parametrize(("resting", "taken"), [(0.6, []), (2.9, [3.0]), (0.25, [0.25])])
def test_the_text_that_is_shown_is_the_one_that_is_taken_away(
    windowed: Path, resting: float, taken: list[float]
) -> None:
    scene = Scene.load(windowed)
    shown = columns_view.Texts(scene.setting, [], scene.samples(TEMPERATURES))
    files = columns_view.files(Answers(ModelFolder.at(windowed)), shown, resting=resting)
    assert [column.sample.temperature for column in files] == taken


def _sweep() -> None:
    from components.pages.sweep import page as sweep
    from components.words.en import ENGLISH

    sweep.show(ENGLISH, {})


def test_a_sweep_of_ones_own_is_smaller_and_says_so(page: AppTest) -> None:
    sweeping = run(AppTest.from_function(_sweep, default_timeout=60))
    assert WORDS.sweep.sweep_run_windowed.format(window=WINDOW) in seen(sweeping.caption)
    samples, length = (sweeping.select_slider(key=f"windowed sweep {name}") for name in ("samples", "length"))
    assert (samples.options, length.options) == (["2", "4", "8"], ["250", "500"])
    assert (samples.value, length.value) == own.WINDOWED_SIZES.usual


def test_a_network_that_carries_its_state_has_no_such_sentence(app: AppTest) -> None:
    run(app)
    assert "times as long" not in seen(app.caption)
