"""The menu of a page's figures as files."""

from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from components.charts import pictures
from components.charts.drawing import PictureError
from components.pages.parts import pictures_view
from components.words.en import ENGLISH
from components.words.zh import CHINESE
from tests.app.reading import run
from tests.charts.rendering import read


def files(app: AppTest) -> dict[str, str]:
    """Return the buttons of the menu: what each is said to be, by the name of its file."""
    buttons = [found.proto for found in app.get("download_button")]
    return {button.help: button.label for button in buttons if button.label in ("SVG", "PNG")}


def test_the_menu_is_made_when_it_is_opened(app: AppTest) -> None:
    run(app)
    assert files(app) == {}
    app.session_state["pictures"] = True
    run(app)
    bars = ENGLISH.pictures.bars
    assert files(app) == {ENGLISH.pictures.one.format(name=bars, kind=kind): kind for kind in ("SVG", "PNG")}


def test_a_file_is_of_the_figure_as_it_stands(app: AppTest) -> None:
    app.query_params["T"] = "0.5"
    run(app)
    figures = app.session_state["figures shown"]
    assert figures["live"].at == 0.5
    drawn = read(ElementTree.fromstring(pictures_view.file(ENGLISH, pictures.svg, figures, "live")))
    page = ENGLISH.explore
    assert page.tempered in [mark.text for mark in drawn.axis_text]


@pytest.mark.parametrize(("kind", "said"), [("font", CHINESE.pictures.no_font), ("broken", "服务器日志")])
def test_what_cannot_be_drawn_is_said(app: AppTest, kind: str, said: str) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise PictureError("no", kind)

    run(app)
    with pytest.raises(PictureError, match=said):
        pictures_view.file(CHINESE, fail, app.session_state["figures shown"], "live")
