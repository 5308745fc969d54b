"""Firefox by WebDriver BiDi, which it speaks by itself: https://w3c.github.io/webdriver-bidi/."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.engines.visitor import (
    KNOWN_COMPLAINTS,
    PATIENCE,
    Pointer,
    Step,
    Visitor,
    call,
    key_actions,
    pointer_actions,
)

PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "remote.prefs.recommended": True,
    "dom.w3c_touch_events.enabled": 1,
}


class Session:
    """A connection to one Firefox: a command at a time, answered in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.complaints: list[str] = []

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result; what the page's console says meanwhile is kept."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(PATIENCE))
            if message.get("id") == self._number:
                break
            if message.get("method") == "log.entryAdded":
                self._hear(message["params"])
        if message["type"] == "error":
            raise RuntimeError(f"{method}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def _hear(self, entry: dict[str, Any]) -> None:
        text = str(entry["text"])
        if entry["level"] == "error" and not any(part in text for part in KNOWN_COMPLAINTS):
            self.complaints.append(text)


class Firefox(Visitor):
    """A tab of Firefox, with storage of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._user = session.command("browser.createUserContext")["userContext"]
        self._tab = session.command("browsingContext.create", type="tab", userContext=self._user)["context"]

    def goto(self, address: str) -> None:
        self._session.command("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def go_back(self) -> None:
        self._session.command("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def go_forward(self) -> None:
        self._session.command("browsingContext.traverseHistory", context=self._tab, delta=1)

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        # Both ways as JSON: the protocol's own notation of values is longer and says no more.
        declaration = f"async (given) => JSON.stringify(await ({call(expression)})(JSON.parse(given))) ?? 'null'"
        answer = self._session.command(
            "script.callFunction",
            functionDeclaration=declaration,
            arguments=[{"type": "string", "value": json.dumps(argument)}],
            target={"context": self._tab},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']['text']}")
        return json.loads(answer["result"]["value"])

    def act(self, pointer: Pointer, *steps: Step) -> None:
        self._perform(pointer_actions(pointer, steps))

    def press(self, *keys: str) -> None:
        self._perform(key_actions(keys))

    def resize(self, width: int, height: int) -> None:
        self._session.command(
            "browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height}
        )

    def close(self) -> None:
        """Close the tab, and forget what it stored."""
        self._session.command("browsingContext.close", context=self._tab)
        self._session.command("browser.removeUserContext", userContext=self._user)

    def _perform(self, sources: list[dict[str, Any]]) -> None:
        self._session.command("input.performActions", context=self._tab, actions=sources)


@contextmanager
def window(session: Session) -> Iterator[Firefox]:
    """Open a tab until the block is left; its console must have stayed silent."""
    session.complaints.clear()
    tab = Firefox(session)
    try:
        yield tab
    finally:
        tab.close()
    assert not session.complaints, f"the console complained: {session.complaints}"


@contextmanager
def launched(path: str) -> Iterator[Session]:
    """Run Firefox without a window, with a fresh profile, until the block is left."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in PREFERENCES.items())
        (Path(profile) / "user.js").write_text("".join(lines), "utf-8")
        command = [path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        # Leaving the block waits for the end of the process and closes its pipe.
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            try:
                assert process.stderr
                with connect(f"{_address(process.stderr)}/session", max_size=None) as socket:
                    session = Session(socket)
                    session.command("session.new", capabilities={})
                    session.command("session.subscribe", events=["log.entryAdded"])
                    yield session
            finally:
                process.terminate()


def _address(stderr: IO[str]) -> str:
    for line in stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1]
    raise RuntimeError("Firefox ended before it listened: run it with --remote-debugging-port 0 to see why")
