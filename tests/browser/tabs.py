"""One tab for many tests: where a page's scripts have been compiled before, it opens with half of the work.

A test is lent the tab as a new window would be: nothing is stored, the history begins, the window has the size that is
asked for.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Error, Page

PATIENCE = 180_000  # milliseconds: slow machines are patient, not wrong
PHONE = 640  # pixels: a narrower window is a phone's
SIZE = (1280, 900)

Scheme = Literal["light", "dark"]


class Tabs:
    """The tabs that a browser lends: one of a computer, one of a phone.

    Parameters
    ----------
    browser : Browser
        Where they are.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, Page] = {}  # by whether it is a phone's

    @contextmanager
    def window(self, width: int = SIZE[0], height: int = SIZE[1], scheme: Scheme = "light") -> Iterator[Page]:
        """Lend a tab in a window of a size; a narrow one is a phone's."""
        phone = width < PHONE
        tab = self._free.pop(phone, None) or self._opened(phone)
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(media="null", color_scheme=scheme)
        kept = False
        try:
            yield tab
            kept = self._is_as_new(tab)
        finally:
            if kept and phone not in self._free:
                self._free[phone] = tab
            else:  # what failed may have left anything
                tab.context.close()

    def _opened(self, phone: bool) -> Page:
        tab = self._browser.new_context(is_mobile=phone, has_touch=phone).new_page()
        tab.set_default_timeout(PATIENCE)
        return tab

    def _is_as_new(self, tab: Page) -> bool:
        """Make a tab forget what was done in it, and return whether that could be."""
        try:
            tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            tab.mouse.move(0, 0)
            tab.goto("about:blank")
            tab.context.clear_cookies()
            tab.context.clear_permissions()
            session = tab.context.new_cdp_session(tab)
            session.send("Page.resetNavigationHistory")
            session.detach()
        except Error:  # it was closed, or its server is gone
            return False
        return len(tab.context.pages) == 1


@contextmanager
def heard(
    page: Page, complaints: list[str], complains: Callable[[ConsoleMessage], bool] = lambda _: True
) -> Iterator[None]:
    """Collect what a page's console complains of, and what fails there."""

    def hear(message: ConsoleMessage) -> None:
        if complains(message):
            complaints.append(message.text)

    def fail(error: Error) -> None:
        complaints.append(str(error))

    page.on("console", hear)
    page.on("pageerror", fail)
    yield
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", fail)
