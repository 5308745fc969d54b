"""The network that a page opens on follows the language; what an address says of a scene keeps its meaning."""

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import folder
from components.pages.parts import frame
from components.pages.parts.frame import CHOICE
from components.pages.visit import language
from tests.app.conftest import APP
from tests.app.reading import run

pytestmark = pytest.mark.long

OTHER = "names"  # has no space, and a text of lines


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the app, whose Chinese pages open on another network than the English ones."""
    monkeypatch.setitem(frame._OPENINGS, "zh", OTHER)
    return AppTest.from_file(str(APP), default_timeout=60)


def at(app: AppTest, **address: str) -> AppTest:
    for name, value in address.items():
        app.query_params[name] = value
    return run(app)


def address(app: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[-1] for name, value in app.query_params.items()}


def test_chinese_pages_open_on_their_own_network_and_english_ones_on_the_first(app: AppTest) -> None:
    assert at(app, lang="zh").session_state[CHOICE] == OTHER
    assert address(app) == {"lang": "zh"}
    english = run(AppTest.from_file(str(APP), default_timeout=60))
    assert english.session_state[CHOICE] == folder.name_of(folder.DEFAULT_MODEL)


@pytest.mark.parametrize("said", [{"prompt": "All:⏎"}, {"T": "0.5"}, {"seed": "3"}, {"T": "0.5", "v": "2"}])
def test_a_link_of_before_keeps_its_network(app: AppTest, said: dict[str, str]) -> None:
    assert at(app, lang="zh", **said).session_state[CHOICE] == folder.name_of(folder.DEFAULT_MODEL)


def test_a_link_that_names_a_network_means_that(app: AppTest) -> None:
    assert at(app, lang="zh", model="shakespeare").session_state[CHOICE] == "shakespeare"
    assert address(app) == {"lang": "zh", "model": "shakespeare"}


def test_what_is_changed_on_a_network_that_was_not_named_names_it(app: AppTest) -> None:
    at(app, lang="zh").number_input(key="seed").set_value(77)
    app.query_params["seed"] = "77"  # which the browser does
    there = run(app)
    assert there.session_state[CHOICE] == OTHER
    assert address(there)["model"] == OTHER


def test_the_network_follows_the_language_while_nothing_else_was_chosen(app: AppTest) -> None:
    run(app)
    app.session_state[language.KEY] = "zh"
    assert run(app).session_state[CHOICE] == OTHER
    app.session_state[language.KEY] = "en"
    assert run(app).session_state[CHOICE] == folder.name_of(folder.DEFAULT_MODEL)


def test_a_network_that_was_chosen_stays_when_the_language_changes(app: AppTest) -> None:
    run(app)
    app.selectbox(key=CHOICE).set_value("asker_bytes/mended")
    run(app)
    app.session_state[language.KEY] = "zh"
    assert run(app).session_state[CHOICE] == "asker_bytes/mended"


def test_a_network_that_cannot_read_what_was_typed_shows_its_own_text(app: AppTest) -> None:
    at(app, prompt="1, 2, 3: 4, 5!", v="2")
    app.selectbox(key=CHOICE).set_value(OTHER)
    prompt = run(app).text_input(key="prompt").value
    assert prompt.count("⏎") > 3  # names
    app.text_input(key="prompt").set_value("Ann⏎Bob⏎Ca")
    run(app)
    app.selectbox(key=CHOICE).set_value("shakespeare")
    assert run(app).text_input(key="prompt").value == "Ann⏎Bob⏎Ca"  # it knows all of these
