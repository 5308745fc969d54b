"""The link to a network of a visitor's own: whoever has it sees the network, and nobody else."""

import html
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.charts import pictures
from components.own import store
from components.pages.own import start
from components.pages.parts import download_view, frame
from components.presenting import networks
from components.words.languages import LANGUAGES
from tests.app.reading import markdown, run, warnings

WORDS = LANGUAGES["en"]


def _menu(app: AppTest) -> list[str]:
    return [label for menu in app.selectbox if menu.key == frame.CHOICE for label in menu.options]


def test_the_link_shows_the_network_under_a_name_that_does_not_open_it(app: AppTest, own: Path) -> None:
    app.query_params["model"] = store.link(own)
    run(app)
    assert not app.warning
    assert networks.label(store.link(own), WORDS) in _menu(app)
    assert own.name not in str(_menu(app))
    assert WORDS.frame.own_reader in markdown(app)
    assert app.query_params["model"] in (store.link(own), [store.link(own)])


def test_nobody_else_sees_it(app: AppTest, own: Path) -> None:
    run(app)
    assert networks.label(store.link(own), WORDS) not in _menu(app)


@pytest.mark.parametrize("left", ["nothing", "no network"])
def test_a_link_to_one_that_is_gone_is_one_sentence(app: AppTest, own: Path, left: str) -> None:
    if left == "nothing":
        store.delete(own)
    else:
        store.delete(own / store.NETWORK)
    app.query_params["model"] = store.link(own)
    run(app)
    assert len(app.warning) == 1
    assert f"{store.HOURS} hours" in warnings(app)
    assert "model" not in app.query_params


def test_one_that_goes_away_while_it_is_shown_is_said(app: AppTest, own: Path) -> None:
    app.query_params["model"] = store.link(own)
    run(app)
    store.delete(own)
    run(app)
    assert WORDS.frame.model_gone.format(model=networks.label(store.link(own), WORDS)) in warnings(app)
    assert own.name not in warnings(app)


def test_no_file_that_is_handed_on_has_the_key(app: AppTest, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: dict[str, Callable[[], str | bytes]] = {}

    def offer(_: str, make: Callable[[], str | bytes], name: str, *__: object, **___: object) -> None:
        offered[name] = make

    monkeypatch.setattr(download_view, "offer", offer)
    monkeypatch.setattr(pictures, "script", lambda: "")
    app.query_params["model"] = store.link(own)
    app.query_params["seed"] = "5"
    run(app)
    called = networks.in_file(store.link(own))
    assert sorted(offered) == ["samples.csv", "samples.json", f"temperature-{called}.html"]
    files = [str(make()) for make in offered.values()]
    assert not [file for file in files if own.name in file]
    (page,) = [file for file in files if file.startswith("<!doctype html>")]
    assert "seed=5" in page
    assert WORDS.instrument.made_with_own.split("{title}")[1] in html.unescape(page)


def _sweep() -> None:
    from components.pages.sweep import page
    from components.words.en import ENGLISH

    page.show(ENGLISH, {})


def _calibration() -> None:
    from components.pages.calibration import page
    from components.words.en import ENGLISH

    page.show(ENGLISH, {})


def test_a_text_to_learn_is_not_put_into_the_field_of_another_page(app: AppTest, own: Path) -> None:
    page = AppTest.from_function(_calibration, default_timeout=60)
    page.query_params["model"] = store.link(own)
    page.session_state[start._TEXT] = "a text to learn"
    run(page)
    assert [field.value for field in page.text_area] == [""]


@pytest.mark.parametrize("show", [_sweep, _calibration])
def test_no_command_is_shown_that_the_server_alone_can_run(app: AppTest, own: Path, show: Callable[[], None]) -> None:
    page = AppTest.from_function(show, default_timeout=60)
    page.query_params["model"] = store.link(own)
    run(page)
    said = [one.value for one in (*page.info, *page.error, *page.warning)]
    assert not [one for one in said if "python -m" in one]
    assert page.text_area or page.text_input  # of the form in which a visitor measures
