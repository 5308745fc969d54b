"""Chromium by Playwright, with the calls of the others."""

from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.browser.engines.visitor import Pointer, Step, Visitor, call


class Chromium(Visitor):
    """A page of Playwright's."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._finger: CDPSession | None = None
        self._at: tuple[float, float] = (0, 0)
        self._down = False

    def goto(self, address: str) -> None:
        self.page.goto(address)

    def go_back(self) -> None:
        self.page.go_back()

    def go_forward(self) -> None:
        self.page.go_forward()

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        return self.page.evaluate(call(expression), argument)

    def act(self, pointer: Pointer, *steps: Step) -> None:
        for step in steps:
            if step[0] == "rest":
                self.page.wait_for_timeout(step[1])
            elif pointer == "mouse":
                self._mouse(step)
            else:
                self._touch(step)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def _mouse(self, step: Step) -> None:
        if step[0] == "move":
            self.page.mouse.move(step[1], step[2])
        elif step[0] == "down":
            self.page.mouse.down()
        else:
            self.page.mouse.up()

    def _touch(self, step: Step) -> None:
        # Playwright can only tap: a finger that moves is asked of the browser itself.
        if step[0] == "move":
            self._at = step[1], step[2]
            if not self._down:
                return
        self._down = step[0] != "up"
        kind = {"move": "touchMove", "down": "touchStart", "up": "touchEnd"}[step[0]]
        points = [{"x": self._at[0], "y": self._at[1]}] if self._down else []
        self._finger = self._finger or self.page.context.new_cdp_session(self.page)
        self._finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
