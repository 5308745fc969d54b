"""The first page as one file for slides: opened from a disk, without a server and without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.pages.explore import instrument
from components.words.en import ENGLISH
from tests.browser.accessibility import ALL, violations
from tests.browser.first_page import BARS, OWN, READOUT, SLIDER, thumb_at
from tests.browser.tabs import PATIENCE, Tabs, heard
from tests.serving import Server

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def file(tabs: Tabs, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Download the file from the page."""
    with tabs.window(1366, 768) as page:
        page.goto(f"{server.address}?T=0.5&v=2")
        page.get_by_role("tab", name=ENGLISH.explore.downloads_title).click()
        button = page.get_by_role("button", name=ENGLISH.instrument.download)
        expect(button).to_be_enabled(timeout=PATIENCE)
        with page.expect_download() as taken:
            button.click()
        assert taken.value.suggested_filename == "temperature-shakespeare.html"
        path = tmp_path_factory.mktemp("slides") / taken.value.suggested_filename
        taken.value.save_as(path)
    return path


@pytest.fixture(params=["light", "dark", "phone"])
def slides(request: pytest.FixtureRequest, tabs: Tabs, file: Path) -> Iterator[Page]:
    size = (390, 844) if request.param == "phone" else (1280, 720)
    complaints: list[str] = []
    with tabs.window(*size, "dark" if request.param == "dark" else "light") as page, heard(page, complaints):
        page.context.set_offline(True)
        page.goto(file.as_uri())
        page.locator("body[data-ready]").wait_for()
        yield page
        page.context.set_offline(False)
    assert complaints == []


def test_a_hand_moves_bars_and_texts_without_a_network(slides: Page) -> None:
    assert slides.locator(SLIDER).input_value() == "0.5"  # where the visitor left it
    own = slides.locator(f"{OWN} .text")
    before = own.text_content(), slides.locator(BARS).first.get_attribute("d"), slides.locator(READOUT).text_content()
    slides.mouse.move(*thumb_at(slides, 0.5))
    slides.mouse.down()
    slides.mouse.move(*thumb_at(slides, 2.0), steps=10)
    slides.mouse.up()
    at = float(slides.locator(SLIDER).input_value())
    assert at == pytest.approx(2.0, abs=0.05)
    expect(slides.locator(f"{OWN} h2")).to_have_text(ENGLISH.explore.slider_title.format(temperature=at))
    after = own.text_content(), slides.locator(BARS).first.get_attribute("d"), slides.locator(READOUT).text_content()
    assert not {*before} & {*after}
    expect(slides.locator(".saying")).to_have_text(ENGLISH.explore.saying_above.format(count=65))


def test_it_moves_by_keyboard_and_by_itself(slides: Page) -> None:
    slider = slides.locator(SLIDER)
    slider.focus()
    slides.keyboard.press("End")
    assert slider.input_value() == "3"
    slides.get_by_role("button", name=ENGLISH.explore.play).click()
    slides.wait_for_function("place => Number(document.querySelector(place).value) < 2.5", arg=SLIDER)


def test_it_says_what_it_is_and_leads_back(slides: Page, server: Server) -> None:
    link = slides.locator("footer a").get_attribute("href") or ""
    assert link.startswith(server.address)
    assert {"T=0.5", "v=2", "model=shakespeare"} <= set(link.partition("?")[2].split("&"))
    expect(slides.locator("footer")).to_contain_text(ENGLISH.instrument.no_cut)


def test_it_fits_and_nothing_is_hard_to_see_or_to_reach(slides: Page) -> None:
    assert slides.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(slides, ALL) == []


def test_nothing_in_it_is_read_as_markup(file: Path, page: Page) -> None:
    hostile = '</script><script>window.hurt = 1</script><!--<script>"'
    given = instrument._within_script(f'{{"figure": "{hostile[:-1]}"}}')
    page.set_content(f'<script type="application/json" id="given">{given}</script>')
    assert page.evaluate("JSON.parse(document.getElementById('given').textContent).figure") == hostile[:-1]
    assert page.evaluate("window.hurt") is None
