"""The page as visitors get it: a Streamlit server of its own, opened in real Chromium."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.serving import FLAGS, Server, chromium, serving

PATIENCE = 90_000  # milliseconds: slow machines are patient, not wrong


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("BROWSER_REQUIRED"):
            pytest.fail("these tests need Debian's package `chromium`, and it is not installed")
        pytest.skip("Chromium is not installed: `apt install chromium` lets the page's own tests run")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


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
    # After several quick steps back its front end may miss a message of its own cache, and connects anew.
    if any(part in message.text for part in ("Cached ForwardMsg MISS", "when disconnected from server")):
        return False
    return message.type == "error" or "WARN" in message.text


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    opened.on("console", lambda message: complaints.append(message.text) if _complains(message) else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []
