"""The page's connection: fast hands do not end it, and where it has ended the page says what is to be done."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from components.words.en import ENGLISH as WORDS
from tests.browser import boxes, first_page
from tests.browser.engines.chromium import Chromium
from tests.serving import Server

DIALOG = "[data-testid=stDialog]"
LONG = 2_000  # milliseconds, in which the server has answered


class Line:
    """What goes from the server to the page, which can be held up on the way.

    Parameters
    ----------
    page : Page
        Before it is opened.
    """

    def __init__(self, page: Page) -> None:
        self._held: list[str | bytes] | None = None
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, page: WebSocketRoute) -> None:
        self.page = page
        page.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self._held is None:
            self.page.send(message)
        else:
            self._held.append(message)

    def hold(self) -> None:
        """Keep what the server says from now on."""
        self._held = []

    def release(self) -> None:
        """Hand over what was kept, and keep nothing any more."""
        held, self._held = self._held or [], None
        for message in held:
            self.page.send(message)


@pytest.fixture
def line(page: Page) -> Iterator[Line]:
    yield Line(page)
    page.context.close()  # it stays between the tab and the server, so nobody else is lent that tab


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_a_fast_hand_is_followed(page: Page, line: Line, server: Server) -> None:
    """What an answer may leave out, since the page has it, the page may throw away until the answer comes."""
    first_page.open_page(page, server)
    before = first_page.prompt(page).input_value()
    press(page, WORDS.explore.draw)
    expect(first_page.prompt(page)).not_to_have_value(before)
    first_page.rest(Chromium(page))
    line.hold()
    press(page, WORDS.explore.another_seed)
    page.wait_for_timeout(LONG)
    press(page, WORDS.explore.take_back)
    page.wait_for_timeout(LONG)
    line.release()
    expect(first_page.prompt(page)).to_have_value(before)
    page.wait_for_timeout(LONG)
    expect(page.locator(DIALOG)).to_have_count(0)  # where there is one, the page never rests
    first_page.rest(Chromium(page))


def test_where_it_has_ended_the_page_says_what_to_do(
    page: Page, line: Line, server: Server, complaints: list[str]
) -> None:
    first_page.open_page(page, server, "?prompt=And")
    expect(page.locator(boxes.CONNECTION)).to_be_empty()
    line.page.send("what the front end does not understand")
    expect(page.locator(boxes.CONNECTION)).to_have_text(WORDS.frame.connection_over)
    complaints.clear()  # the front end's own
    page.reload()
    expect(first_page.prompt(page)).to_have_value("And")
    expect(page.locator(boxes.CONNECTION)).to_be_empty()
