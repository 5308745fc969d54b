"""WebKitGTK, the engine of Safari, by WebDriver: https://www.w3.org/TR/webdriver2/."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.engines.visitor import PATIENCE, Pointer, Step, Visitor, call, key_actions, pointer_actions

SCREEN = "2000x1300x24"


class WebKit(Visitor):
    """A window of WebKitGTK's small browser."""

    def __init__(self, driver: str, browser: str) -> None:
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._address = f"{driver}/session"
        self._address += "/" + self._ask("POST", "", wanted)["sessionId"]
        self._ask("POST", "/timeouts", {"script": PATIENCE * 1000, "pageLoad": PATIENCE * 1000})

    def goto(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    def go_back(self) -> None:
        self._ask("POST", "/back", {})

    def go_forward(self) -> None:
        self._ask("POST", "/forward", {})

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        # As JSON: what is written `undefined` or not a number has no other way over.
        script = f"return (async (given) => JSON.stringify(await ({call(expression)})(given)) ?? 'null')(arguments[0])"
        return json.loads(self._ask("POST", "/execute/sync", {"script": script, "args": [argument]}))

    def act(self, pointer: Pointer, *steps: Step) -> None:
        self._ask("POST", "/actions", {"actions": pointer_actions(pointer, steps)})

    def press(self, *keys: str) -> None:
        self._ask("POST", "/actions", {"actions": key_actions(keys)})

    def resize(self, width: int, height: int) -> None:
        for _ in range(3):  # the frame of the window is known only from what it leaves
            inner = self.evaluate("[innerWidth, innerHeight]")
            if inner == [width, height]:
                return
            outer = self._ask("GET", "/window/rect")
            size = {
                "width": outer["width"] + width - inner[0],
                "height": outer["height"] + height - inner[1],
            }
            self._ask("POST", "/window/rect", size)
            self.wait_for_timeout(300)

    def close(self) -> None:
        """End the session, and with it the browser."""
        self._ask("DELETE", "")

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                value = json.load(error)["value"]
            raise RuntimeError(f"{path}: {value['error']}: {value['message']}") from error


@contextmanager
def window(driver: str) -> Iterator[WebKit]:
    """Run the small browser until the block is left.

    Raises
    ------
    RuntimeError
        If it is not where Debian has it.
    """
    browser = next((str(path) for path in Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")), None)
    if browser is None:
        raise RuntimeError("WebKit's driver is installed and its small browser is not")
    opened = WebKit(driver, browser)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def driving(driver: str) -> Iterator[str]:
    """Run WebKit's driver on a screen that nobody sees, and return its address, until the block is left."""
    with _screen() as display, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        surroundings = os.environ | {"DISPLAY": display, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        surroundings |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        command = [driver, f"--port={port}", "--host=127.0.0.1"]
        process = subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("WebKit's driver did not answer within ten seconds")
