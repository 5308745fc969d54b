"""The page as visitors get it: a Streamlit server of its own, opened in real Chromium."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.engines import firefox, webkit
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.visitor import KNOWN_COMPLAINTS, Visitor
from tests.browser.tabs import PATIENCE, Tabs, heard
from tests.serving import FLAGS, Server, chromium, serving

expect.set_options(timeout=PATIENCE)


def installed(path: str | None, package: str) -> str:
    """Return where a browser is; where it is missing, skip the test, or fail it if browsers are required."""
    if path is not None:
        return path
    if os.environ.get("BROWSER_REQUIRED"):
        pytest.fail(f"this test needs Debian's package `{package}`, and it is not installed")
    pytest.skip(f"not installed: `apt install {package}` lets this test of the page run")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = installed(chromium(), "chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture(scope="session")
def server(browser: Browser) -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """Collect what the browser's console complains of; every test's page must stay silent."""
    return []


def _complains(message: ConsoleMessage) -> bool:
    # Of a page that is opened by its own address, Streamlit's front end asks for its server below that address first.
    if "/_stcore/" in message.location["url"] and "404" in message.text:
        return False
    if any(part in message.text for part in KNOWN_COMPLAINTS):
        return False
    return message.type == "error" or "WARN" in message.text


@pytest.fixture
def page(tabs: Tabs, complaints: list[str]) -> Iterator[Page]:
    with tabs.window() as opened, heard(opened, complaints, _complains):
        yield opened
    assert complaints == []


@pytest.fixture(scope="session")
def firefox_session() -> Iterator[firefox.Session]:
    path = installed(shutil.which("firefox-esr") or shutil.which("firefox"), "firefox-esr")
    with firefox.launched(path) as session:
        yield session


@pytest.fixture(scope="session")
def webkit_driver() -> Iterator[str]:
    path = installed(shutil.which("WebKitWebDriver"), "webkit2gtk-driver")
    installed(shutil.which("Xvfb"), "xvfb")
    with webkit.driving(path) as address:
        yield address


@pytest.fixture
def visitor(request: pytest.FixtureRequest, server: Server) -> Iterator[Visitor]:
    """Open a fresh window of the engine that is asked for; its console must stay silent."""
    with ExitStack() as stack:
        opened: Visitor
        if request.param == "Chromium":
            opened = Chromium(request.getfixturevalue("page"))
        elif request.param == "Firefox":
            opened = stack.enter_context(firefox.window(request.getfixturevalue("firefox_session")))
        else:
            opened = stack.enter_context(webkit.window(request.getfixturevalue("webkit_driver")))
        opened.resize(1280, 900)
        yield opened
